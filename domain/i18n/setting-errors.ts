/** The sentences of what is refused about settings. */
import type { Text } from "../case/commands.ts";

export const SETTING_CODES = ["SETTING_CHANGED", "SETTING_VALUE", "SETTING_UNCHANGED"] as const;

type Said = (name: string) => string;

export const SETTING_SENTENCES: Readonly<Record<(typeof SETTING_CODES)[number], (said: Said) => Text>> = {
  SETTING_CHANGED: (said) => ({
    ro: `Setarea a fost schimbată între timp de ${said("by")}. Uitați-vă ce a schimbat, apoi salvați din nou dacă mai este cazul.`,
    en: `The setting has been changed meanwhile by ${said("by")}. See what was changed, then save again if it is still needed.`,
  }),
  SETTING_VALUE: (said) => ({
    ro: `Valoarea nu se poate alege. Se poate: ${said("allowedRo")}.`,
    en: `The value cannot be chosen. It may be: ${said("allowedEn")}.`,
  }),
  SETTING_UNCHANGED: () => ({
    ro: "Aceasta este deja valoarea în vigoare.",
    en: "This is the value in force already.",
  }),
};
