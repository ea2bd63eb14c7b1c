/**
 * The compiler writes tagged PDF with title, language and alternative texts, and keeps to the rules of PDF/UA-1, but
 * cannot be told to say so. This appends what says it: the identification, and that the title is what a window shows.
 */
const PART_1 = '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part></rdf:Description>';

/** The same document with an update at its end (ISO 32000-1, 7.5.6). @throws RangeError for a file that is written otherwise. */
export function asAccessible(pdf: Uint8Array): Buffer {
  const before = Buffer.from(pdf);
  const text = before.toString("latin1");
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const root = reference(trailer, "Root");
  const catalog = object(text, root);
  const metadata = reference(catalog, "Metadata");
  const packet = /stream\n([\s\S]*)\nendstream/
    .exec(object(text, metadata))?.[1]
    ?.replace("</rdf:Description>", PART_1);
  if (packet === undefined) throw new RangeError("the document has no metadata to add to");
  const titled = catalog.replace("/ViewerPreferences <<", "/ViewerPreferences <<\n    /DisplayDocTitle true");
  const objects = [
    [metadata, `<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${packet.length}\n>>\nstream\n${packet}\nendstream`],
    [root, titled],
  ] as const;
  let added = text.endsWith("\n") ? "" : "\n";
  let table = "xref\n";
  for (const [number, body] of objects) {
    table += `${number} 1\n${String(text.length + added.length).padStart(10, "0")} 00000 n \n`;
    added += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length + added.length;
  const previous = /startxref\s+(\d+)/.exec(trailer)?.[1] ?? "0";
  const entries = trailer.slice(0, trailer.indexOf("startxref")).trimEnd().replace(/>>$/, `  /Prev ${previous}\n>>`);
  return Buffer.concat([before, Buffer.from(`${added}${table}${entries}\nstartxref\n${start}\n%%EOF\n`, "latin1")]);
}

function reference(dictionary: string, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (number === undefined) throw new RangeError(`the document names no ${key}`);
  return Number(number);
}

/** What stands between `obj` and `endobj`. */
function object(text: string, number: number): string {
  const head = `\n${number} 0 obj\n`;
  const start = text.lastIndexOf(head);
  const end = text.indexOf("\nendobj", start);
  if (start < 0 || end < 0) throw new RangeError(`the document has no object ${number}`);
  return text.slice(start + head.length, end);
}
