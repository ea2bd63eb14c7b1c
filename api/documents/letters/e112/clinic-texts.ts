/** The words of the request to a clinic, of the form of its acceptance and of what an acceptance lacks, in the four languages. */
import type { LetterLanguage } from "../../../../domain/case/letters.ts";
import type { ACCEPTANCE_CONTENTS } from "../../../../domain/e112/acceptance.ts";

export type AcceptanceContent = (typeof ACCEPTANCE_CONTENTS)[number]["id"];

export interface ClinicTexts {
  readonly title: string;
  readonly lacksTitle: string;
  readonly to: string;
  readonly subject: (patient: string) => string;
  readonly greeting: string;
  readonly intro: (house: string) => string;
  readonly patientFacts: { readonly name: string; readonly birthDate: string; readonly diagnosis: string };
  readonly seeEnclosed: string;
  readonly ask: string;
  readonly asked: readonly [before: string, strong: string, after: string][];
  readonly mustContain: string;
  readonly contents: Readonly<Record<AcceptanceContent, string>>;
  readonly original: string;
  readonly advice: string;
  readonly contract: string;
  readonly costs: string;
  readonly refusal: string;
  readonly enclosed: string;
  readonly lacksIntro: (date: string | undefined) => string;
  readonly lacking: string;
  readonly rule: string;
  readonly lacksAsk: readonly [before: string, strong: string, after: string];
  readonly closing: string;
  readonly director: string;
  readonly responsible: string;
  readonly signatureAndStamp: string;
  readonly signature: string;
  readonly form: string;
  readonly formNote: string;
  readonly fields: {
    readonly clinic: string;
    readonly doctor: string;
    readonly patient: string;
    readonly treatment: string;
    readonly period: string;
    readonly cost: string;
    readonly costNote: string;
  };
  readonly declare: string;
  readonly declared: readonly [doctor: string, management: string, necessity: string, travel: string];
  readonly doctorPlace: string;
  readonly doctorNote: string;
  readonly managementPlace: string;
  readonly managementNote: string;
  readonly date: string;
}

const EN: ClinicTexts = {
  title: "Request for acceptance and complete estimated cost",
  lacksTitle: "Acceptance of treatment: what is still missing",
  to: "To",
  subject: (patient) => `Patient: ${patient}`,
  greeting: "Dear Sir or Madam,",
  intro: (house) =>
    `The ${house}, a Romanian public health insurance institution, keeps a file for form S2 (E112) of the patient named below. On this form a treatment abroad is paid for between the public insurance institutions of the two states. The patient asks for treatment in your clinic.`,
  patientFacts: { name: "Surname and given name", birthDate: "Date of birth", diagnosis: "Diagnosis (in Romanian)" },
  seeEnclosed: "see the enclosed medical documents",
  ask: "So that the form can be issued, please send:",
  asked: [
    ["", "your acceptance", " of the treatment;"],
    ["", "a complete estimated cost", " of the investigations and of the treatment or surgery."],
  ],
  mustContain: "The acceptance must contain each of these; without one of them the file cannot go on:",
  contents: {
    doctorSignature: "signature of the doctor who will take over the case",
    doctorStamp: "stamp of that doctor",
    unitStamp: "stamp of the health unit",
    doctorAgrees: "that the doctor agrees to give the treatment or surgery",
    managementAgrees: "that the hospital management agrees to it",
    necessity: "why the treatment or surgery is necessary",
    travelSafe: "that the journey does not endanger the patient’s health and life",
    period: "the period for which the patient is scheduled (from – to)",
    estimatedCost: "the estimated cost of the treatment or surgery, with its currency",
  },
  original: "A scan is enough for a start; the paper original is needed for the file.",
  advice:
    "If the state of health allows it, an appointment three to five months from now is best: the form may not be ready sooner.",
  contract:
    "Please confirm, too, that your clinic has a contract with the public health insurance of your country: without it this form cannot be used.",
  costs: "The costs of the journey and of the companions’ accommodation are the patient’s own.",
  refusal: "If you cannot admit the patient, please tell us so: a refusal, too, helps us to go on.",
  enclosed: "Enclosed: the patient’s medical documents, translated.",
  lacksIntro: (date) =>
    `Thank you for your acceptance${date === undefined ? "" : ` of ${date}`}. For form S2 (E112) it must contain a few more things before the file can go on:`,
  lacking: "Still missing from the acceptance",
  rule: "Rule",
  lacksAsk: ["Please send us ", "a completed acceptance", ", or a page that adds what is missing, signed and stamped."],
  closing: "Yours faithfully,",
  director: "President and General Director",
  responsible: "Person in charge of the file",
  signatureAndStamp: "signature and stamp",
  signature: "signature",
  form: "Form of the acceptance",
  formNote: "For your convenience: it may be filled in, or the same may be written on the clinic’s own paper.",
  fields: {
    clinic: "Clinic, town, country",
    doctor: "Doctor who takes over the case",
    patient: "Patient, date of birth",
    treatment: "Treatment or surgery",
    period: "Scheduled period: from – to",
    cost: "Complete estimated cost",
    costNote: "investigations and treatment, with the currency",
  },
  declare: "We declare (tick each that is so):",
  declared: [
    "the doctor agrees to give the treatment or surgery;",
    "the hospital management agrees to it;",
    "the treatment or surgery is necessary, for the reasons described above;",
    "the journey does not endanger the patient’s health and life.",
  ],
  doctorPlace: "The doctor",
  doctorNote: "signature and stamp",
  managementPlace: "For the hospital management",
  managementNote: "signature and stamp of the unit",
  date: "Date",
};

const FR: ClinicTexts = {
  title: "Demande d’accord et de coût estimatif complet",
  lacksTitle: "Accord de traitement : ce qui manque encore",
  to: "À l’attention de",
  subject: (patient) => `Patient : ${patient}`,
  greeting: "Madame, Monsieur,",
  intro: (house) =>
    `Un dossier pour le formulaire S2 (E112) est ouvert auprès de la ${house}, institution publique d’assurance maladie, pour le patient nommé ci-dessous. Sur la base de ce formulaire, un traitement à l’étranger est réglé entre les institutions publiques d’assurance des deux États. Le patient demande à être traité dans votre clinique.`,
  patientFacts: { name: "Nom et prénom", birthDate: "Date de naissance", diagnosis: "Diagnostic (en roumain)" },
  seeEnclosed: "voir les documents médicaux joints",
  ask: "Pour que le formulaire puisse être délivré, nous vous prions de nous envoyer :",
  asked: [
    ["", "votre accord", " pour le traitement ;"],
    ["", "un coût estimatif complet", " des examens et du traitement ou de l’intervention chirurgicale."],
  ],
  mustContain: "L’accord doit contenir chacun de ces éléments ; s’il en manque un, le dossier ne peut pas avancer :",
  contents: {
    doctorSignature: "la signature du médecin qui prendra le cas en charge",
    doctorStamp: "le cachet de ce médecin",
    unitStamp: "le cachet de l’établissement",
    doctorAgrees: "l’accord du médecin pour le traitement ou l’intervention",
    managementAgrees: "l’accord de la direction de l’hôpital",
    necessity: "la nécessité du traitement ou de l’intervention",
    travelSafe: "que le déplacement ne met pas en danger la santé et la vie du patient",
    period: "la période pour laquelle le patient est programmé (du – au)",
    estimatedCost: "le coût estimatif du traitement ou de l’intervention, avec la monnaie",
  },
  original: "Une copie numérisée suffit pour commencer ; l’original sur papier est nécessaire pour le dossier.",
  advice:
    "Si l’état de santé le permet, un rendez-vous dans trois à cinq mois est préférable : le formulaire peut ne pas être prêt plus tôt.",
  contract:
    "Nous vous prions aussi de confirmer que votre clinique a un contrat avec l’assurance maladie publique de votre pays : sans lui, ce formulaire ne peut pas être utilisé.",
  costs: "Les frais de voyage et l’hébergement des accompagnants sont à la charge du patient.",
  refusal:
    "Si vous ne pouvez pas recevoir le patient, nous vous prions de nous le dire : un refus aussi nous aide à avancer.",
  enclosed: "Pièces jointes : les documents médicaux du patient, traduits.",
  lacksIntro: (date) =>
    `Nous vous remercions de votre accord${date === undefined ? "" : ` du ${date}`}. Pour le formulaire S2 (E112), il doit contenir encore quelques éléments avant que le dossier puisse avancer :`,
  lacking: "Manque encore dans l’accord",
  rule: "Règle",
  lacksAsk: [
    "Nous vous prions de nous envoyer ",
    "un accord complété",
    ", ou une page qui ajoute ce qui manque, signée et cachetée.",
  ],
  closing: "Veuillez agréer, Madame, Monsieur, l’expression de nos salutations distinguées.",
  director: "Président – directeur général",
  responsible: "Responsable du dossier",
  signatureAndStamp: "signature et cachet",
  signature: "signature",
  form: "Formulaire de l’accord",
  formNote: "Pour vous faciliter la tâche : à remplir, ou à reprendre sur le papier de la clinique.",
  fields: {
    clinic: "Clinique, ville, pays",
    doctor: "Médecin qui prend le cas en charge",
    patient: "Patient, date de naissance",
    treatment: "Traitement ou intervention",
    period: "Période programmée : du – au",
    cost: "Coût estimatif complet",
    costNote: "examens et traitement, avec la monnaie",
  },
  declare: "Nous déclarons (cocher ce qui convient) :",
  declared: [
    "le médecin est d’accord pour effectuer le traitement ou l’intervention ;",
    "la direction de l’hôpital est d’accord ;",
    "le traitement ou l’intervention est nécessaire, pour les raisons décrites ci-dessus ;",
    "le déplacement ne met pas en danger la santé et la vie du patient.",
  ],
  doctorPlace: "Le médecin",
  doctorNote: "signature et cachet",
  managementPlace: "Pour la direction de l’hôpital",
  managementNote: "signature et cachet de l’établissement",
  date: "Date",
};

const DE: ClinicTexts = {
  title: "Bitte um Zusage und vollständigen Kostenvoranschlag",
  lacksTitle: "Zusage der Behandlung: was noch fehlt",
  to: "An",
  subject: (patient) => `Patient/in: ${patient}`,
  greeting: "Sehr geehrte Damen und Herren,",
  intro: (house) =>
    `bei der ${house}, einer öffentlichen Krankenversicherung, läuft für die unten genannte Person ein Antrag auf das Formular S2 (E112). Mit diesem Formular wird eine Behandlung im Ausland zwischen den öffentlichen Krankenversicherungen der beiden Staaten abgerechnet. Die Person bittet um Behandlung in Ihrer Klinik.`,
  patientFacts: { name: "Name und Vorname", birthDate: "Geburtsdatum", diagnosis: "Diagnose (rumänisch)" },
  seeEnclosed: "siehe die beiliegenden medizinischen Unterlagen",
  ask: "Damit das Formular ausgestellt werden kann, bitten wir Sie um:",
  asked: [
    ["", "Ihre Zusage", " der Behandlung;"],
    ["", "einen vollständigen Kostenvoranschlag", " der Untersuchungen und der Behandlung oder Operation."],
  ],
  mustContain: "Die Zusage muss jede dieser Angaben enthalten; fehlt eine, kann der Antrag nicht weitergehen:",
  contents: {
    doctorSignature: "Unterschrift der Ärztin oder des Arztes, die oder der den Fall übernimmt",
    doctorStamp: "Stempel dieser Ärztin oder dieses Arztes",
    unitStamp: "Stempel der Einrichtung",
    doctorAgrees: "dass die Ärztin oder der Arzt mit der Behandlung oder Operation einverstanden ist",
    managementAgrees: "dass die Krankenhausleitung einverstanden ist",
    necessity: "warum die Behandlung oder Operation notwendig ist",
    travelSafe: "dass die Reise Gesundheit und Leben der Person nicht gefährdet",
    period: "den Zeitraum, für den die Person eingeplant ist (von – bis)",
    estimatedCost: "die voraussichtlichen Kosten der Behandlung oder Operation, mit Währung",
  },
  original: "Für den Anfang genügt ein Scan; für den Antrag wird das Original auf Papier gebraucht.",
  advice:
    "Wenn der Gesundheitszustand es erlaubt, ist ein Termin in drei bis fünf Monaten am besten: Früher ist das Formular vielleicht nicht fertig.",
  contract:
    "Bitte bestätigen Sie auch, dass Ihre Klinik einen Vertrag mit der öffentlichen Krankenversicherung Ihres Landes hat: Ohne ihn ist dieses Formular nicht verwendbar.",
  costs: "Die Kosten der Reise und der Unterkunft von Begleitpersonen trägt die Person selbst.",
  refusal:
    "Sollten Sie die Person nicht aufnehmen können, so teilen Sie uns bitte auch dies mit: Auch eine Absage hilft uns weiter.",
  enclosed: "Anlagen: die medizinischen Unterlagen der Person, übersetzt.",
  lacksIntro: (date) =>
    `wir danken Ihnen für Ihre Zusage${date === undefined ? "" : ` vom ${date}`}. Für das Formular S2 (E112) muss sie noch einiges enthalten, bevor der Antrag weitergehen kann:`,
  lacking: "Fehlt noch in der Zusage",
  rule: "Regel",
  lacksAsk: [
    "Bitte senden Sie uns ",
    "eine ergänzte Zusage",
    " oder ein Blatt mit dem, was fehlt, unterschrieben und gestempelt.",
  ],
  closing: "Mit freundlichen Grüßen",
  director: "Präsident und Generaldirektor",
  responsible: "Zuständig für den Antrag",
  signatureAndStamp: "Unterschrift und Stempel",
  signature: "Unterschrift",
  form: "Formular der Zusage",
  formNote: "Zu Ihrer Erleichterung: zum Ausfüllen, oder mit demselben Inhalt auf dem Papier der Klinik.",
  fields: {
    clinic: "Klinik, Ort, Land",
    doctor: "Ärztin oder Arzt, die oder der den Fall übernimmt",
    patient: "Patient/in, Geburtsdatum",
    treatment: "Behandlung oder Operation",
    period: "Geplanter Zeitraum: von – bis",
    cost: "Vollständiger Kostenvoranschlag",
    costNote: "Untersuchungen und Behandlung, mit Währung",
  },
  declare: "Wir erklären (Zutreffendes ankreuzen):",
  declared: [
    "die Ärztin oder der Arzt ist mit der Behandlung oder Operation einverstanden;",
    "die Krankenhausleitung ist einverstanden;",
    "die Behandlung oder Operation ist aus den oben beschriebenen Gründen notwendig;",
    "die Reise gefährdet Gesundheit und Leben der Person nicht.",
  ],
  doctorPlace: "Ärztin oder Arzt",
  doctorNote: "Unterschrift und Stempel",
  managementPlace: "Für die Krankenhausleitung",
  managementNote: "Unterschrift und Stempel der Einrichtung",
  date: "Datum",
};

const RO: ClinicTexts = {
  title: "Cerere de accept și de cost estimativ complet",
  lacksTitle: "Acceptul pentru tratament: ce mai lipsește",
  to: "Către",
  subject: (patient) => `Pacient: ${patient}`,
  greeting: "Stimată doamnă, stimate domn,",
  intro: (house) =>
    `La ${house}, instituție publică de asigurări de sănătate din România, este deschis un dosar pentru formularul S2 (E112) al pacientului numit mai jos. Pe baza acestui formular un tratament în străinătate se decontează între instituțiile publice de asigurări din cele două state. Pacientul cere tratament în clinica dumneavoastră.`,
  patientFacts: { name: "Numele și prenumele", birthDate: "Data nașterii", diagnosis: "Diagnosticul" },
  seeEnclosed: "vezi documentele medicale anexate",
  ask: "Pentru ca formularul să poată fi eliberat, vă rugăm să ne trimiteți:",
  asked: [
    ["", "acceptul", " dumneavoastră pentru tratament;"],
    ["", "un cost estimativ complet", " al investigațiilor și al tratamentului sau intervenției chirurgicale."],
  ],
  mustContain:
    "Acceptul trebuie să cuprindă fiecare dintre acestea; fără una dintre ele dosarul nu poate merge mai departe:",
  contents: {
    doctorSignature: "semnătura medicului care va prelua cazul",
    doctorStamp: "parafa acestui medic",
    unitStamp: "ștampila unității sanitare",
    doctorAgrees: "că medicul este de acord să efectueze tratamentul sau intervenția",
    managementAgrees: "că este de acord conducerea spitalului",
    necessity: "necesitatea efectuării tratamentului sau intervenției",
    travelSafe: "că deplasarea în străinătate nu pune în pericol sănătatea și viața pacientului",
    period: "perioada în care pacientul este programat (de la – până la)",
    estimatedCost: "costul estimativ al tratamentului sau intervenției, cu moneda",
  },
  original: "O scanare ajunge pentru început; pentru dosar este nevoie de originalul pe hârtie.",
  advice:
    "Dacă starea de sănătate o permite, este de preferat o programare peste trei până la cinci luni: formularul s-ar putea să nu fie gata mai devreme.",
  contract:
    "Vă rugăm să confirmați și că clinica are contract cu asigurarea publică de sănătate din țara dumneavoastră: fără el formularul nu se poate folosi.",
  costs: "Costurile transportului și cazarea aparținătorilor sunt suportate de pacient.",
  refusal: "Dacă nu puteți primi pacientul, vă rugăm să ne spuneți: și un refuz ne ajută să mergem mai departe.",
  enclosed: "Anexăm documentele medicale ale pacientului, traduse.",
  lacksIntro: (date) =>
    `Vă mulțumim pentru accept${date === undefined ? "" : `, primit la ${date}`}. Pentru formularul S2 (E112) el trebuie să mai cuprindă următoarele, pentru ca dosarul să poată merge mai departe:`,
  lacking: "Lipsește din accept",
  rule: "Regula",
  lacksAsk: [
    "Vă rugăm să ne trimiteți ",
    "acceptul completat",
    " sau o pagină cu ceea ce lipsește, semnată și ștampilată.",
  ],
  closing: "Cu stimă,",
  director: "Președinte – director general",
  responsible: "Întocmit",
  signatureAndStamp: "semnătura și ștampila",
  signature: "semnătura",
  form: "Formularul acceptului",
  formNote: "Pentru înlesnire: se poate completa sau se poate scrie același cuprins pe hârtia clinicii.",
  fields: {
    clinic: "Clinica, localitatea, țara",
    doctor: "Medicul care preia cazul",
    patient: "Pacientul, data nașterii",
    treatment: "Tratamentul sau intervenția",
    period: "Perioada programată: de la – până la",
    cost: "Costul estimativ complet",
    costNote: "investigații și tratament, cu moneda",
  },
  declare: "Declarăm (se bifează fiecare):",
  declared: [
    "medicul este de acord să efectueze tratamentul sau intervenția;",
    "conducerea spitalului este de acord;",
    "tratamentul sau intervenția este necesară, din motivele descrise mai sus;",
    "deplasarea nu pune în pericol sănătatea și viața pacientului.",
  ],
  doctorPlace: "Medicul",
  doctorNote: "semnătura și parafa",
  managementPlace: "Pentru conducerea spitalului",
  managementNote: "semnătura și ștampila unității",
  date: "Data",
};

export const CLINIC_TEXTS = { ro: RO, en: EN, fr: FR, de: DE } as const satisfies Record<LetterLanguage, ClinicTexts>;
