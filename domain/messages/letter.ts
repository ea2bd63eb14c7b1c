/** The e-mails of the product: registration number, rule and dates at most; never a name, a diagnosis or a clinic. */
import type { Text } from "../case/commands.ts";
import { counted } from "../i18n/plural.ts";
import { findRule } from "../law/index.ts";
import { MOH_STEPS, type MohStep } from "../moh/steps.ts";
import { isPlainDate, type PlainDate } from "../plain-date.ts";
import type { ReminderStage } from "../reminders/policy.ts";
import { fillPlaces } from "./words.ts";

export type Locale = "ro" | "en";

/** What a message speaks of. */
export interface MessageSubject {
  readonly kind: string;
  readonly registrationNumber: string;
  readonly caseId: string;
  /** The due date, for reminders. */
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
  /** The institution's own words. */
  readonly words?: ReminderStage["words"];
  /** The patient side has no account: it follows the file by its number. */
  readonly toPatientSide: boolean;
  readonly publicUrl: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Words {
  readonly subject: string;
  readonly lead: string;
}

/** The message of a kind in a language. @throws RangeError for a kind that has no text. */
export function writeLetter(subject: MessageSubject, locale: Locale): Letter {
  const words = wordsOf(subject, locale);
  const rule = ruleLines(subject, locale);
  const link = linkOf(subject);
  const action = { ro: "Deschideți în Dosar:", en: "Open in Dosar:" }[locale];
  const foot = {
    ro: "Mesaj automat al sistemului Dosar. Nu conține date personale sau medicale și nu trebuie să primească răspuns.",
    en: "Automatic message of the Dosar system. It holds no personal or medical data and needs no reply.",
  }[locale];
  const text = [words.lead, ...rule, `${action} ${link}`, `-- \n${foot}`].join("\n\n");
  return { subject: words.subject, text, html: layout(words, rule, action, link, foot, locale) };
}

function wordsOf(subject: MessageSubject, locale: Locale): Words {
  const { kind, registrationNumber: number, about, params } = subject;
  const due = romanianDate(about);
  const step = stepTitle(params["step"]);
  const rule = params["rule"] ?? "";
  if (subject.words !== undefined) {
    const values = { number, due, rule, days: workingDays(params["days"])[locale] };
    const own = subject.words[locale];
    return { subject: fillPlaces(own.subject, values), lead: fillPlaces(own.lead, values) };
  }
  if (params["clinic"] !== undefined) return clinicWindow(number, due, params["clinic"], locale);
  const words: Record<string, Record<Locale, Words>> = {
    before: {
      ro: { subject: `${number}: termen la ${due} (${rule})`, lead: `Dosarul ${number} are un termen la ${due}.` },
      en: { subject: `${number}: due on ${due} (${rule})`, lead: `File ${number} has a deadline on ${due}.` },
    },
    due: {
      ro: {
        subject: `${number}: termenul este azi, ${due} (${rule})`,
        lead: `Termenul dosarului ${number} se împlinește la sfârșitul zilei de ${due}.`,
      },
      en: {
        subject: `${number}: due today, ${due} (${rule})`,
        lead: `The deadline of file ${number} ends at the end of ${due}.`,
      },
    },
    overdue: {
      ro: {
        subject: `${number}: termen depășit din ${due} (${rule})`,
        lead: `Termenul din ${due} al dosarului ${number} a trecut fără să fie îndeplinit.`,
      },
      en: {
        subject: `${number}: overdue since ${due} (${rule})`,
        lead: `The deadline of ${due} in file ${number} has passed and has not been met.`,
      },
    },
    escalation: {
      ro: {
        subject: `${number}: termen depășit, pentru supervizor (${rule})`,
        lead: `Termenul din ${due} al dosarului ${number} a trecut. Primiți mesajul ca supervizor.`,
      },
      en: {
        subject: `${number}: overdue, for the supervisor (${rule})`,
        lead: `The deadline of ${due} in file ${number} has passed. You receive this as supervisor.`,
      },
    },
    "second-escalation": {
      ro: {
        subject: `${number}: termen depășit de cel puțin trei zile lucrătoare (${rule})`,
        lead: `Termenul din ${due} al dosarului ${number} este depășit de cel puțin trei zile lucrătoare. Primiți mesajul ca supervizor.`,
      },
      en: {
        subject: `${number}: overdue by at least three working days (${rule})`,
        lead: `The deadline of ${due} in file ${number} is overdue by at least three working days. You receive this as supervisor.`,
      },
    },
    work: {
      ro: {
        subject: `${number}: pas nou de îndeplinit`,
        lead: `Dosarul ${number} așteaptă de la instituția dumneavoastră: ${step.ro}.`,
      },
      en: { subject: `${number}: a new step for you`, lead: `File ${number} waits for your institution: ${step.en}.` },
    },
    receipt: {
      ro: {
        subject: `Cererea a fost înregistrată cu numărul ${number}`,
        lead: `Cererea dumneavoastră a fost înregistrată cu numărul ${number}. Cu acest număr și cu codul de acces de pe dovada primită la depunere puteți urmări stadiul dosarului.`,
      },
      en: {
        subject: `Your application is registered as ${number}`,
        lead: `Your application is registered as ${number}. With this number and the access code on your receipt you can follow its progress.`,
      },
    },
  };
  const found = words[kind];
  if (found === undefined) throw new RangeError(`no e-mail of kind ${kind}`);
  return found[locale];
}

/** The window of a clinic ended: nobody is late, but whoever corresponds should know (MOH-61). */
function clinicWindow(number: string, due: string, clinic: string, locale: Locale): Words {
  return {
    ro: {
      subject: `${number}: clinica ${clinic} nu a răspuns până la ${due} (MOH-61)`,
      lead: `Termenul de răspuns al clinicii ${clinic} din dosarul ${number} s-a încheiat la ${due} fără răspuns.`,
    },
    en: {
      subject: `${number}: clinic ${clinic} has not answered by ${due} (MOH-61)`,
      lead: `The term within which clinic ${clinic} in file ${number} was to answer ended on ${due} without an answer.`,
    },
  }[locale];
}

/** How many working days lie between the due date and the message. */
function workingDays(days: string | undefined): Text {
  return counted(
    Math.abs(Number(days ?? 0)),
    { one: "o zi lucrătoare", few: "zile lucrătoare" },
    { one: "one working day", few: "working days" },
  );
}

function stepTitle(step: string | undefined): Text {
  const key = step?.split("#")[0];
  return key !== undefined && Object.hasOwn(MOH_STEPS, key) ? MOH_STEPS[key as MohStep].title : { ro: "", en: "" };
}

/** The rule in force on the due date that the message speaks of. */
function ruleLines({ params, about }: MessageSubject, locale: Locale): string[] {
  const rule = params["rule"] === undefined || !isPlainDate(about) ? undefined : findRule(params["rule"], about);
  return rule === undefined
    ? []
    : [`${rule.id}: ${rule.text[locale]}`, `${{ ro: "Temei", en: "Basis" }[locale]}: ${rule.citation[locale]}`];
}

/** The link opens the step itself, unless its name would tell which way a decision went. */
function linkOf({ caseId, params, toPatientSide, publicUrl }: MessageSubject): string {
  if (toPatientSide) return `${publicUrl}/stare`;
  const file = `${publicUrl}/dosare/${caseId}`;
  const step = params["step"];
  if (step === undefined) return `${file}?fila=termene`;
  return step.startsWith("notify-") ? file : `${file}?pas=${encodeURIComponent(step)}`;
}

/** `zz.ll.aaaa`; anything that is not a date stays as it is. */
function romanianDate(date: PlainDate | string): string {
  const [year, month, day] = date.split("-");
  return day === undefined ? date : `${day}.${month}.${year}`;
}

function layout(
  words: Words,
  rule: readonly string[],
  action: string,
  link: string,
  foot: string,
  locale: Locale,
): string {
  const paragraphs = rule.map((line) => `<p style="margin:0 0 8px;color:#444">${escaped(line)}</p>`).join("");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(words.subject)}</title></head>
<body style="margin:0;background:#f4f6f8;font:16px/1.5 system-ui,Segoe UI,Roboto,Arial,sans-serif;color:#1b2733">
<div style="max-width:560px;margin:24px auto;padding:24px;background:#fff;border:1px solid #d9e0e6;border-radius:8px">
<p style="margin:0 0 16px;font-weight:600">Dosar</p><p style="margin:0 0 16px;font-size:18px">${escaped(words.lead)}</p>${paragraphs}
<p style="margin:20px 0"><a href="${escaped(link)}" style="color:#0b5394">${escaped(action)} ${escaped(link)}</a></p>
<p style="margin:0;font-size:13px;color:#5b6773">${escaped(foot)}</p></div></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
