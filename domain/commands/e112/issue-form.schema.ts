import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The form is issued in two copies; after a departure only in force majeure, not issuable before and unpaid (E112-79, E112-83). */
export const IssueForm = z.strictObject({
  copies: z.int().min(0).max(99).default(2),
  name: z.enum(["E112", "S2"]).default("S2"),
  /** The treatment, as the form names it. */
  treatment: text(300).optional(),
  forceMajeure: z.boolean().optional(),
  couldNotIssueBefore: z.boolean().optional(),
  costPaid: z.boolean().optional(),
});
export type IssueForm = z.infer<typeof IssueForm>;

export const issueForm = defineCommand({
  type: "issueForm",
  payload: IssueForm,
  facts: ({ copies, name, forceMajeure, couldNotIssueBefore, costPaid }) => ({
    copies,
    name,
    ...(forceMajeure === undefined ? {} : { forceMajeure }),
    ...(couldNotIssueBefore === undefined ? {} : { couldNotIssueBefore }),
    ...(costPaid === undefined ? {} : { costPaid }),
  }),
  sealed: true,
});
