/** What every command brings beside its payload. */
import { z } from "zod";
import { dateField, text } from "../../domain/commands/define.schema.ts";

export const ENVELOPE = {
  /** Chosen by the caller; the same one sent again is the same command. */
  commandId: z.uuid().transform((id) => id.toLowerCase()),
  /** The legal date of the act; today in Bucharest when not given. */
  occurredOn: dateField.optional(),
  /** Why it is entered late. */
  lateReason: text(1000).optional(),
};

/** A command on its way to a file. Unknown fields are refused. */
export const CommandEnvelope = z.strictObject({
  ...ENVELOPE,
  /** The version of the file that the person saw. */
  expectedVersion: z.int().min(0),
  type: z.string().min(1).max(40),
  payload: z.record(z.string(), z.unknown()).default({}),
});
export type CommandEnvelope = z.output<typeof CommandEnvelope>;
