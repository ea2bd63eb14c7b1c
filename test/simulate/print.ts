/** A simulation as people read it. */
import type { Text } from "../../domain/case/commands.ts";
import type { DeadlineStatus } from "../../domain/case/state.ts";
import { formatDate, longDate, timeOfDay } from "../../domain/i18n/dates.ts";
import { dutyName } from "../../domain/i18n/duties.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { getStep } from "../../domain/process-words.ts";
import { audienceText } from "../../domain/messages/audience.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { personText } from "./people.ts";
import type { Entry, PlannedEmail, Reader, Simulation, Standing } from "./timeline.ts";

const WORDS = {
  refused: { ro: "REFUZAT", en: "REFUSED" },
  dated: { ro: "cu data de", en: "dated" },
  begun: { ro: "termen", en: "term" },
  until: { ro: "până la", en: "until" },
  practical: { ro: "se poate face până la", en: "may be done until" },
  effect: { ro: "efect față de pacient din", en: "effect against the patient from" },
  kept: { ro: "respectat la", en: "kept on" },
  keptLate: { ro: "ÎNDEPLINIT TÂRZIU la", en: "KEPT LATE on" },
  was: { ro: "era până la", en: "was due" },
  passed: { ro: "TERMEN DEPĂȘIT", en: "TERM MISSED" },
  ended: { ro: "termenul nu mai are obiect", en: "the term has no object any more" },
  moved: { ro: "termen mutat", en: "term moved" },
  duty: { ro: "îl datorează acum", en: "is now owed by" },
  opened: { ro: "de făcut", en: "to be done" },
  dropped: { ro: "nu mai e de făcut", en: "no longer to be done" },
  planned: { ro: "mesaje planificate", en: "messages planned" },
  email: { ro: "e-mail", en: "e-mail" },
  closed: { ro: "DOSAR ÎNCHIS", en: "FILE CLOSED" },
  end: { ro: "La sfârșit", en: "In the end" },
  file: { ro: "dosarul", en: "file" },
  stage: { ro: "stadiul", en: "stage" },
  open: { ro: "de făcut", en: "to be done" },
  nothing: { ro: "nimic", en: "nothing" },
  terms: { ro: "termene", en: "terms" },
  waiting: { ro: "mesaje care așteaptă", en: "messages that wait" },
  met: { ro: "așteptări îndeplinite", en: "expectations met" },
  missed: { ro: "AȘTEPTĂRI NEÎNDEPLINITE", en: "EXPECTATIONS NOT MET" },
  expected: { ro: "așteptat", en: "expected" },
  happened: { ro: "s-a întâmplat", en: "happened" },
  patient: { ro: "partea pacientului", en: "the patient side" },
  unknown: { ro: "necunoscut", en: "unknown" },
} as const satisfies Record<string, Text>;

const STATES: Readonly<Record<DeadlineStatus, Text>> = {
  open: { ro: "curge", en: "running" },
  suspended: { ro: "suspendat", en: "suspended" },
  overdue: { ro: "depășit", en: "missed" },
  met: { ro: "respectat", en: "kept" },
  "met-late": { ro: "îndeplinit târziu", en: "kept late" },
  cancelled: { ro: "fără obiect", en: "without object" },
};

/** The whole of it, a line for each thing that happened. */
export function printed(simulation: Simulation, language: Language): string {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const lines = [simulation.title[language], simulation.file];
  const manyFiles = simulation.standing.length > 1;
  let day: string | undefined;
  for (const entry of simulation.entries) {
    if (entry.date !== day) lines.push("", longDate(entry.date, language));
    day = entry.date;
    const head =
      entry.kind === "act" || entry.kind === "refused" || entry.kind === "deadline-passed" || entry.kind === "email";
    const time = head ? timeOfDay(new Date(entry.at)) : "     ";
    const file = manyFiles && entry.file !== undefined ? `[${entry.file}] ` : "";
    lines.push(`  ${time}  ${head ? "" : "  "}${file}${lineOf(entry, language)}`);
  }
  for (const standing of simulation.standing) lines.push("", ...standingLines(standing, language));
  lines.push("");
  const { misses, checked } = simulation;
  if (misses.length === 0) lines.push(`✓ ${checked} ${say("met")}`);
  else lines.push(`✗ ${say("missed")}: ${misses.length}`);
  for (const { line, date, expected, happened } of misses) {
    lines.push(`  ${simulation.file}:${line} (${formatDate(date, language)})`);
    lines.push(`    ${say("expected")}: ${expected}`, `    ${say("happened")}: ${happened}`);
  }
  return lines.join("\n");
}

function lineOf(entry: Entry, language: Language): string {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const date = (day: Entry["date"]): string => formatDate(day, language);
  switch (entry.kind) {
    case "act": {
      const dated = entry.dated === undefined ? "" : `, ${say("dated")} ${date(entry.dated)}`;
      const note = entry.note === undefined ? "" : `. ${entry.note[language]}`;
      return `${personText(entry.by)[language]}: ${entry.title[language]}${dated}${inBrackets(entry.rules)}${note}`;
    }
    case "refused":
      return `${personText(entry.by)[language]}: ${entry.title[language]}: ${say("refused")} ${entry.code}${inBrackets(entry.rules)}: ${entry.message}`;
    case "deadline-begun": {
      const { practical, effect } = entry;
      const more = [
        ...(practical === undefined ? [] : [`${say("practical")} ${date(practical)}`]),
        ...(effect === undefined ? [] : [`${say("effect")} ${date(effect)}`]),
        ...(entry.emails.length === 0 ? [] : [`${say("planned")}: ${plannedText(entry.emails, language)}`]),
      ];
      return [
        `${say("begun")} ${entry.deadline} ${say("until")} ${date(entry.due)}, ${dutyName(entry.duty)[language]}`,
        ...more,
      ].join("; ");
    }
    case "deadline-kept":
      return `${entry.deadline} ${say(entry.late ? "keptLate" : "kept")} ${date(entry.on)} (${say("was")} ${date(entry.due)})`;
    case "deadline-passed": {
      const practical = entry.practical === undefined ? "" : ` (${say("practical")} ${date(entry.practical)})`;
      return `${say("passed")}: ${entry.deadline}, ${say("until")} ${date(entry.due)}${practical}`;
    }
    case "deadline-ended":
      return `${entry.deadline}: ${say("ended")}`;
    case "deadline-moved":
      return `${say("moved")}: ${entry.deadline}, ${date(entry.from)} → ${date(entry.to)}`;
    case "duty-passed":
      return `${entry.deadline}: ${say("duty")}: ${dutyName(entry.duty)[language]}`;
    case "step-opened":
      return `${say("opened")}: ${entry.title[language]}`;
    case "step-dropped":
      return `${say("dropped")}: ${entry.title[language]}`;
    case "email": {
      const about = entry.about === undefined ? "" : `, ${entry.about}`;
      return `${say("email")} → ${readerText(entry.to, language)}: ${entry.title[language]}${about}: „${entry.subject}”`;
    }
    case "closed":
      return `${say("closed")}: ${entry.title[language]}`;
  }
}

function inBrackets(rules: readonly string[]): string {
  return rules.length === 0 ? "" : ` (${rules.join(", ")})`;
}

function plannedText(emails: readonly PlannedEmail[], language: Language): string {
  const days = [...new Set(emails.map(({ at }) => formatDate(bucharestDate(new Date(at)), language)))];
  return days.join(", ");
}

function readerText(reader: Reader, language: Language): string {
  if (reader === "patient-side") return WORDS.patient[language];
  return reader === "unknown" ? WORDS.unknown[language] : personText(reader)[language];
}

function standingLines(standing: Standing, language: Language): string[] {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const {
    registrationNumber,
    ministryNumber,
    applicationNumber,
    stageTitle,
    outcomeTitle,
    steps,
    deadlines,
    emailsPlanned,
  } = standing;
  const titles = steps.map((step) => getStep(step).title[language]);
  const terms = deadlines.map(({ deadline, due, state }) => {
    const until = due === undefined ? "" : ` ${say("until")} ${formatDate(due, language)}`;
    return `    ${deadline}${until}: ${STATES[state][language]}`;
  });
  const emails = emailsPlanned.map(({ kind, audience, at }) => {
    const when = formatDate(bucharestDate(new Date(at)), language);
    return `    ${when} ${kind} → ${audienceText(audience)[language]}`;
  });
  return [
    `${say("end")}, ${say("file")} ${[registrationNumber, applicationNumber, ministryNumber].filter(Boolean).join(" / ")}`,
    `  ${say("stage")}: ${stageTitle[language]}`,
    ...(outcomeTitle === undefined ? [] : [`  ${say("closed")}: ${outcomeTitle[language]}`]),
    `  ${say("open")}: ${titles.join("; ") || say("nothing")}`,
    ...(terms.length === 0 ? [] : [`  ${say("terms")}:`, ...terms]),
    ...(emails.length === 0 ? [] : [`  ${say("waiting")}:`, ...emails]),
  ];
}
