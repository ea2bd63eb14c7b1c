/** The words of the request to a clinic and of the form of its offer (Annex 10), in the four languages. */
import type { RuleId } from "../../../../domain/law/index.ts";
import type { LetterLanguage } from "../../../../domain/case/letters.ts";

/** The sixteen data of Annex 10, in their order, by rule. */
export const ANNEX_10 = [
  "MOH-45",
  "MOH-46",
  "MOH-47",
  "MOH-48",
  "MOH-49",
  "MOH-50",
  "MOH-51",
  "MOH-52",
  "MOH-53",
  "MOH-54",
  "MOH-55",
  "MOH-56",
  "MOH-57",
  "MOH-58",
  "MOH-59",
  "MOH-60",
] as const satisfies readonly RuleId[];
export type OfferField = (typeof ANNEX_10)[number];

export type Enclosure = "scrisoareMedicala" | "biletIesire" | "analize" | "foaieObservatie";

export interface ClinicRequestTexts {
  readonly title: string;
  readonly to: string;
  readonly subject: (patient: string) => string;
  readonly greeting: string;
  readonly intro: (dsp: string) => string;
  readonly patient: string;
  readonly patientFacts: { readonly name: string; readonly birthDate: string; readonly diagnosis: string };
  readonly seeEnclosed: string;
  readonly ask: string;
  readonly asked: readonly [appointment: string, cost: string, payment: string];
  readonly offer: readonly [before: string, strong: string, after: string];
  readonly answer: readonly [before: string, after: string];
  readonly refusal: string;
  readonly enclosed: string;
  readonly translatedBy: (office: string) => string;
  readonly enclosures: Readonly<Record<Enclosure, string>>;
  readonly closing: string;
  readonly director: string;
  readonly responsible: string;
  readonly signatureAndStamp: string;
  readonly signature: string;
  readonly form: string;
  readonly formNote: string;
  readonly fields: Readonly<Record<OfferField, string>>;
  readonly noFax: string;
  readonly withCurrency: string;
  readonly clinicSignature: string;
  readonly nameAndPosition: string;
  readonly date: string;
}

const EN: ClinicRequestTexts = {
  title: "Request for an offer of medical treatment",
  to: "To",
  subject: (patient) => `Patient: ${patient}`,
  greeting: "Dear Sir or Madam,",
  intro: (dsp) =>
    `The ${dsp}, a Romanian public authority, is writing to you about treatment abroad for the patient named below. The territorial specialist commission has recommended your clinic.`,
  patient: "The patient",
  patientFacts: { name: "Surname and given name", birthDate: "Date of birth", diagnosis: "Diagnosis (in Romanian)" },
  seeEnclosed: "see the enclosed medical documents",
  ask: "Please let us know:",
  asked: [
    "the date on which the patient can have an appointment for the treatment or transplant;",
    "the total cost of the treatment;",
    "your terms of payment.",
  ],
  offer: [
    "Please give us your offer on ",
    "official paper of the clinic, with its letterhead and signed",
    ", with all the data of the enclosed form: Romanian law (Annex 10 to Order 1011/2011) asks for each of them.",
  ],
  answer: [
    "We kindly ask for your answer by ",
    ": without an answer within 7 working days the commission has to recommend another clinic.",
  ],
  refusal: "If you cannot admit the patient, please tell us so: a refusal, too, helps us to go on at once.",
  enclosed: "Enclosed, translated by an office specialised in medical translations:",
  translatedBy: (office) => `Translations: ${office}`,
  enclosures: {
    scrisoareMedicala: "the treating specialist’s medical letter or report;",
    biletIesire: "the hospital discharge note;",
    analize: "the results of tests and medical investigations;",
    foaieObservatie: "the clinical observation sheet.",
  },
  closing: "Yours faithfully,",
  director: "Executive Director",
  responsible: "Person in charge of treatment abroad",
  signatureAndStamp: "signature and stamp",
  signature: "signature",
  form: "Form of the offer (Annex 10)",
  formNote: "To be filled in by the clinic and returned on its letterhead, signed.",
  fields: {
    "MOH-45": "Name of the clinic",
    "MOH-46": "Address of the clinic",
    "MOH-47": "Contact person",
    "MOH-48": "Telephone",
    "MOH-49": "Fax",
    "MOH-50": "E-mail address",
    "MOH-51": "Bank account (IBAN, bank, BIC)",
    "MOH-52": "Surname and given name of the patient",
    "MOH-53": "Diagnosis",
    "MOH-54": "Cost of the medical evaluation before treatment",
    "MOH-55": "Cost of the therapeutic procedure",
    "MOH-56": "Cost of the medical evaluation after treatment",
    "MOH-57": "Cost of one day in hospital",
    "MOH-58": "Total amount",
    "MOH-59": "Terms of payment",
    "MOH-60": "Date of admission",
  },
  noFax: "write “none” if there is none",
  withCurrency: "with the currency",
  clinicSignature: "For the clinic",
  nameAndPosition: "name, position, signature",
  date: "Date",
};

const FR: ClinicRequestTexts = {
  title: "Demande d’offre pour un traitement médical",
  to: "À l’attention de",
  subject: (patient) => `Patient : ${patient}`,
  greeting: "Madame, Monsieur,",
  intro: (dsp) =>
    `La ${dsp}, autorité publique roumaine, vous écrit au sujet du traitement à l’étranger du patient nommé ci-dessous. La commission territoriale de spécialité a recommandé votre clinique.`,
  patient: "Le patient",
  patientFacts: { name: "Nom et prénom", birthDate: "Date de naissance", diagnosis: "Diagnostic (en roumain)" },
  seeEnclosed: "voir les documents médicaux joints",
  ask: "Nous vous prions de nous indiquer :",
  asked: [
    "la date à laquelle le patient peut être reçu pour le traitement ou la transplantation ;",
    "le coût total du traitement ;",
    "vos conditions de paiement.",
  ],
  offer: [
    "Nous vous prions d’établir votre offre sur ",
    "papier officiel de la clinique, à en-tête et signé",
    ", avec toutes les données du formulaire ci-joint : la réglementation roumaine (annexe 10 de l’arrêté n° 1011/2011) exige chacune d’elles.",
  ],
  answer: [
    "Nous vous serions reconnaissants de nous répondre au plus tard le ",
    " : sans réponse dans un délai de 7 jours ouvrables, la commission doit recommander une autre clinique.",
  ],
  refusal:
    "Si vous ne pouvez pas recevoir le patient, nous vous prions de nous le dire : un refus nous permet aussi d’avancer sans attendre.",
  enclosed: "Pièces jointes, traduites par un bureau spécialisé en traductions médicales :",
  translatedBy: (office) => `Traductions : ${office}`,
  enclosures: {
    scrisoareMedicala: "la lettre ou le rapport du médecin spécialiste traitant ;",
    biletIesire: "le bulletin de sortie de l’hôpital ;",
    analize: "les résultats des analyses et des examens médicaux ;",
    foaieObservatie: "la feuille d’observation clinique.",
  },
  closing: "Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
  director: "Directeur exécutif",
  responsible: "Responsable des traitements à l’étranger",
  signatureAndStamp: "signature et cachet",
  signature: "signature",
  form: "Formulaire de l’offre (annexe 10)",
  formNote: "À remplir par la clinique et à renvoyer sur papier à en-tête, signé.",
  fields: {
    "MOH-45": "Nom de la clinique",
    "MOH-46": "Adresse de la clinique",
    "MOH-47": "Personne à contacter",
    "MOH-48": "Téléphone",
    "MOH-49": "Télécopie",
    "MOH-50": "Adresse électronique",
    "MOH-51": "Compte bancaire (IBAN, banque, BIC)",
    "MOH-52": "Nom et prénom du patient",
    "MOH-53": "Diagnostic",
    "MOH-54": "Coût de l’évaluation médicale avant le traitement",
    "MOH-55": "Coût de la procédure thérapeutique",
    "MOH-56": "Coût de l’évaluation médicale après le traitement",
    "MOH-57": "Coût d’une journée d’hospitalisation",
    "MOH-58": "Montant total",
    "MOH-59": "Conditions de paiement",
    "MOH-60": "Date d’admission",
  },
  noFax: "écrire « aucune » s’il n’y en a pas",
  withCurrency: "avec la monnaie",
  clinicSignature: "Pour la clinique",
  nameAndPosition: "nom, fonction, signature",
  date: "Date",
};

const DE: ClinicRequestTexts = {
  title: "Anfrage eines Angebots für eine medizinische Behandlung",
  to: "An",
  subject: (patient) => `Patient/in: ${patient}`,
  greeting: "Sehr geehrte Damen und Herren,",
  intro: (dsp) =>
    `die ${dsp}, eine rumänische Behörde, wendet sich wegen der Behandlung der unten genannten Person im Ausland an Sie. Die territoriale Fachkommission hat Ihre Klinik empfohlen.`,
  patient: "Patient/in",
  patientFacts: { name: "Name und Vorname", birthDate: "Geburtsdatum", diagnosis: "Diagnose (rumänisch)" },
  seeEnclosed: "siehe die beiliegenden medizinischen Unterlagen",
  ask: "Bitte teilen Sie uns mit:",
  asked: [
    "den Tag, für den ein Termin zur Behandlung oder Transplantation möglich ist;",
    "die Gesamtkosten der Behandlung;",
    "Ihre Zahlungsbedingungen.",
  ],
  offer: [
    "Bitte senden Sie uns Ihr Angebot auf ",
    "offiziellem Papier der Klinik, mit Briefkopf und unterschrieben",
    ", mit allen Angaben des beiliegenden Formulars: Das rumänische Recht (Anhang 10 der Verordnung Nr. 1011/2011) verlangt jede von ihnen.",
  ],
  answer: [
    "Wir bitten um Ihre Antwort bis zum ",
    ": Ohne Antwort innerhalb von 7 Arbeitstagen muss die Kommission eine andere Klinik empfehlen.",
  ],
  refusal:
    "Sollten Sie die Person nicht aufnehmen können, so teilen Sie uns bitte auch dies mit: Auch eine Absage hilft uns, sofort fortzufahren.",
  enclosed: "Anlagen, übersetzt von einem auf medizinische Übersetzungen spezialisierten Büro:",
  translatedBy: (office) => `Übersetzungen: ${office}`,
  enclosures: {
    scrisoareMedicala: "Brief oder Bericht der behandelnden Fachärztin oder des behandelnden Facharztes;",
    biletIesire: "Entlassungsbrief des Krankenhauses;",
    analize: "Ergebnisse der Analysen und medizinischen Untersuchungen;",
    foaieObservatie: "klinischer Beobachtungsbogen.",
  },
  closing: "Mit freundlichen Grüßen",
  director: "Geschäftsführende Direktion",
  responsible: "Zuständig für Behandlungen im Ausland",
  signatureAndStamp: "Unterschrift und Stempel",
  signature: "Unterschrift",
  form: "Formular des Angebots (Anhang 10)",
  formNote: "Von der Klinik auszufüllen und mit Briefkopf und Unterschrift zurückzusenden.",
  fields: {
    "MOH-45": "Name der Klinik",
    "MOH-46": "Adresse der Klinik",
    "MOH-47": "Kontaktperson",
    "MOH-48": "Telefon",
    "MOH-49": "Fax",
    "MOH-50": "E-Mail-Adresse",
    "MOH-51": "Bankkonto (IBAN, Bank, BIC)",
    "MOH-52": "Name und Vorname der Patientin oder des Patienten",
    "MOH-53": "Diagnose",
    "MOH-54": "Kosten der medizinischen Untersuchung vor der Behandlung",
    "MOH-55": "Kosten des therapeutischen Eingriffs",
    "MOH-56": "Kosten der medizinischen Untersuchung nach der Behandlung",
    "MOH-57": "Kosten eines Krankenhaustages",
    "MOH-58": "Gesamtbetrag",
    "MOH-59": "Zahlungsbedingungen",
    "MOH-60": "Tag der Aufnahme",
  },
  noFax: "„keine“ schreiben, wenn es keine gibt",
  withCurrency: "mit Währung",
  clinicSignature: "Für die Klinik",
  nameAndPosition: "Name, Funktion, Unterschrift",
  date: "Datum",
};

const RO: ClinicRequestTexts = {
  title: "Cerere de ofertă pentru tratament medical",
  to: "Către",
  subject: (patient) => `Pacient: ${patient}`,
  greeting: "Stimată doamnă, stimate domn,",
  intro: (dsp) =>
    `${dsp}, autoritate publică din România, vă scrie în legătură cu tratamentul în străinătate al pacientului numit mai jos. Comisia de specialitate teritorială a recomandat clinica dumneavoastră.`,
  patient: "Pacientul",
  patientFacts: { name: "Numele și prenumele", birthDate: "Data nașterii", diagnosis: "Diagnosticul" },
  seeEnclosed: "vezi documentele medicale anexate",
  ask: "Vă rugăm să ne comunicați:",
  asked: [
    "data la care pacientul poate fi programat pentru tratament sau transplant;",
    "costul total al tratamentului;",
    "condițiile de plată.",
  ],
  offer: [
    "Vă rugăm să ne trimiteți oferta pe ",
    "document oficial al clinicii, cu antet și semnătură",
    ", cu toate datele din formularul alăturat: Anexa nr. 10 la Ordinul nr. 1011/2011 o cere pe fiecare.",
  ],
  answer: [
    "Vă rugăm să ne răspundeți până la ",
    ": fără un răspuns în 7 zile lucrătoare, comisia trebuie să recomande altă clinică.",
  ],
  refusal:
    "Dacă nu puteți primi pacientul, vă rugăm să ne spuneți: și un refuz ne ajută să mergem mai departe fără întârziere.",
  enclosed: "Anexăm, traduse de un birou specializat în traduceri medicale:",
  translatedBy: (office) => `Traduceri: ${office}`,
  enclosures: {
    scrisoareMedicala: "scrisoarea sau raportul medicului curant de specialitate;",
    biletIesire: "biletul de ieșire din spital;",
    analize: "rezultatele analizelor și ale investigațiilor medicale;",
    foaieObservatie: "foaia de observație clinică.",
  },
  closing: "Cu stimă,",
  director: "Director executiv",
  responsible: "Persoana responsabilă cu trimiterile în străinătate",
  signatureAndStamp: "semnătura și ștampila",
  signature: "semnătura",
  form: "Formularul ofertei (Anexa 10)",
  formNote: "Se completează de clinică și se trimite înapoi cu antet și semnătură.",
  fields: {
    "MOH-45": "Numele clinicii",
    "MOH-46": "Adresa clinicii",
    "MOH-47": "Persoana de contact",
    "MOH-48": "Telefon",
    "MOH-49": "Fax",
    "MOH-50": "Adresa de e-mail",
    "MOH-51": "Contul bancar (IBAN, banca, BIC)",
    "MOH-52": "Numele și prenumele pacientului",
    "MOH-53": "Diagnosticul",
    "MOH-54": "Costul evaluării medicale dinaintea tratamentului",
    "MOH-55": "Costul procedurii terapeutice",
    "MOH-56": "Costul evaluării medicale de după tratament",
    "MOH-57": "Costul unei zile de spitalizare",
    "MOH-58": "Suma totală",
    "MOH-59": "Condițiile de plată",
    "MOH-60": "Data internării",
  },
  noFax: "scrieți „nu există” dacă nu este",
  withCurrency: "cu moneda",
  clinicSignature: "Pentru clinică",
  nameAndPosition: "numele, funcția, semnătura",
  date: "Data",
};

export const CLINIC_REQUEST_TEXTS = { ro: RO, en: EN, fr: FR, de: DE } as const satisfies Record<
  LetterLanguage,
  ClinicRequestTexts
>;
