/** What all public pages share: made on the server, no script, for a telephone and for paper. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { formatDate } from "../../domain/i18n/dates.ts";
import type { Language } from "../../domain/i18n/language.ts";
import type { PlainDate } from "../../domain/plain-date.ts";

const TEXTS = {
  ro: { other: "English", skip: "Sari la conținut" },
  en: { other: "Română", skip: "Skip to the content" },
} as const satisfies Record<Language, Record<string, string>>;
const PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface PublicPage {
  /** HTML, like the body: escape what comes from outside. */
  readonly title: string;
  readonly body: string;
  readonly foot: string;
  /** The address of the same page in a language. */
  readonly address: (language: Language) => string;
  /** Hidden inputs to carry along, HTML: the same page in the other language is then asked for by a form, not by its address. */
  readonly carried?: string;
}

export function publicPage(language: Language, { title, body, foot, address, carried }: PublicPage): string {
  const t = TEXTS[language];
  const other = language === "ro" ? "en" : "ro";
  const inOther =
    carried === undefined
      ? `<a class="no-print" href="${escape(address(other))}" hreflang="${other}" lang="${other}">${t.other}</a>`
      : `<form class="no-print" method="post" action="${escape(address(other))}">${carried}<button class="as-link" lang="${other}">${t.other}</button></form>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} – Dosar</title><link rel="stylesheet" href="/stare.css"></head>
<body><a class="skip" href="#main">${t.skip}</a>
<header><span class="name">Dosar</span>${inOther}</header>
<main id="main">${body}</main><footer><p>${foot}</p></footer></body></html>
`;
}

/** Romanian unless the other is asked for: a paper says so, whatever the browser speaks. */
export function pageLanguage(request: FastifyRequest): Language {
  return (request.query as { lang?: unknown }).lang === "en" ? "en" : "ro";
}

export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .headers({ "content-security-policy": PAGE_POLICY, "cache-control": "no-store", "referrer-policy": "same-origin" })
    .type("text/html; charset=utf-8")
    .send(html);
}

export function day(date: PlainDate, language: Language): string {
  return `<time datetime="${date}">${formatDate(date, language)}</time>`;
}

export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
