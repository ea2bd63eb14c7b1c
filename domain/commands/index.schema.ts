/** Every command of the product, by process and type. */
import type { z } from "zod";
import type { ProcessName } from "../process-words.ts";
import type { CommandSchema } from "./define.schema.ts";
import { E112_COMMAND_SCHEMAS } from "./e112/index.schema.ts";
import { MOH_COMMAND_SCHEMAS } from "./moh.schema.ts";

/** Each schema reads its own payload into its own facts; where any command is read, they are one kind. */
export type AnyCommandSchema = Pick<CommandSchema<never, z.ZodType>, "payload" | "sealed"> & {
  readonly type: string;
  facts(payload: unknown, occurredOn: string): object;
};

export const COMMAND_SCHEMAS = { moh: MOH_COMMAND_SCHEMAS, e112: E112_COMMAND_SCHEMAS } as const satisfies Record<
  ProcessName,
  object
>;

/** The schema of a command; undefined for a type that the process does not have. */
export function findCommandSchema(process: ProcessName, type: string): AnyCommandSchema | undefined {
  const schemas: Readonly<Record<string, unknown>> = COMMAND_SCHEMAS[process];
  return Object.hasOwn(schemas, type) ? (schemas[type] as AnyCommandSchema) : undefined;
}

/** The types of a process's commands. */
export function commandTypes(process: ProcessName): string[] {
  return Object.keys(COMMAND_SCHEMAS[process]);
}

/** The name under which a command's payload stands in the OpenAPI document. */
export function schemaName(process: ProcessName, type: string): string {
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  return process === "moh" ? name : `${process.toUpperCase()}${name}`;
}
