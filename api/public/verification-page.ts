/** The page behind the code of a printed due date: says whether it holds, and shows why. Names nobody and no file. */
import type { RuleView } from "../../domain/case/view.ts";
import { longDate } from "../../domain/i18n/dates.ts";
import { errorSentence, type ErrorCode, type Params } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { dayRows } from "../documents/day-rows.ts";
import type { Recomputed } from "../documents/recompute.ts";
import {
  suspensionFacts,
  termFacts,
  type CountedLength,
  type CountedRule,
  type Fact,
} from "../documents/term-facts.ts";
import type { PrintedTerm } from "../documents/verification.ts";
import { day, escape, publicPage } from "./page.ts";

/** What came of computing a printed term again. */
export interface Verified {
  readonly term: PrintedTerm;
  /** True when the product signed the address. */
  readonly genuine: boolean;
  /** By the calendar of then; absent when there was none of that number. */
  readonly atPrint?: Recomputed;
  /** By today's. */
  readonly now: Recomputed;
  readonly calendarNumber: number;
  /** The rule in its version for the day from which the term runs. */
  readonly rule?: RuleView | undefined;
  /** The institution whose calendar it is, as it is called. */
  readonly institution?: string | undefined;
}

type Said = (date: string) => string;

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly unreadableTitle: string;
  readonly unreadable: string;
  readonly confirmed: string;
  readonly confirmedThen: string;
  readonly dueIs: Said;
  readonly dueWas: Said;
  readonly earliest: Said;
  readonly earliestDay: string;
  readonly changed: Said;
  readonly refused: string;
  readonly badSignature: string;
  readonly alsoOtherDate: (printed: string, computed: string) => string;
  readonly otherDate: (printed: string, computed: string) => string;
  readonly otherLaw: (then: string, now: string) => string;
  readonly noSuchCalendar: (number: number) => string;
  readonly practical: Said;
  readonly effect: Said;
  readonly provisional: (years: string) => string;
  readonly rule: string;
  readonly printedOn: string;
  readonly calendar: string;
  readonly calendarNumbers: (then: number, now: number) => string;
  readonly dayByDay: string;
  readonly dayByDayNow: string;
  readonly columns: readonly [date: string, weekday: string, number: string, reason: string];
  readonly dueDay: string;
  readonly foot: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  ro: {
    title: "Verificarea unui termen",
    lead: "Pagina reface calculul unui termen tipărit din Dosar și spune dacă data de pe hârtie este cea corectă. Scanați codul QR de pe hârtie sau scrieți adresa de lângă el, întreagă.",
    unreadableTitle: "Adresa nu se poate citi",
    unreadable:
      "Din adresă lipsește ceva sau ceva nu poate fi adevărat. Scanați din nou codul de pe hârtie ori copiați toată adresa, până la ultimul semn.",
    confirmed: "Confirmat",
    confirmedThen: "Confirmat la data tipăririi",
    dueIs: (date) => `Termenul este ${date}.`,
    dueWas: (date) => `Termenul era ${date}.`,
    earliest: (date) => `Termenul era suspendat la tipărire: ultima zi, cel mai devreme, ${date}.`,
    earliestDay: "cel mai devreme",
    changed: (date) => `Calendarul s-a schimbat de atunci: azi termenul ar fi ${date}.`,
    refused: "Nu corespunde",
    badSignature: "Semnătura din adresă nu este cea dată de Dosar: adresa a fost schimbată sau copiată greșit.",
    alsoOtherDate: (printed, computed) =>
      `Nici data nu se potrivește: în adresă scrie ${printed}, iar calculul dă ${computed}.`,
    otherDate: (printed, computed) =>
      `Data nu se potrivește: pe hârtie scrie ${printed}, iar calculul refăcut dă ${computed}.`,
    otherLaw: (then, now) => `Regulile s-au schimbat de la tipărire (${then}, acum ${now}).`,
    noSuchCalendar: (number) => `Calendarul de după schimbarea nr. ${number} nu există aici; s-a folosit cel de azi.`,
    practical: (date) => `Ziua nu este lucrătoare: termenul este respectat până la sfârșitul zilei de ${date}.`,
    effect: (date) => `Față de pacient, depășirea poate avea efect abia după ${date}.`,
    provisional: (years) => `Provizoriu: calendarul pentru ${years} nu este încă confirmat.`,
    rule: "Regula",
    printedOn: "Tipărit la",
    calendar: "Starea calendarului",
    calendarNumbers: (then, now) =>
      then === now ? `după schimbarea nr. ${then}, aceeași ca azi` : `după schimbarea nr. ${then}; azi este nr. ${now}`,
    dayByDay: "Zi cu zi",
    dayByDayNow: "Zi cu zi, după calendarul de azi",
    columns: ["Data", "Ziua", "Nr.", "De ce"],
    dueDay: "ultima zi",
    foot: "Pagina nu știe al cui este termenul: nu cuprinde nume, dosare sau boli. Ea dovedește calculul, nu și că actul s-a făcut.",
  },
  en: {
    title: "Verification of a deadline",
    lead: "This page computes a deadline printed by Dosar again and says whether the date on the paper is right. Scan the QR code on the paper, or type the address beside it, all of it.",
    unreadableTitle: "The address cannot be read",
    unreadable:
      "Something is missing in the address, or cannot be true. Scan the code on the paper again, or copy the whole address to its last character.",
    confirmed: "Confirmed",
    confirmedThen: "Confirmed for the day of printing",
    dueIs: (date) => `The last day of the term is ${date}.`,
    dueWas: (date) => `The last day of the term was ${date}.`,
    earliest: (date) => `The term was suspended when it was printed: its last day, at the earliest, is ${date}.`,
    earliestDay: "at the earliest",
    changed: (date) => `The calendar has changed since: today it would be ${date}.`,
    refused: "Does not agree",
    badSignature:
      "The signature in the address is not the one that Dosar gave: the address was changed, or copied wrongly.",
    alsoOtherDate: (printed, computed) =>
      `Nor does the date: the address says ${printed}, the computation gives ${computed}.`,
    otherDate: (printed, computed) =>
      `The date does not agree: the paper says ${printed}, computing it again gives ${computed}.`,
    otherLaw: (then, now) => `The rules have changed since it was printed (${then}, now ${now}).`,
    noSuchCalendar: (number) => `There is no calendar after change no. ${number} here; today's was used.`,
    practical: (date) => `Not a working day: the term is met until the end of ${date}.`,
    effect: (date) => `Against the patient, lateness may have an effect only after ${date}.`,
    provisional: (years) => `Provisional: the calendar of ${years} has not been confirmed yet.`,
    rule: "Rule",
    printedOn: "Printed on",
    calendar: "State of the calendar",
    calendarNumbers: (then, now) =>
      then === now ? `after change no. ${then}, the same as today` : `after change no. ${then}; today's is no. ${now}`,
    dayByDay: "Day by day",
    dayByDayNow: "Day by day, by today's calendar",
    columns: ["Date", "Day", "No.", "Why"],
    dueDay: "last day",
    foot: "This page does not know whose deadline it is: it holds no names, files or illnesses. It proves the computation, not that the act was done.",
  },
};

export type AddressOf = (language: Language) => string;

/** What the page is for, where nothing is asked of it. */
export function introductionPage(language: Language, address: AddressOf): string {
  const t = TEXTS[language];
  return publicPage(language, { title: t.title, body: `<h1>${t.title}</h1><p>${t.lead}</p>`, foot: t.foot, address });
}

export function unreadablePage(language: Language, address: AddressOf): string {
  const t = TEXTS[language];
  const body = `<h1>${t.title}</h1>${verdict("bad", t.unreadableTitle, [t.unreadable])}`;
  return publicPage(language, { title: `${t.unreadableTitle} – ${t.title}`, body, foot: t.foot, address });
}

export function failurePage(
  language: Language,
  address: AddressOf,
  { code, params }: { readonly code: ErrorCode; readonly params: Params },
): string {
  const t = TEXTS[language];
  const body = `<h1>${t.title}</h1><p class="alert" role="alert">${escape(errorSentence(code, params, language))}</p>`;
  return publicPage(language, { title: t.title, body, foot: t.foot, address });
}

export function verificationPage(language: Language, address: AddressOf, verified: Verified): string {
  const t = TEXTS[language];
  const { now, atPrint = now } = verified;
  const differs = atPrint.dueOn !== now.dueOn || atPrint.practicalDueOn !== now.practicalDueOn;
  const dueDay = stands(verified.term) ? t.earliestDay : t.dueDay;
  const verdictOf = judged(verified, language, t);
  const body = [
    `<h1>${t.title}</h1>`,
    verdict(verdictOf.kind, verdictOf.title, verdictOf.lines),
    `<dl>${details(verified, language, t)
      .map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`)
      .join("")}</dl>`,
    ...(verified.genuine ? [dayTable(t.dayByDay, atPrint, dueDay, language, t)] : []),
    ...(verified.genuine && differs ? [dayTable(t.dayByDayNow, now, dueDay, language, t)] : []),
  ];
  return publicPage(language, {
    title: `${verdictOf.title} – ${t.title}`,
    body: body.join("\n"),
    foot: t.foot,
    address,
  });
}

interface Verdict {
  readonly kind: "good" | "changed" | "bad";
  readonly title: string;
  readonly lines: readonly string[];
}

function judged({ term, genuine, atPrint, now, rule }: Verified, language: Language, t: Texts): Verdict {
  const long = (date: PlainDate): string => longDate(date, language);
  const byThen = atPrint ?? now;
  const holds = byThen.dueOn === term.dueOn;
  const calendar = atPrint === undefined ? [t.noSuchCalendar(term.calendarNumber)] : [];
  const law =
    "rule" in term && rule !== undefined && rule.version !== term.lawVersion
      ? [t.otherLaw(term.lawVersion, rule.version)]
      : [];
  if (!genuine) {
    const other = holds ? [] : [t.alsoOtherDate(long(term.dueOn), long(byThen.dueOn))];
    return { kind: "bad", title: t.refused, lines: [t.badSignature, ...other] };
  }
  if (!holds) {
    return {
      kind: "bad",
      title: t.refused,
      lines: [t.otherDate(long(term.dueOn), long(byThen.dueOn)), ...law, ...calendar],
    };
  }
  const more = [
    ...(byThen.practicalDueOn === undefined ? [] : [t.practical(long(byThen.practicalDueOn))]),
    ...(byThen.effectOn === undefined ? [] : [t.effect(long(byThen.effectOn))]),
    ...(now.provisionalYears.length === 0 ? [] : [t.provisional(now.provisionalYears.join(", "))]),
    ...calendar,
  ];
  const same = now.dueOn === byThen.dueOn && now.practicalDueOn === byThen.practicalDueOn;
  return same
    ? {
        kind: "good",
        title: t.confirmed,
        lines: [strong((stands(term) ? t.earliest : t.dueIs)(long(term.dueOn))), ...more],
      }
    : {
        kind: "changed",
        title: t.confirmedThen,
        lines: [strong(t.dueWas(long(term.dueOn))), strong(t.changed(long(now.practicalDueOn ?? now.dueOn))), ...more],
      };
}

/** It was suspended when it was printed, and had not been resumed. */
function stands({ suspensions }: PrintedTerm): boolean {
  return suspensions.some(({ until }) => until === undefined);
}

const STRONG = "\u0001";
function strong(line: string): string {
  return `${STRONG}${line}`;
}

function verdict(kind: Verdict["kind"], title: string, lines: readonly string[]): string {
  const said = lines.map((line) =>
    line.startsWith(STRONG) ? `<p><strong>${escape(line.slice(1))}</strong></p>` : `<p>${escape(line)}</p>`,
  );
  return `<div class="verdict ${kind}"><h2>${escape(title)}</h2>${said.join("")}</div>`;
}

/** Name and HTML of each line. */
function details(verified: Verified, language: Language, t: Texts): (readonly [string, string])[] {
  const { term, now, atPrint = now, calendarNumber } = verified;
  const facts = [
    ...(verified.rule === undefined
      ? []
      : [
          {
            name: t.rule,
            value: `${verified.rule.id}. ${verified.rule.text[language]}`,
            note: verified.rule.citation[language],
          },
        ]),
    ...termFacts(countedOf(verified), language),
    ...suspensionFacts(term.suspensions, language),
    {
      name: t.calendar,
      value: t.calendarNumbers(term.calendarNumber, calendarNumber),
      note: atPrint.calendar.version,
    },
  ];
  return [
    ...facts.map(({ name, value, note }: Fact): [string, string] => [
      name,
      `${escape(value)}${note === undefined ? "" : `<small>${escape(note)}</small>`}`,
    ]),
    [t.printedOn, day(term.printedOn, language)],
  ];
}

function countedOf({ term, rule, institution = term.institution }: Verified): CountedRule | CountedLength {
  const { startsOn } = term;
  if (!("rule" in term)) return { kind: term.kind, value: term.value, startsOn, institution };
  if (rule === undefined) throw new RangeError(`${term.rule} was not looked up`);
  const { duty, formerDuty } = term;
  const value = term.basis === "delay-report" && rule.deadline !== undefined ? rule.deadline.value + 1 : undefined;
  return { rule, duty, formerDuty, startsOn, institution, value };
}

function dayTable(heading: string, { days, dueOn }: Recomputed, dueDay: string, language: Language, t: Texts): string {
  const [date, weekday, number, reason] = t.columns;
  const groups = dayRows(days, dueOn, language, { dueDay }).map(
    ({ name, days: rows }) =>
      `<tbody><tr><th scope="rowgroup" colspan="4">${name}</th></tr>${rows
        .map(
          (row) =>
            `<tr class="${row.kind}"><td>${row.date}</td><td class="weekday">${row.weekday}</td><td class="nth">${row.number}</td><td>${escape(row.reason)}</td></tr>`,
        )
        .join("")}</tbody>`,
  );
  return `<h2>${heading}</h2><table class="days"><thead><tr><th scope="col">${date}</th><th scope="col" class="weekday">${weekday}</th><th scope="col" class="nth">${number}</th><th scope="col">${reason}</th></tr></thead>${groups.join("")}</table>`;
}
