/** The medical documents of the translated set, each by its rule; the list of the guide is open (E112-14 to E112-22). */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import type { TranslatedKind } from "./commands.ts";

export const TRANSLATED_RULES = {
  biletIesire: "E112-14",
  analizeMedicale: "E112-15",
  rapoarteMedicale: "E112-16",
  histopatologie: "E112-17",
  rmn: "E112-18",
  ct: "E112-19",
  petCt: "E112-20",
  radiologie: "E112-21",
  ecografie: "E112-22",
  altele: "E112-13",
} as const satisfies Record<TranslatedKind, RuleId>;

export const TRANSLATED_TITLES = {
  biletIesire: { ro: "Biletul de ieșire din spital", en: "The hospital discharge note" },
  analizeMedicale: { ro: "Analizele medicale", en: "The medical tests" },
  rapoarteMedicale: { ro: "Rapoartele medicale", en: "The medical reports" },
  histopatologie: { ro: "Rezultatele histopatologice", en: "The histopathology results" },
  rmn: { ro: "RMN", en: "MRI" },
  ct: { ro: "CT", en: "CT" },
  petCt: { ro: "PET/CT", en: "PET/CT" },
  radiologie: { ro: "Buletinele radiologice", en: "The radiology bulletins" },
  ecografie: { ro: "Buletinele ecografice", en: "The ultrasound bulletins" },
  altele: { ro: "Alte documente medicale", en: "Other medical documents" },
} as const satisfies Record<TranslatedKind, Text>;
