/** The columns of the register of E112/S2 files that an insurance house brings. */
import type { Text } from "../../../domain/case/commands.ts";
import { TRANSLATED_KINDS } from "../../../domain/e112/commands.ts";
import { DOCUMENT_KINDS } from "../../../domain/e112/documents.ts";
import { COUNTY_CODES } from "../../../domain/people/counties.ts";
import { dated, PERSON_COLUMNS, plain, YES_NO, type Column } from "../column.ts";
import { ACCEPTANCE_WORDS, CONDITION_WORDS, REPORT_WORDS } from "./contents.ts";

const COUNTIES = Object.fromEntries(COUNTY_CODES.map((code) => [code, [code]]));

function yesNo(ro: string, en: string, explained: Text): Column {
  return { title: { ro, en }, explained, example: "da", words: YES_NO };
}

/** „complet”, or those that are there. */
function listed(words: Readonly<Record<string, string>>): Text {
  const names = Object.values(words).join(", ");
  return {
    ro: `„complet” sau, despărțite prin „;”, cele care sunt: ${names}.`,
    en: `“complet” (complete) or, separated by “;”, those that are there: ${names}.`,
  };
}

export const E112_COLUMNS = {
  legacyNumber: PERSON_COLUMNS.legacyNumber,
  filedOn: {
    ...dated("Dosar deschis la", "File opened on", {
      ro: "Ziua în care casa a început să țină dosarul; nu după celelalte acte.",
      en: "The day on which the house began to keep the file; not after the other acts.",
    }),
    needed: true,
    also: ["data deschiderii", "filed on"],
  },
  officer: {
    title: { ro: "Referent (e-mail)", en: "Officer (e-mail)" },
    explained: {
      ro: "Adresa de e-mail a referentului casei care are dosarul. Gol: cine importă.",
      en: "The e-mail address of the house’s officer who has the file. Empty: whoever imports.",
    },
    example: "ana.pop@cas.example",
  },
  surname: PERSON_COLUMNS.surname,
  givenName: PERSON_COLUMNS.givenName,
  birthDate: PERSON_COLUMNS.birthDate,
  cnp: PERSON_COLUMNS.cnp,
  domicileCounty: {
    title: { ro: "Județ de domiciliu", en: "County of domicile" },
    explained: { ro: "Codul sau numele județului.", en: "The code or the name of the county." },
    example: "CJ",
    needed: true,
    words: COUNTIES,
    also: ["judet domiciliu"],
  },
  residenceCounty: PERSON_COLUMNS.residenceCounty,
  address: PERSON_COLUMNS.address,
  phone: PERSON_COLUMNS.phone,
  email: PERSON_COLUMNS.email,
  diagnosis: PERSON_COLUMNS.diagnosis,
  filerRole: {
    title: { ro: "Solicitant", en: "Applicant" },
    explained: {
      ro: "Cine cere formularul. Gol: pacientul. La altcineva se completează numele și prenumele (E112-64, E112-72).",
      en: "Who applies for the form. Empty: the patient. For anybody else the names are given (E112-64, E112-72).",
    },
    example: "pacient",
    words: {
      patient: ["pacient", "patient"],
      parent: ["părinte", "parent"],
      guardian: ["tutore", "guardian"],
      otherPerson: ["altă persoană", "another person"],
    },
    also: ["depus de", "filed by"],
  },
  filerSurname: {
    ...PERSON_COLUMNS.filerSurname,
    title: { ro: "Nume solicitant", en: "Applicant’s surname" },
  },
  filerGivenName: {
    ...PERSON_COLUMNS.filerGivenName,
    title: { ro: "Prenume solicitant", en: "Applicant’s given name" },
  },
  filerPhone: { ...PERSON_COLUMNS.filerPhone, title: { ro: "Telefon solicitant", en: "Applicant’s telephone" } },
  filerEmail: { ...PERSON_COLUMNS.filerEmail, title: { ro: "E-mail solicitant", en: "Applicant’s e-mail" } },
  category: {
    title: { ro: "Categoria", en: "Category" },
    explained: {
      ro: "2: tratament (E112-87); 1: transfer de reședință (E112-86). Gol: 2.",
      en: "2: treatment (E112-87); 1: transfer of residence (E112-86). Empty: 2.",
    },
    example: "2",
    words: { 2: ["2"], 1: ["1"] },
  },
  clinicName: { title: { ro: "Clinica", en: "Clinic" }, ...plain("Klinikum München"), also: ["clinica straina"] },
  clinicCountry: {
    title: { ro: "Clinica: țara", en: "Clinic: country" },
    explained: { ro: "Codul de două litere sau numele țării.", en: "The code of two letters or the name." },
    example: "DE",
  },
  clinicCity: { title: { ro: "Clinica: orașul", en: "Clinic: city" }, ...plain("München") },
  clinicEmail: { title: { ro: "Clinica: e-mail", en: "Clinic: e-mail" }, ...plain("info@example.de") },
  clinicDoctor: { title: { ro: "Clinica: medicul", en: "Clinic: doctor" }, ...plain("Dr. Muster") },
  clinicContracted: yesNo("Clinica: contract public", "Clinic: public contract", {
    ro: "da sau nu: are contract cu asigurarea publică a țării ei (E112-03). Gol: nu se știe.",
    en: "yes or no: it has a contract with the public insurance of its country (E112-03). Empty: not known.",
  }),
  statedInPackage: yesNo("Declarat în pachetul de bază", "Stated to be in the basic package", {
    ro: "da sau nu (E112-04). Gol: nu se știe.",
    en: "yes or no (E112-04). Empty: not known.",
  }),
  agreed: dated("Acord prealabil din", "Prior agreement of"),
  agreedBy: { title: { ro: "Medicul curant", en: "Treating doctor" }, ...plain("Dr. Ionescu") },
  agreedUnit: { title: { ro: "Unitatea medicului curant", en: "Treating doctor’s unit" }, ...plain("") },
  doctorContracted: yesNo("Medic în contract cu casa", "Doctor under contract with a house", {
    ro: "da sau nu (E112-12); se completează la acordul prealabil și la raport.",
    en: "yes or no (E112-12); filled in with the prior agreement and with the report.",
  }),
  translated: dated("Documente traduse la", "Documents translated on"),
  translatedKinds: {
    title: { ro: "Documentele traduse", en: "The translated documents" },
    explained: {
      ro: `Despărțite prin „;”: ${TRANSLATED_KINDS.join(", ")}.`,
      en: `Separated by “;”: ${TRANSLATED_KINDS.join(", ")}.`,
    },
    example: "biletIesire; ct",
  },
  translatedInto: {
    title: { ro: "Traduse în limba", en: "Translated into" },
    explained: { ro: "Codul de două litere al limbii.", en: "The code of two letters of the language." },
    example: "de",
  },
  translator: { title: { ro: "Traducătorul", en: "Translator" }, ...plain("") },
  requested: dated("Cerere către clinică din", "Request to the clinic of", {
    ro: "Ziua e-mailului care cere acceptul și costul complet (E112-24, E112-26, E112-27). Gol: nu s-a cerut.",
    en: "The day of the e-mail that asks for the acceptance and the complete cost (E112-24, E112-26, E112-27). Empty: not asked.",
  }),
  requestPhoned: yesNo("Clinica anunțată telefonic", "Clinic told by telephone", {
    ro: "da sau nu (E112-25); până nu este „da” se așteaptă cererea.",
    en: "yes or no (E112-25); until it is “yes” the request is waited for.",
  }),
  clinicRefused: dated("Clinica a refuzat la", "Clinic refused on", {
    ro: "Ziua refuzului: dosarul așteaptă cererea către altă clinică (E112-28); acceptul alteia se consemnează în dosar.",
    en: "The day of the refusal: the file waits for the request to another clinic (E112-28); the acceptance of that one is recorded in the file.",
  }),
  accepted: dated("Acceptul clinicii din", "Clinic’s acceptance of"),
  acceptanceForm: {
    title: { ro: "Accept: forma", en: "Acceptance: form" },
    explained: { ro: "original sau scan. Gol: original.", en: "original or scan. Empty: original." },
    example: "original",
    words: { original: ["original"], scan: ["scan"] },
  },
  acceptanceContents: {
    title: { ro: "Accept: ce cuprinde", en: "Acceptance: contents" },
    explained: listed(ACCEPTANCE_WORDS),
    example: "complet",
  },
  acceptanceFrom: dated("Accept: programat de la", "Acceptance: scheduled from"),
  acceptanceTo: dated("Accept: programat până la", "Acceptance: scheduled until"),
  acceptanceCost: {
    title: { ro: "Accept: cost estimativ", en: "Acceptance: estimated cost" },
    ...plain("15000"),
  },
  acceptanceCurrency: { title: { ro: "Accept: moneda", en: "Acceptance: currency" }, ...plain("EUR") },
  legalised: dated("Traducere legalizată din", "Legalised translation of", {
    ro: "A acceptului; originalul ei este la pacient (E112-39, E112-40). Gol: nu este.",
    en: "Of the acceptance; its original is with the patient (E112-39, E112-40). Empty: there is none.",
  }),
  reported: dated("Raport medical din", "Medical report of"),
  reportContents: {
    title: { ro: "Raport: ce cuprinde", en: "Report: contents" },
    explained: listed(REPORT_WORDS),
    example: "complet",
  },
  reportReasons: { title: { ro: "Raport: motivele", en: "Report: reasons" }, ...plain("") },
  reportUntil: dated("Raport: cel mult până la", "Report: until at the latest", {
    ro: "Ultima zi a perioadei maxime de tratament (litera d).",
    en: "The last day of the longest period for the treatment (letter d).",
  }),
  reportCountry: {
    title: { ro: "Raport: țara", en: "Report: country" },
    explained: { ro: "Codul sau numele. Gol: nu este scrisă.", en: "Code or name. Empty: not written." },
    example: "DE",
  },
  reportCity: { title: { ro: "Raport: orașul", en: "Report: city" }, ...plain("München") },
  reportHospital: { title: { ro: "Raport: spitalul", en: "Report: hospital" }, ...plain("Klinikum München") },
  reportFrom: dated("Raport: perioada de la", "Report: period from"),
  reportTo: dated("Raport: perioada până la", "Report: period until"),
  otherParent: {
    title: { ro: "Celălalt părinte nu se cere", en: "Other parent not asked" },
    explained: {
      ro: "Numai la copii, cu dovadă: deces, custodie exclusivă sau tutelă (E112-A10).",
      en: "For children only, on proof: death, sole custody or guardianship (E112-A10).",
    },
    example: "",
    words: {
      death: ["deces", "death"],
      soleCustody: ["custodie exclusivă", "sole custody"],
      guardianship: ["tutelă", "guardianship"],
    },
  },
  assembled: dated("Dosar întocmit la", "Dossier assembled on"),
  documents: {
    title: { ro: "Documente", en: "Documents" },
    explained: {
      ro: `„complet” sau lista celor depuse, despărțite prin „;”: ${DOCUMENT_KINDS.join(", ")}. După fiecare poate urma forma: original, copie, scan.`,
      en: `“complet” (complete) or the list of those filed, separated by “;”: ${DOCUMENT_KINDS.join(", ")}. Each may be followed by its form: original, copy, scan.`,
    },
    example: "complet",
  },
  applied: dated("Cerere înregistrată la", "Application registered on"),
  applicationNumber: {
    title: { ro: "Nr. cererii", en: "Application number" },
    explained: {
      ro: "Numărul de înregistrare de până acum, pe care cererea îl păstrează (E112-61). Gol: primește unul nou.",
      en: "The registration number so far, which the application keeps (E112-61). Empty: it gets a new one.",
    },
    example: "4567/2026",
  },
  registry: {
    title: { ro: "Registratura", en: "Registry" },
    explained: { ro: "CAS sau CNAS (E112-59, E112-60). Gol: CAS.", en: "CAS or CNAS (E112-59, E112-60). Empty: CAS." },
    example: "CAS",
    words: { CAS: ["CAS"], CNAS: ["CNAS"] },
  },
  insuredChecked: dated("Asigurare verificată la", "Insured status checked on"),
  insured: yesNo("Asigurat", "Insured", {
    ro: "da sau nu (E112-77). La copii: hotărârea, când un singur părinte este asigurat.",
    en: "yes or no (E112-77). For children: the decision, when one parent alone is insured.",
  }),
  parent1Insured: yesNo("Părinte 1 asigurat", "Parent 1 insured", {
    ro: "da sau nu; la copii (E112-73).",
    en: "yes or no; for children (E112-73).",
  }),
  parent2Insured: yesNo("Părinte 2 asigurat", "Parent 2 insured", {
    ro: "da sau nu; la copii (E112-73).",
    en: "yes or no; for children (E112-73).",
  }),
  insuredReason: {
    title: { ro: "Motivul hotărârii asupra asigurării", en: "Reason of the decision on insurance" },
    ...plain(""),
  },
  analysed: dated("Condiții analizate la", "Conditions analysed on"),
  conditions: {
    title: { ro: "Condiții îndeplinite", en: "Conditions met" },
    explained: {
      ro: `„complet” sau, despărțite prin „;”, cele îndeplinite: ${Object.values(CONDITION_WORDS).join(", ")}; „niciuna” dacă nu este niciuna (E112-78).`,
      en: `“complet” (complete) or, separated by “;”, those met: ${Object.values(CONDITION_WORDS).join(", ")}; “niciuna” (none) if none is (E112-78).`,
    },
    example: "complet",
  },
  refused: dated("Cerere refuzată la", "Application refused on"),
  refusalReason: { title: { ro: "Motivele refuzului", en: "Reasons of the refusal" }, ...plain("") },
  refusalCommunicated: dated("Refuz comunicat la", "Refusal communicated on"),
  departed: dated("Plecarea pacientului", "Patient’s departure"),
  forceMajeure: dated("Referat de forță majoră din", "Force majeure report of", {
    ro: "Numai la o eliberare după plecare, neplătită de pacient (E112-83, E112-84).",
    en: "Only for an issue after the departure, not paid by the patient (E112-83, E112-84).",
  }),
  forceMajeureReasons: { title: { ro: "Forța majoră: motivele", en: "Force majeure: reasons" }, ...plain("") },
  issued: dated("Formular eliberat la", "Form issued on"),
  formNumber: {
    title: { ro: "Nr. formularului", en: "Form number" },
    explained: {
      ro: "Numărul de până acum, pe care formularul îl păstrează. Gol: primește unul nou.",
      en: "The number so far, which the form keeps. Empty: it gets a new one.",
    },
    example: "E112/45/2026",
  },
  formName: {
    title: { ro: "Formularul", en: "The form" },
    explained: { ro: "E112 sau S2. Gol: S2.", en: "E112 or S2. Empty: S2." },
    example: "S2",
    words: { S2: ["S2"], E112: ["E112"] },
  },
  copyKept: dated("Exemplarul 1 păstrat la", "Copy 1 kept on"),
  copyHanded: dated("Exemplarul 2 predat la", "Copy 2 handed over on"),
  treated: dated("Tratament încheiat la", "Treatment done on"),
  settled: dated("E125 decontat la", "E125 settled on", {
    ro: "Ziua decontării între instituții (E112-85). Mai multe facturi: prima aici, celelalte din dosar.",
    en: "The day of the settlement between institutions (E112-85). Several invoices: the first one here, the others from the file.",
  }),
  settledWith: { title: { ro: "E125: de la instituția", en: "E125: from the institution" }, ...plain("AOK Bayern") },
  settledAmount: { title: { ro: "E125: suma", en: "E125: amount" }, ...plain("14000") },
  settledCurrency: { title: { ro: "E125: moneda", en: "E125: currency" }, ...plain("EUR") },
  settledLast: yesNo("E125: ultima factură", "E125: last invoice", {
    ro: "da sau nu: nu mai urmează alta. Gol: da.",
    en: "yes or no: no other follows. Empty: yes.",
  }),
  withdrawn: dated("Cerere retrasă la", "Application withdrawn on", {
    ro: "Ziua retragerii, înainte de eliberare; dosarul se închide. Gol: nu s-a retras.",
    en: "The day of the withdrawal, before the issue; the file is closed. Empty: it was not withdrawn.",
  }),
  withdrawalReason: { title: { ro: "Motivul retragerii", en: "Reason of the withdrawal" }, ...plain("") },
  died: dated("Deces la", "Died on", {
    ro: "Ziua decesului pacientului, înainte de eliberare; dosarul se închide. Gol: nu este cazul.",
    en: "The day of the patient’s death, before the issue; the file is closed. Empty: it does not apply.",
  }),
} as const satisfies Record<string, Column>;
