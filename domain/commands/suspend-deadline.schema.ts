import { z } from "zod";
import { MOH_DUTIES } from "../people/roles.ts";
import { deadlineField, defineCommand, text } from "./define.schema.ts";

/** A term stands still from the day of the act; the day itself no longer counts (reading DEC-21). */
export const SuspendDeadline = z.strictObject({
  deadline: deadlineField,
  /** Who caused it. */
  causedBy: z.enum(MOH_DUTIES),
  cause: text(1000),
  legalBasis: text(500),
});
export type SuspendDeadline = z.infer<typeof SuspendDeadline>;

export const suspendDeadline = defineCommand({
  type: "suspendDeadline",
  payload: SuspendDeadline,
  facts: ({ deadline, causedBy }) => ({ deadline, causedBy }),
  sealed: true,
});
