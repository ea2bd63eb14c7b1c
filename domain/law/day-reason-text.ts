import type { LocalText } from "../calendar/local-text.ts";
import { statuteText } from "../calendar/statute-text.ts";
import type { DayScope } from "../calendar/working-calendar.ts";
import { COUNTING_MODES } from "./counting-modes.ts";
import type { WorkingDayReason } from "./explain-deadline.ts";
import type { CountingMode } from "./rule.ts";

export type Language = keyof LocalText;

/** Why a day is or is not counted, as a person reads it beside the day. */
export function dayReasonText(reason: WorkingDayReason, language: Language): string {
  return reasonText(reason)[language];
}

/** How a term is counted, as a person reads it above the list of its days. */
export function countingModeText(mode: CountingMode, language: Language): string {
  return COUNTING_MODES[mode].text[language];
}

function reasonText({ kind, name, law, legalAct, scope, institution, notWorking }: WorkingDayReason): LocalText {
  switch (kind) {
    case "start-day":
      return { ro: "ziua de început nu se numără", en: "the start day does not count" };
    case "last-day": {
      if (notWorking === undefined) return { ro: "ultima zi nu se numără", en: "the last day does not count" };
      const why = reasonText(notWorking);
      return {
        ro: `ultima zi nu se numără; nu se lucrează (${why.ro}), deci termenul trece în următoarea zi lucrătoare`,
        en: `the last day does not count; it is not worked (${why.en}), so the term passes to the next working day`,
      };
    }
    case "runs":
      return { ro: "termenul curge", en: "the term runs" };
    case "rolled-to":
      return {
        ro: "următoarea zi lucrătoare: termenul este respectat până la sfârșitul ei",
        en: "the next working day: the term is met until its end",
      };
    case "weekend":
      return name ?? { ro: "sfârșit de săptămână", en: "week-end" };
    case "holiday": {
      const statute = law === undefined ? undefined : statuteText(law);
      return {
        ro: `sărbătoare legală: ${name?.ro ?? ""}${inBrackets(statute?.ro)}`,
        en: `legal holiday: ${name?.en ?? ""}${inBrackets(statute?.en)}`,
      };
    }
    case "day-off":
      return {
        ro: `zi liberă declarată ${FOR_WHOM.ro(scope, institution)}${inBrackets(legalAct)}`,
        en: `day off declared ${FOR_WHOM.en(scope, institution)}${inBrackets(legalAct)}`,
      };
    case "recovery-day":
      return {
        ro: `zi de recuperare declarată ${FOR_WHOM.ro(scope, institution)}, se lucrează${inBrackets(legalAct)}`,
        en: `recovery day declared ${FOR_WHOM.en(scope, institution)}, worked${inBrackets(legalAct)}`,
      };
    case "public-sector-only":
      return {
        ro: `se numără aici; zi liberă pentru sectorul public${inBrackets(legalAct)}, care întrerupe termenele instituțiilor publice`,
        en: `counted here; a day off of the public sector${inBrackets(legalAct)}, which interrupts the terms of public institutions`,
      };
    case "not-interrupting":
      return {
        ro: `se numără: ziua liberă declarată ${FOR_WHOM.ro(scope, institution)}${inBrackets(legalAct)} nu întrerupe acest termen`,
        en: `counted: the day off declared ${FOR_WHOM.en(scope, institution)}${inBrackets(legalAct)} does not interrupt this term`,
      };
    case "suspended":
      return { ro: "termenul este suspendat", en: "the term is suspended" };
  }
}

const FOR_WHOM = {
  ro: (scope: DayScope | undefined, institution = "") =>
    scope === "institution"
      ? `pentru ${institution}`
      : scope === "public-sector"
        ? "pentru sectorul public"
        : "pentru toți",
  en: (scope: DayScope | undefined, institution = "") =>
    scope === "institution"
      ? `for ${institution}`
      : scope === "public-sector"
        ? "for the public sector"
        : "for everyone",
};

function inBrackets(source: string | undefined): string {
  return source ? ` (${source})` : "";
}
