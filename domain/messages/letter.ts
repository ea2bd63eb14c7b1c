/** The e-mails of the product: registration number, rule and dates at most; never a name, a diagnosis or a clinic. */
import type { Text } from "../case/commands.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Language } from "../i18n/language.ts";
import { findReading, findRule } from "../law/index.ts";
import { isPlainDate } from "../plain-date.ts";
import type { SettingHouse } from "../settings/settings.ts";
import { alertHouse, alertReading, findAlert } from "../reminders/alerts.ts";
import { layOut, type Block, type Letter } from "./layout.ts";
import { clinicWords, kindWords, passedReceiptWords } from "./kind-words.ts";
import { linkOf, stepOf, tellsDirection, type MessageSubject } from "./subject.ts";
import { daysText, fillPlaces, provisionalText } from "./words.ts";

/** Rules whose text says that a file was approved or rejected: a letter names them and no more. */
const SAY_DIRECTION: readonly string[] = ["MOH-27", "MOH-28", "MOH-42"];

/** Whose setting an alert follows. */
const SETTING_HOUSES: Readonly<Record<SettingHouse, Text>> = {
  ministry: { ro: "a Ministerului Sănătății", en: "the Ministry of Health" },
  cnas: { ro: "a CNAS", en: "the CNAS" },
};

/** The letter of a kind in a language. @throws RangeError for a kind that has no words. */
export function writeLetter(subject: MessageSubject, language: Language): Letter {
  const { subject: title, lead } = wordsOf(subject, language);
  const action = subject.toPatientSide
    ? { ro: "Vedeți stadiul dosarului", en: "See how your file stands" }[language]
    : { ro: "Deschideți în Dosar", en: "Open in Dosar" }[language];
  const blocks: Block[] = [
    { kind: "lead", text: lead },
    ...notesOf(subject, language).map((text): Block => ({ kind: "note", text })),
    { kind: "action", text: action, link: linkOf(subject) },
  ];
  return layOut(title, blocks, language);
}

function wordsOf(subject: MessageSubject, language: Language): { readonly subject: string; readonly lead: string } {
  const { kind, registrationNumber: number, about, params, words } = subject;
  const due = dateText(about, language);
  const days = daysText(Number(params["days"] ?? 0))[language];
  const rule = tellsDirection(params) ? "" : (params["rule"] ?? "");
  if (words !== undefined) {
    const own = words[language];
    const values = { number, due, rule, days };
    return { subject: fillPlaces(own.subject, values).trim(), lead: fillPlaces(own.lead, values) };
  }
  const { clinic } = params;
  const step = stepOf(params)?.[language] ?? "";
  const alert = findAlert(params["alert"]);
  const values = {
    number,
    due,
    days,
    step,
    inBrackets: rule === "" ? "" : ` (${rule})`,
    clinic: clinic ?? "",
    application: params["application"] ?? number,
    since: dateText(params["since"] ?? "", language),
    counted: alert?.counted[language] ?? "",
    waits: alert?.waits[language] ?? "",
  };
  if (kind === "receipt" && params["code"] === "at-house") return passedReceiptWords(values)[language];
  return (clinic === undefined ? kindWords(kind) : clinicWords)(values)[language];
}

/** Under the first sentence: what is to be done, whether its date may still change, by which rule, and for whom. */
function notesOf(subject: MessageSubject, language: Language): string[] {
  const { kind, params, provisionalYears = [], inPlaceOfAnother = false } = subject;
  const step = stepOf(params)?.[language];
  const toDo = { ro: "De făcut", en: "To be done" }[language];
  const instead = {
    ro: "Primiți mesajul în locul unui coleg care lipsește.",
    en: "You receive this in place of a colleague who is away.",
  }[language];
  return [
    ...(step === undefined || kind === "work" ? [] : [`${toDo}: ${step}.`]),
    ...(provisionalYears.length === 0 ? [] : [provisionalText(provisionalYears)[language]]),
    ...ruleLines(subject, language),
    ...alertLines(subject, language),
    ...(inPlaceOfAnother ? [instead] : []),
  ];
}

/** The rule in force on the due date that the message speaks of. */
function ruleLines({ params, about, toPatientSide }: MessageSubject, language: Language): string[] {
  const { rule: id } = params;
  if (id === undefined || !isPlainDate(about) || toPatientSide || tellsDirection(params)) return [];
  const rule = findRule(id, about);
  if (rule === undefined) return [];
  const basis = `${{ ro: "Temei", en: "Basis" }[language]}: ${rule.citation[language]}`;
  return SAY_DIRECTION.includes(id) ? [`${id}. ${basis}`] : [`${id}: ${rule.text[language]}`, basis];
}

/** That nothing is late by an alert, and by which reading it is given. */
function alertLines({ params }: MessageSubject, language: Language): string[] {
  const alert = findAlert(params["alert"]);
  if (alert === undefined) return [];
  const reading = findReading(alertReading(alert));
  if (reading === undefined) return [];
  const house = SETTING_HOUSES[alertHouse(alert)];
  const nature = {
    ro: `Este o alertă de urmărire, după o setare ${house.ro}. Nu este un termen legal și nimic nu se socotește depășit.`,
    en: `This is a monitoring alert, by a setting of ${house.en}. It is not a legal term, and nothing counts as overdue.`,
  }[language];
  return [nature, `${{ ro: "Interpretarea", en: "Reading" }[language]} ${reading.id}: ${reading.text[language]}`];
}

/** A date as people read it; anything that is none stays as it is. */
function dateText(about: string, language: Language): string {
  return isPlainDate(about) ? formatDate(about, language) : about;
}
