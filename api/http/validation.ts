/** Zod checks what comes in; the findings become sentences at the edge. */
import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { fieldProblems, type Issue, type RuleOfField } from "../../domain/i18n/field-problems.ts";
import { invalid, type ApiError } from "./api-error.ts";
import { withFields } from "./fields-of-schema.ts";

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
    const read = readBy(schema, data);
    return "issues" in read ? { error: new InvalidRequest(read.issues, data) } : read;
  };

/** The value that a schema reads. @throws ApiError 422 with a sentence for each field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  ruleOf?: RuleOfField,
): z.output<Schema> {
  const read = readBy(schema, input);
  if ("issues" in read) throw refused(read.issues, input, ruleOf);
  return read.value;
}

function readBy<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { readonly value: z.output<Schema> } | { readonly issues: readonly Issue[] } {
  const unwritable = unwritableTexts(input);
  if (unwritable.length > 0) return { issues: unwritable };
  const read = schema.safeParse(input);
  return read.success ? { value: read.data } : { issues: withFields(schema, read.error.issues as unknown as Issue[]) };
}

/** What no database keeps as text: the character zero, and halves of characters. */
const UNWRITABLE = /[\0\p{Cs}]/u;

interface Place {
  readonly value: unknown;
  readonly key?: string;
  readonly within?: Place;
}

function pathTo(place: Place): string[] {
  const path: string[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.within) path.unshift(at.key);
  return path;
}

/** Without recursion: how deep a body goes is its sender's to say. */
function unwritableTexts(input: unknown): Issue[] {
  const issues: Issue[] = [];
  const left: Place[] = [{ value: input }];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    const { value } = place;
    if (typeof value === "string") {
      if (UNWRITABLE.test(value)) issues.push({ code: "custom", path: pathTo(place), params: { code: "UNWRITABLE" } });
    } else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) {
      for (const [key, inner] of Object.entries(value)) left.push({ value: inner, key, within: place });
    }
  }
  return issues;
}

export function refused(issues: readonly Issue[], input: unknown, ruleOf?: RuleOfField): ApiError {
  return invalid((language) => fieldProblems(issues, input, language, ruleOf));
}

/** A schema that documents an answer; answers are typed by their own functions. */
export function answer(schema: z.ZodType): z.ZodType {
  return schema;
}
