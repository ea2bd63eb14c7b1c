/** The states to which form E112 (S2) leads, and the official languages of each (E112-02, E112-13). */

/** The member states of the European Union, with their official languages (ISO 639-1; a state's own, not regional ones). */
const EU_LANGUAGES = {
  AT: ["de"],
  BE: ["nl", "fr", "de"],
  BG: ["bg"],
  CY: ["el", "tr"],
  CZ: ["cs"],
  DE: ["de"],
  DK: ["da"],
  EE: ["et"],
  ES: ["es"],
  FI: ["fi", "sv"],
  FR: ["fr"],
  GR: ["el"],
  HR: ["hr"],
  HU: ["hu"],
  IE: ["en", "ga"],
  IT: ["it"],
  LT: ["lt"],
  LU: ["fr", "de", "lb"],
  LV: ["lv"],
  MT: ["mt", "en"],
  NL: ["nl"],
  PL: ["pl"],
  PT: ["pt"],
  RO: ["ro"],
  SE: ["sv"],
  SI: ["sl"],
  SK: ["sk"],
} as const satisfies Record<string, readonly string[]>;

/** The states of the European Economic Area that are not members of the Union (E112-69, E112-87; reading E112-A2). */
const EEA_LANGUAGES = {
  IS: ["is"],
  LI: ["de"],
  NO: ["no", "nb", "nn"],
} as const satisfies Record<string, readonly string[]>;

/**
 * States that the guide does not name and that reading E112-A2 leaves to a list: outside the text, as the public pages of
 * the insurance houses describe S2 for Switzerland and for the United Kingdom. To be confirmed before relying on it.
 */
const LISTED_LANGUAGES = {
  CH: ["de", "fr", "it", "rm"],
  GB: ["en"],
} as const satisfies Record<string, readonly string[]>;

/** The lists that may be set (`s2-states`); a file keeps the name of the one that it is decided by. */
const STATE_LISTS = {
  none: [],
  CH: ["CH"],
  "CH,GB": ["CH", "GB"],
} as const satisfies Record<string, readonly (keyof typeof LISTED_LANGUAGES)[]>;
export type StateList = keyof typeof STATE_LISTS;
export const STATE_LIST_NAMES = Object.keys(STATE_LISTS) as readonly StateList[];
/** What holds where nothing was set, and in a file that keeps no name. */
export const USUAL_STATE_LIST = "CH" satisfies StateList;

export const HOME = "RO";
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  ...EU_LANGUAGES,
  ...EEA_LANGUAGES,
  ...LISTED_LANGUAGES,
};

export const EU_COUNTRIES: readonly string[] = Object.keys(EU_LANGUAGES);
export const EEA_COUNTRIES: readonly string[] = Object.keys(EEA_LANGUAGES);

/** A member state of the European Union or of the European Economic Area, Romania among them. */
export function isEuOrEea(country: string): boolean {
  return EU_COUNTRIES.includes(country) || EEA_COUNTRIES.includes(country);
}

/** The states beside the Union and the Area to which the form leads by this list. */
export function statesOf(list: StateList): readonly string[] {
  return STATE_LISTS[list];
}

/** Whether form E112 leads to a clinic there: abroad, in the Union, in the Area, or in a state of the list (E112-A2). */
export function routeCountry(country: string, list: StateList = USUAL_STATE_LIST): boolean {
  return country !== HOME && (isEuOrEea(country) || statesOf(list).includes(country));
}

/** The official languages of the country (ISO 639-1); none when the product does not know them. */
export function officialLanguagesOf(country: string): readonly string[] {
  return LANGUAGES[country] ?? [];
}

/** Every language that is official somewhere on the route (ISO 639-1). */
export const ROUTE_LANGUAGES: readonly string[] = [...new Set(Object.values(LANGUAGES).flat())];
