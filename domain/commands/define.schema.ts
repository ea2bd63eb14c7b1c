/** Building blocks of the payload schemas. Every payload refuses unknown fields. */
import { z } from "zod";
import { isPlainDate, type PlainDate } from "../plain-date.ts";
import type { MohCommandFacts } from "../moh/commands.ts";
import { isCountryCode } from "../people/countries.ts";

/** A command's payload, and what of it may travel outside the database. */
export interface CommandSchema<Type extends string, Payload extends z.ZodType, Facts extends object = object> {
  readonly type: Type;
  readonly payload: Payload;
  /** The ids, codes and dates of the payload; everything else stays sealed in the database. */
  facts(payload: z.output<Payload>, occurredOn: PlainDate): Facts;
  /** True when the payload holds more than its facts. */
  readonly sealed: boolean;
}

type Define<FactsOf extends Record<keyof FactsOf, object>> = <
  Type extends keyof FactsOf & string,
  Payload extends z.ZodType,
>(
  command: CommandSchema<Type, Payload, FactsOf[Type]>,
) => CommandSchema<Type, Payload, FactsOf[Type]>;

/** How the commands of one process are defined: by the facts of each type. */
export function definesCommandsOf<FactsOf extends Record<keyof FactsOf, object>>(): Define<FactsOf> {
  return (command) => command;
}

/** Defines a command of the Ministry's process. */
export const defineCommand = definesCommandsOf<MohCommandFacts>();

/** A civil date, `YYYY-MM-DD`. */
export const dateField = z.custom<PlainDate>(isPlainDate, { params: { code: "date" } }).meta({
  type: "string",
  format: "date",
  examples: ["2026-03-02"],
});

/** A month, `YYYY-MM`. */
export const monthField = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .meta({ examples: ["2026-11"] });

/** A text with something in it; cedilla letters are written with a comma below, as Romanian asks. */
export function text(max = 2000): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .overwrite((value) => value.replaceAll("ş", "ș").replaceAll("ţ", "ț").replaceAll("Ş", "Ș").replaceAll("Ţ", "Ț"));
}

/** An exact amount: up to 12 digits, a point and at most two decimals. */
export const amountField = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .meta({ params: { code: "amount" }, examples: ["12500.00"] });

/** An amount that is more than nothing. */
export const positiveAmountField = amountField.refine((amount) => !/^[0.]+$/.test(amount), {
  params: { code: "ZERO_AMOUNT" },
});

/** A content of a paper: one that is not said is not there. */
export const contentField = z.boolean().default(false);

/** A currency of ISO 4217. */
export const currencyField = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ examples: ["EUR"] });

/** A country of ISO 3166-1, two letters. */
export const countryField = z
  .string()
  .regex(/^[A-Z]{2}$/, { abort: true })
  .refine(isCountryCode, { params: { code: "NO_COUNTRY" } })
  .meta({ description: "ISO 3166 code", examples: ["DE"] });

/** A language of ISO 639-1, two letters. */
export const languageField = z
  .string()
  .regex(/^[a-z]{2}$/)
  .meta({ description: "ISO 639-1 code", examples: ["de"] });

/** An institution, by its id. */
export const institutionField = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/)
  .meta({ examples: ["CAS-CJ"] });

/** The number of a paper: letters, digits, points, strokes and dashes. */
export const documentNumberField = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d ./-]{0,59}$/u)
  .meta({ examples: ["E112-CAS-CJ/2026/000001"] });

/** A clinic of the file, `clinic-1`, `clinic-2` … as the minutes named them. */
export const clinicField = z
  .string()
  .regex(/^clinic-\d{1,3}$/)
  .meta({ examples: ["clinic-1"] });

/** A deadline of the file: its rule, and what tells it from others of the same rule. */
export const deadlineField = z
  .string()
  .max(60)
  .regex(/^MOH-\d{2,3}(:[a-z0-9-]+)?$/)
  .meta({ examples: ["MOH-69", "MOH-61:clinic-1"] });

export const emailField = z.email().max(254);
export const phoneField = z
  .string()
  .trim()
  .regex(/^[+\d][\d\s()./-]{4,30}$/);
