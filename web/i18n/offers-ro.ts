/** The texts of offers side by side, of the choice among them and of exchange rates, in Romanian; `offers-en.ts` has the same keys. */
export const offersRo = {
  "offer.totalWithDays":
    "Totalul ({total}) este suma celor trei costuri ({sum}) și încă {count, plural, one {o zi} few {# zile} other {# de zile}} de spitalizare.",
  "field.choiceReasons": "Motivarea alegerii",
  "field.choiceReasons.hint": "de ce această clinică și această sumă; rămâne în dosar",
} as const;
