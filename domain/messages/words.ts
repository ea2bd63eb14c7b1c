/** An institution's own words for a message, with places that are filled for each file. */
import type { Text } from "../case/commands.ts";
import { counted } from "../i18n/plural.ts";

export const PLACES = ["number", "due", "rule", "days"] as const;
export type Place = (typeof PLACES)[number];

const PLACE = /\{([^{}]*)\}/g;

/** The places in a text that nothing fills, as they are written. */
export function unknownPlaces(text: string): string[] {
  return [...text.matchAll(PLACE)].flatMap(([written, name]) => (isPlace(name) ? [] : [written]));
}

/** The text with its places filled; one that is not known stays as it is written. */
export function fillPlaces(text: string, values: Readonly<Record<Place, string>>): string {
  return text.replaceAll(PLACE, (written: string, name: string) => (isPlace(name) ? values[name] : written));
}

/** So many working days, before or after. */
export function daysText(days: number): Text {
  return counted(
    Math.abs(days),
    { one: "o zi lucrătoare", few: "zile lucrătoare" },
    { one: "one working day", few: "working days" },
  );
}

/** That a date may still change, and why. */
export function provisionalText(years: readonly number[]): Text {
  const which = years.join(", ");
  return years.length === 1
    ? {
        ro: `Termen provizoriu: calendarul anului ${which} nu este confirmat.`,
        en: `Provisional date: the calendar of ${which} has not been confirmed.`,
      }
    : {
        ro: `Termen provizoriu: calendarele anilor ${which} nu sunt confirmate.`,
        en: `Provisional date: the calendars of ${which} have not been confirmed.`,
      };
}

function isPlace(name: string | undefined): name is Place {
  return (PLACES as readonly (string | undefined)[]).includes(name);
}
