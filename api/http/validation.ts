/** Zod checks what comes in; the findings become sentences at the edge. */
import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { fieldProblems, type Issue, type RuleOfField } from "../../domain/i18n/field-problems.ts";
import { invalid, type ApiError } from "./api-error.ts";

/** What a schema found, kept until the language of the caller is known. */
export class InvalidRequest extends Error {
  readonly issues: readonly Issue[];
  readonly input: unknown;

  constructor(issues: readonly Issue[], input: unknown) {
    super("the request does not fit its schema");
    this.name = "InvalidRequest";
    this.issues = issues;
    this.input = input;
  }
}

/** Fastify's validator: zod, with the findings as they are. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const read = schema.safeParse(data);
    return read.success
      ? { value: read.data }
      : { error: new InvalidRequest(read.error.issues as unknown as Issue[], data) };
  };

/** The value that a schema reads. @throws ApiError 422 with a sentence for each field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  ruleOf?: RuleOfField,
): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw refused(read.error.issues as unknown as Issue[], input, ruleOf);
}

export function refused(issues: readonly Issue[], input: unknown, ruleOf?: RuleOfField): ApiError {
  return invalid((language) => fieldProblems(issues, input, language, ruleOf));
}

/** A schema that documents an answer; answers are typed by their own functions. */
export function answer(schema: z.ZodType): z.ZodType {
  return schema;
}
