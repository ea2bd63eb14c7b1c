/** How a term is counted, line by line, the same on paper and on the page that verifies it. */
import type { RuleView } from "../../domain/case/view.ts";
import { formatDate, longDate } from "../../domain/i18n/dates.ts";
import { dutyName } from "../../domain/i18n/duties.ts";
import type { Language } from "../../domain/i18n/language.ts";
import {
  bareTerm,
  COUNTING_MODES,
  ROLL_CITATION,
  startEventText,
  termLength,
  type Suspension,
  type Term,
  type TermKind,
} from "../../domain/law/index.ts";
import type { Duty } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

interface Counted {
  readonly startsOn: PlainDate;
  /** Whose calendar, as it is called; absent for that of nobody in particular. */
  readonly institution?: string | undefined;
}

export interface CountedRule extends Counted {
  readonly rule: RuleView;
  readonly duty: Duty;
  readonly formerDuty?: Duty | undefined;
  /** When it is not the rule's own: the report of a delay is owed a day later (decision 8). */
  readonly value?: number | undefined;
}

export interface CountedLength extends Counted {
  readonly kind: TermKind;
  readonly value: number;
}

const WORDS = {
  ro: {
    owedBy: "Cine are termenul",
    advisedTo: "Cui i se recomandă",
    formerly: (duty: string) => `Înainte: ${duty}. Se ține data mai târzie (DEC-7).`,
    runsFrom: "De când curge",
    when: (event: string) => `ziua în care ${event}`,
    length: "Cât este",
    counting: "Cum se numără",
    rolling: "Dacă ultima zi nu se lucrează",
    cannotRoll: "nu se poate întâmpla: se numără numai zile lucrătoare",
    rolls: "termenul este respectat până la sfârșitul următoarei zile lucrătoare",
    passes: "ultima zi trece în următoarea zi lucrătoare",
    stays: "termenul se împlinește totuși în acea zi",
    declaredDays: "Zilele libere declarate",
    interrupt: "întrerup termenul: nu se numără",
    doNotInterrupt: "nu întrerup termenul: se numără",
    lastDayOnly: "nu schimbă numărătoarea; contează numai dacă ultima zi cade într-una, care nu se lucrează",
    notEvenLastDay: "nu schimbă numărătoarea și nici ultima zi",
    ofEveryone:
      "numai cele declarate pentru toți: nu se știe cine are termenul, deci cele ale sectorului public se lucrează",
    ofInstitution: "cele declarate pentru toți, pentru sectorul public și pentru această instituție",
    calendarOf: "Calendarul",
    publicInstitutions: "al instituțiilor publice",
    nobody: "al nimănui anume: sărbătorile legale și zilele declarate pentru toți",
    suspension: (number: number) => `Suspendarea ${number}`,
    fromUntil: (from: string, until: string) => `de la ${from}, reluat la ${until}`,
    fromOn: (from: string) => `de la ${from}, nereluat`,
    causedBy: (duty: string) => `cauzată de: ${duty}`,
  },
  en: {
    owedBy: "Who owes the act",
    advisedTo: "To whom it is advised",
    formerly: (duty: string) => `Before: ${duty}. The later date holds (DEC-7).`,
    runsFrom: "Runs from",
    when: (event: string) => `the day on which ${event}`,
    length: "How long",
    counting: "How days are counted",
    rolling: "If the last day is not worked",
    cannotRoll: "cannot be: only working days are counted",
    rolls: "the term is met until the end of the next working day",
    passes: "the last day passes to the next working day",
    stays: "the term ends on that day all the same",
    declaredDays: "Declared days off",
    interrupt: "interrupt the term: they are not counted",
    doNotInterrupt: "do not interrupt the term: they are counted",
    lastDayOnly: "do not change the count; they matter only when the last day falls on one, which is not worked",
    notEvenLastDay: "change neither the count nor the last day",
    ofEveryone:
      "only those declared for everyone: nobody in particular owes the term, so those of the public sector are worked",
    ofInstitution: "those declared for everyone, for the public sector and for this institution",
    calendarOf: "Calendar",
    publicInstitutions: "of public institutions",
    nobody: "of nobody in particular: legal holidays and days declared for everyone",
    suspension: (number: number) => `Suspension ${number}`,
    fromUntil: (from: string, until: string) => `from ${from}, resumed on ${until}`,
    fromOn: (from: string) => `from ${from}, not resumed`,
    causedBy: (duty: string) => `caused by: ${duty}`,
  },
} as const satisfies Record<Language, Record<string, string | ((...said: never[]) => string)>>;

/** Who owes it, from when, how long, how counted, what of days that are not worked. */
export function termFacts(counted: CountedRule | CountedLength, language: Language): readonly Fact[] {
  return "rule" in counted ? ruleFacts(counted, language) : lengthFacts(counted, language);
}

function ruleFacts(
  { rule, duty, formerDuty, startsOn, value, institution }: CountedRule,
  language: Language,
): readonly Fact[] {
  const t = WORDS[language];
  const { deadline } = rule;
  if (deadline === undefined) throw new RangeError(`${rule.id} sets no term`);
  return [
    {
      name: deadline.advisory === true ? t.advisedTo : t.owedBy,
      value: dutyName(duty)[language],
      ...(formerDuty === undefined ? {} : { note: t.formerly(dutyName(formerDuty)[language]) }),
    },
    {
      name: t.runsFrom,
      value: longDate(startsOn, language),
      note: t.when(startEventText(deadline.startsAt)[language]),
    },
    { name: t.length, value: termLength(value ?? deadline.value, deadline.unit)[language] },
    { name: t.counting, value: deadline.modeText[language], note: deadline.modeCitation[language] },
    rolling(deadline, language),
    {
      name: t.declaredDays,
      value: interruption(deadline, deadline.interruptedByDeclaredDays, language),
      note: deadline.interruptionCitation[language],
    },
    { name: t.calendarOf, value: institution ?? t.publicInstitutions },
  ];
}

function lengthFacts({ kind, value, startsOn, institution }: CountedLength, language: Language): readonly Fact[] {
  const t = WORDS[language];
  const term = bareTerm(value, kind);
  return [
    { name: t.runsFrom, value: longDate(startsOn, language) },
    { name: t.length, value: termLength(value, term.unit)[language] },
    {
      name: t.counting,
      value: COUNTING_MODES[term.mode].text[language],
      note: COUNTING_MODES[term.mode].citation[language],
    },
    rolling(term, language),
    { name: t.declaredDays, value: institution === undefined ? t.ofEveryone : t.ofInstitution, note: "DEC-7" },
    { name: t.calendarOf, value: institution ?? t.nobody },
  ];
}

function rolling({ mode, rollsForward = false }: Pick<Term, "mode" | "rollsForward">, language: Language): Fact {
  const t = WORDS[language];
  if (mode === "working-days") return { name: t.rolling, value: t.cannotRoll };
  return rollsForward
    ? { name: t.rolling, value: mode === "free-days" ? t.passes : t.rolls, note: ROLL_CITATION[language] }
    : { name: t.rolling, value: t.stays };
}

function interruption({ mode, unit }: Pick<Term, "mode" | "unit">, interrupted: boolean, language: Language): string {
  const t = WORDS[language];
  const countsWorkingDays = mode === "working-days" || (mode === "free-days" && unit === "working_days");
  if (countsWorkingDays) return interrupted ? t.interrupt : t.doNotInterrupt;
  return interrupted ? t.lastDayOnly : t.notEvenLastDay;
}

/** When the term did not run, and who caused it; never the cause in somebody's words. */
export function suspensionFacts(
  suspensions: readonly (Suspension & { readonly causedBy?: Duty | undefined })[],
  language: Language,
): readonly Fact[] {
  const t = WORDS[language];
  const day = (date: PlainDate): string => formatDate(date, language);
  return suspensions.map(({ from, until, causedBy }, index) => ({
    name: t.suspension(index + 1),
    value: until === undefined ? t.fromOn(day(from)) : t.fromUntil(day(from), day(until)),
    ...(causedBy === undefined ? {} : { note: t.causedBy(dutyName(causedBy)[language]) }),
  }));
}
