import { z } from "zod";
import { dateField, defineCommand, text } from "./define.schema.ts";

/** The treating doctor sets a later appointment; it is a duty of its own (MOH-95, MOH-A20). */
export const ScheduleAppointment = z.strictObject({ appointmentOn: dateField, note: text(500).optional() });
export type ScheduleAppointment = z.infer<typeof ScheduleAppointment>;

export const scheduleAppointment = defineCommand({
  type: "scheduleAppointment",
  payload: ScheduleAppointment,
  facts: ({ appointmentOn }) => ({ appointmentOn }),
  sealed: true,
});
