/** A command's payload, checked by its schema; what is wrong names the rule that asks for it. */
import type { AnyCommandSchema } from "../../domain/commands/index.schema.ts";
import { OFFER_RULES } from "../../domain/commands/record-clinic-answer.schema.ts";
import { ruleOfField } from "../../domain/i18n/field-rules.ts";
import type { RuleId } from "../../domain/law/index.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import { parse } from "../http/validation.ts";

export interface ReadPayload {
  readonly payload: unknown;
  /** The ids, codes and dates that may travel. */
  readonly facts: Record<string, unknown>;
  /** True when the payload holds more than its facts. */
  readonly sealed: boolean;
}

/** @throws ApiError 422 with a sentence for each field. */
export function readPayload(
  process: ProcessName,
  schema: AnyCommandSchema,
  given: unknown,
  occurredOn: PlainDate,
): ReadPayload {
  const payload = parse(schema.payload, given, (path) => ruleFor(process, schema.type, path));
  return { payload, facts: { ...schema.facts(payload, occurredOn) }, sealed: schema.sealed };
}

/** The rule behind a field; those of an offer stand beside its schema. */
export function ruleFor(process: ProcessName, type: string, path: string): RuleId | undefined {
  const [head, field] = path.split(".");
  if (type === "recordClinicAnswer" && head === "offer" && field !== undefined && Object.hasOwn(OFFER_RULES, field)) {
    return OFFER_RULES[field as keyof typeof OFFER_RULES];
  }
  return ruleOfField(process, type, path);
}
