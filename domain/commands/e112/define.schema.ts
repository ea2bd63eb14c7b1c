import type { E112CommandFacts } from "../../e112/commands.ts";
import { definesCommandsOf } from "../define.schema.ts";

/** Defines a command of the E112 process. */
export const defineCommand = definesCommandsOf<E112CommandFacts>();
