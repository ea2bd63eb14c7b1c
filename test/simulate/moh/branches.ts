/** The branches of the procedure, as its description tells them, and what else a file can go through. */
import type { Text } from "../../../domain/case/commands.ts";

export const MOH_BRANCHES = {
  "rejected-by-commission": { ro: "Respins de comisia teritorială", en: "Rejected by the territorial commission" },
  "approved-by-commission": { ro: "Aprobat de comisia teritorială", en: "Approved by the territorial commission" },
  "no-answer": { ro: "Fără răspuns sau răspuns negativ", en: "No answer, or a negative one" },
  "class-a": { ro: "Clasa A", en: "Class A" },
  "class-b": { ro: "Clasa B", en: "Class B" },
  delay: { ro: "Întârziere de peste 22 de zile lucrătoare", en: "Delay of more than 22 working days" },
  "ministry-approves": { ro: "Ministerul aprobă", en: "The Ministry approves" },
  "ministry-rejects": { ro: "Ministerul respinge", en: "The Ministry rejects" },
  "funds-exceeded": { ro: "Fonduri depășite", en: "Funds exceeded" },
  "own-expense": { ro: "Pe cheltuială proprie", en: "At own expense" },
  minor: { ro: "Pacient minor", en: "Minor patient" },
  companion: { ro: "Însoțitor", en: "Companion" },
  "clinic-check-up": { ro: "Control cerut de clinică", en: "Check-up asked by the clinic" },
  "no-show": { ro: "Neprezentare la medicul curant", en: "No-show at the treating doctor" },
  death: { ro: "Deces", en: "Death" },
  incomplete: { ro: "Dosar incomplet, apoi complet", en: "Incomplete dossier, then complete" },
  undertaking: { ro: "Corespondența părții pacientului", en: "Correspondence by the patient side" },
  correction: { ro: "Corectarea unei date", en: "A date is corrected" },
  calendar: { ro: "Zile declarate", en: "Declared days" },
  suspension: { ro: "Suspendarea unui termen", en: "A term is suspended" },
  withdrawal: { ro: "Retragerea cererii", en: "The application is withdrawn" },
} as const satisfies Record<string, Text>;
