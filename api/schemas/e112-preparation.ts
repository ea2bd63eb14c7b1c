/** What the patient side reads of its own file. */
import { E112CaseViewSchema } from "./answers.ts";
import { E112PartSchema } from "./e112.ts";

export const PreparationSchema = E112CaseViewSchema.pick({
  caseId: true,
  process: true,
  registrationNumber: true,
  applicationNumber: true,
  status: true,
  statusTitle: true,
  state: true,
  outcome: true,
  version: true,
  today: true,
  checklist: true,
  missing: true,
  allowedCommands: true,
})
  .extend({
    e112: E112PartSchema.pick({
      category: true,
      clinic: true,
      preparation: true,
      acceptance: true,
      report: true,
      period: true,
    }),
  })
  .meta({ id: "Preparation" });
