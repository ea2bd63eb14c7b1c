/** A dozen invented files in different steps of the Ministry's process; some are late. Nobody in them exists. */

export interface DemoAct {
  readonly type: string;
  readonly daysAgo: number;
  readonly by?: "dsp" | "cst" | "ministry";
  readonly payload?: Readonly<Record<string, unknown>>;
}

export interface DemoFile {
  readonly filedDaysAgo: number;
  readonly patient: Readonly<Record<string, string>>;
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

function adult(
  surname: string,
  givenName: string,
  birthDate: string,
  diagnosis: string,
  county = "CJ",
): DemoFile["patient"] {
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

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const dumitru = adult("Dumitru", "Vasile", "1961-07-19", "Cardiomiopatie dilatativă");
const oprea = adult("Oprea", "Gabriela", "1975-02-11", "Colangită sclerozantă primitivă");
const neagu = adult("Neagu", "Ilie", "1958-12-03", "Fibroză pulmonară idiopatică");
const sava = adult("Sava", "Daniela", "1990-09-27", "Malformație arteriovenoasă cerebrală");
const lazar = adult("Lazăr", "Petru", "1983-04-15", "Leucemie acută refractară");

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
  // Decided by the Ministry and closed.
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
];
