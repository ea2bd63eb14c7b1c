/** What the standard medical report contains, one by one (E112-42 to E112-58). */
import type { PlainDate } from "../plain-date.ts";
import { contentsOf, type ContentDefinition, type ContentView } from "./contents.ts";

/** A report as it was drawn: which contents it has. The reasons, the city and the hospital stay sealed; that they are there is a fact. */
export interface ReportFacts {
  readonly recommendation: boolean;
  readonly inBasicPackage: boolean;
  readonly notTimely: boolean;
  readonly reasons: boolean;
  readonly travelSafe: boolean;
  /** The last day of the longest period in which the treatment is indicated (letter d). */
  readonly maxPeriodUntil?: PlainDate;
  /** The letters of point 7 that are circled. */
  readonly point7: { readonly a: boolean; readonly b: boolean; readonly c: boolean; readonly d: boolean };
  readonly datedOn?: PlainDate;
  readonly signature: boolean;
  readonly stamp: boolean;
  readonly country?: string;
  readonly city: boolean;
  readonly hospital: boolean;
  readonly periodFrom?: PlainDate;
  readonly periodTo?: PlainDate;
}

export const REPORT_CONTENTS = [
  {
    id: "recommendation",
    rule: "E112-42",
    title: { ro: "Recomandarea medicală pentru tratament", en: "The medical recommendation for the treatment" },
    isIn: ({ recommendation }) => recommendation,
  },
  {
    id: "inBasicPackage",
    rule: "E112-43",
    title: {
      ro: "Tratamentul este în pachetul de servicii de bază",
      en: "The treatment is in the basic package of services",
    },
    isIn: ({ inBasicPackage }) => inBasicPackage,
  },
  {
    id: "point7a",
    rule: "E112-44",
    title: { ro: "Punctul 7, litera a) încercuită", en: "Point 7, letter a) circled" },
    isIn: ({ point7 }) => point7.a,
  },
  {
    id: "notTimely",
    rule: "E112-45",
    title: {
      ro: "Tratamentul nu poate fi făcut într-un timp potrivit stării de sănătate",
      en: "The treatment cannot be given within a time that suits the state of health",
    },
    isIn: ({ notTimely }) => notTimely,
  },
  {
    id: "point7b",
    rule: "E112-46",
    title: { ro: "Punctul 7, litera b) încercuită", en: "Point 7, letter b) circled" },
    isIn: ({ point7 }) => point7.b,
  },
  {
    id: "reasons",
    rule: "E112-47",
    title: {
      ro: "Motivele, explicite și argumentate, pentru care nu poate fi făcut la timp în România",
      en: "The reasons, explicit and argued, why it cannot be given in time in Romania",
    },
    isIn: ({ reasons }) => reasons,
  },
  {
    id: "travelSafe",
    rule: "E112-48",
    title: {
      ro: "Deplasarea nu compromite starea de sănătate",
      en: "The journey does not compromise the state of health",
    },
    isIn: ({ travelSafe }) => travelSafe,
  },
  {
    id: "point7c",
    rule: "E112-49",
    title: { ro: "Punctul 7, litera c) încercuită", en: "Point 7, letter c) circled" },
    isIn: ({ point7 }) => point7.c,
  },
  {
    id: "maxPeriodUntil",
    rule: "E112-50",
    title: {
      ro: "Perioada maximă în care este indicat tratamentul",
      en: "The longest period in which the treatment is indicated",
    },
    isIn: ({ maxPeriodUntil }) => maxPeriodUntil !== undefined,
  },
  {
    id: "point7d",
    rule: "E112-51",
    title: { ro: "Punctul 7, litera d) încercuită", en: "Point 7, letter d) circled" },
    isIn: ({ point7 }) => point7.d,
  },
  {
    id: "datedOn",
    rule: "E112-52",
    title: { ro: "Data raportului", en: "The date of the report" },
    isIn: ({ datedOn }) => datedOn !== undefined,
  },
  {
    id: "signature",
    rule: "E112-53",
    title: { ro: "Semnătura medicului", en: "The doctor’s signature" },
    isIn: ({ signature }) => signature,
  },
  {
    id: "stamp",
    rule: "E112-54",
    title: { ro: "Ștampila", en: "The stamp" },
    isIn: ({ stamp }) => stamp,
  },
  {
    id: "country",
    rule: "E112-55",
    title: { ro: "Țara", en: "The country" },
    isIn: ({ country }) => country !== undefined,
  },
  { id: "city", rule: "E112-56", title: { ro: "Orașul", en: "The city" }, isIn: ({ city }) => city },
  { id: "hospital", rule: "E112-57", title: { ro: "Spitalul", en: "The hospital" }, isIn: ({ hospital }) => hospital },
  {
    id: "period",
    rule: "E112-58",
    title: { ro: "Perioada în care pacientul este programat", en: "The period for which the patient is scheduled" },
    isIn: ({ periodFrom, periodTo }) => periodFrom !== undefined && periodTo !== undefined,
  },
] as const satisfies readonly ContentDefinition<ReportFacts>[];

/** The contents in the order of the guide; before one was drawn, none is there. */
export function reportContents(report: ReportFacts | undefined): ContentView[] {
  return contentsOf<ReportFacts>(REPORT_CONTENTS, report);
}
