/** What a person typed in a form: a tree of plain values, reached by dotted paths, which are also the paths of the API's errors. */
export type Values = Readonly<Record<string, unknown>>;

/** The value at `minutes.clinics.0.name`, or undefined. */
export function getAt(values: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), values);
}

/** The text at a path; an empty one when there is none. */
export function textAt(values: unknown, path: string): string {
  const value = getAt(values, path);
  return typeof value === "string" ? value : "";
}

/** The list at a path; an empty one when there is none. */
export function listAt(values: unknown, path: string): readonly unknown[] {
  const value = getAt(values, path);
  return Array.isArray(value) ? value : [];
}

/** A copy with the value at this path; branches that miss are made. */
export function setAt(values: Values, path: string, value: unknown): Values {
  const [key = "", ...rest] = path.split(".");
  const branch = values[key];
  const changed = rest.length === 0 ? value : setAt(isTree(branch) ? branch : {}, rest.join("."), value);
  if (Array.isArray(values))
    return values.map((item, index) => (String(index) === key ? changed : item)) as unknown as Values;
  return { ...values, [key]: changed };
}

/** Without what was left empty: blank texts, and branches that hold nothing else. Lists keep their places. */
export function prune(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) return value.map((item) => prune(item) ?? {});
  if (!isTree(value)) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const pruned = prune(item);
    return pruned === undefined ? [] : [[key, pruned] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The payload that is sent: what was filled in. */
export function filledIn(values: Values): Values {
  return (prune(values) ?? {}) as Values;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
