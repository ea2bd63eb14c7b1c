/** The columns of the register of a DSP. */
import { COUNTY_CODES } from "../../../domain/people/counties.ts";
import { dated, PERSON_COLUMNS, plain, type Column } from "../column.ts";

const DECISIONS = { approved: ["aprobat", "approved"], rejected: ["respins", "rejected"] } as const;

/** A value of the offer of one clinic, or of several: `1: …; 2: …`. */
function offered(ro: string, en: string, rule: string, example: string): Column {
  return {
    title: { ro: `Ofertă: ${ro}`, en: `Offer: ${en}` },
    explained: {
      ro: `Din oferta completă (${rule}). La mai multe oferte: „1: …; 2: …”, după numărul clinicii.`,
      en: `Of the complete offer (${rule}). With several offers: “1: …; 2: …”, by the number of the clinic.`,
    },
    example,
  };
}

export const MOH_COLUMNS = {
  legacyNumber: PERSON_COLUMNS.legacyNumber,
  filedOn: {
    ...dated("Data înregistrării", "Registered on", {
      ro: "Ziua depunerii la registratură: zz.ll.aaaa, aaaa-ll-zz sau o celulă de tip dată.",
      en: "The day of filing at the registry: dd.mm.yyyy, yyyy-mm-dd or a date cell.",
    }),
    needed: true,
    also: ["data depunerii", "filed on"],
  },
  officer: {
    title: { ro: "Referent (e-mail)", en: "Officer (e-mail)" },
    explained: {
      ro: "Adresa de e-mail a referentului din DSP care are dosarul. Gol: cine importă.",
      en: "The e-mail address of the DSP’s officer who has the file. Empty: whoever imports.",
    },
    example: "ana.pop@dsp.example",
  },
  surname: PERSON_COLUMNS.surname,
  givenName: PERSON_COLUMNS.givenName,
  birthDate: PERSON_COLUMNS.birthDate,
  cnp: PERSON_COLUMNS.cnp,
  domicileCounty: {
    title: { ro: "Județ de domiciliu", en: "County of domicile" },
    explained: {
      ro: "Codul sau numele județului; al DSP-ului care importă (MOH-10).",
      en: "The code or the name of the county; that of the DSP that imports (MOH-10).",
    },
    example: "CJ",
    needed: true,
    words: Object.fromEntries(COUNTY_CODES.map((code) => [code, [code]])),
    also: ["judet domiciliu"],
  },
  residenceCounty: PERSON_COLUMNS.residenceCounty,
  address: PERSON_COLUMNS.address,
  phone: PERSON_COLUMNS.phone,
  email: PERSON_COLUMNS.email,
  diagnosis: PERSON_COLUMNS.diagnosis,
  filerRole: {
    title: { ro: "Depus de", en: "Filed by" },
    explained: {
      ro: "Cine a depus dosarul. Gol: pacientul. La altcineva se completează numele și prenumele.",
      en: "Who filed the dossier. Empty: the patient. For anybody else the names are given.",
    },
    example: "pacient",
    words: {
      patient: ["pacient", "patient"],
      legalRepresentative: ["reprezentant legal", "legal representative"],
      parent: ["părinte", "parent"],
      spouse: ["soț/soție", "spouse", "sot", "sotie", "soț", "soție"],
      relative: ["rudă", "relative"],
    },
  },
  kinshipDegree: {
    title: { ro: "Grad de rudenie", en: "Degree of kinship" },
    explained: { ro: "1–4, numai pentru o rudă.", en: "1 to 4, for a relative only." },
    example: "",
  },
  filerSurname: PERSON_COLUMNS.filerSurname,
  filerGivenName: PERSON_COLUMNS.filerGivenName,
  filerPhone: PERSON_COLUMNS.filerPhone,
  filerEmail: PERSON_COLUMNS.filerEmail,
  documents: {
    title: { ro: "Documente", en: "Documents" },
    explained: {
      ro: "„complet” sau lista celor depuse, despărțite prin „;”: cerereTip, scrisoareMedicala, adeverintaMedicFamilie, ciPacient, ciDepunator, ciParinte1, ciParinte2 (sau „scutit ciParinte2”), certificatNastere, biletIesire, analize, foaieObservatie, altDocument. După fiecare poate urma „copie” și data la care a venit: „analize 15.03.2026”.",
      en: "“complet” (complete) or the list of those filed, separated by “;”: cerereTip, scrisoareMedicala, adeverintaMedicFamilie, ciPacient, ciDepunator, ciParinte1, ciParinte2 (or “scutit ciParinte2” when waived), certificatNastere, biletIesire, analize, foaieObservatie, altDocument. Each may be followed by “copie” (copy) and the date on which it came: “analize 15.03.2026”.",
    },
    example: "complet",
    also: ["documents present"],
  },
  completeOn: {
    ...dated("Dosar complet la", "Complete on", {
      ro: "Cu „complet” la documente: data la care a venit ultimul. Gol: de la depunere.",
      en: "With “complet” among the documents: the date on which the last one came. Empty: since the filing.",
    }),
  },
  sentToCommission: dated("Trimis la comisie", "Sent to the commission"),
  examinationBegun: dated("Examinare începută", "Examination begun"),
  examinationFinished: dated("Examinare încheiată", "Examination finished"),
  commissionDecision: {
    title: { ro: "Decizia comisiei", en: "Commission’s decision" },
    explained: { ro: "aprobat sau respins.", en: "approved or rejected." },
    example: "aprobat",
    words: DECISIONS,
  },
  approvedOn: dated("Aprobat de comisie la", "Approved by the commission on", {
    ro: "Gol: ziua în care s-a încheiat examinarea.",
    en: "Empty: the day on which the examination was finished.",
  }),
  communicatedOn: dated("Decizie comunicată DSP", "Decision communicated to the DSP", {
    ro: "Gol: ziua înregistrării deciziei.",
    en: "Empty: the day on which the decision was registered.",
  }),
  decisionRegistered: dated("Decizie înregistrată la DSP", "Decision registered at the DSP"),
  minutesNumber: { title: { ro: "Nr. proces-verbal", en: "Minutes number" }, ...plain("45") },
  minutesReceived: dated("Proces-verbal primit", "Minutes received", {
    ro: "Dacă se cunoaște numai una dintre date, ține loc și de cealaltă.",
    en: "If only one of the two dates is known, it stands for both.",
  }),
  minutesRegistered: dated("Proces-verbal înregistrat", "Minutes registered", {
    ro: "Dacă se cunoaște numai una dintre date, ține loc și de cealaltă.",
    en: "If only one of the two dates is known, it stands for both.",
  }),
  urgencyClass: {
    title: { ro: "Clasa de urgență", en: "Urgency class" },
    explained: { ro: "A sau B, din procesul-verbal.", en: "A or B, from the minutes." },
    example: "B",
    words: { A: ["A"], B: ["B"] },
    also: ["clasa"],
  },
  clinics: {
    title: { ro: "Clinici", en: "Clinics" },
    explained: {
      ro: "Nume|țară|e-mail, în ordinea din procesul-verbal, despărțite prin „;”. Țara: codul de două litere sau numele. Adresa de e-mail poate lipsi.",
      en: "Name|country|e-mail, in the order of the minutes, separated by “;”. The country: its code of two letters or its name. The e-mail may be left out.",
    },
    example: "Klinikum München|DE|info@example.de; AKH Wien|AT",
  },
  rejectionCauses: { title: { ro: "Respingere: cauze", en: "Rejection: causes" }, ...plain("") },
  medicalConduct: { title: { ro: "Respingere: conduită medicală", en: "Rejection: medical conduct" }, ...plain("") },
  recommendedUnit: {
    title: { ro: "Respingere: unitate din România", en: "Rejection: unit in Romania" },
    ...plain(""),
  },
  notified: dated("Pacient înștiințat", "Patient notified"),
  undertakingSigned: dated("Angajament semnat", "Undertaking signed"),
  undertakingBy: {
    title: { ro: "Angajament semnat de", en: "Undertaking signed by" },
    explained: { ro: "Gol: pacientul.", en: "Empty: the patient." },
    example: "",
    words: {
      patient: ["pacient", "patient"],
      legalRepresentative: ["reprezentant legal", "legal representative"],
      carer: ["aparținător", "carer"],
    },
  },
  requests: {
    title: { ro: "Cereri către clinici", en: "Requests to clinics" },
    explained: {
      ro: "Pentru fiecare clinică „numărul: data | dovada”: „1: 12.03.2026 | e-mail nr. 5; 2: 13.03.2026”. O singură dată: toate clinicile. „| pacient” dacă a scris pacientul sau aparținătorul, pe baza angajamentului.",
      en: "For each clinic “number: date | proof”: “1: 12.03.2026 | e-mail no. 5; 2: 13.03.2026”. One date alone: all clinics. “| patient” if the patient side wrote, on its undertaking.",
    },
    example: "1: 12.03.2026 | e-mail nr. 5; 2: 13.03.2026 | e-mail nr. 6",
  },
  answers: {
    title: { ro: "Răspunsuri ale clinicilor", en: "Clinics’ answers" },
    explained: {
      ro: "„numărul: data ofertă”, „ofertă incompletă” sau „refuz”: „1: 20.03.2026 ofertă; 2: 21.03.2026 refuz”. Pentru o ofertă completă se completează și coloanele „Ofertă: …”.",
      en: "“number: date offer”, “incomplete offer” or “refusal”: “1: 20.03.2026 offer; 2: 21.03.2026 refusal”. For a complete offer the columns “Offer: …” are filled in as well.",
    },
    example: "1: 20.03.2026 ofertă; 2: 21.03.2026 refuz",
  },
  offerAddress: offered("adresa clinicii", "clinic’s address", "MOH-46", "Hauptstraße 1, München"),
  offerContact: offered("persoana de contact", "contact person", "MOH-47", "Dr. Muster"),
  offerPhone: offered("telefon", "telephone", "MOH-48", "+49 89 123456"),
  offerFax: offered("fax (sau „none”)", "fax (or “none”)", "MOH-49", "none"),
  offerEmail: offered("e-mail", "e-mail", "MOH-50", ""),
  offerAccount: offered("cont bancar", "bank account", "MOH-51", "DE89370400440532013000"),
  offerDiagnosis: offered("diagnostic", "diagnosis", "MOH-53", ""),
  offerEvaluation: offered("cost evaluare", "cost of evaluation", "MOH-54", "1000"),
  offerProcedure: offered("cost procedură", "cost of procedure", "MOH-55", "20000"),
  offerPostEvaluation: offered("cost evaluare după", "cost of evaluation after", "MOH-56", "500"),
  offerPerDay: offered("cost pe zi", "cost per day", "MOH-57", "400"),
  offerTotal: offered("total", "total", "MOH-58", "21500"),
  offerCurrency: offered("moneda", "currency", "MOH-58", "EUR"),
  offerConditions: offered("condiții de plată", "terms of payment", "MOH-59", "în avans"),
  offerAdmission: offered("data internării", "day of admission", "MOH-60", "01.06.2026"),
  commissionAnnounced: dated("Comisie anunțată (alte clinici)", "Commission announced (other clinics)"),
  newMinutesRegistered: dated("Alt proces-verbal înregistrat", "New minutes registered"),
  newMinutesReceived: dated("Alt proces-verbal primit", "New minutes received", {
    ro: "Gol: ziua înregistrării lui.",
    en: "Empty: the day on which they were registered.",
  }),
  newMinutesNumber: { title: { ro: "Nr. alt proces-verbal", en: "New minutes number" }, ...plain("") },
  newClinics: {
    title: { ro: "Alte clinici", en: "Other clinics" },
    explained: {
      ro: "Clinicile din noul proces-verbal, scrise ca la „Clinici”; numerele lor urmează după cele dintâi.",
      en: "The clinics of the new minutes, written as under “Clinics”; their numbers go on after the first ones.",
    },
    example: "",
  },
  correspondencePresented: dated("Corespondență prezentată", "Correspondence presented"),
  delayReported: dated("Întârziere comunicată Ministerului", "Delay reported to the Ministry"),
  delayCauses: { title: { ro: "Cauzele întârzierii", en: "Causes of the delay" }, ...plain("") },
  delayRegistered: dated("Informare înregistrată la Minister", "Delay report registered at the Ministry"),
  intervened: dated("Intervenția Ministerului", "Ministry’s intervention"),
  sentToMinistry: dated("Trimis la Minister", "Sent to the Ministry"),
  ministryRegistered: dated("Înregistrat la Minister", "Registered at the Ministry"),
  ministryNumber: {
    title: { ro: "Nr. la Minister", en: "Ministry’s number" },
    ...plain("4567/2026"),
    also: ["numar minister", "nr minister"],
  },
  ministryDecided: dated("Decizia Ministerului din", "Ministry’s decision of"),
  ministryDecision: {
    title: { ro: "Decizia Ministerului", en: "Ministry’s decision" },
    explained: { ro: "aprobat sau respins.", en: "approved or rejected." },
    example: "",
    words: DECISIONS,
  },
  selectedClinic: {
    title: { ro: "Clinica aleasă (nr.)", en: "Selected clinic (no.)" },
    explained: { ro: "Numărul clinicii din procesul-verbal.", en: "The number of the clinic in the minutes." },
    example: "",
  },
  amount: { title: { ro: "Suma aprobată", en: "Amount approved" }, ...plain("") },
  currency: { title: { ro: "Moneda sumei", en: "Currency of the amount" }, ...plain("") },
  choiceReasons: { title: { ro: "Motivarea alegerii", en: "Reasons for the choice" }, ...plain("") },
  ministryNotified: dated("Pacient înștiințat de decizia Ministerului", "Patient notified of the Ministry’s decision"),
  fundsConfirmed: dated("Fonduri confirmate", "Funds confirmed", {
    ro: "Ziua în care Ministerul a confirmat fondurile lunii.",
    en: "The day on which the Ministry confirmed the month’s funds.",
  }),
  labourDecided: dated("Partea Ministerului Muncii din", "Ministry of Labour’s part of"),
  labourPart: {
    title: { ro: "Partea Ministerului Muncii", en: "Ministry of Labour’s part" },
    explained: {
      ro: "Suma, în moneda deciziei. Gol: nu suportă nimic.",
      en: "The sum, in the currency of the decision. Empty: it bears nothing.",
    },
    example: "",
  },
  governmentDecided: dated("Hotărârea Guvernului din", "Government Decision of"),
  governmentNumber: { title: { ro: "Nr. hotărârii Guvernului", en: "Government Decision number" }, ...plain("") },
  published: dated("Publicată în Monitorul Oficial la", "Published in the Official Gazette on"),
  gazette: { title: { ro: "Monitorul Oficial", en: "Official Gazette" }, ...plain("") },
  dispositionRegistered: dated("Dispoziția Ministerului înregistrată", "Ministry’s disposition registered"),
  paid: dated("Plătit clinicii la", "Clinic paid on"),
  paidAmount: {
    title: { ro: "Suma plătită", en: "Amount paid" },
    explained: { ro: "Gol: suma aprobată.", en: "Empty: the amount approved." },
    example: "",
  },
  paidExplanation: {
    title: { ro: "Explicația diferenței", en: "Explanation of the difference" },
    explained: {
      ro: "De ce suma plătită nu este cea aprobată, fără partea Ministerului Muncii.",
      en: "Why the amount paid is not the one approved, less the Ministry of Labour’s part.",
    },
    example: "",
  },
  departed: dated("Plecare", "Departure"),
  returned: dated("Întoarcere", "Return"),
  firstCheck: dated("Primul control", "First check"),
} as const satisfies Record<string, Column>;
