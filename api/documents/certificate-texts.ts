/** The words of «Calculul termenului». */
import type { MoveCause } from "../../domain/case/moves.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { counted } from "../../domain/i18n/plural.ts";

export interface CertificateTexts {
  readonly title: string;
  readonly fileTitle: (number: string, rule: string) => string;
  readonly bareTitle: string;
  readonly file: (number: string) => string;
  readonly rule: (rule: string) => string;
  readonly noFile: string;
  readonly page: string;
  readonly of: string;
  readonly publicOffice: string;
  readonly lastDay: string;
  readonly advisedDay: string;
  readonly earliest: string;
  readonly practical: (date: string) => string;
  readonly effect: (date: string) => string;
  readonly open: (today: string, left: number) => string;
  readonly overdue: (today: string, late: number) => string;
  readonly suspended: (today: string) => string;
  readonly met: (date: string) => string;
  readonly metLate: (date: string) => string;
  readonly cancelled: string;
  readonly provisional: (years: string) => string;
  readonly whatIf: string;
  readonly advice: string;
  readonly todayOtherwise: (date: string) => string;
  readonly scan: string;
  readonly codeAlt: string;
  readonly verifyAt: string;
  readonly suspensions: string;
  readonly history: string;
  readonly moved: (from: string, to: string) => string;
  readonly because: Readonly<Record<MoveCause, string>>;
  readonly dayByDay: string;
  readonly columns: readonly [date: string, weekday: string, number: string, reason: string];
  readonly dueDay: string;
  readonly earliestDay: string;
  readonly longTerm: string;
  readonly inMonths: string;
  readonly readings: string;
  readonly origin: string;
  readonly calendar: string;
  readonly calendarChange: (number: number) => string;
  readonly law: string;
  readonly inForce: (date: string) => string;
  readonly printed: string;
  readonly printedAt: (date: string, time: string) => string;
  readonly by: (person: string) => string;
}

const RO: CertificateTexts = {
  title: "Calculul termenului",
  fileTitle: (number, rule) => `Calculul termenului ${rule}, dosarul ${number}`,
  bareTitle: "Calculul unui termen",
  file: (number) => `Dosarul ${number}`,
  rule: (rule) => `regula ${rule}`,
  noFile: "Calcul fără dosar",
  page: "pagina",
  of: "din",
  publicOffice: "Calculatorul public de termene",
  lastDay: "Ultima zi a termenului",
  advisedDay: "Data recomandată",
  earliest: "Termen suspendat: ultima zi, cel mai devreme",
  practical: (date) => `Nu este zi lucrătoare: termenul este respectat până la sfârșitul zilei de ${date}.`,
  effect: (date) => `Față de pacient, depășirea poate avea efect abia după ${date}.`,
  open: (today, left) =>
    left === 0
      ? `La ${today}: în curs, astăzi este ultima zi.`
      : `La ${today}: în curs, ${left === 1 ? "mai este" : "mai sunt"} ${workingDays(left, "ro")}.`,
  overdue: (today, late) => `La ${today}: depășit${late === 0 ? "" : `, cu ${workingDays(late, "ro")}`}.`,
  suspended: (today) => `La ${today}: suspendat; zilele de suspendare nu se numără, iar ultima zi se află la reluare.`,
  met: (date) => `Respectat la ${date}.`,
  metLate: (date) => `Făcut cu întârziere, la ${date}.`,
  cancelled: "Încetat: actul nu mai este datorat.",
  provisional: (years) =>
    `Termen provizoriu: calendarul pentru ${years} nu este încă confirmat. Data se recalculează la confirmare.`,
  whatIf: "Calcul de încercare, cu zile presupuse: nu se poate verifica și nu dovedește un termen.",
  advice: "Recomandare, nu obligație: nimeni nu datorează nimic la această dată, iar o altă dată nu are urmări legale.",
  todayOtherwise: (date) => `Calendarul s-a schimbat de când s-a calculat termenul: după cel de azi ar fi ${date}.`,
  scan: "Verificați cu telefonul",
  codeAlt: "Cod QR cu adresa paginii publice care reface și confirmă acest calcul",
  verifyAt: "Calculul se poate verifica de oricine, fără cont și fără nume, la adresa din codul QR:",
  suspensions: "Suspendări",
  history: "Cum s-a mutat",
  moved: (from, to) => `ultima zi: din ${from} în ${to}`,
  because: {
    entry: "un act înregistrat mai târziu, de la care curge termenul",
    correction: "corectarea unei date",
    calendar: "schimbarea calendarului",
    suspension: "suspendarea sau reluarea termenului",
    duty: "trecerea obligației la altcineva",
    notice: "comunicarea către pacient",
  },
  dayByDay: "Zi cu zi",
  columns: ["Data", "Ziua", "Nr.", "De ce"],
  dueDay: "ultima zi a termenului",
  earliestDay: "cel mai devreme",
  longTerm: "Termen lung: zilele lucrătoare la rând stau pe o linie, zilele care nu se numără pe linia lor.",
  inMonths: "Termen pe luni sau ani: curge în fiecare zi; zilele la rând ale unei luni stau pe o linie.",
  readings: "Cum a fost citită legea",
  origin: "De unde vine calculul",
  calendar: "Starea calendarului",
  calendarChange: (number) => `după schimbarea nr. ${number}`,
  law: "Regulile",
  inForce: (date) => `regula se aplică din ${date}`,
  printed: "Tipărit",
  printedAt: (date, time) => `${date}, ora ${time}`,
  by: (person) => `de ${person}`,
};

const EN: CertificateTexts = {
  title: "How the deadline was computed",
  fileTitle: (number, rule) => `How the deadline of ${rule} was computed, file ${number}`,
  bareTitle: "How a deadline was computed",
  file: (number) => `File ${number}`,
  rule: (rule) => `rule ${rule}`,
  noFile: "Computed without a file",
  page: "page",
  of: "of",
  publicOffice: "Public calculator of deadlines",
  lastDay: "Last day of the term",
  advisedDay: "Date advised",
  earliest: "Suspended: last day of the term, at the earliest",
  practical: (date) => `Not a working day: the term is met until the end of ${date}.`,
  effect: (date) => `Against the patient, lateness may have an effect only after ${date}.`,
  open: (today, left) =>
    left === 0
      ? `On ${today}: running, today is the last day.`
      : `On ${today}: running, ${workingDays(left, "en")} left.`,
  overdue: (today, late) => `On ${today}: overdue${late === 0 ? "" : ` by ${workingDays(late, "en")}`}.`,
  suspended: (today) => `On ${today}: suspended; its days do not count, and the last day is known when it is resumed.`,
  met: (date) => `Met on ${date}.`,
  metLate: (date) => `Done late, on ${date}.`,
  cancelled: "Ended: the act is no longer owed.",
  provisional: (years) =>
    `Provisional: the calendar of ${years} has not been confirmed yet. The date is computed anew when it is.`,
  whatIf: "A trial with assumed days: it cannot be verified and proves no deadline.",
  advice: "Advice, not a duty: nobody owes anything by this date, and another date has no legal consequence.",
  todayOtherwise: (date) => `The calendar has changed since: by today's, it would be ${date}.`,
  scan: "Verify by telephone",
  codeAlt: "QR code with the address of the public page that computes this again and confirms it",
  verifyAt: "Anybody can verify this, without an account and without names, at the address in the QR code:",
  suspensions: "Suspensions",
  history: "How it moved",
  moved: (from, to) => `last day: from ${from} to ${to}`,
  because: {
    entry: "an act entered later, from which the term runs",
    correction: "a corrected date",
    calendar: "a change of the calendar",
    suspension: "the suspension or resumption of the term",
    duty: "the duty passed to somebody else",
    notice: "the notice to the patient",
  },
  dayByDay: "Day by day",
  columns: ["Date", "Day", "No.", "Why"],
  dueDay: "last day of the term",
  earliestDay: "at the earliest",
  longTerm: "A long term: working days in a row stand on one line, days that do not count on their own.",
  inMonths: "A term in months or years runs on every day; the days in a row of one month stand on one line.",
  readings: "How the law was read",
  origin: "Where this comes from",
  calendar: "State of the calendar",
  calendarChange: (number) => `after change no. ${number}`,
  law: "Rules",
  inForce: (date) => `the rule holds from ${date}`,
  printed: "Printed",
  printedAt: (date, time) => `${date}, ${time}`,
  by: (person) => `by ${person}`,
};

function workingDays(count: number, language: Language): string {
  return counted(
    count,
    { one: "o zi lucrătoare", few: "zile lucrătoare" },
    { one: "1 working day", few: "working days" },
  )[language];
}

export const CERTIFICATE_TEXTS = { ro: RO, en: EN } as const satisfies Record<Language, CertificateTexts>;
