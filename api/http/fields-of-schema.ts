/** Which fields a schema has: who guessed a name or a form wrongly is told what there is. */
import { z } from "zod";
import type { Issue } from "../../domain/i18n/field-problems.ts";

/** What is read of a JSON Schema. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** The findings; an unknown field, and what is no object where one is read, with the fields that are there. */
export function withFields(schema: z.ZodType, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => {
    const isOfFields = issue.code === "unrecognized_keys" || issue["expected"] === "object";
    return isOfFields ? { ...issue, fields: fieldsAt(schema, issue.path) } : issue;
  });
}

/** The names of the fields at a path; of a choice, those of each alternative. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Node;
  const nodes = path.reduce<Node[]>((within, key) => within.flatMap((node) => child(node, key)), alternatives(root));
  return [...new Set(nodes.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function child({ properties, items }: Node, key: PropertyKey): Node[] {
  const found = typeof key === "number" ? items : properties?.[String(key)];
  return found === undefined ? [] : alternatives(found);
}

function alternatives(node: Node): Node[] {
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(alternatives)];
}
