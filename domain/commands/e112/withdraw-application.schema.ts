import { WithdrawApplication } from "../withdraw-application.schema.ts";
import { defineCommand } from "./define.schema.ts";

export const withdrawApplication = defineCommand({
  type: "withdrawApplication",
  payload: WithdrawApplication,
  facts: () => ({}),
  sealed: true,
});
