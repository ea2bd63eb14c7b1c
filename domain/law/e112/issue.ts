import { e112Analysis, e112Guide } from "../citations.ts";
import type { RuleData } from "../rule.ts";

const ISSUE = e112Analysis("pct. 3", "point 3");
const DEPARTURE = e112Guide(
  "nota „Important” despre eliberare, prima liniuță",
  "note “Important” on the issue of the form, first dash",
);
const STANDARD_DOCUMENTS = e112Guide("«Documente tipizate»", "“Standard documents”");

/** The house's analysis, the form and its copies, the settlement, and the standing of the guide: E112-77 to E112-91. */
export const ISSUE_RULES = [
  {
    id: "E112-77",
    kind: "condition",
    text: {
      ro: "Analiza începe cu verificarea calității de asigurat a solicitantului.",
      en: "The analysis begins with a check whether the applicant is insured.",
    },
    citation: e112Analysis("pct. 1", "point 1"),
    readings: ["E112-A3", "E112-A4", "E112-A11", "DEC-14"],
  },
  {
    id: "E112-78",
    kind: "condition",
    text: {
      ro: "Numai dacă solicitantul este asigurat se trece la dosarul medical și la cele două condiții: tratamentul este în pachetul de bază și nu se poate face la timp în România.",
      en: "Only when the applicant is insured does the house go on to the medical dossier and the two conditions: the treatment is in the basic package and cannot be had in time in Romania.",
    },
    citation: e112Analysis("pct. 2", "point 2"),
    readings: ["E112-A1", "E112-A3", "E112-A4", "E112-A14"],
  },
  {
    id: "E112-79",
    kind: "route",
    text: {
      ro: "Când ambele condiții sunt îndeplinite, formularul se eliberează în două exemplare.",
      en: "When both conditions are met, the form is issued in two copies.",
    },
    citation: ISSUE,
    readings: ["E112-A1", "E112-A3", "E112-A4"],
  },
  {
    id: "E112-80",
    kind: "document",
    text: {
      ro: "Un exemplar al formularului rămâne la instituția care l-a eliberat.",
      en: "One copy of the form stays with the institution that issued it.",
    },
    citation: ISSUE,
    readings: ["E112-A3"],
  },
  {
    id: "E112-81",
    kind: "document",
    text: {
      ro: "Celălalt exemplar al formularului ajunge la solicitant.",
      en: "The other copy of the form goes to the applicant.",
    },
    citation: ISSUE,
  },
  {
    id: "E112-82",
    kind: "condition",
    text: {
      ro: "De regulă, formularul se eliberează înainte ca pacientul să plece la tratament.",
      en: "As a rule, the form is issued before the patient leaves for treatment.",
    },
    citation: DEPARTURE,
    readings: ["E112-A9"],
  },
  {
    id: "E112-83",
    kind: "condition",
    text: {
      ro: "După plecare, formularul se eliberează numai la forță majoră, dacă nu s-a putut elibera mai devreme și dacă serviciile nu au fost încă plătite.",
      en: "After the departure, the form is issued only in force majeure, if it could not be issued earlier and the services have not yet been paid for.",
    },
    citation: DEPARTURE,
    readings: ["E112-A9"],
  },
  {
    id: "E112-84",
    kind: "document",
    text: {
      ro: "În acest caz, eliberarea se întemeiază pe un referat al casei de asigurări, care motivează forța majoră.",
      en: "In that case the issue rests on a report of the insurance house that gives the reasons for the force majeure.",
    },
    citation: DEPARTURE,
    readings: ["E112-A3"],
  },
  {
    id: "E112-85",
    kind: "money",
    text: {
      ro: "Costul serviciilor primite pe baza formularului se decontează doar de la instituție la instituție, cu factura E125.",
      en: "The cost of services received on the form is settled only from institution to institution, on the E125 invoice.",
    },
    citation: e112Guide(
      "nota „Important” despre eliberare, a doua liniuță",
      "note “Important” on the issue of the form, second dash",
    ),
  },
  {
    id: "E112-86",
    kind: "right",
    text: {
      ro: "Poate primi formularul (categoria 1) asiguratul pentru boală și maternitate din România care cere casei sale să își mute reședința, temporar sau definitiv, în alt stat UE sau SEE.",
      en: "May receive the form (category 1): somebody insured in Romania for sickness and maternity who asks the insurance house to move residence, for a time or for good, to another EU or EEA state.",
    },
    citation: e112Guide("cele două categorii, prima liniuță", "the two categories, first dash"),
    readings: ["E112-A2", "E112-A16"],
  },
  {
    id: "E112-87",
    kind: "right",
    text: {
      ro: "Poate primi formularul (categoria 2) cel pe care casa de asigurări l-a autorizat să meargă la tratament în alt stat UE sau SEE.",
      en: "May receive the form (category 2): somebody whom the insurance house has authorised to go for treatment to another EU or EEA state.",
    },
    citation: e112Guide("cele două categorii, a doua liniuță", "the two categories, second dash"),
    readings: ["E112-A2", "E112-A3"],
  },
  {
    id: "E112-88",
    kind: "document",
    text: {
      ro: "Cererea de eliberare a formularului se face pe modelul tipizat.",
      en: "The application for the form is made on its standard model.",
    },
    citation: STANDARD_DOCUMENTS,
  },
  {
    id: "E112-89",
    kind: "document",
    text: {
      ro: "Raportul medical pentru formular se întocmește pe modelul tipizat.",
      en: "The medical report for the form is drawn up on its standard model.",
    },
    citation: STANDARD_DOCUMENTS,
  },
  {
    id: "E112-90",
    kind: "document",
    text: {
      ro: "Formularul E112 este el însuși un document tipizat.",
      en: "Form E112 is itself a standard document.",
    },
    citation: STANDARD_DOCUMENTS,
  },
  {
    id: "E112-91",
    kind: "condition",
    text: {
      ro: "Ghidul nu este oficial; informațiile oficiale se cer la CNAS.",
      en: "The guide is not official; official information is asked of CNAS.",
    },
    citation: e112Guide("nota de încheiere", "closing notice"),
    readings: ["E112-A15"],
  },
] as const satisfies readonly RuleData[];
