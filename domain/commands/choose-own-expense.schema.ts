import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The patient chooses the treatment at own expense: class A, after the approval of the Ministry (MOH-89, MOH-90). */
export const ChooseOwnExpense = z.strictObject({ note: text(2000).optional() });
export type ChooseOwnExpense = z.infer<typeof ChooseOwnExpense>;

export const chooseOwnExpense = defineCommand({
  type: "chooseOwnExpense",
  payload: ChooseOwnExpense,
  facts: () => ({}),
  sealed: true,
});
