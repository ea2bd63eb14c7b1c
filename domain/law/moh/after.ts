import { guide, stepsAfterFiling } from "../citations.ts";
import type { RuleData } from "../rule.ts";
import { term } from "../terms.ts";

const OWN_EXPENSE = stepsAfterFiling("pct. 6", "point 6");
const REPORT = stepsAfterFiling("pct. 9", "point 9");
const DEATH = stepsAfterFiling("pct. 11", "point 11");

/** Own expense, what follows the treatment, death, and the standing of the guide: MOH-89 to MOH-101. */
export const AFTER_RULES = [
  {
    id: "MOH-89",
    kind: "right",
    text: {
      ro: "În clasa A (urgență sau risc vital crescut), pacientul se poate trata în străinătate pe banii săi.",
      en: "In class A (emergency or increased risk to life) the patient may be treated abroad at own expense.",
    },
    citation: OWN_EXPENSE,
    readings: ["MOH-A18", "MOH-A32"],
  },
  {
    id: "MOH-90",
    kind: "condition",
    text: {
      ro: "Tratamentul pe cheltuială proprie cere recomandarea comisiei teritoriale și aprobarea comisiei Ministerului.",
      en: "Treatment at own expense needs the territorial commission's recommendation and the approval of the Ministry's commission.",
    },
    citation: OWN_EXPENSE,
    readings: ["MOH-A18"],
  },
  {
    id: "MOH-91",
    kind: "deadline",
    text: {
      ro: "După întoarcere, pacientul poate cere DSP-ului decontarea cheltuielilor proprii, în 3 zile.",
      en: "After returning, the patient may ask the DSP to reimburse own expenses, within 3 days.",
    },
    citation: OWN_EXPENSE,
    readings: ["MOH-A1", "MOH-A2", "MOH-A18", "MOH-A19", "DEC-6", "DEC-7"],
    deadline: term(3, "calendarDays", "PatientReturnedToRomania", "PATIENT_SIDE", { againstPatient: true }),
  },
  {
    id: "MOH-92",
    kind: "money",
    text: {
      ro: "Se decontează tratamentul, spitalizarea și transportul dovedite cu acte.",
      en: "Treatment, hospital stay and transport are reimbursed when proved by documents.",
    },
    citation: OWN_EXPENSE,
    readings: ["MOH-A18"],
  },
  {
    id: "MOH-93",
    kind: "condition",
    text: {
      ro: "Fără aprobare dată înainte, cheltuielile nu se decontează ulterior.",
      en: "Without an approval given beforehand, expenses are not reimbursed afterwards.",
    },
    citation: stepsAfterFiling("nota „Important” după pct. 6", "note “Important” after point 6"),
    readings: ["MOH-A18", "DEC-15"],
  },
  {
    id: "MOH-94",
    kind: "deadline",
    text: {
      ro: "În cel mult 3 zile de la întoarcere, partea pacientului aduce la DSP actele care justifică sumele primite.",
      en: "Within 3 days of the return, the patient side brings the DSP the documents that justify the sums granted.",
    },
    citation: stepsAfterFiling("pct. 7", "point 7"),
    readings: ["MOH-A1", "MOH-A2", "MOH-A19", "MOH-A23", "DEC-6", "DEC-7"],
    deadline: term(3, "calendarDays", "PatientReturnedToRomania", "PATIENT_SIDE", { againstPatient: true }),
  },
  {
    id: "MOH-95",
    kind: "deadline",
    text: {
      ro: "Pacientul merge la control la medicul curant în cel mult 14 zile lucrătoare de la întoarcere și la fiecare programare.",
      en: "The patient sees the treating doctor within 14 working days of the return and at each appointment.",
    },
    citation: stepsAfterFiling("pct. 8", "point 8"),
    readings: ["MOH-A1", "MOH-A20", "DEC-6", "DEC-7", "DEC-11"],
    deadline: term(14, "workingDays", "PatientReturnedToRomania", "PATIENT", { againstPatient: true }),
  },
  {
    id: "MOH-96",
    kind: "deadline",
    text: {
      ro: "La un an de la primul control, medicul curant care a recomandat tratamentul face un raport medical.",
      en: "One year after the first check, the treating doctor who recommended the treatment writes a medical report.",
    },
    citation: REPORT,
    readings: ["MOH-A1", "MOH-A20", "DEC-7", "DEC-9", "DEC-11"],
    deadline: term(1, "years", "FirstCheckDone", "TREATING_DOCTOR"),
  },
  {
    id: "MOH-97",
    kind: "route",
    text: {
      ro: "Raportul de la un an ajunge la DSP.",
      en: "The report made after one year goes to the DSP.",
    },
    citation: REPORT,
    readings: ["MOH-A20"],
  },
  {
    id: "MOH-98",
    kind: "sanction",
    text: {
      ro: "Cine nu merge la medicul care a recomandat tratamentul nu mai primește aprobare pentru alte trimiteri.",
      en: "Whoever does not go back to the doctor who recommended the treatment gets no approval for further requests.",
    },
    citation: stepsAfterFiling("pct. 10", "point 10"),
    readings: ["MOH-A20", "DEC-12"],
  },
  {
    id: "MOH-99",
    kind: "deadline",
    text: {
      ro: "Dacă pacientul moare, familia anunță DSP în cel mult 7 zile.",
      en: "If the patient dies, the family tells the DSP within 7 days.",
    },
    citation: DEATH,
    readings: ["MOH-A1", "MOH-A2", "MOH-A27", "DEC-7", "DEC-15"],
    deadline: term(7, "calendarDays", "PatientDied", "FAMILY"),
  },
  {
    id: "MOH-100",
    kind: "document",
    text: {
      ro: "Anunțul decesului stă la baza decontului de cheltuieli.",
      en: "The announcement of the death is the ground for the statement of expenses.",
    },
    citation: DEATH,
    readings: ["MOH-A27", "DEC-15"],
  },
  {
    id: "MOH-101",
    kind: "condition",
    text: {
      ro: "Regulile vin dintr-un ghid neoficial și sunt marcate așa până la confruntarea cu textul oficial.",
      en: "The rules come from an unofficial guide and are marked so until checked against the official text.",
    },
    citation: guide("avertismentul dinaintea documentelor tipizate", "notice before the standard documents"),
    readings: ["MOH-A25"],
  },
] as const satisfies readonly RuleData[];
