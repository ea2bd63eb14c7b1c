/** The product's own words with their places open, as an institution begins its own from them. */
import type { ReminderKind, ReminderStage } from "../reminders/policy.ts";
import { kindWords } from "./kind-words.ts";

export function productWords(kind: ReminderKind): NonNullable<ReminderStage["words"]> {
  return kindWords(kind)({
    number: "{number}",
    due: "{due}",
    days: "{days}",
    step: "",
    inBrackets: " ({rule})",
    clinic: "",
    application: "",
    since: "",
    counted: "",
    waits: "",
  });
}
