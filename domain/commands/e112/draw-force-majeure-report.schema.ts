import { z } from "zod";
import { text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The report in which the house argues and justifies the force majeure (E112-84). */
export const DrawForceMajeureReport = z.strictObject({
  reasons: text(8000),
});
export type DrawForceMajeureReport = z.infer<typeof DrawForceMajeureReport>;

export const drawForceMajeureReport = defineCommand({
  type: "drawForceMajeureReport",
  payload: DrawForceMajeureReport,
  facts: () => ({}),
  sealed: true,
});
