/** What an E112 file shows of itself beside what every file shows: preparation, conditions, refusal, forms, settlement. No sealed words. */
import type { Text } from "../case/commands.ts";
import { allowedCommands } from "../case/process.ts";
import { stepName } from "../case/process.ts";
import type { StepState } from "../case/state.ts";
import type { RuleId } from "../law/index.ts";
import type { PlainDate } from "../plain-date.ts";
import { acceptanceContents } from "./acceptance.ts";
import type { Category, Cost, E112CommandType, Registry, WaiverProof } from "./commands.ts";
import {
  allConditionsMet,
  conditionViews,
  failingConditions,
  failingOfRoute,
  type ConditionView,
} from "./conditions.ts";
import { lackingOf, type ContentView } from "./contents.ts";
import { dossierChecklist, isDossierComplete } from "./documents.ts";
import { dayOf, departedOn, isIssued, isRegistered, type E112State } from "./facts.ts";
import { formViews, type FormView } from "./forms.ts";
import { warningsOf, type OpenedWords, type Warning } from "./period.ts";
import { acceptanceLacks, dossierSubject, reportLacks, untranslated } from "./preparation.ts";
import { e112 } from "./process.ts";
import { reportContents } from "./report.ts";
import { invoiceViews, type InvoiceView } from "./settlement.ts";
import { E112_STEPS, type E112Step } from "./steps.ts";
import { TRANSLATED_RULES, TRANSLATED_TITLES } from "./translations.ts";

/** The steps of the preparation and of the issue, in the order of the guide. */
const PREPARATION = [
  "prior-agreement",
  "translate-documents",
  "request-acceptance",
  "await-acceptance",
  "legalise-translation",
  "medical-report",
  "assemble-dossier",
  "register-application",
] as const satisfies readonly E112Step[];

/** What a step still lacks. */
export interface LackView {
  readonly rule: RuleId;
  readonly title: Text;
}

/** `lacking`: something was recorded, and it is not all. */
export type PreparationStatus = "done" | "open" | "todo" | "lacking";

export interface PreparationLine {
  readonly step: E112Step;
  readonly rules: readonly RuleId[];
  readonly title: Text;
  readonly status: PreparationStatus;
  /** The day of the act that ended it. */
  readonly on?: PlainDate;
  readonly lacks: readonly LackView[];
  readonly warnings: readonly Warning[];
}

export interface E112View {
  readonly category: Category;
  readonly preparation: readonly PreparationLine[];
  readonly acceptance: { readonly form?: "original" | "scan"; readonly contents: readonly ContentView[] };
  readonly report: { readonly contents: readonly ContentView[] };
  readonly period?: { readonly from?: PlainDate; readonly to?: PlainDate };
  /** The application in its registry (E112-61). */
  readonly application?: { readonly registry: Registry; readonly on?: PlainDate };
  /** The house's own check; of a child, of the parents whose status was asked, in their order (E112-77, E112-A11). */
  readonly insured?: { readonly insured: boolean; readonly on?: PlainDate; readonly parents?: readonly boolean[] };
  readonly conditions: readonly ConditionView[];
  readonly refusal: {
    readonly possible: boolean;
    readonly why: Text;
    readonly rule: RuleId;
    readonly on?: PlainDate;
    readonly communicatedOn?: PlainDate;
  };
  readonly route: { readonly open: boolean; readonly failing: readonly ConditionView[] };
  readonly departure?: {
    readonly on: PlainDate;
    readonly beforeIssue: boolean;
    readonly forceMajeureReportOn?: PlainDate;
  };
  readonly costs: readonly (Cost & { readonly currency: string })[];
  readonly forms: readonly FormView[];
  readonly invoices: readonly InvoiceView[];
  readonly waiver?: { readonly proof: WaiverProof; readonly on: PlainDate };
  readonly warnings: readonly Warning[];
}

/** `words`: what was opened for the reader, for the warnings that compare words. */
export function e112View(state: E112State, words: OpenedWords = {}): E112View {
  const { category, acceptance, costs, waiver } = state.facts;
  const { periodFrom, periodTo } = acceptance ?? {};
  const failing = failingOfRoute(state);
  const departure = departureView(state);
  const waivedOn = waiver === undefined ? undefined : dayOf(state, waiver.act);
  return {
    category,
    preparation: category === 1 ? [] : PREPARATION.map((step) => preparationLine(state, step, words)),
    acceptance: {
      ...(acceptance === undefined ? {} : { form: acceptance.form }),
      contents: acceptanceContents(acceptance),
    },
    report: { contents: reportContents(state.facts.report) },
    ...(periodFrom === undefined && periodTo === undefined
      ? {}
      : {
          period: {
            ...(periodFrom === undefined ? {} : { from: periodFrom }),
            ...(periodTo === undefined ? {} : { to: periodTo }),
          },
        }),
    ...applicationView(state),
    ...insuredView(state),
    conditions: conditionViews(state),
    refusal: refusalView(state),
    route: { open: failing.length > 0 && !isIssued(state) && state.outcome === undefined, failing },
    ...(departure === undefined ? {} : { departure }),
    costs: costs.map(({ act: _, ...cost }) => cost),
    forms: formViews(state),
    invoices: invoiceViews(state),
    ...(waiver === undefined || waivedOn === undefined ? {} : { waiver: { proof: waiver.proof, on: waivedOn } }),
    warnings: warningsOf(state, "issue-form"),
  };
}

function preparationLine(state: E112State, step: E112Step, words: OpenedWords): PreparationLine {
  const { rules, title } = E112_STEPS[step];
  const lacks = lacksOf(state, step);
  const status = statusOf(state, step, lacks.length > 0);
  const by = lastOf(state, step)?.closed?.by;
  const on = by === undefined || status !== "done" ? undefined : dayOf(state, by);
  return {
    step,
    rules,
    title,
    status,
    ...(on === undefined ? {} : { on }),
    lacks: status === "todo" ? [] : lacks,
    warnings: warningsOf(state, step, words),
  };
}

/** The step, or its last repetition. */
function lastOf({ steps }: E112State, step: E112Step): StepState | undefined {
  return Object.values(steps)
    .filter((each) => stepName(each.step) === step)
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1);
}

/** Done, and lacking again: the documents are not in the language of the clinic that was asked afterwards. */
function statusOf(state: E112State, step: E112Step, lacks: boolean): PreparationStatus {
  const found = lastOf(state, step);
  if (found === undefined) return state.steps["register-application"] === undefined ? "todo" : "done";
  if (found.closed?.cause === "done") return lacks && !isRegistered(state) ? "lacking" : "done";
  if (found.closed !== undefined) return "todo";
  return isBegun(state, step) ? "lacking" : "open";
}

/** Something of the step was recorded, and it is still open. */
function isBegun({ facts }: E112State, step: E112Step): boolean {
  switch (step) {
    case "translate-documents":
      return facts.existing.length > 0;
    case "request-acceptance":
      return facts.request !== undefined;
    case "await-acceptance":
      return facts.acceptance !== undefined;
    case "medical-report":
      return facts.report !== undefined;
    case "assemble-dossier":
      return facts.documents.length > 0;
    default:
      return false;
  }
}

function lacksOf(state: E112State, step: E112Step): LackView[] {
  switch (step) {
    case "translate-documents":
      return untranslated(state).map((kind) => ({ rule: TRANSLATED_RULES[kind], title: TRANSLATED_TITLES[kind] }));
    case "request-acceptance":
      return state.facts.request?.phoned === false ? [CALL] : [];
    case "await-acceptance":
      return acceptanceLacks(state).map(({ rule, title }) => ({ rule, title }));
    case "medical-report":
      return reportLacks(state).map(({ rule, title }) => ({ rule, title }));
    case "assemble-dossier":
      return dossierLacks(state);
    default:
      return [];
  }
}

const CALL: LackView = {
  rule: "E112-25",
  title: { ro: "Anunțarea prin telefon a medicului din străinătate", en: "Telling the doctor abroad by telephone" },
};

function dossierLacks(state: E112State): LackView[] {
  const { documents } = state.facts;
  const papers = [
    ...lackingOf(acceptanceContents(state.facts.acceptance)),
    ...lackingOf(reportContents(state.facts.report)),
  ].map(({ rule, title }) => ({ rule, title }));
  if (isDossierComplete(dossierSubject(state), documents)) return papers;
  const missing = dossierChecklist(dossierSubject(state), documents).filter(
    ({ status }) => status === "missing" || status === "wrong-form",
  );
  return [...missing.map(({ rule, title }) => ({ rule, title })), ...papers];
}

function applicationView(state: E112State): Pick<E112View, "application"> {
  const { application } = state.facts;
  if (application === undefined) return {};
  const on = dayOf(state, application.act);
  return { application: { registry: application.registry, ...(on === undefined ? {} : { on }) } };
}

function insuredView(state: E112State): Pick<E112View, "insured"> {
  if (state.facts.insured === undefined) return {};
  const { act, ...insured } = state.facts.insured;
  const on = dayOf(state, act);
  return { insured: { ...insured, ...(on === undefined ? {} : { on }) } };
}

/** Whether a refusal exists for this file now, and why; the answer is the engine's own (E112-10). */
function refusalView(state: E112State): E112View["refusal"] {
  const { refusal } = state.facts;
  const on = refusal === undefined ? undefined : dayOf(state, refusal.act);
  const communicatedOn = refusal?.communicated === undefined ? undefined : dayOf(state, refusal.communicated);
  const possible = allowedCommands(state, e112).some(
    ({ type }) => type === ("refuseApplication" satisfies E112CommandType),
  );
  return {
    possible,
    ...refusalReason(state, possible),
    ...(on === undefined ? {} : { on }),
    ...(communicatedOn === undefined ? {} : { communicatedOn }),
  };
}

function refusalReason(state: E112State, possible: boolean): { readonly why: Text; readonly rule: RuleId } {
  if (allConditionsMet(state)) return { why: IMPOSSIBLE, rule: "E112-10" };
  const failing = failingConditions(state);
  if (failing.length === 0) return { why: NOTHING_FAILS, rule: "E112-78" };
  const said = (language: keyof Text): string => failing.map(({ title }) => title[language]).join("; ");
  return {
    why:
      possible || state.facts.refusal !== undefined
        ? { ro: `Nu este îndeplinit: ${said("ro")}.`, en: `Not met: ${said("en")}.` }
        : {
            ro: `Se știe că nu este îndeplinit: ${said("ro")}. Refuzul se poate da numai după verificarea casei.`,
            en: `Known not to be met: ${said("en")}. A refusal can be given only after the house has checked.`,
          },
    rule: "E112-78",
  };
}

const IMPOSSIBLE: Text = {
  ro: "Persoana este asigurată și toate condițiile sunt îndeplinite: eliberarea formularului nu poate fi refuzată.",
  en: "The person is insured and all the conditions are met: the issue of the form cannot be refused.",
};
const NOTHING_FAILS: Text = {
  ro: "Nu se știe de nicio condiție neîndeplinită: nu există pentru ce refuza.",
  en: "No condition is known to fail: there is nothing to refuse for.",
};

function departureView(state: E112State): E112View["departure"] {
  const on = departedOn(state);
  if (on === undefined) return undefined;
  const { forms, forceMajeureReport } = state.facts;
  const issuedOn = forms[0] === undefined ? undefined : dayOf(state, forms[0].act);
  const reportOn = forceMajeureReport === undefined ? undefined : dayOf(state, forceMajeureReport);
  return {
    on,
    beforeIssue: issuedOn === undefined || on < issuedOn,
    ...(reportOn === undefined ? {} : { forceMajeureReportOn: reportOn }),
  };
}
