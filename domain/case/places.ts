import type { Seq } from "./events.ts";

/** Each document with its place among those of its own act, from 0: what was typed of it stands there in the act's payload. */
export function withPlaces<Document extends { readonly act: Seq }>(
  documents: readonly Document[],
): (Document & { readonly place: number })[] {
  const next = new Map<Seq, number>();
  return documents.map((document) => {
    const place = next.get(document.act) ?? 0;
    next.set(document.act, place + 1);
    return { ...document, place };
  });
}
