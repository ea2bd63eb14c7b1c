/** «Calculul termenului»: what stands on the paper, every word of it. No name of a patient, no diagnosis. */
import { renderSVG } from "uqr";
import type { DatedDeadline } from "../../domain/case/state.ts";
import type { DayView, DeadlineExplanation } from "../../domain/case/view.ts";
import { formatDate, longDate, timeOfDay } from "../../domain/i18n/dates.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { legalBasisOf, type WorkingDay } from "../../domain/law/index.ts";
import type { Suspension } from "../../domain/law/suspensions.ts";
import { bucharestDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { CERTIFICATE_TEXTS, type CertificateTexts } from "./certificate-texts.ts";
import { dayRows, LONG_TERM, type MonthRows } from "./day-rows.ts";
import type { Template } from "./typesetter.ts";
import { suspensionFacts, termFacts, type CountedLength, type CountedRule, type Fact } from "./term-facts.ts";

/** The template that it is set by. */
export const CERTIFICATE = "deadline-certificate.typ" satisfies Template;

export interface CertificateOf {
  readonly explanation: DeadlineExplanation;
  /** How it is counted. */
  readonly counted: CountedRule | CountedLength;
  /** The file of the deadline, when there is one. */
  readonly registrationNumber?: string;
  /** What the file keeps of the deadline. */
  readonly record?: DatedDeadline;
  readonly suspensions?: readonly Suspension[];
  /** Who prints it: the institution, and the person signed in. */
  readonly institution?: string;
  readonly printedBy?: string;
  readonly printedAt: Date;
  /** Where it can be verified; absent for a trial with assumed days. */
  readonly address?: string;
}

/** What `layout.typ` and `deadline-certificate.typ` read. */
export interface CertificateData {
  readonly sheet: {
    readonly lang: Language;
    readonly title: string;
    readonly printedOn: { readonly year: number; readonly month: number; readonly day: number };
    readonly head: { readonly institution: string; readonly running: string };
    readonly foot: { readonly basis: string; readonly page: string; readonly of: string };
  };
  readonly title: string;
  readonly subject: string;
  readonly lead: { readonly text: string; readonly citation: string } | null;
  readonly due: { readonly label: string; readonly date: string; readonly lines: readonly string[] };
  readonly warnings: readonly string[];
  readonly verification: {
    /** The address as a code, drawn in SVG. */
    readonly code: string;
    readonly alt: string;
    readonly caption: string;
    readonly lead: string;
    readonly address: string;
  } | null;
  readonly facts: readonly Fact[];
  /** What comes before the table of days, and what after. */
  readonly before: readonly Section[];
  readonly after: readonly Section[];
  readonly days: {
    readonly heading: string;
    readonly note: string | null;
    readonly columns: readonly string[];
    readonly months: readonly MonthRows[];
  };
}

interface Section {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** A code that still reads with a fifth of it lost to a fold or a stamp. */
const CODE = { ecc: "M", border: 4 } as const;

export function certificateData(paper: CertificateOf, language: Language): CertificateData {
  const t = CERTIFICATE_TEXTS[language];
  const { explanation, registrationNumber, address } = paper;
  const today = bucharestDate(paper.printedAt);
  const ruleId = explanation.rule?.id;
  const stands = explanation.deadline?.state === "suspended";
  const lastDay = isAdvice(explanation) ? t.advisedDay : t.lastDay;
  const title = registrationNumber === undefined ? t.bareTitle : t.fileTitle(registrationNumber, ruleId ?? "");
  const subject = [
    registrationNumber === undefined ? t.noFile : t.file(registrationNumber),
    ...(ruleId === undefined ? [] : [t.rule(ruleId)]),
  ].join(" · ");
  return {
    sheet: {
      lang: language,
      title,
      printedOn: { year: yearOf(today), month: Number(today.slice(5, 7)), day: Number(today.slice(8)) },
      head: { institution: paper.institution ?? t.publicOffice, running: subject },
      foot: { basis: legalBasisOf(explanation.rule?.process ?? "moh")[language], page: t.page, of: t.of },
    },
    title: t.title,
    subject,
    lead:
      explanation.rule === undefined
        ? null
        : {
            text: (explanation.deadline?.title ?? explanation.rule.text)[language],
            citation: explanation.rule.citation[language],
          },
    due: {
      label: stands ? t.earliest : lastDay,
      date: longDate(explanation.due, language),
      lines: dueLines(explanation, today, language, t),
    },
    warnings: warnings(paper, language, t),
    verification:
      address === undefined
        ? null
        : { code: renderSVG(address, CODE), alt: t.codeAlt, caption: t.scan, lead: t.verifyAt, address },
    facts: termFacts(paper.counted, language),
    before: filled([
      { heading: t.suspensions, facts: paused(paper, language) },
      { heading: t.history, facts: moves(paper, language, t) },
    ]),
    days: {
      heading: t.dayByDay,
      note: daysNote(explanation, t),
      columns: t.columns,
      months: dayRows(explanation.days.map(workingDay), explanation.due, language, {
        dueDay: stands ? t.earliestDay : isAdvice(explanation) ? t.advisedDay : t.dueDay,
      }),
    },
    after: filled([
      { heading: t.readings, facts: readings(explanation, language) },
      { heading: t.origin, facts: origin(paper, today, language, t) },
    ]),
  };
}

function dueLines(
  { practicalDueOn, effectOn, deadline }: DeadlineExplanation,
  today: PlainDate,
  language: Language,
  t: CertificateTexts,
): string[] {
  const day = (date: PlainDate): string => formatDate(date, language);
  return [
    ...(practicalDueOn === undefined ? [] : [t.practical(longDate(practicalDueOn, language))]),
    ...(effectOn === undefined ? [] : [t.effect(day(effectOn))]),
    ...(deadline === undefined ? [] : [stateLine(deadline, day(today), day, t)]),
  ];
}

function stateLine(
  { state, metOn, workingDaysLeft = 0 }: NonNullable<DeadlineExplanation["deadline"]>,
  today: string,
  day: (date: PlainDate) => string,
  t: CertificateTexts,
): string {
  switch (state) {
    case "open":
      return t.open(today, Math.max(0, workingDaysLeft));
    case "suspended":
      return t.suspended(today);
    case "overdue":
      return t.overdue(today, Math.max(0, -workingDaysLeft));
    case "met":
      return t.met(metOn === undefined ? today : day(metOn));
    case "met-late":
      return t.metLate(metOn === undefined ? today : day(metOn));
    case "cancelled":
      return t.cancelled;
  }
}

function warnings({ explanation, address }: CertificateOf, language: Language, t: CertificateTexts): string[] {
  const { provisionalYears, today } = explanation;
  return [
    ...(isAdvice(explanation) ? [t.advice] : address === undefined ? [t.whatIf] : []),
    ...(provisionalYears.length === 0 ? [] : [t.provisional(provisionalYears.join(", "))]),
    ...(today === undefined ? [] : [t.todayOtherwise(longDate(today.practicalDueOn ?? today.due, language))]),
  ];
}

function isAdvice({ rule }: DeadlineExplanation): boolean {
  return rule?.deadline?.advisory === true;
}

function filled(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ facts }) => facts.length > 0);
}

function paused({ record, suspensions = [] }: CertificateOf, language: Language): readonly Fact[] {
  return suspensionFacts(
    suspensions.map((suspension, index) => ({ ...suspension, causedBy: record?.suspensions?.[index]?.causedBy })),
    language,
  );
}

function moves({ record }: CertificateOf, language: Language, t: CertificateTexts): readonly Fact[] {
  const day = (date: PlainDate): string => formatDate(date, language);
  return (record?.moves ?? []).map(({ at, from, to, cause }) => ({
    name: day(bucharestDate(new Date(at))),
    value: t.moved(day(from), day(to)),
    note: t.because[cause],
  }));
}

/** Those that act in this deadline. */
function readings({ rule, deadline }: DeadlineExplanation, language: Language): readonly Fact[] {
  const known = rule?.readings ?? [];
  return known
    .filter(({ id }) => deadline === undefined || deadline.readings.includes(id))
    .map(({ id, text }) => ({ name: id, value: text[language] }));
}

function daysNote({ mode, days }: DeadlineExplanation, t: CertificateTexts): string | null {
  if (mode === "months" || mode === "years") return t.inMonths;
  return days.length >= LONG_TERM ? t.longTerm : null;
}

function workingDay({ date, counted, number, why }: DayView): WorkingDay {
  return {
    date,
    counted,
    ...(number === undefined ? {} : { number }),
    ...(why === undefined ? {} : { reason: why }),
  };
}

function origin(
  { explanation, printedAt, printedBy }: CertificateOf,
  today: PlainDate,
  language: Language,
  t: CertificateTexts,
): readonly Fact[] {
  const { calendarNumber, calendarVersion, lawVersion, rule } = explanation;
  return [
    { name: t.calendar, value: t.calendarChange(calendarNumber), note: calendarVersion },
    ...(lawVersion === undefined
      ? []
      : [
          {
            name: t.law,
            value: lawVersion,
            ...(rule === undefined ? {} : { note: t.inForce(formatDate(rule.validFrom, language)) }),
          },
        ]),
    {
      name: t.printed,
      value: t.printedAt(longDate(today, language), timeOfDay(printedAt)),
      ...(printedBy === undefined ? {} : { note: t.by(printedBy) }),
    },
  ];
}
