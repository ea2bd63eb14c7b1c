/** What a letter is made of. `letter.typ` sets each kind; every word comes from here, none is markup. */

/** A sentence; what must be seen at once is strong, and a number stays whole on its line. */
export type Part = string | { readonly strong: string } | { readonly whole: string };

export interface Column {
  readonly name: string;
  /** Its part of the width that is left; 0 for as wide as its contents. */
  readonly wide: number;
  readonly right: boolean;
}

/** A cell: text, a box to tick, or a line to write on. */
export type Cell = string | boolean | null;

export interface FormRow {
  readonly label: string;
  readonly note: string | null;
  /** What is known; a line to write on otherwise. */
  readonly value: string | null;
  readonly lines: number;
}

export interface Place {
  readonly who: string;
  readonly name: string | null;
  readonly note: string;
}

export type Block =
  | { readonly kind: "text"; readonly parts: readonly Part[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "typed"; readonly heading: string; readonly text: string }
  | { readonly kind: "facts"; readonly rows: readonly { readonly name: string; readonly value: string }[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly total: readonly string[] | null;
    }
  | { readonly kind: "form"; readonly "label-width": number; readonly rows: readonly FormRow[] }
  | { readonly kind: "choices"; readonly items: readonly { readonly on: boolean; readonly text: string }[] }
  | { readonly kind: "notice"; readonly text: string }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "large"; readonly name: string; readonly value: string; readonly size: number }
  | { readonly kind: "code"; readonly code: string; readonly alt: string; readonly lines: readonly string[] }
  | { readonly kind: "break" }
  | { readonly kind: "signatures"; readonly closing: string | null; readonly places: readonly Place[] };

export function text(...parts: readonly Part[]): Block {
  return { kind: "text", parts };
}

export function strong(said: string): Part {
  return { strong: said };
}

export function whole(said: string): Part {
  return { whole: said };
}

export function heading(said: string): Block {
  return { kind: "heading", text: said };
}

export function list(...items: readonly string[]): Block {
  return { kind: "list", items };
}

/** Names and what they are, without those that are not known. */
export function facts(rows: readonly (readonly [name: string, value: string | undefined])[]): Block {
  return {
    kind: "facts",
    rows: rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

export function column(name: string, wide = 0, right = false): Column {
  return { name, wide, right };
}

export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  total: readonly string[] | null = null,
): Block {
  return { kind: "table", columns, rows, total };
}

export function field(
  label: string,
  value?: string,
  { note = null, lines = 1 }: { readonly note?: string | null; readonly lines?: number } = {},
): FormRow {
  return { label, note, value: value ?? null, lines };
}

export function form(rows: readonly FormRow[], labelWidth = 58): Block {
  return { kind: "form", "label-width": labelWidth, rows };
}

export function choices(...items: readonly (readonly [on: boolean, text: string])[]): Block {
  return { kind: "choices", items: items.map(([on, said]) => ({ on, text: said })) };
}

export function signatures(...places: readonly Place[]): Block {
  return { kind: "signatures", closing: null, places };
}

/** The end of a letter: the closing words stay with the signatures. */
export function closing(words: string, ...places: readonly Place[]): Block {
  return { kind: "signatures", closing: words, places };
}
