import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The applicant withdraws; the file is closed and every open term ends. */
export const WithdrawApplication = z.strictObject({ reason: text(1000) });
export type WithdrawApplication = z.infer<typeof WithdrawApplication>;

export const withdrawApplication = defineCommand({
  type: "withdrawApplication",
  payload: WithdrawApplication,
  facts: () => ({}),
  sealed: true,
});
