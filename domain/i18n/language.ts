/** The languages that people read here; Romanian is the default. */
export const LANGUAGES = ["ro", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "ro";

export function isLanguage(value: unknown): value is Language {
  return value === "ro" || value === "en";
}

/** The first language of an `Accept-Language` header that the product speaks, by its weights. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? "").split(",").map((part, index) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    return { language: tag.toLowerCase().split("-")[0], weight: weight === undefined ? 1 : Number(weight), index };
  });
  const best = asked
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.index - b.index)[0]?.language;
  return isLanguage(best) ? best : DEFAULT_LANGUAGE;
}
