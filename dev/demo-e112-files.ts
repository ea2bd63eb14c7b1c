/** Invented E112 files in different stages at the insurance houses of Cluj and Bihor. Nobody in them exists. */
import { adult, inDays, legalDay, type DemoAct, type DemoPatient } from "./demo-files.ts";

/** What an act says of its file, when it names something that the file got before. */
export interface DemoE112View {
  readonly e112: { readonly forms: readonly { readonly number?: string }[] };
}

export interface DemoE112Act extends Omit<DemoAct, "by" | "payload"> {
  readonly payload?: DemoAct["payload"] | ((view: DemoE112View) => Readonly<Record<string, unknown>>);
}

export interface DemoE112File {
  readonly openedDaysAgo: number;
  readonly patient: DemoPatient;
  readonly applicant: Readonly<Record<string, unknown>>;
  readonly clinic?: Readonly<Record<string, unknown>>;
  readonly category?: 1 | 2;
  readonly inBasicPackage?: boolean;
  readonly acts: readonly DemoE112Act[];
}

const self = { role: "patient" };
const DOCTOR = "dr. Alina Cosma";

const MUNICH = {
  name: "Klinikum rechts der Isar",
  country: "DE",
  city: "München",
  email: "international@isar.example",
  doctor: "Prof. Dr. Weber",
  publicInsuranceContract: true,
};
const VIENNA = {
  name: "AKH Wien",
  country: "AT",
  city: "Viena",
  email: "patients@akh.example",
  publicInsuranceContract: true,
};
const PARIS = {
  name: "Hôpital Cochin",
  country: "FR",
  city: "Paris",
  email: "etranger@cochin.example",
  publicInsuranceContract: true,
};
const PRIVATE_CLINIC = {
  name: "Privatklinik am See",
  country: "AT",
  city: "Salzburg",
  email: "office@amsee.example",
  publicInsuranceContract: false,
};

interface Treatment {
  readonly clinic: typeof MUNICH | typeof VIENNA;
  readonly language: string;
  /** The appointment, in days from today. */
  readonly from: number;
  readonly to: number;
  readonly cost: string;
}

const IN_MUNICH: Treatment = { clinic: MUNICH, language: "de", from: 45, to: 66, cost: "28400.00" };
const IN_VIENNA: Treatment = { clinic: VIENNA, language: "de", from: 60, to: 74, cost: "17250.00" };
const IN_PARIS: Treatment = { clinic: PARIS, language: "fr", from: 30, to: 51, cost: "41900.00" };

function agreed(daysAgo: number): DemoE112Act {
  return {
    type: "recordPriorAgreement",
    daysAgo,
    payload: { casContract: true, doctor: DOCTOR, unit: "Institutul Clinic Fundeni" },
  };
}

function translated(daysAgo: number, language: string): DemoE112Act {
  const kinds = ["biletIesire", "analizeMedicale", "rmn"];
  const translator = { name: "Birou de traduceri medicale", specialised: true };
  return { type: "recordTranslations", daysAgo, payload: { existing: kinds, translated: kinds, language, translator } };
}

function asked(daysAgo: number): DemoE112Act {
  return {
    type: "sendRequestToClinic",
    daysAgo,
    payload: { byEmail: true, phoned: true, asksAcceptance: true, asksCompleteCost: true },
  };
}

function acceptanceOf({ from, to, cost }: Treatment): Record<string, unknown> {
  return {
    form: "original",
    doctorSignature: true,
    doctorStamp: true,
    unitStamp: true,
    doctorAgrees: true,
    managementAgrees: true,
    necessity: true,
    travelSafe: true,
    periodFrom: inDays(from),
    periodTo: inDays(to),
    estimatedCost: { amount: cost, currency: "EUR" },
  };
}

function reported(daysAgo: number, { clinic, from, to }: Treatment): DemoE112Act {
  return {
    type: "recordMedicalReport",
    daysAgo,
    payload: {
      doctor: DOCTOR,
      casContract: true,
      report: {
        recommendation: true,
        inBasicPackage: true,
        notTimely: true,
        reasons: "Lista de așteptare depășește intervalul în care tratamentul este indicat.",
        travelSafe: true,
        maxPeriodUntil: inDays(to + 30),
        point7: { a: true, b: true, c: true, d: true },
        datedOn: legalDay(daysAgo),
        signature: true,
        stamp: true,
        country: clinic.country,
        city: clinic.city,
        hospital: clinic.name,
        periodFrom: inDays(from),
        periodTo: inDays(to),
      },
    },
  };
}

function listed(kinds: Readonly<Record<string, string>>): { kind: string; form: string }[] {
  return Object.entries(kinds).map(([kind, form]) => ({ kind, form }));
}

const PAPERS = {
  cerereTip: "original",
  documenteMedicale: "copy",
  raportMedical: "original",
  acceptClinica: "originalWithTranslation",
};
const ADULT = listed({ ...PAPERS, ciBeneficiar: "copyWithOriginal", adeverintaAsigurat: "original" });
const ONE_PARENT = listed({
  ...PAPERS,
  certificatNastere: "copyWithOriginal",
  ciParinte1: "copyWithOriginal",
  adeverintaParinte1: "original",
});

/** From the agreement to the medical report, which is drawn so many days ago; it all takes seven weeks. */
function toReport(daysAgo: number, treatment: Treatment): DemoE112Act[] {
  return [
    agreed(daysAgo + 47),
    translated(daysAgo + 40, treatment.language),
    asked(daysAgo + 38),
    { type: "recordAcceptance", daysAgo: daysAgo + 12, payload: { acceptance: acceptanceOf(treatment) } },
    { type: "recordLegalisedTranslation", daysAgo: daysAgo + 7, payload: { originalKeptBy: "patient" } },
    reported(daysAgo, treatment),
  ];
}

/** To the registration of the application, so many days ago. */
function toRegistration(daysAgo: number, treatment: Treatment): DemoE112Act[] {
  return [
    ...toReport(daysAgo + 3, treatment),
    { type: "assembleDossier", daysAgo: daysAgo + 1, payload: { documents: ADULT } },
    { type: "registerApplication", daysAgo, payload: { registry: "CAS" } },
  ];
}

/** To the analysis, so many days ago; a condition may fail. */
function toAnalysis(daysAgo: number, treatment: Treatment, fails: Record<string, boolean> = {}): DemoE112Act[] {
  const conditions = { clinicInEu: true, clinicContracted: true, inBasicPackage: true, notTimelyInRomania: true };
  return [
    ...toRegistration(daysAgo + 9, treatment),
    { type: "checkInsuredStatus", daysAgo: daysAgo + 8, payload: { insured: true } },
    { type: "analyseConditions", daysAgo, payload: { ...conditions, ...fails } },
  ];
}

/** The form is issued so many days ago; both copies are handed over the day after. */
function toHandOver(daysAgo: number, treatment: Treatment): DemoE112Act[] {
  return [...toAnalysis(daysAgo + 1, treatment), { type: "issueForm", daysAgo }, ...handedOver(daysAgo - 1)];
}

function handedOver(daysAgo: number): DemoE112Act[] {
  return [
    { type: "handOverCopy", daysAgo, payload: { copy: 1, to: "issuer" } },
    { type: "handOverCopy", daysAgo, payload: { copy: 2, to: "applicant", receivedBy: "pacientul" } },
  ];
}

/** The day of opening of a file whose report, registration … is so many days ago, as its acts say. */
function opened(acts: readonly DemoE112Act[]): number {
  return Math.max(...acts.map(({ daysAgo }) => daysAgo)) + 1;
}

function file(
  patient: DemoPatient,
  { clinic }: Pick<Treatment, "clinic">,
  acts: readonly DemoE112Act[],
  applicant: DemoE112File["applicant"] = self,
): DemoE112File {
  return { openedDaysAgo: opened(acts), patient, applicant, clinic, acts };
}

function parent(surname: string, givenName: string): DemoE112File["applicant"] {
  return { role: "parent", surname, givenName };
}

export const DEMO_E112_FILES: readonly DemoE112File[] = [
  // The acceptance has come without the stamp of the unit and without the cost: the clinic is asked for them (E112-30, E112-37).
  file(adult("Suciu", "Marcel", "1964-05-08", "Adenom hipofizar"), IN_MUNICH, [
    agreed(40),
    translated(31, "de"),
    asked(30),
    {
      type: "recordAcceptance",
      daysAgo: 2,
      payload: { acceptance: { ...acceptanceOf(IN_MUNICH), unitStamp: false, estimatedCost: undefined } },
    },
  ]),
  // The clinic has been asked and is silent.
  file(adult("Filip", "Adriana", "1978-09-13", "Keratoconus"), IN_VIENNA, [
    agreed(30),
    translated(15, "de"),
    asked(12),
  ]),
  // A child: the papers of the second parent are missing (E112-72, E112-73).
  file(
    adult("Hossu", "Matei", "2019-04-02", "Malformație urinară"),
    IN_MUNICH,
    [...toReport(9, IN_MUNICH), { type: "assembleDossier", daysAgo: 4, payload: { documents: ONE_PARENT } }],
    parent("Hossu", "Diana"),
  ),
  // Registered two months ago and not decided: the alert has been reached; no term exists (E112-A4).
  file(adult("Rotar", "Eugenia", "1959-02-27", "Gonartroză"), IN_VIENNA, [
    ...toRegistration(62, IN_VIENNA),
    { type: "checkInsuredStatus", daysAgo: 58, payload: { insured: true } },
  ]),
  // Both conditions are met: the form has to be issued, a refusal does not exist (E112-10).
  file(adult("Pintea", "Lucian", "1971-11-30", "Hernie de disc"), IN_MUNICH, toAnalysis(2, IN_MUNICH)),
  // The treatment can be given in time in Romania: to be refused, with the condition named (E112-78).
  file(
    adult("Chiș", "Felicia", "1982-06-16", "Litiază renală"),
    IN_PARIS,
    toAnalysis(3, IN_PARIS, { notTimelyInRomania: false }),
  ),
  // Issued; the patient's copy is to be collected (E112-81).
  file(adult("Vlad", "Octavian", "1967-01-05", "Stenoză carotidiană"), IN_PARIS, [
    ...toAnalysis(4, IN_PARIS),
    { type: "issueForm", daysAgo: 3 },
    { type: "handOverCopy", daysAgo: 3, payload: { copy: 1, to: "issuer" } },
  ]),
  // Left before the issue, in force majeure and unpaid: the house's report is there, the form may be issued (E112-83, E112-84).
  file(adult("Mocan", "Teodor", "1953-08-19", "Disecție de aortă"), { clinic: VIENNA }, [
    ...toAnalysis(6, { ...IN_VIENNA, from: 2, to: 20 }),
    { type: "recordDeparture", daysAgo: 4, payload: { departedOn: legalDay(4) } },
    {
      type: "drawForceMajeureReport",
      daysAgo: 1,
      payload: { reasons: "Agravare neprevăzută, transfer de urgență; formularul nu se putea elibera mai devreme." },
    },
  ]),
  // A form in the place of another one; its copies are handed over anew.
  file(adult("Bogdan", "Carmen", "1988-12-20", "Endometrioză"), IN_VIENNA, [
    ...toHandOver(16, IN_VIENNA),
    { type: "replaceForm", daysAgo: 5, payload: { reason: "Clinica a schimbat perioada programării." } },
    { type: "handOverCopy", daysAgo: 5, payload: { copy: 1, to: "issuer" } },
  ]),
  // Treated; a first claim is settled with a difference, a second one is to be settled (E112-85).
  file(adult("Rus", "Ileana", "1962-03-03", "Valvulopatie mitrală"), { clinic: MUNICH }, settled()),
  // A transfer of residence is passed on, not treated (E112-86).
  {
    openedDaysAgo: 6,
    patient: adult("Kovács", "Ildikó", "1956-10-10", "Nu este cazul"),
    applicant: self,
    category: 1,
    acts: [],
  },
  // The clinic has no contract: moved to the Ministry's route, where the DSP has a linked file (E112-05).
  file(adult("Negrea", "Sebastian", "1974-07-07", "Glaucom"), { clinic: PRIVATE_CLINIC }, [
    agreed(12),
    { type: "moveToMinistryRoute", daysAgo: 3, payload: { reason: "Clinica nu are contract cu asigurarea publică." } },
  ]),
  // The neighbouring county: opened today; and refused, to be communicated.
  {
    openedDaysAgo: 0,
    patient: adult("Bonda", "Rareș", "1992-02-14", "Leziune de plex brahial", "BH"),
    applicant: { role: "otherPerson", surname: "Bonda", givenName: "Elena" },
    clinic: MUNICH,
    acts: [],
  },
  file(adult("Sabău", "Livia", "1949-04-25", "Degenerescență maculară", "BH"), IN_MUNICH, [
    ...toRegistration(10, IN_MUNICH),
    { type: "checkInsuredStatus", daysAgo: 6, payload: { insured: false } },
    { type: "refuseApplication", daysAgo: 1, payload: { reason: "Persoana nu este asigurată." } },
  ]),
];

function settled(): DemoE112Act[] {
  const past: Treatment = { ...IN_MUNICH, from: -70, to: -49 };
  const institutions = { from: "AOK Bayern", to: "CAS Cluj" };
  const claim = (number: string, daysAgo: number, amount: string): DemoE112Act => ({
    type: "receiveInvoice",
    daysAgo,
    payload: ({ e112 }) => ({
      number,
      formNumber: e112.forms.at(-1)?.number,
      ...institutions,
      amount,
      currency: "EUR",
      careFrom: inDays(past.from),
      careTo: inDays(past.to),
      country: "DE",
    }),
  });
  return [
    ...toHandOver(88, past),
    { type: "recordDeparture", daysAgo: 71, payload: { departedOn: legalDay(71) } },
    { type: "recordTreatmentDone", daysAgo: 46, payload: {} },
    claim("AOK-2026-118", 20, "29150.00"),
    {
      type: "settleInvoice",
      daysAgo: 12,
      payload: {
        form: "E125",
        invoice: "AOK-2026-118",
        from: "CAS Cluj",
        to: "AOK Bayern",
        amount: "28750.00",
        currency: "EUR",
        differenceReason: "O zi de cazare a aparținătorului nu se decontează (E112-38).",
        last: false,
      },
    },
    claim("AOK-2026-131", 4, "1240.00"),
  ];
}
