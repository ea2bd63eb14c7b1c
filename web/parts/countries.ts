/** Countries of clinics, named by the browser. Europe first in the mind of the list: what is asked for most. */
export const COUNTRIES = [
  "AT",
  "AU",
  "BE",
  "BG",
  "CA",
  "CH",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GB",
  "GR",
  "HR",
  "HU",
  "IE",
  "IL",
  "IN",
  "IS",
  "IT",
  "JP",
  "KR",
  "LI",
  "LT",
  "LU",
  "LV",
  "MD",
  "MT",
  "NL",
  "NO",
  "PL",
  "PT",
  "RS",
  "SE",
  "SI",
  "SK",
  "TR",
  "UA",
  "US",
] as const;

/** The name of a country in a language; its code when the browser does not know it. */
export function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
