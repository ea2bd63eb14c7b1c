/** The standard medical report, content by content, with the four letters of its point 7 (E112-41 to E112-58). */
import { Textarea, TextInput } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { reportContents, type ReportFacts } from "../../../domain/e112/report.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { DateInput } from "../../parts/DateInput.tsx";
import { misshapen } from "../check.ts";
import { CountrySelect } from "../CountrySelect.tsx";
import type { FormDescription, Problem, Problems, SpecialComponent, SpecialProps } from "../describe.ts";
import { getAt, textAt, type Values } from "../values.ts";
import { actsOf, knownAcceptance, lastSaid } from "./known.ts";
import { PaperContents, type ContentLine } from "./PaperContents.tsx";
import { checkPeriod, PeriodInputs } from "./PeriodInputs.tsx";

const TICKED = ["recommendation", "inBasicPackage", "notTimely", "travelSafe", "signature", "stamp"] as const;
const LETTERS = ["a", "b", "c", "d"] as const;

/** In the order of the guide; the letters of point 7 stand beside what they say. */
export const REPORT_LINES: readonly ContentLine[] = [
  { id: "recommendation" },
  { id: "inBasicPackage", letter: circle("a") },
  { id: "notTimely", letter: circle("b") },
  { id: "reasons", Inputs: ReasonsInput },
  { id: "travelSafe", letter: circle("c") },
  {
    id: "maxPeriodUntil",
    Inputs: dateInput("maxPeriodUntil", "e112.maxPeriodUntil"),
    isOne: true,
    letter: circle("d"),
  },
  { id: "datedOn", Inputs: dateInput("datedOn", "e112.datedOn", true), isOne: true },
  { id: "signature" },
  { id: "stamp" },
  { id: "country", Inputs: CountryInput, isOne: true },
  { id: "city", Inputs: textInput("city", "field.city"), isOne: true },
  { id: "hospital", Inputs: textInput("hospital", "e112.hospital"), isOne: true },
  { id: "period", Inputs: PeriodInputs },
];

function circle(letter: (typeof LETTERS)[number]): NonNullable<ContentLine["letter"]> {
  return { id: `point7${letter}`, letter, path: `report.point7.${letter}` };
}

/**
 * The doctor who agreed, the place of the clinic and the period of the acceptance are proposed, to be compared with the
 * paper; of a report that came before, all that it had.
 */
export const recordMedicalReport: FormDescription<E112CaseView> = {
  type: "recordMedicalReport",
  initial(view) {
    const agreed = lastSaid(view, "recordPriorAgreement");
    const before = actsOf(view, "recordMedicalReport").at(-1)?.payload;
    const { clinic } = view.e112;
    const { periodFrom = "", periodTo = "" } = knownAcceptance(view);
    return {
      doctor: textAt(before ?? agreed, "doctor"),
      ...(typeof (before ?? agreed)["casContract"] === "boolean"
        ? { casContract: (before ?? agreed)["casContract"] }
        : {}),
      report: {
        country: clinic?.country ?? "",
        city: clinic?.city ?? "",
        hospital: clinic?.name ?? "",
        periodFrom,
        periodTo,
        ...((before?.["report"] ?? {}) as Values),
      },
    };
  },
  fields: [
    { kind: "text", path: "doctor", label: "e112.reportDoctor", required: true, rule: "E112-41" },
    {
      kind: "answer",
      path: "casContract",
      label: "e112.reportContract",
      hint: "e112.reportContract.hint",
      required: true,
      rule: "E112-12",
    },
    { kind: "special", path: "report", label: "e112.report", component: ReportField, missing: checkReport },
  ],
  payload({ report, ...rest }) {
    const { point7, ...contents } = (report ?? {}) as Values;
    return {
      ...rest,
      report: {
        ...Object.fromEntries(TICKED.map((id) => [id, false])),
        ...contents,
        point7: { a: false, b: false, c: false, d: false, ...(point7 as Values | undefined) },
      },
    };
  },
};

function ReportField(props: SpecialProps<E112CaseView>) {
  return (
    <PaperContents
      {...props}
      title="e112.report"
      hint="e112.report.hint"
      lines={REPORT_LINES}
      contents={reportContents(reportFacts(getAt(props.values, props.path)))}
    />
  );
}

function ReasonsInput({ form, path, values, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const at = `${path}.reasons`;
  return (
    <Textarea
      name={`${form}.${at}`}
      label={t("e112.reasons")}
      description={t("e112.reasons.hint")}
      className="span-2"
      minRows={3}
      autosize
      error={errors[at]}
      value={textAt(values, at)}
      onChange={(event) => set(at, event.currentTarget.value)}
    />
  );
}

function CountryInput({ form, path, values, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const at = `${path}.country`;
  return (
    <CountrySelect
      name={`${form}.${at}`}
      label={t("field.country")}
      error={errors[at]}
      value={textAt(values, at)}
      onChange={(country) => set(at, country)}
    />
  );
}

function textInput(name: string, label: MessageKey): SpecialComponent<E112CaseView> {
  return function ReportText({ form, path, values, errors, set }) {
    const t = useT();
    const at = `${path}.${name}`;
    return (
      <TextInput
        name={`${form}.${at}`}
        label={t(label)}
        error={errors[at]}
        value={textAt(values, at)}
        onChange={(event) => set(at, event.currentTarget.value)}
      />
    );
  };
}

/** A day of the report; one that has been may not lie ahead. */
function dateInput(name: string, label: MessageKey, past = false): SpecialComponent<E112CaseView> {
  return function ReportDate({ form, path, values, view, errors, set }) {
    const t = useT();
    const at = `${path}.${name}`;
    return (
      <DateInput
        name={`${form}.${at}`}
        label={t(label)}
        error={errors[at]}
        max={past ? view.today : undefined}
        value={textAt(values, at)}
        onChange={(date) => set(at, date)}
      />
    );
  };
}

/** What is typed so far, as the rules look at it. */
function reportFacts(typed: unknown): ReportFacts {
  const { maxPeriodUntil, datedOn, periodFrom, periodTo } = (typed ?? {}) as Values;
  const is = (path: string): boolean => getAt(typed, path) === true;
  const isTyped = (path: string): boolean => textAt(typed, path).trim() !== "";
  const country = textAt(typed, "country");
  return {
    ...(Object.fromEntries(TICKED.map((id) => [id, is(id)])) as Record<(typeof TICKED)[number], boolean>),
    point7: { a: is("point7.a"), b: is("point7.b"), c: is("point7.c"), d: is("point7.d") },
    reasons: isTyped("reasons"),
    city: isTyped("city"),
    hospital: isTyped("hospital"),
    ...(country === "" ? {} : { country }),
    ...(isPlainDate(maxPeriodUntil) ? { maxPeriodUntil } : {}),
    ...(isPlainDate(datedOn) ? { datedOn } : {}),
    ...(isPlainDate(periodFrom) ? { periodFrom } : {}),
    ...(isPlainDate(periodTo) ? { periodTo } : {}),
  };
}

function checkReport(values: Values, path: string): Problems {
  const found: Record<string, Problem> = { ...checkPeriod(values, path) };
  for (const [name, label] of DATES) {
    const message = misshapen("date", textAt(values, `${path}.${name}`).trim());
    if (message !== undefined) found[`${path}.${name}`] = { message, label };
  }
  return found;
}

const DATES = [
  ["maxPeriodUntil", "e112.maxPeriodUntil"],
  ["datedOn", "e112.datedOn"],
] as const satisfies readonly (readonly [string, MessageKey])[];
