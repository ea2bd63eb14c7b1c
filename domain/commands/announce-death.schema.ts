import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The family announces the death to the DSP (MOH-99). */
export const AnnounceDeath = z.strictObject({ announcedBy: text(150).optional() });
export type AnnounceDeath = z.infer<typeof AnnounceDeath>;

export const announceDeath = defineCommand({
  type: "announceDeath",
  payload: AnnounceDeath,
  facts: () => ({}),
  sealed: true,
});
