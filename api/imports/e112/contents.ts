/** What the cells of an E112 register call the contents of its papers and the conditions. */
import type { E112CommandFacts } from "../../../domain/e112/commands.ts";
import type { AcceptanceFacts } from "../../../domain/e112/acceptance.ts";
import type { ReportFacts } from "../../../domain/e112/report.ts";

type Truths<Facts> = { [Key in keyof Facts]-?: Facts[Key] extends boolean ? Key : never }[keyof Facts];

/** E112-29 to E112-33; the period and the cost have columns of their own. */
export const ACCEPTANCE_WORDS = {
  doctorSignature: "semnatura",
  doctorStamp: "parafa",
  unitStamp: "stampila",
  doctorAgrees: "acordMedic",
  managementAgrees: "acordConducere",
  necessity: "necesitate",
  travelSafe: "deplasareSigura",
} as const satisfies Partial<Record<Truths<AcceptanceFacts>, string>>;

/** E112-42 to E112-54; the letters are those circled at point 7. */
export const REPORT_WORDS = {
  recommendation: "recomandare",
  inBasicPackage: "pachet",
  notTimely: "timp",
  travelSafe: "deplasareSigura",
  signature: "semnatura",
  stamp: "parafa",
  a: "7a",
  b: "7b",
  c: "7c",
  d: "7d",
} as const satisfies Partial<Record<Truths<ReportFacts> | keyof ReportFacts["point7"], string>>;

/** E112-01 to E112-08. */
export const CONDITION_WORDS = {
  clinicInEu: "UE",
  clinicContracted: "contract",
  inBasicPackage: "pachet",
  notTimelyInRomania: "timp",
} as const satisfies Record<Exclude<keyof E112CommandFacts["analyseConditions"], "states">, string>;
