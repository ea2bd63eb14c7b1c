/** Reads a scenario from YAML (JSON is YAML too). What is wrong is said with its line, its field and what is allowed. */
import { readFile } from "node:fs/promises";
import { isCollection, isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { ProcessName } from "../../domain/process-words.ts";
import { isProcessName } from "./process.ts";
import { scenarioSchema, type Scenario } from "./scenario.ts";

/** A scenario that cannot be read: every fault with its line. */
export class ScenarioFault extends Error {
  override name = "ScenarioFault";
}

/** A scenario, and where its parts stand in its file. */
export interface ReadScenario extends Scenario {
  readonly file: string;
  /** The line of one of its acts. */
  lineOf(act: number): number;
}

export async function readScenario(file: string): Promise<ReadScenario> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ScenarioFault(`${file}: there is no such file.`);
  });
  return parseScenario(text, file);
}

/** @throws ScenarioFault */
export function parseScenario(text: string, file: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    throw new ScenarioFault(`${file}:${lines.linePos(broken.pos[0]).line}: not YAML: ${broken.message}`);
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(document, lines, path);
  const given: unknown = document.toJS();
  const read = scenarioSchema(processOf(given)).safeParse(given, { reportInput: true });
  if (!read.success) {
    throw new ScenarioFault(read.error.issues.map((issue) => `${file}:${faultOf(issue, lineOf)}`).join("\n"));
  }
  return { ...read.data, file, lineOf: (act) => lineOf(["acts", act]) };
}

/** The process that a scenario names; the Ministry's when it names none. What is no process the schema tells of. */
function processOf(given: unknown): ProcessName {
  const named = (given as { readonly process?: unknown } | null)?.process;
  return isProcessName(named) ? named : "moh";
}

function faultOf(issue: z.core.$ZodIssue, lineOf: (path: readonly PropertyKey[]) => number): string {
  const field = issue.path.map(String).join(".") || "the file";
  if (issue.code === "unrecognized_keys") {
    const path = [...issue.path, ...issue.keys.slice(0, 1)];
    // Between braces a comma ends a text.
    const hint = issue.keys.some((key) => key.includes(" ")) ? "; a text with a comma in it stands in quotes" : "";
    return `${lineOf(path)}: ${field}: knows no ${issue.keys.join(", ")}${hint}`;
  }
  const given = issue.input === undefined ? "is missing" : `is ${JSON.stringify(issue.input)}`;
  return `${lineOf(issue.path)}: ${field} ${given}; expected: ${issue.message}`;
}

/** The line of what a path names, or of the nearest part around it that is there. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const isKnown = isNode(node) && node.range !== undefined && node.range !== null;
    if (!isKnown) continue;
    const [start] = node.range ?? [0];
    // A block begins after the key that it belongs to.
    return lines.linePos(isCollection(node) && length > 0 ? start : start).line;
  }
  return 1;
}
