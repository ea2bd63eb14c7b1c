import { usefulInformation } from "../citations.ts";
import type { RuleData } from "../rule.ts";
import { term } from "../terms.ts";

const NO_ANSWER = usefulInformation("pct. 3, ultimul paragraf", "point 3, last paragraph");
const SENDING = usefulInformation("pct. 4", "point 4");
const CLASS_A = usefulInformation("pct. 4, lit. A", "point 4, letter A");
const CLASS_B = usefulInformation("pct. 4, lit. B", "point 4, letter B");
const MOH_NUMBER = usefulInformation("nota „Important” după pct. 4", "note “Important” after point 4");
const DELAY = usefulInformation("pct. 5", "point 5");
const FUNDS = usefulInformation("pct. 7", "point 7");
const APPROVED = usefulInformation("pct. 8", "point 8");
const PUBLISHED = usefulInformation("pct. 9", "point 9");
const CHECK_UP = usefulInformation("pct. 11", "point 11");

/** Clinics that do not answer, the Ministry, its decision and the money: MOH-61 to MOH-88. */
export const MINISTRY_RULES = [
  {
    id: "MOH-61",
    kind: "deadline",
    text: {
      ro: "O clinică are 7 zile lucrătoare să răspundă; fără răspuns sau cu refuz se deschide calea către alte clinici.",
      en: "A clinic has 7 working days to answer; silence or a refusal opens the way to other clinics.",
    },
    citation: NO_ANSWER,
    readings: ["MOH-A1", "MOH-A6", "MOH-A7", "MOH-A10", "DEC-1", "DEC-2", "DEC-7"],
    deadline: term(7, "workingDays", "ClinicRequestsSent", "CLINIC"),
  },
  {
    id: "MOH-62",
    kind: "deadline",
    text: {
      ro: "DSP anunță comisia teritorială în cel mult 2 zile lucrătoare că nu s-a primit răspuns sau că s-a refuzat.",
      en: "The DSP tells the territorial commission within 2 working days of a silence or a refusal.",
    },
    citation: NO_ANSWER,
    readings: ["MOH-A1", "MOH-A10", "DEC-1", "DEC-7"],
    deadline: term(2, "workingDays", "NoOrNegativeAnswerEstablished", "DSP"),
  },
  {
    id: "MOH-63",
    kind: "route",
    text: {
      ro: "După anunț, comisia teritorială numește alte clinici.",
      en: "Once told, the territorial commission names other clinics.",
    },
    citation: NO_ANSWER,
    readings: ["MOH-A31", "DEC-2"],
  },
  {
    id: "MOH-64",
    kind: "deadline",
    text: {
      ro: "Cu ofertele primite, DSP trimite dosarul la Ministerul Sănătății (Direcția Generală de Asistență Medicală) în cel mult 24 de ore.",
      en: "With the offers in, the DSP sends the dossier to the Ministry of Health (General Directorate for Medical Assistance) within 24 hours.",
    },
    citation: SENDING,
    readings: ["MOH-A1", "MOH-A9", "DEC-4", "DEC-7"],
    deadline: term(24, "hours", "PriceOffersReceived", "DSP"),
  },
  {
    id: "MOH-65",
    kind: "condition",
    text: {
      ro: "Dosarul pleacă la Minister numai cu răspunsurile a cel puțin două clinici recomandate.",
      en: "The dossier goes to the Ministry only with the answers of at least two recommended clinics.",
    },
    citation: SENDING,
    readings: ["MOH-A7", "MOH-A8", "DEC-2"],
  },
  {
    id: "MOH-66",
    kind: "document",
    text: {
      ro: "Dosarul dovedește că li s-a scris și tuturor celorlalte clinici numite.",
      en: "The dossier proves that all the other clinics named were written to as well.",
    },
    citation: SENDING,
    readings: ["MOH-A14", "DEC-3"],
  },
  {
    id: "MOH-67",
    kind: "condition",
    text: {
      ro: "Clasa A: urgență medicală sau risc vital crescut.",
      en: "Class A: a medical emergency or an increased risk to life.",
    },
    citation: CLASS_A,
    readings: ["MOH-A32"],
  },
  {
    id: "MOH-68",
    kind: "condition",
    text: {
      ro: "Clasa B: nici urgență medicală, nici risc vital crescut.",
      en: "Class B: neither a medical emergency nor an increased risk to life.",
    },
    citation: CLASS_B,
    readings: ["MOH-A32"],
  },
  {
    id: "MOH-69",
    kind: "deadline",
    text: {
      ro: "Clasa A: DSP trimite dosarul la Minister în 7 zile lucrătoare de la primirea procesului-verbal cu clinicile.",
      en: "Class A: the DSP sends the dossier to the Ministry within 7 working days of receiving the minutes with the clinics.",
    },
    citation: CLASS_A,
    readings: ["MOH-A1", "MOH-A9", "MOH-A10", "MOH-A12", "MOH-A32", "DEC-7"],
    deadline: term(7, "workingDays", "ClinicMinutesReceivedByDsp", "DSP"),
  },
  {
    id: "MOH-70",
    kind: "deadline",
    text: {
      ro: "Clasa B: DSP trimite dosarul la Minister în 10 zile lucrătoare de la primirea procesului-verbal cu clinicile.",
      en: "Class B: the DSP sends the dossier to the Ministry within 10 working days of receiving the minutes with the clinics.",
    },
    citation: CLASS_B,
    readings: ["MOH-A1", "MOH-A9", "MOH-A10", "MOH-A12", "MOH-A32", "DEC-7"],
    deadline: term(10, "workingDays", "ClinicMinutesReceivedByDsp", "DSP"),
  },
  {
    id: "MOH-71",
    kind: "field",
    text: {
      ro: "Pacientul cere de la Minister numărul de înregistrare al dosarului.",
      en: "The patient asks the Ministry for the registration number of the dossier.",
    },
    citation: MOH_NUMBER,
    readings: ["MOH-A30"],
  },
  {
    id: "MOH-72",
    kind: "right",
    text: {
      ro: "Cu numărul Ministerului, pacientul poate urmări dosarul acolo.",
      en: "With the Ministry's number the patient may follow the dossier there.",
    },
    citation: MOH_NUMBER,
    readings: ["DEC-17"],
  },
  {
    id: "MOH-73",
    kind: "deadline",
    text: {
      ro: "Dacă dosarul nu este gata după 22 de zile lucrătoare de la înregistrarea procesului-verbal al comisiei, DSP informează Ministerul.",
      en: "When the dossier is not ready 22 working days after the commission's minutes were registered, the DSP informs the Ministry.",
    },
    citation: DELAY,
    readings: ["MOH-A1", "MOH-A10", "MOH-A11", "MOH-A12", "DEC-7", "DEC-8"],
    deadline: term(22, "workingDays", "MedicalMinutesRegistered", "DSP", {
      passesAt: "start-of-next-working-day",
    }),
  },
  {
    id: "MOH-74",
    kind: "content",
    text: {
      ro: "Informarea despre întârziere arată cauzele ei.",
      en: "The report of a delay gives its causes.",
    },
    citation: DELAY,
  },
  {
    id: "MOH-75",
    kind: "deadline",
    text: {
      ro: "Ministerul intervine prin reprezentanții săi în cel mult 2 zile lucrătoare de la înregistrarea informării.",
      en: "The Ministry steps in through its representatives within 2 working days of registering the report.",
    },
    citation: DELAY,
    readings: ["MOH-A1", "DEC-7"],
    deadline: term(2, "workingDays", "DelayReportRegisteredAtMoh", "MOH"),
  },
  {
    id: "MOH-76",
    kind: "deadline",
    text: {
      ro: "Comisia Ministerului examinează dosarul și decizia se ia în cel mult 20 de zile lucrătoare de la înregistrarea la Minister.",
      en: "The Ministry's commission examines the dossier and the decision is taken within 20 working days of registration at the Ministry.",
    },
    citation: usefulInformation("pct. 6", "point 6"),
    readings: ["MOH-A1", "MOH-A13", "MOH-A15", "MOH-A18", "MOH-A30", "DEC-7"],
    deadline: term(20, "workingDays", "DossierRegisteredAtMoh", "MOH_COMMISSION"),
  },
  {
    id: "MOH-77",
    kind: "condition",
    text: {
      ro: "Când cererile trec de fondurile lunii, se aplică criteriile de prioritate.",
      en: "When requests exceed the month's funds, the priority criteria apply.",
    },
    citation: FUNDS,
    readings: ["MOH-A16", "DEC-16"],
  },
  {
    id: "MOH-78",
    kind: "condition",
    text: {
      ro: "Întâi se cântărește riscul pentru viață dacă tratamentul lipsește.",
      en: "First weighs the risk to life without the treatment.",
    },
    citation: FUNDS,
    readings: ["MOH-A16", "DEC-16"],
  },
  {
    id: "MOH-79",
    kind: "condition",
    text: {
      ro: "Apoi se cântărește folosul așteptat al tratamentului pentru bolnav.",
      en: "Then weighs the benefit that the treatment is expected to bring the patient.",
    },
    citation: FUNDS,
    readings: ["MOH-A16", "DEC-16"],
  },
  {
    id: "MOH-80",
    kind: "route",
    text: {
      ro: "După aprobare, dosarul merge la Ministerul Muncii, dacă acesta suportă o parte din costuri.",
      en: "Once approved, the dossier goes to the Ministry of Labour if that ministry bears part of the cost.",
    },
    citation: APPROVED,
    readings: ["MOH-A17"],
  },
  {
    id: "MOH-81",
    kind: "route",
    text: {
      ro: "După aprobare, dosarul merge la Guvern, care emite o hotărâre.",
      en: "Once approved, the dossier goes to the Government, which issues a decision.",
    },
    citation: APPROVED,
    readings: ["MOH-A17"],
  },
  {
    id: "MOH-82",
    kind: "route",
    text: {
      ro: "Hotărârea Guvernului apare în Monitorul Oficial.",
      en: "The Government Decision appears in the Official Gazette.",
    },
    citation: PUBLISHED,
  },
  {
    id: "MOH-83",
    kind: "route",
    text: {
      ro: "După hotărâre, Ministerul dă DSP-ului o dispoziție.",
      en: "After the decision, the Ministry gives the DSP a disposition.",
    },
    citation: PUBLISHED,
  },
  {
    id: "MOH-84",
    kind: "money",
    text: {
      ro: "DSP plătește tratamentul clinicii alese din străinătate.",
      en: "The DSP pays the chosen clinic abroad for the treatment.",
    },
    citation: PUBLISHED,
    readings: ["DEC-5"],
  },
  {
    id: "MOH-85",
    kind: "money",
    text: {
      ro: "Drumul însoțitorilor se poate deconta numai pentru copiii de la 0 la 6 ani.",
      en: "Companions' travel may be reimbursed only for children aged 0 to 6.",
    },
    citation: usefulInformation("pct. 10", "point 10"),
    readings: ["MOH-A22", "DEC-9"],
  },
  {
    id: "MOH-86",
    kind: "money",
    text: {
      ro: "Un control cerut de clinică, după un tratament aprobat de Minister, se finanțează numai cu cele două documente cerute.",
      en: "A check-up asked by the clinic after a treatment that the Ministry approved is funded only on the two documents required.",
    },
    citation: CHECK_UP,
  },
  {
    id: "MOH-87",
    kind: "document",
    text: {
      ro: "Pentru controlul cerut de clinică: evaluarea tratamentului de către medicul specialist care l-a recomandat.",
      en: "For the clinic's check-up: the evaluation of the treatment by the specialist who recommended it.",
    },
    citation: CHECK_UP,
  },
  {
    id: "MOH-88",
    kind: "document",
    text: {
      ro: "Pentru controlul cerut de clinică: procesul-verbal al comisiei teritoriale.",
      en: "For the clinic's check-up: the minutes of the territorial commission.",
    },
    citation: CHECK_UP,
  },
] as const satisfies readonly RuleData[];
