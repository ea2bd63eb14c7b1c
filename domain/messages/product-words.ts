/** The product's own words with their places open, as an institution begins its own from them. */
import type { ReminderKind, ReminderStage, StageWords } from "../reminders/policy.ts";
import { writeLetter } from "./letter.ts";

export function productWords(kind: ReminderKind): NonNullable<ReminderStage["words"]> {
  return { ro: openWords(kind, "ro"), en: openWords(kind, "en") };
}

function openWords(kind: ReminderKind, language: "ro" | "en"): StageWords {
  const { subject, text } = writeLetter(
    {
      kind,
      registrationNumber: "{number}",
      caseId: "",
      about: "{due}",
      params: { rule: "{rule}" },
      toPatientSide: false,
      publicUrl: "",
    },
    language,
  );
  const [lead = ""] = text.split("\n\n");
  return { subject, lead };
}
