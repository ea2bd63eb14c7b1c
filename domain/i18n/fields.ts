/** What the fields of requests are called, and the form in which some are written. */
import type { Text } from "../case/commands.ts";
import type { Language } from "./language.ts";

const LABELS: Readonly<Record<string, Text>> = {
  commandId: { ro: "commandId", en: "commandId" },
  expectedVersion: { ro: "Versiunea văzută", en: "Version seen" },
  type: { ro: "Tipul comenzii", en: "Command type" },
  process: { ro: "Procedura", en: "Process" },
  institution: { ro: "Instituția", en: "Institution" },
  occurredOn: { ro: "Data actului", en: "Date of the act" },
  lateReason: { ro: "Motivul înregistrării târzii", en: "Reason for the late entry" },
  payload: { ro: "Conținutul comenzii", en: "Contents of the command" },
  email: { ro: "Adresa de e-mail", en: "E-mail address" },
  password: { ro: "Parola", en: "Password" },
  registrationNumber: { ro: "Numărul de înregistrare", en: "Registration number" },
  accessCode: { ro: "Codul de acces", en: "Access code" },
  from: { ro: "Data de început", en: "Start date" },
  workingDays: { ro: "Numărul de zile lucrătoare", en: "Number of working days" },
  rule: { ro: "Regula", en: "Rule" },
  daysOff: { ro: "Zilele libere declarate", en: "Declared days off" },
  recoveryDays: { ro: "Zilele de recuperare", en: "Recovery days" },
  patient: { ro: "Pacientul", en: "Patient" },
  filer: { ro: "Persoana care depune", en: "Person who files" },
  role: { ro: "Calitatea celui care depune", en: "Capacity of the person who files" },
  kinshipDegree: { ro: "Gradul de rudenie", en: "Degree of kinship" },
  isParent: { ro: "„Este părinte”", en: "“Is a parent”" },
  surname: { ro: "Numele de familie", en: "Surname" },
  givenName: { ro: "Prenumele", en: "Given name" },
  birthDate: { ro: "Data nașterii", en: "Birth date" },
  cnp: { ro: "Codul numeric personal", en: "Personal numeric code (CNP)" },
  domicileCounty: { ro: "Județul de domiciliu", en: "County of domicile" },
  residenceCounty: { ro: "Județul de reședință", en: "County of residence" },
  address: { ro: "Adresa", en: "Address" },
  phone: { ro: "Telefonul", en: "Telephone number" },
  fax: { ro: "Faxul", en: "Fax number" },
  diagnosis: { ro: "Diagnosticul", en: "Diagnosis" },
  documents: { ro: "Documentele", en: "Documents" },
  kind: { ro: "Felul", en: "Kind" },
  form: { ro: "Forma documentului", en: "Form of the document" },
  title: { ro: "Denumirea", en: "Title" },
  upload: { ro: "Fișierul încărcat", en: "Uploaded file" },
  waiver: { ro: "Scutirea", en: "Waiver" },
  reason: { ro: "Motivul", en: "Reason" },
  reasons: { ro: "Motivele", en: "Reasons" },
  proof: { ro: "Dovada", en: "Proof" },
  decision: { ro: "Decizia", en: "Decision" },
  approvedOn: { ro: "Data aprobării", en: "Date of approval" },
  communicatedOn: { ro: "Data comunicării", en: "Date of communication" },
  receivedOn: { ro: "Data primirii procesului-verbal", en: "Date the minutes were received" },
  registeredOn: { ro: "Data înregistrării procesului-verbal", en: "Date the minutes were registered" },
  minutes: { ro: "Procesul-verbal", en: "Minutes" },
  number: { ro: "Numărul", en: "Number" },
  urgencyClass: { ro: "Clasa de urgență", en: "Urgency class" },
  clinics: { ro: "Clinicile", en: "Clinics" },
  clinic: { ro: "Clinica", en: "Clinic" },
  proposedClinic: { ro: "Clinica propusă", en: "Proposed clinic" },
  name: { ro: "Numele", en: "Name" },
  country: { ro: "Țara", en: "Country" },
  city: { ro: "Orașul", en: "City" },
  causes: { ro: "Cauzele", en: "Causes" },
  medicalConduct: { ro: "Conduita medicală", en: "Medical conduct" },
  recommendedUnitInRomania: { ro: "Unitatea sanitară din România", en: "Health unit in Romania" },
  channel: { ro: "Calea de comunicare", en: "Channel" },
  signedBy: { ro: "Semnatarul angajamentului", en: "Person who signed the undertaking" },
  by: { ro: "Cine scrie clinicii", en: "Who writes to the clinic" },
  evidence: { ro: "Dovada corespondenței", en: "Proof of correspondence" },
  translations: { ro: "Biroul de traduceri", en: "Translation office" },
  note: { ro: "Nota", en: "Note" },
  offer: { ro: "Oferta", en: "Offer" },
  letterhead: { ro: "Antetul clinicii", en: "Clinic’s letterhead" },
  signature: { ro: "Semnătura clinicii", en: "Clinic’s signature" },
  clinicName: { ro: "Numele clinicii", en: "Clinic’s name" },
  clinicAddress: { ro: "Adresa clinicii", en: "Clinic’s address" },
  contactPerson: { ro: "Persoana de contact", en: "Contact person" },
  bankAccount: { ro: "Contul bancar", en: "Bank account" },
  patientSurname: { ro: "Numele de familie al pacientului", en: "Patient’s surname" },
  patientGivenName: { ro: "Prenumele pacientului", en: "Patient’s given name" },
  costEvaluation: { ro: "Costul evaluării dinainte", en: "Cost of the evaluation before" },
  costProcedure: { ro: "Costul procedurii", en: "Cost of the procedure" },
  costPostEvaluation: { ro: "Costul evaluării de după", en: "Cost of the evaluation after" },
  costPerDay: { ro: "Costul unei zile de spitalizare", en: "Cost of a day in hospital" },
  costTotal: { ro: "Suma totală", en: "Total" },
  currency: { ro: "Moneda", en: "Currency" },
  amount: { ro: "Suma", en: "Amount" },
  paymentConditions: { ro: "Condițiile de plată", en: "Terms of payment" },
  admissionDate: { ro: "Data internării", en: "Day of admission" },
  vitalRisk: { ro: "Riscul vital", en: "Risk to life" },
  benefit: { ro: "Beneficiul așteptat", en: "Expected benefit" },
  corrects: { ro: "Înregistrarea corectată", en: "Entry corrected" },
  newOccurredOn: { ro: "Data corectată", en: "Corrected date" },
  newValue: { ro: "Data corectată", en: "Corrected date" },
  field: { ro: "Data care se corectează", en: "Date to correct" },
  q: { ro: "Căutarea", en: "Search" },
  cursor: { ro: "Pagina", en: "Page" },
};

/** What people call the field at the end of a path. */
export function fieldLabel(path: string, language: Language): string {
  const name = path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? path;
  return LABELS[name]?.[language] ?? name;
}

const AMOUNT: Text = {
  ro: "se scrie cu cifre, punct și cel mult două zecimale, de exemplu 12500.00",
  en: "is written in digits, with a point and at most two decimals, for example 12500.00",
};
const CLINIC: Text = {
  ro: "este clinic-1, clinic-2 …, ca în procesul-verbal",
  en: "is clinic-1, clinic-2 …, as in the minutes",
};
const FORMATS: Readonly<Record<string, Text>> = {
  cnp: { ro: "are 13 cifre", en: "has 13 digits" },
  phone: {
    ro: "se scrie cu cifre, cu + la început când este din străinătate",
    en: "is written in digits, with a leading + when it is foreign",
  },
  amount: AMOUNT,
  costEvaluation: AMOUNT,
  costProcedure: AMOUNT,
  costPostEvaluation: AMOUNT,
  costPerDay: AMOUNT,
  costTotal: AMOUNT,
  currency: {
    ro: "se scrie cu trei litere mari, de exemplu EUR",
    en: "is written in three capital letters, for example EUR",
  },
  country: {
    ro: "se scrie cu codul de două litere mari, de exemplu DE",
    en: "is written as its code of two capital letters, for example DE",
  },
  clinic: CLINIC,
  clinics: CLINIC,
  proposedClinic: CLINIC,
  email: { ro: "nu este o adresă de e-mail", en: "is not an e-mail address" },
  commandId: { ro: "este un UUID", en: "is a UUID" },
  upload: { ro: "este identificatorul unui fișier încărcat", en: "is the id of an uploaded file" },
};

/** The field as a sentence names it: quoted, so that the verb agrees whatever it is called. */
export function quotedLabel(path: string, language: Language): string {
  const label = fieldLabel(path, language);
  return language === "ro" ? `„${label}”` : `“${label}”`;
}

/** How the field is written, as the end of a sentence that begins with its name. */
export function fieldFormat(path: string, language: Language): string | undefined {
  const name = path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? path;
  return FORMATS[name]?.[language];
}
