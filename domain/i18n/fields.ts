/** What the fields of requests are called, and the form in which some are written. */
import type { Text } from "../case/commands.ts";
import type { Language } from "./language.ts";

const LABELS: Readonly<Record<string, Text>> = {
  commandId: { ro: "commandId", en: "commandId" },
  expectedVersion: { ro: "Versiune văzută", en: "Version seen" },
  type: { ro: "Tipul comenzii", en: "Command type" },
  process: { ro: "Procedură", en: "Process" },
  institution: { ro: "Instituție", en: "Institution" },
  occurredOn: { ro: "Data actului", en: "Date of the act" },
  lateReason: { ro: "Motivul înregistrării târzii", en: "Reason for the late entry" },
  payload: { ro: "Conținutul comenzii", en: "Contents of the command" },
  email: { ro: "Adresă de e-mail", en: "E-mail address" },
  password: { ro: "Parolă", en: "Password" },
  registrationNumber: { ro: "Număr de înregistrare", en: "Registration number" },
  accessCode: { ro: "Cod de acces", en: "Access code" },
  from: { ro: "Dată de început", en: "Start date" },
  workingDays: { ro: "Număr de zile lucrătoare", en: "Number of working days" },
  rule: { ro: "Regulă", en: "Rule" },
  daysOff: { ro: "Zile libere declarate", en: "Declared days off" },
  recoveryDays: { ro: "Zile de recuperare", en: "Recovery days" },
  patient: { ro: "Pacient", en: "Patient" },
  filer: { ro: "Persoana care depune", en: "Person who files" },
  role: { ro: "Calitatea celui care depune", en: "Capacity of the person who files" },
  kinshipDegree: { ro: "Grad de rudenie", en: "Degree of kinship" },
  isParent: { ro: "Este părinte", en: "Is a parent" },
  surname: { ro: "Nume de familie", en: "Surname" },
  givenName: { ro: "Prenume", en: "Given name" },
  birthDate: { ro: "Data nașterii", en: "Birth date" },
  cnp: { ro: "Cod numeric personal", en: "Personal numeric code (CNP)" },
  domicileCounty: { ro: "Județ de domiciliu", en: "County of domicile" },
  residenceCounty: { ro: "Județ de reședință", en: "County of residence" },
  address: { ro: "Adresă", en: "Address" },
  phone: { ro: "Telefon", en: "Telephone number" },
  fax: { ro: "Fax", en: "Fax number" },
  diagnosis: { ro: "Diagnostic", en: "Diagnosis" },
  documents: { ro: "Documente", en: "Documents" },
  kind: { ro: "Fel", en: "Kind" },
  form: { ro: "Forma documentului", en: "Form of the document" },
  title: { ro: "Denumire", en: "Title" },
  upload: { ro: "Fișier încărcat", en: "Uploaded file" },
  waiver: { ro: "Scutire", en: "Waiver" },
  reason: { ro: "Motiv", en: "Reason" },
  reasons: { ro: "Motive", en: "Reasons" },
  proof: { ro: "Dovadă", en: "Proof" },
  decision: { ro: "Decizie", en: "Decision" },
  approvedOn: { ro: "Data aprobării", en: "Date of approval" },
  communicatedOn: { ro: "Data comunicării", en: "Date of communication" },
  receivedOn: { ro: "Data primirii procesului-verbal", en: "Date the minutes were received" },
  registeredOn: { ro: "Data înregistrării procesului-verbal", en: "Date the minutes were registered" },
  minutes: { ro: "Proces-verbal", en: "Minutes" },
  number: { ro: "Număr", en: "Number" },
  urgencyClass: { ro: "Clasă de urgență", en: "Urgency class" },
  clinics: { ro: "Clinici", en: "Clinics" },
  clinic: { ro: "Clinică", en: "Clinic" },
  proposedClinic: { ro: "Clinică propusă", en: "Proposed clinic" },
  name: { ro: "Nume", en: "Name" },
  country: { ro: "Țară", en: "Country" },
  city: { ro: "Oraș", en: "City" },
  causes: { ro: "Cauze", en: "Causes" },
  medicalConduct: { ro: "Conduită medicală", en: "Medical conduct" },
  recommendedUnitInRomania: { ro: "Unitate sanitară din România", en: "Health unit in Romania" },
  channel: { ro: "Cale de comunicare", en: "Channel" },
  signedBy: { ro: "Semnatarul angajamentului", en: "Person who signed the undertaking" },
  by: { ro: "Cine scrie clinicii", en: "Who writes to the clinic" },
  evidence: { ro: "Dovada corespondenței", en: "Proof of correspondence" },
  translations: { ro: "Birou de traduceri", en: "Translation office" },
  note: { ro: "Notă", en: "Note" },
  offer: { ro: "Ofertă", en: "Offer" },
  letterhead: { ro: "Antetul clinicii", en: "Clinic’s letterhead" },
  signature: { ro: "Semnătura clinicii", en: "Clinic’s signature" },
  clinicName: { ro: "Numele clinicii", en: "Clinic’s name" },
  clinicAddress: { ro: "Adresa clinicii", en: "Clinic’s address" },
  contactPerson: { ro: "Persoană de contact", en: "Contact person" },
  bankAccount: { ro: "Cont bancar", en: "Bank account" },
  patientSurname: { ro: "Numele de familie al pacientului", en: "Patient’s surname" },
  patientGivenName: { ro: "Prenumele pacientului", en: "Patient’s given name" },
  costEvaluation: { ro: "Costul evaluării dinainte", en: "Cost of the evaluation before" },
  costProcedure: { ro: "Costul procedurii", en: "Cost of the procedure" },
  costPostEvaluation: { ro: "Costul evaluării de după", en: "Cost of the evaluation after" },
  costPerDay: { ro: "Costul unei zile de spitalizare", en: "Cost of a day in hospital" },
  costTotal: { ro: "Sumă totală", en: "Total" },
  currency: { ro: "Monedă", en: "Currency" },
  amount: { ro: "Sumă", en: "Amount" },
  paymentConditions: { ro: "Condiții de plată", en: "Terms of payment" },
  admissionDate: { ro: "Data internării", en: "Day of admission" },
  vitalRisk: { ro: "Risc vital", en: "Risk to life" },
  benefit: { ro: "Beneficiu așteptat", en: "Expected benefit" },
  deadline: { ro: "Termenul", en: "Term" },
  causedBy: { ro: "Cine a cauzat suspendarea", en: "Who caused the suspension" },
  cause: { ro: "Cauza suspendării", en: "Cause of the suspension" },
  legalBasis: { ro: "Temeiul legal", en: "Legal ground" },
  corrects: { ro: "Înregistrare corectată", en: "Entry corrected" },
  newOccurredOn: { ro: "Data corectată", en: "Corrected date" },
  newValue: { ro: "Data corectată", en: "Corrected date" },
  field: { ro: "Data care se corectează", en: "Date to correct" },
  opens: { ro: "Ora de începere", en: "Hour of opening" },
  closes: { ro: "Ora de încheiere", en: "Hour of closing" },
  userId: { ro: "Cine lipsește", en: "Who is away" },
  substituteId: { ro: "Înlocuitor", en: "Substitute" },
  fromOn: { ro: "Prima zi", en: "First day" },
  untilOn: { ro: "Ultima zi", en: "Last day" },
  acts: { ro: "Acte asupra calendarului", en: "Acts on the calendar" },
  expectedNumber: { ro: "Schimbarea văzută", en: "Change seen" },
  date: { ro: "Dată", en: "Date" },
  for: { ro: "Pentru cine", en: "For whom" },
  legalAct: { ro: "Actul", en: "Legal act" },
  id: { ro: "Ziua declarată", en: "Declared day" },
  year: { ro: "An", en: "Year" },
  interrupted: { ro: "Întreruptă de zilele declarate", en: "Interrupted by declared days" },
  citation: { ro: "Temei", en: "Citation" },
  format: { ro: "Format", en: "Format" },
  file: { ro: "Fișier", en: "File" },
  q: { ro: "Căutare", en: "Search" },
  cursor: { ro: "Pagină", en: "Page" },
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
  ro: "se scrie clinic-1, clinic-2 …, în ordinea din procesul-verbal",
  en: "is written clinic-1, clinic-2 …, in the order of the minutes",
};
const FORMATS: Readonly<Record<string, Text>> = {
  cnp: { ro: "trebuie să aibă 13 cifre", en: "must have 13 digits" },
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
  deadline: {
    ro: "se scrie ca în dosar, de exemplu MOH-69 sau MOH-61:clinic-1",
    en: "is written as in the file, for example MOH-69 or MOH-61:clinic-1",
  },
  email: { ro: "nu cuprinde o adresă de e-mail corectă", en: "does not hold a correct e-mail address" },
  commandId: { ro: "trebuie să fie un UUID", en: "must be a UUID" },
  userId: { ro: "trebuie să fie identificatorul unei persoane", en: "must be the id of a person" },
  substituteId: { ro: "trebuie să fie identificatorul unei persoane", en: "must be the id of a person" },
  upload: { ro: "trebuie să fie identificatorul unui fișier încărcat", en: "must be the id of an uploaded file" },
};

/** The subject of a sentence about a field: the verb agrees with "field", whatever the field is called. */
export function namedField(path: string, language: Language): string {
  const label = fieldLabel(path, language);
  return language === "ro" ? `Câmpul „${label}”` : `Field “${label}”`;
}

/** How the field is written, as the end of a sentence that begins with `namedField`. */
export function fieldFormat(path: string, language: Language): string | undefined {
  const name = path.split(".").findLast((part) => !/^\d+$/.test(part)) ?? path;
  return FORMATS[name]?.[language];
}
