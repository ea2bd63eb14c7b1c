/** A command's payload, checked by its schema; what is wrong names the rule that asks for it. */
import { COMMAND_SCHEMAS } from "../../domain/commands/index.schema.ts";
import type { CommandSchema } from "../../domain/commands/define.schema.ts";
import { OFFER_RULES } from "../../domain/commands/record-clinic-answer.schema.ts";
import { ruleOfField } from "../../domain/i18n/field-rules.ts";
import type { RuleId } from "../../domain/law/index.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { z } from "zod";
import { parse } from "../http/validation.ts";

export interface ReadPayload {
  readonly payload: unknown;
  /** The ids, codes and dates that may travel. */
  readonly facts: Record<string, unknown>;
  /** True when the payload holds more than its facts. */
  readonly sealed: boolean;
}

export function isCommandType(type: string): type is MohCommandType {
  return Object.hasOwn(COMMAND_SCHEMAS, type);
}

/** @throws ApiError 422 with a sentence for each field. */
export function readPayload(type: MohCommandType, given: unknown, occurredOn: PlainDate): ReadPayload {
  // Each schema reads its own payload into its own facts; here they are one kind.
  const command = COMMAND_SCHEMAS[type] as unknown as CommandSchema<MohCommandType, z.ZodType>;
  const payload = parse(command.payload, given, (path) => ruleFor(type, path));
  return { payload, facts: { ...command.facts(payload, occurredOn) }, sealed: command.sealed };
}

/** The rule behind a field; those of an offer stand beside its schema. */
export function ruleFor(type: MohCommandType, path: string): RuleId | undefined {
  const [head, field] = path.split(".");
  if (type === "recordClinicAnswer" && head === "offer" && field !== undefined && Object.hasOwn(OFFER_RULES, field)) {
    return OFFER_RULES[field as keyof typeof OFFER_RULES];
  }
  return ruleOfField(type, path);
}
