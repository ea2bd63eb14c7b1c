/** Some twenty invented files in different steps of the Ministry's process; some are late. Nobody in them exists. */

export interface DemoAct {
  readonly type: string;
  readonly daysAgo: number;
  readonly by?: "dsp" | "cst" | "ministry";
  readonly payload?: Readonly<Record<string, unknown>>;
}

export type DemoPatient = Readonly<Record<string, string>>;

export interface DemoFile {
  readonly filedDaysAgo: number;
  readonly patient: DemoPatient;
  readonly filer: Readonly<Record<string, unknown>>;
  readonly documents: readonly { readonly kind: string; readonly form: string }[];
  readonly acts: readonly DemoAct[];
}

const ORIGINALS = ["cerereTip", "scrisoareMedicala", "adeverintaMedicFamilie"];
const ADULT = [...ORIGINALS, "ciPacient", "biletIesire", "analize", "foaieObservatie"];
const MINOR = [...ADULT, "ciParinte1", "ciParinte2", "certificatNastere"];

function documents(kinds: readonly string[]): DemoFile["documents"] {
  return kinds.map((kind) => ({ kind, form: ORIGINALS.includes(kind) ? "original" : "copy" }));
}

export function adult(
  surname: string,
  givenName: string,
  birthDate: string,
  diagnosis: string,
  county = "CJ",
): DemoPatient {
  return {
    surname,
    givenName,
    birthDate,
    diagnosis,
    domicileCounty: county,
    email: `${givenName}.${surname}@pacient.example`
      .normalize("NFD")
      .replaceAll(/[\u0300-\u036f]/g, "")
      .toLowerCase(),
  };
}

const CLINICS = [
  {
    name: "Universitätsklinikum Heidelberg",
    country: "DE",
    city: "Heidelberg",
    email: "international@heidelberg.example",
  },
  { name: "AKH Wien", country: "AT", city: "Viena", email: "patients@akh.example" },
  { name: "Hôpital Necker", country: "FR", city: "Paris", email: "etranger@necker.example" },
];

const self = { role: "patient" };

function sent(daysAgo: number): DemoAct {
  return { type: "sendToCommission", daysAgo };
}

function examined(begun: number, finished: number, decision: "approved" | "rejected"): DemoAct[] {
  return [
    { type: "beginExamination", by: "cst", daysAgo: begun },
    { type: "finishExamination", by: "cst", daysAgo: finished, payload: { decision } },
  ];
}

function approved(daysAgo: number, urgencyClass: "A" | "B"): DemoAct {
  return {
    type: "registerDecision",
    daysAgo,
    payload: { decision: "approved", minutes: { number: `PV ${daysAgo}`, urgencyClass, clinics: CLINICS } },
  };
}

function asked(daysAgo: number, clinics = ["clinic-1", "clinic-2", "clinic-3"]): DemoAct[] {
  return clinics.map((clinic) => ({
    type: "sendClinicRequest",
    daysAgo,
    payload: {
      clinic,
      by: "DSP",
      evidence: "E-mail cu confirmare de primire",
      translations: "Birou de traduceri medicale",
    },
  }));
}

function offer(
  daysAgo: number,
  clinic: string,
  index: number,
  patient: DemoFile["patient"],
  costProcedure: number,
): DemoAct {
  const named = CLINICS[index] ?? CLINICS[0];
  return {
    type: "recordClinicAnswer",
    daysAgo,
    payload: {
      clinic,
      kind: "offer",
      offer: {
        letterhead: true,
        signature: true,
        clinicName: named?.name,
        clinicAddress: `${named?.city}, strada Spitalului 1`,
        contactPerson: "Biroul pacienților internaționali",
        phone: "+49 6221 560",
        fax: "nu are",
        email: named?.email,
        bankAccount: "DE89370400440532013000",
        patientSurname: patient["surname"],
        patientGivenName: patient["givenName"],
        diagnosis: patient["diagnosis"],
        costEvaluation: "1800.00",
        costProcedure: `${costProcedure}.00`,
        costPostEvaluation: "900.00",
        costPerDay: "650.00",
        costTotal: `${costProcedure + 2700}.00`,
        currency: "EUR",
        paymentConditions: "Plata integrală înainte de internare",
        admissionDate: inDays(90),
      },
    },
  };
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The legal date so many days ago, on the Friday before when that is a week-end day. */
export function legalDay(daysAgo: number): string {
  const date = new Date(Date.now() - daysAgo * 86_400_000);
  const weekday = date.getUTCDay();
  if (daysAgo > 0) date.setUTCDate(date.getUTCDate() - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0));
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Bucharest" }).format(date);
}

/** From the filing, so many days ago, to the Ministry's approval 35 days later and its notice 2 days after that. */
function toApproval(filed: number, patient: DemoFile["patient"], urgencyClass: "A" | "B", cost: number): DemoAct[] {
  return [
    sent(filed - 1),
    ...examined(filed - 8, filed - 10, "approved"),
    approved(filed - 11, urgencyClass),
    { type: "notifyPatient", daysAgo: filed - 12, payload: { channel: "post" } },
    ...asked(filed - 12),
    offer(filed - 16, "clinic-1", 0, patient, cost),
    offer(filed - 17, "clinic-2", 1, patient, cost + 8000),
    { type: "sendToMinistry", daysAgo: filed - 18, payload: { proposedClinic: "clinic-1" } },
    { type: "registerAtMinistry", by: "ministry", daysAgo: filed - 19 },
    { type: "askForMinistryNumber", daysAgo: filed - 21 },
    {
      type: "decideAtMinistry",
      by: "ministry",
      daysAgo: filed - 35,
      payload: {
        decision: "approved",
        clinic: "clinic-1",
        amount: `${cost + 2700}.00`,
        currency: "EUR",
        vitalRisk: urgencyClass === "A" ? 5 : 3,
        benefit: 4,
      },
    },
    { type: "notifyPatient", daysAgo: filed - 37, payload: { channel: "post" } },
  ];
}

/** From the month's funds to the disposition, 15 days later. */
function toDisposition(daysAgo: number, part?: string): DemoAct[] {
  const labour = part === undefined ? { bearsPart: false } : { bearsPart: true, part, currency: "EUR" };
  return [
    { type: "confirmFunds", by: "ministry", daysAgo, payload: { sufficient: true } },
    { type: "recordLabourMinistryPart", by: "ministry", daysAgo: daysAgo - 3, payload: labour },
    {
      type: "recordGovernmentDecision",
      by: "ministry",
      daysAgo: daysAgo - 10,
      payload: { number: `HG ${daysAgo + 400}` },
    },
    {
      type: "recordPublication",
      by: "ministry",
      daysAgo: daysAgo - 12,
      payload: { gazette: `Partea I, nr. ${daysAgo + 700}` },
    },
    { type: "recordDisposition", daysAgo: daysAgo - 15, payload: { number: `D ${daysAgo}` } },
  ];
}

function paid(daysAgo: number, amount: number): DemoAct {
  return {
    type: "payClinic",
    daysAgo,
    payload: { clinic: "clinic-1", amount: `${amount}.00`, currency: "EUR", reference: `OP ${daysAgo}` },
  };
}

function justified(daysAgo: number, amount: number): DemoAct {
  const sums = [
    { purpose: "Intervenția și spitalizarea", amount: `${amount - 900}.00`, document: "factura clinicii" },
    { purpose: "Evaluarea de după tratament", amount: "900.00", document: "factura 2" },
  ];
  return { type: "fileJustification", daysAgo, payload: { sums, currency: "EUR" } };
}

const dumitru = adult("Dumitru", "Vasile", "1961-07-19", "Cardiomiopatie dilatativă");
const oprea = adult("Oprea", "Gabriela", "1975-02-11", "Colangită sclerozantă primitivă");
const neagu = adult("Neagu", "Ilie", "1958-12-03", "Fibroză pulmonară idiopatică");
const sava = adult("Sava", "Daniela", "1990-09-27", "Malformație arteriovenoasă cerebrală");
const lazar = adult("Lazăr", "Petru", "1983-04-15", "Leucemie acută refractară");

const pavel = adult("Pavel", "Camelia", "1968-04-04", "Tumoră neuroendocrină");
const marin = adult("Marin", "Ovidiu", "1977-10-21", "Stenoză aortică");
const enache = adult("Enache", "Teodora", "1985-03-30", "Scolioză severă");
const moldovan = adult("Moldovan", "Iris", "2022-05-12", "Cardiopatie congenitală");
const gavril = adult("Gavril", "Horea", "1963-08-25", "Insuficiență renală terminală");
const tudose = adult("Tudose", "Mirela", "1991-12-12", "Melanom metastatic");
const cozma = adult("Cozma", "Nelu", "1957-01-18", "Fibrilație ventriculară");
const albu = adult("Albu", "Raluca", "1980-06-06", "Anevrism cerebral");

export const DEMO_FILES: readonly DemoFile[] = [
  // Registered today, two documents missing: no term runs yet (MOH-A3).
  {
    filedDaysAgo: 0,
    patient: adult("Ionescu", "Maria", "1969-03-14", "Glioblastom"),
    filer: self,
    documents: documents(ADULT.slice(0, 5)),
    acts: [],
  },
  // Complete, to be sent within two working days.
  {
    filedDaysAgo: 1,
    patient: adult("Rusu", "Alexandru", "1987-11-02", "Sarcom Ewing"),
    filer: self,
    documents: documents(ADULT),
    acts: [],
  },
  // Complete for two weeks: MOH-23 is overdue.
  {
    filedDaysAgo: 14,
    patient: adult("Stan", "Viorica", "1955-06-30", "Insuficiență hepatică"),
    filer: { role: "spouse", surname: "Stan", givenName: "Gheorghe" },
    documents: documents([...ADULT, "ciDepunator"]),
    acts: [],
  },
  // A child, filed by the mother; at the commission.
  {
    filedDaysAgo: 9,
    patient: adult("Crișan", "Sofia", "2021-01-20", "Atrezie biliară"),
    filer: { role: "relative", kinshipDegree: 1, isParent: true, surname: "Crișan", givenName: "Laura" },
    documents: documents(MINOR),
    acts: [sent(8)],
  },
  // Under examination.
  {
    filedDaysAgo: 20,
    patient: adult("Matei", "Cornel", "1972-08-08", "Sindrom mielodisplazic"),
    filer: self,
    documents: documents(ADULT),
    acts: [sent(19), { type: "beginExamination", by: "cst", daysAgo: 5 }],
  },
  // Decided, the commission is late in telling the DSP (MOH-26).
  {
    filedDaysAgo: 30,
    patient: adult("Barbu", "Nicoleta", "1994-05-23", "Boală Crohn complicată"),
    filer: self,
    documents: documents(ADULT),
    acts: [sent(28), ...examined(12, 7, "approved")],
  },
  // Rejected; the patient waits for the notice (MOH-28).
  {
    filedDaysAgo: 25,
    patient: adult("Toma", "Florin", "1966-10-17", "Coxartroză"),
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(24),
      ...examined(10, 5, "rejected"),
      {
        type: "registerDecision",
        daysAgo: 4,
        payload: {
          decision: "rejected",
          causes: "Afecțiunea se tratează în țară.",
          medicalConduct: "Intervenție chirurgicală programată.",
          recommendedUnitInRomania: "Spitalul Clinic Județean de Urgență Cluj-Napoca",
        },
      },
    ],
  },
  // Approved, class A; clinics asked, one offer.
  {
    filedDaysAgo: 18,
    patient: lazar,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(17),
      ...examined(12, 9, "approved"),
      approved(8, "A"),
      { type: "notifyPatient", daysAgo: 7, payload: { channel: "phone" } },
      ...asked(7),
      offer(2, "clinic-1", 0, lazar, 64000),
    ],
  },
  // Approved, class B; the dossier can be sent.
  {
    filedDaysAgo: 22,
    patient: oprea,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(21),
      ...examined(14, 11, "approved"),
      approved(10, "B"),
      { type: "notifyPatient", daysAgo: 9, payload: { channel: "post" } },
      ...asked(9),
      offer(3, "clinic-1", 0, oprea, 118000),
      offer(1, "clinic-2", 1, oprea, 97000),
    ],
  },
  // More than 22 working days since the minutes: the Ministry is to be informed (MOH-73).
  {
    filedDaysAgo: 60,
    patient: neagu,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(58),
      ...examined(50, 45, "approved"),
      approved(44, "B"),
      { type: "notifyPatient", daysAgo: 42 },
      ...asked(40, ["clinic-1", "clinic-2"]),
    ],
  },
  // At the Ministry.
  {
    filedDaysAgo: 40,
    patient: dumitru,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(39),
      ...examined(32, 29, "approved"),
      approved(28, "B"),
      { type: "notifyPatient", daysAgo: 27 },
      ...asked(27),
      offer(21, "clinic-1", 0, dumitru, 152000),
      {
        type: "recordClinicAnswer",
        daysAgo: 20,
        payload: { clinic: "clinic-3", kind: "refusal", note: "Fără locuri până în vară" },
      },
      { type: "sendToMinistry", daysAgo: 19, payload: { proposedClinic: "clinic-1" } },
      { type: "registerAtMinistry", by: "ministry", daysAgo: 18 },
    ],
  },
  // Approved by the Ministry; the month’s funds are to be confirmed.
  {
    filedDaysAgo: 80,
    patient: sava,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(79),
      ...examined(72, 70, "approved"),
      approved(69, "A"),
      { type: "notifyPatient", daysAgo: 68 },
      ...asked(68),
      offer(64, "clinic-1", 0, sava, 48000),
      offer(63, "clinic-2", 1, sava, 52000),
      { type: "sendToMinistry", daysAgo: 62, payload: { proposedClinic: "clinic-1" } },
      { type: "registerAtMinistry", by: "ministry", daysAgo: 61 },
      { type: "askForMinistryNumber", daysAgo: 58 },
      {
        type: "decideAtMinistry",
        by: "ministry",
        daysAgo: 40,
        payload: {
          decision: "approved",
          clinic: "clinic-1",
          amount: "50700.00",
          currency: "EUR",
          vitalRisk: 5,
          benefit: 4,
        },
      },
      { type: "notifyPatient", daysAgo: 38 },
    ],
  },
  // The neighbouring county.
  {
    filedDaysAgo: 2,
    patient: adult("Bodea", "Emil", "1979-01-09", "Retinopatie", "BH"),
    filer: self,
    documents: documents(ADULT),
    acts: [],
  },
  // The clinics named first refused; others were named, one of them is not asked yet and her time would end too late (MOH-63).
  {
    filedDaysAgo: 45,
    patient: pavel,
    filer: self,
    documents: documents(ADULT),
    acts: [
      sent(44),
      ...examined(36, 33, "approved"),
      approved(32, "B"),
      { type: "notifyPatient", daysAgo: 31, payload: { channel: "email" } },
      ...asked(30),
      ...["clinic-1", "clinic-2", "clinic-3"].map((clinic, index) => ({
        type: "recordClinicAnswer",
        daysAgo: 24 - index,
        payload: { clinic, kind: "refusal", note: "Nu primește pacienți din străinătate" },
      })),
      {
        type: "announceCommission",
        daysAgo: 21,
        payload: { silent: [], refused: ["clinic-1", "clinic-2", "clinic-3"] },
      },
      {
        type: "registerNewMinutes",
        daysAgo: 8,
        payload: {
          round: 2,
          number: "PV 8",
          clinics: [
            { name: "Charité Berlin", country: "DE", city: "Berlin", email: "welcome@charite.example" },
            { name: "UZ Leuven", country: "BE", city: "Leuven", email: "patients@leuven.example" },
          ],
        },
      },
      ...asked(7, ["clinic-4"]),
    ],
  },
  // Approved, but the month's funds fall short: it waits by priority (MOH-77).
  {
    filedDaysAgo: 70,
    patient: marin,
    filer: self,
    documents: documents(ADULT),
    acts: [
      ...toApproval(70, marin, "B", 61_000),
      { type: "confirmFunds", by: "ministry", daysAgo: 25, payload: { sufficient: false } },
    ],
  },
  // The disposition has come: the clinic is to be paid, less the part of the Ministry of Labour (MOH-80, MOH-84).
  {
    filedDaysAgo: 75,
    patient: enache,
    filer: self,
    documents: documents(ADULT),
    acts: [...toApproval(75, enache, "B", 44_000), ...toDisposition(18, "6000.00")],
  },
  // A child in treatment abroad, with the mother (MOH-85).
  {
    filedDaysAgo: 95,
    patient: moldovan,
    filer: { role: "relative", kinshipDegree: 1, isParent: true, surname: "Moldovan", givenName: "Alina" },
    documents: documents(MINOR),
    acts: [
      ...toApproval(95, moldovan, "A", 83_000),
      ...toDisposition(48),
      paid(30, 85_700),
      { type: "recordDeparture", daysAgo: 12, payload: { companions: [{ name: "Alina Moldovan", relation: "mama" }] } },
    ],
  },
  // Back since a few days: the sums are to be justified, the first check is to come (MOH-94, MOH-95).
  {
    filedDaysAgo: 120,
    patient: gavril,
    filer: self,
    documents: documents(ADULT),
    acts: [
      ...toApproval(120, gavril, "B", 57_000),
      ...toDisposition(75),
      paid(58, 59_700),
      { type: "recordDeparture", daysAgo: 40, payload: { companions: [] } },
      { type: "recordReturn", daysAgo: 2, payload: {} },
      { type: "scheduleAppointment", daysAgo: 1, payload: { appointmentOn: inDays(40), note: "Control la trei luni" } },
    ],
  },
  // At own expense in class A, back with a claim: one line is of the day of the approval and waits for a person (MOH-93).
  {
    filedDaysAgo: 85,
    patient: tudose,
    filer: self,
    documents: documents(ADULT),
    acts: [
      ...toApproval(85, tudose, "A", 38_000),
      { type: "chooseOwnExpense", daysAgo: 46, payload: { note: "Cerere scrisă" } },
      { type: "recordReturn", daysAgo: 5, payload: {} },
      {
        type: "fileExpenseClaim",
        daysAgo: 3,
        payload: {
          currency: "EUR",
          expenses: [
            { kind: "treatment", date: legalDay(30), amount: "34800.00", proof: "factura 118" },
            { kind: "hospitalisation", date: legalDay(28), amount: "5200.00", proof: "factura 119" },
            { kind: "transport", date: legalDay(85 - 35), amount: "320.00", proof: "bilet de avion" },
            { kind: "treatment", date: legalDay(60), amount: "450.00", proof: "consultație" },
            { kind: "other", date: legalDay(20), amount: "180.00", proof: "bon" },
            { kind: "transport", date: legalDay(5), amount: "290.00" },
          ],
        },
      },
    ],
  },
  // The first check was missed, which a person confirmed: no other request is approved until the bar is lifted (MOH-98).
  {
    filedDaysAgo: 200,
    patient: cozma,
    filer: self,
    documents: documents(ADULT),
    acts: [
      ...toApproval(200, cozma, "A", 29_000),
      ...toDisposition(155),
      paid(137, 31_700),
      { type: "recordReturn", daysAgo: 90, payload: {} },
      justified(88, 31_700),
      { type: "confirmMissedCheck", daysAgo: 40, payload: { confirmedBy: "medicul curant" } },
    ],
  },
  // Followed for a year and completed (MOH-96).
  {
    filedDaysAgo: 560,
    patient: albu,
    filer: self,
    documents: documents(ADULT),
    acts: [
      ...toApproval(560, albu, "B", 52_000),
      ...toDisposition(515),
      paid(498, 54_700),
      { type: "recordDeparture", daysAgo: 480, payload: { companions: [] } },
      { type: "recordReturn", daysAgo: 440, payload: {} },
      justified(438, 54_700),
      { type: "recordFirstCheck", daysAgo: 425, payload: { doctor: "dr. Simona Vlad" } },
      { type: "drawOneYearReport", daysAgo: 58, payload: {} },
    ],
  },
];
