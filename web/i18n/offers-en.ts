import type { offersRo } from "./offers-ro.ts";

/** The texts of offers side by side, of the choice among them and of exchange rates, in English. */
export const offersEn: Readonly<Record<keyof typeof offersRo, string>> = {
  "offer.totalWithDays":
    "The total ({total}) is the sum of the three costs ({sum}) and of {count, plural, one {one more day} other {# more days}} in hospital.",
  "field.choiceReasons": "Reasons for the choice",
  "field.choiceReasons.hint": "why this clinic and this sum; they stay in the file",
};
