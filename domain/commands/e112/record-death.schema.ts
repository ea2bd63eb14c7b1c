import { RecordDeath } from "../record-death.schema.ts";
import { defineCommand } from "./define.schema.ts";

export const recordDeath = defineCommand({
  type: "recordDeath",
  payload: RecordDeath,
  facts: ({ diedOn }) => ({ diedOn }),
  sealed: true,
});
