import { createIntl } from "react-intl";
import { en } from "../../web/i18n/en.ts";
import { ro, type MessageKey } from "../../web/i18n/ro.ts";

const KEYS = Object.keys(ro) as MessageKey[];

/** Names of the values that a message takes. */
function parametersOf(message: string): string[] {
  const names = [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? "");
  return [...new Set(names)].toSorted();
}

function say(locale: "ro" | "en", key: MessageKey, values: Record<string, string | number>): string {
  const catalogue: Readonly<Record<string, string>> = locale === "ro" ? ro : en;
  const intl = createIntl({
    locale,
    messages: { ...catalogue },
    onError: (error) => {
      throw error;
    },
  });
  return intl.formatMessage({ id: key }, values);
}

describe("catalogue", () => {
  test.each(KEYS)("%s takes the same values in both languages and can be said", (key) => {
    const names = parametersOf(ro[key]);
    expect(parametersOf(en[key])).toEqual(names);
    for (const count of [0, 1, 2, 20]) {
      const values = Object.fromEntries(names.map((name) => [name, count]));
      expect(say("ro", key, values)).not.toBe("");
      expect(say("en", key, values)).not.toBe("");
    }
  });

  test("Romanian is written with commas below, never with cedillas", () => {
    for (const key of KEYS) expect(ro[key]).not.toMatch(/[şţŞŢ]/);
  });

  test.each([
    [1, "mai este o zi lucrătoare"],
    [2, "mai sunt 2 zile lucrătoare"],
    [19, "mai sunt 19 zile lucrătoare"],
    [20, "mai sunt 20 de zile lucrătoare"],
    [21, "mai sunt 21 de zile lucrătoare"],
    [100, "mai sunt 100 de zile lucrătoare"],
    [101, "mai sunt 101 zile lucrătoare"],
    [120, "mai sunt 120 de zile lucrătoare"],
  ])("%d working days have the right one of the three Romanian forms", (days, words) => {
    expect(say("ro", "due.left", { days })).toBe(words);
  });
});
