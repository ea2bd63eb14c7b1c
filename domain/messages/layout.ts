/** How a letter is laid out: once as plain text and once as HTML, from the same blocks. */
import type { Language } from "../i18n/language.ts";

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A line of a list: what, where, and by when. */
export interface Item {
  readonly title: string;
  readonly notes: readonly string[];
  readonly link: string;
}

export type Block =
  | { readonly kind: "lead" | "heading" | "note"; readonly text: string }
  | { readonly kind: "action"; readonly text: string; readonly link: string }
  | { readonly kind: "items"; readonly items: readonly Item[] };

const FOOT = {
  ro: "Mesaj automat al sistemului Dosar. Nu conține date personale sau medicale și nu trebuie să primească răspuns.",
  en: "Automatic message of the Dosar system. It holds no personal or medical data and needs no reply.",
} as const;

/** The letter; `foot`: sentences under the last line, before the one that every letter ends with. */
export function layOut(
  subject: string,
  blocks: readonly Block[],
  language: Language,
  foot: readonly Block[] = [],
): Letter {
  const end: readonly Block[] = [...foot, { kind: "note", text: FOOT[language] }];
  const text = `${blocks.map(asText).join("\n\n")}\n\n-- \n${end.map(asText).join("\n")}\n`;
  return { subject, text, html: page(subject, blocks, end, language) };
}

function asText(block: Block): string {
  switch (block.kind) {
    case "lead":
    case "note":
      return block.text;
    case "heading":
      return `${block.text}\n${"=".repeat(block.text.length)}`;
    case "action":
      return `${block.text}: ${block.link}`;
    case "items":
      return block.items
        .map(({ title, notes, link }) => [`* ${title}`, ...notes.map((note) => `  ${note}`), `  ${link}`].join("\n"))
        .join("\n\n");
  }
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const INK = "#1b2733";
const QUIET = "#4a5763";
const BLUE = "#0b4f8a";

function page(subject: string, blocks: readonly Block[], end: readonly Block[], language: Language): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#f2f4f6;color:${INK};${FONT};font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:16px">
<div style="padding:20px 24px;background:#ffffff;border:1px solid #d5dce2;border-radius:8px">
<p style="margin:0 0 16px;padding:0 0 12px;border-bottom:1px solid #e3e8ec;font-size:15px;font-weight:600;color:${BLUE}">Dosar</p>
${blocks.map(asHtml).join("\n")}
</div>
<div style="padding:12px 24px;font-size:13px;color:${QUIET}">
${end.map(asFoot).join("\n")}
</div>
</div>
</body></html>
`;
}

function asHtml(block: Block): string {
  switch (block.kind) {
    case "lead":
      return `<p style="margin:0 0 16px;font-size:18px">${spoken(block.text)}</p>`;
    case "note":
      return `<p style="margin:0 0 8px;font-size:15px;color:${QUIET}">${spoken(block.text)}</p>`;
    case "heading":
      return `<h2 style="margin:24px 0 8px;font-size:16px;line-height:1.3">${escaped(block.text)}</h2>`;
    case "action":
      return `<p style="margin:20px 0 0"><a href="${escaped(block.link)}" style="display:inline-block;padding:10px 18px;background:${BLUE};color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escaped(block.text)}</a></p>
<p style="margin:10px 0 0;font-size:13px;color:${QUIET};word-break:break-all">${escaped(block.link)}</p>`;
    case "items":
      return `<ul style="margin:0;padding:0;list-style:none">\n${block.items.map(itemHtml).join("\n")}\n</ul>`;
  }
}

function itemHtml({ title, notes, link }: Item): string {
  const lines = notes.map((note) => `<br><span style="font-size:14px;color:${QUIET}">${escaped(note)}</span>`).join("");
  return `<li style="margin:0;padding:10px 0;border-top:1px solid #e3e8ec"><a href="${escaped(link)}" style="color:${BLUE};font-weight:600">${spoken(title)}</a>${lines}</li>`;
}

function asFoot(block: Block): string {
  if (block.kind === "action") {
    return `<p style="margin:0 0 8px"><a href="${escaped(block.link)}" style="color:${QUIET}">${escaped(block.text)}</a></p>`;
  }
  return block.kind === "items" ? asHtml(block) : `<p style="margin:0 0 8px">${escaped(block.text)}</p>`;
}

const NUMBER = /[A-Z]+(?:-[A-Z]+)?\/\d{4}\/\d+/g;

/** A sentence, in which no registration number is broken at the end of a line. */
function spoken(text: string): string {
  return escaped(text).replaceAll(NUMBER, (number) => `<span style="white-space:nowrap">${number}</span>`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
