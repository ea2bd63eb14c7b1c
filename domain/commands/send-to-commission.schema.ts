import { z } from "zod";
import { defineCommand } from "./define.schema.ts";

/** The DSP sends the complete dossier to the territorial specialist commission (MOH-23). */
export const SendToCommission = z.strictObject({});
export type SendToCommission = z.infer<typeof SendToCommission>;

export const sendToCommission = defineCommand({
  type: "sendToCommission",
  payload: SendToCommission,
  facts: () => ({}),
  sealed: false,
});
