import { z } from "zod";
import { namesPatient } from "../../e112/settlement.ts";
import {
  countryField,
  currencyField,
  dateField,
  documentNumberField,
  positiveAmountField,
  text,
} from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** A claim of the institution abroad on form E125, as it came (E112-85). */
export const ReceiveInvoice = z.strictObject({
  number: documentNumberField,
  /** The number of the form E112/S2 that it names. */
  formNumber: documentNumberField.transform((number) => number.toUpperCase()),
  from: text(200),
  to: text(200),
  amount: positiveAmountField,
  currency: currencyField,
  careFrom: dateField.optional(),
  careTo: dateField.optional(),
  country: countryField.optional(),
});
export type ReceiveInvoice = z.infer<typeof ReceiveInvoice>;

export const receiveInvoice = defineCommand({
  type: "receiveInvoice",
  payload: ReceiveInvoice,
  facts: ({ number, formNumber, from, to, amount, currency, careFrom, careTo, country }) => ({
    number,
    formNumber,
    betweenInstitutions: !namesPatient(from) && !namesPatient(to),
    amount,
    currency,
    ...(careFrom === undefined ? {} : { careFrom }),
    ...(careTo === undefined ? {} : { careTo }),
    ...(country === undefined ? {} : { country }),
  }),
  sealed: true,
});
