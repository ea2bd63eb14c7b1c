import type { FastifyRequest } from "fastify";
import { DEFAULT_LANGUAGE, isLanguage, preferredLanguage, type Language } from "../../domain/i18n/language.ts";

/** `?lang`, then what the browser asks for, then the person's own, then Romanian. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (isLanguage(asked)) return asked;
  const header = request.headers["accept-language"];
  if (header !== undefined && header.trim() !== "*") return preferredLanguage(header);
  const own = request.person?.locale;
  return isLanguage(own) ? own : DEFAULT_LANGUAGE;
}
