import type { lettersRo } from "./letters-ro.ts";

/** The texts of letters and forms, in English. */
export const lettersEn: Readonly<Record<keyof typeof lettersRo, string>> = {
  "tab.scrisori": "Letters and forms",
  "letters.intro":
    "Letters are made on the spot from the data of the file. The outgoing number, the signature and the stamp are put on paper. They are in Romanian unless a language can be chosen.",
  "letters.possible": "Can be made now",
  "letters.notYet": "Cannot be made now",
  "letters.elsewhere": "Made by other institutions",
  "letters.none": "No letter can be made of this file now.",
  "letters.open": "Open the PDF",
  "letters.open.of": "Open the PDF: {title}",
  "letters.clinic": "Clinic",
  "letters.language": "Language",
  "letters.language.ro": "Romanian",
  "letters.language.en": "English",
  "letters.language.fr": "French",
  "letters.language.de": "German",
  "letters.forStep": "Letters for this step:",
  "letters.afterAct": "After “{act}”:",
  "letters.receipt": "Receipt with the code (PDF)",
  "letters.blank": "Empty application form (PDF)",
  "letters.blankReport": "Empty medical report (PDF)",
};
