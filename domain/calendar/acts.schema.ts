/** The acts on the calendar, as requests carry them. */
import { z } from "zod";
import { dateField, text } from "../commands/define.schema.ts";

export const MOST_ACTS = 400;

const legalAct = text(300).meta({ examples: ["HG nr. 2/2025"] });
const day = {
  date: dateField,
  for: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .meta({
      description: "everyone, public-sector, or the id of an institution",
      examples: ["public-sector"],
    }),
  legalAct,
};

export const CalendarActSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("declareDayOff"), ...day }),
  z.strictObject({ type: z.literal("declareRecoveryDay"), ...day }),
  z.strictObject({ type: z.literal("withdrawDay"), id: z.uuid().transform((id) => id.toLowerCase()), legalAct }),
  z.strictObject({ type: z.literal("confirmYear"), year: z.int().min(1900).max(2999), legalAct }),
  z.strictObject({
    type: z.literal("setInterruption"),
    rule: z.string().trim().min(1).max(20),
    interrupted: z.boolean(),
    citation: text(500),
  }),
]);

/** One change: from one act to very many, all or none. */
export const calendarActs = z.array(CalendarActSchema).min(1).max(MOST_ACTS);
