import { e112Step } from "../citations.ts";
import type { RuleData } from "../rule.ts";

const IN_PACKAGE = e112Step("pct. 6, a doua liniuță", "point 6, second dash");
const NOT_IN_TIME = e112Step("pct. 6, a treia liniuță", "point 6, third dash");
const TRAVEL = e112Step("pct. 6, a cincea liniuță", "point 6, fifth dash");
const LONGEST_PERIOD = e112Step("pct. 6, a șasea liniuță", "point 6, sixth dash");
const LAST = e112Step("pct. 6, a șaptea liniuță", "point 6, seventh dash");

/** The standard medical report and what it must hold: E112-41 to E112-58. */
export const REPORT_RULES = [
  {
    id: "E112-41",
    kind: "document",
    text: {
      ro: "Pe baza traducerii legalizate, medicul curant din România completează raportul medical tipizat.",
      en: "From the legalised translation the treating doctor in Romania completes the standard medical report.",
    },
    citation: e112Step("pct. 6", "point 6"),
    readings: ["E112-A13"],
  },
  {
    id: "E112-42",
    kind: "content",
    text: {
      ro: "Raportul cuprinde recomandarea medicală a tratamentului.",
      en: "The report holds the medical recommendation of the treatment.",
    },
    citation: e112Step("pct. 6, prima liniuță", "point 6, first dash"),
  },
  {
    id: "E112-43",
    kind: "content",
    text: {
      ro: "Raportul arată că tratamentul face parte din pachetul de bază din România.",
      en: "The report says that the treatment belongs to the basic package in Romania.",
    },
    citation: IN_PACKAGE,
  },
  {
    id: "E112-44",
    kind: "field",
    text: {
      ro: "La punctul 7 al raportului, litera a) este încercuită.",
      en: "At point 7 of the report, letter a) is circled.",
    },
    citation: IN_PACKAGE,
    readings: ["E112-A12"],
  },
  {
    id: "E112-45",
    kind: "content",
    text: {
      ro: "Raportul arată că, după starea pacientului și evoluția probabilă a bolii, tratamentul nu se poate face la timp.",
      en: "The report says that, for the patient's state and the course of the illness, the treatment cannot be had in time.",
    },
    citation: NOT_IN_TIME,
  },
  {
    id: "E112-46",
    kind: "field",
    text: {
      ro: "La punctul 7 al raportului, litera b) este încercuită.",
      en: "At point 7 of the report, letter b) is circled.",
    },
    citation: NOT_IN_TIME,
    readings: ["E112-A12"],
  },
  {
    id: "E112-47",
    kind: "content",
    text: {
      ro: "Raportul dă motivele, limpede și argumentat, pentru care nicio unitate din România nu poate trata pacientul la timp.",
      en: "The report gives clear and argued reasons why no unit in Romania can treat the patient in time.",
    },
    citation: e112Step("pct. 6, a patra liniuță", "point 6, fourth dash"),
  },
  {
    id: "E112-48",
    kind: "content",
    text: {
      ro: "Raportul arată că deplasarea în străinătate nu dăunează stării pacientului.",
      en: "The report says that the journey abroad does not harm the patient's state.",
    },
    citation: TRAVEL,
  },
  {
    id: "E112-49",
    kind: "field",
    text: {
      ro: "La punctul 7 al raportului, litera c) este încercuită.",
      en: "At point 7 of the report, letter c) is circled.",
    },
    citation: TRAVEL,
    readings: ["E112-A12"],
  },
  {
    id: "E112-50",
    kind: "content",
    text: {
      ro: "Raportul arată data până la care, cel mai târziu, este indicat serviciul medical.",
      en: "The report gives the latest date until which the medical service is indicated.",
    },
    citation: LONGEST_PERIOD,
    readings: ["E112-A7", "DEC-14"],
  },
  {
    id: "E112-51",
    kind: "field",
    text: {
      ro: "La punctul 7 al raportului, litera d) este încercuită.",
      en: "At point 7 of the report, letter d) is circled.",
    },
    citation: LONGEST_PERIOD,
    readings: ["E112-A12"],
  },
  {
    id: "E112-52",
    kind: "field",
    text: {
      ro: "Raportul poartă data la care a fost întocmit.",
      en: "The report bears the date on which it was drawn up.",
    },
    citation: LAST,
  },
  {
    id: "E112-53",
    kind: "field",
    text: { ro: "Raportul poartă semnătura medicului.", en: "The report bears the doctor's signature." },
    citation: LAST,
  },
  {
    id: "E112-54",
    kind: "field",
    text: { ro: "Raportul poartă ștampila.", en: "The report bears the stamp." },
    citation: LAST,
  },
  {
    id: "E112-55",
    kind: "field",
    text: {
      ro: "Raportul numește țara în care se face tratamentul.",
      en: "The report names the country of treatment.",
    },
    citation: LAST,
  },
  {
    id: "E112-56",
    kind: "field",
    text: { ro: "Raportul numește orașul în care se face tratamentul.", en: "The report names the city of treatment." },
    citation: LAST,
  },
  {
    id: "E112-57",
    kind: "field",
    text: {
      ro: "Raportul numește spitalul în care se face tratamentul sau operația.",
      en: "The report names the hospital of the treatment or operation.",
    },
    citation: LAST,
  },
  {
    id: "E112-58",
    kind: "field",
    text: {
      ro: "Raportul arată perioada programării pacientului.",
      en: "The report gives the period of the patient's appointment.",
    },
    citation: LAST,
    readings: ["E112-A7", "DEC-14"],
  },
] as const satisfies readonly RuleData[];
