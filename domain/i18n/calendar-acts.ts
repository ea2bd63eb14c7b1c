/** The acts on the calendar, in a line each. */
import type { CalendarAct } from "../calendar/acts.ts";
import type { Text } from "../case/commands.ts";
import type { PlainDate } from "../plain-date.ts";
import { formatDate } from "./dates.ts";

/** For whom a day is; an institution goes by its id. */
function whomText(whom: string): Text {
  switch (whom) {
    case "everyone":
      return { ro: "toți", en: "everyone" };
    case "public-sector":
      return { ro: "sectorul public", en: "the public sector" };
    default:
      return { ro: whom, en: whom };
  }
}

/** What the act does, on which day and by which act of law; `date` is the day that a withdrawal withdraws. */
export function actText(act: CalendarAct, date?: PlainDate): Text {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay": {
      const whom = whomText(act.for);
      const what =
        act.type === "declareDayOff"
          ? { ro: "Zi liberă", en: "Day off" }
          : { ro: "Zi de recuperare", en: "Recovery day" };
      return {
        ro: `${what.ro} ${formatDate(act.date, "ro")}, pentru ${whom.ro}: ${act.legalAct}`,
        en: `${what.en} ${formatDate(act.date, "en")}, for ${whom.en}: ${act.legalAct}`,
      };
    }
    case "withdrawDay": {
      const [ro, en] = date === undefined ? ["", ""] : [` ${formatDate(date, "ro")}`, ` ${formatDate(date, "en")}`];
      return { ro: `Zi declarată retrasă${ro}: ${act.legalAct}`, en: `Declared day withdrawn${en}: ${act.legalAct}` };
    }
    case "confirmYear":
      return { ro: `Anul ${act.year} confirmat: ${act.legalAct}`, en: `Year ${act.year} confirmed: ${act.legalAct}` };
    case "setInterruption":
      return act.interrupted
        ? {
            ro: `${act.rule} este întreruptă de zilele declarate: ${act.citation}`,
            en: `${act.rule} is interrupted by declared days: ${act.citation}`,
          }
        : {
            ro: `${act.rule} nu este întreruptă de zilele declarate: ${act.citation}`,
            en: `${act.rule} is not interrupted by declared days: ${act.citation}`,
          };
  }
}
