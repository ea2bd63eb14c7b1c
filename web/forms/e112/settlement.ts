/** Settlement between institutions, on form E125: the claims that came, and how each was settled (E112-85). */
import type { E112CaseView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";
import { differsFromExpected } from "../every/sums.ts";
import { toAmount } from "../check.ts";
import { textAt, type Values } from "../values.ts";
import { actsOf, openInvoices, validForm } from "./known.ts";
import { InvoiceField } from "./InvoiceField.tsx";

type Form = FormDescription<E112CaseView>;

/** The form that holds and the country of the clinic are proposed. */
export const receiveInvoice: Form = {
  type: "receiveInvoice",
  initial: (view) => ({
    formNumber: validForm(view)?.number ?? "",
    country: view.e112.clinic?.country ?? "",
    to: view.institutions.cas,
  }),
  fields: [
    { kind: "text", path: "number", label: "e112.invoiceNumber", required: true, rule: "E112-85" },
    { kind: "text", path: "formNumber", label: "e112.invoiceForm", hint: "e112.invoiceForm.hint", required: true },
    { kind: "text", path: "from", label: "e112.invoiceFrom", hint: "e112.invoiceFrom.hint", required: true },
    { kind: "country", path: "country", label: "e112.invoiceCountry" },
    { kind: "text", path: "to", label: "e112.invoiceTo", required: true },
    { kind: "amount", path: "amount", label: "e112.invoiceAmount", required: true },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    { kind: "date", path: "careFrom", label: "e112.careFrom" },
    { kind: "date", path: "careTo", label: "e112.careTo" },
  ],
};

const differs = (values: Values): boolean =>
  values["mismatch"] === true || differsFromExpected(values, toAmount(textAt(values, "amount")));

/** A received invoice brings its parties and its sum; another sum, or an invoice that does not match the form, asks why. */
export const settleInvoice: Form = {
  type: "settleInvoice",
  initial(view) {
    const [first, ...others] = openInvoices(view);
    return { last: true, ...(first !== undefined && others.length === 0 ? ofInvoice(view, first.number ?? "") : {}) };
  },
  derive: (values, changed, view) =>
    changed === "invoice" ? { ...values, ...ofInvoice(view, textAt(values, "invoice")) } : values,
  fields: [
    { kind: "special", path: "invoice", label: "e112.invoice", component: InvoiceField },
    { kind: "text", path: "from", label: "e112.settledFrom", hint: "e112.settled.hint", required: true },
    { kind: "text", path: "to", label: "e112.settledTo", required: true, rule: "E112-85" },
    { kind: "amount", path: "amount", label: "e112.settledAmount", required: true },
    { kind: "currency", path: "currency", label: "field.currency", hint: "field.currency.hint", required: true },
    {
      kind: "long",
      path: "differenceReason",
      label: "e112.differenceReason",
      hint: "e112.differenceReason.hint",
      required: true,
      when: differs,
    },
    { kind: "check", path: "last", label: "e112.lastInvoice", hint: "e112.lastInvoice.hint" },
  ],
  payload: (filled) => ({ ...filled, form: "E125", last: filled["last"] === true }),
};

/** What a received invoice says of its settlement: the house pays who claims. */
function ofInvoice(view: E112CaseView, number: string): Values {
  const invoice = openInvoices(view).find((each) => each.number === number);
  if (invoice === undefined) return { invoice: number, expected: undefined, mismatch: false };
  const claim = actsOf(view, "receiveInvoice").find(({ payload }) => payload?.["number"] === number)?.payload;
  const { amount, currency } = invoice;
  return {
    invoice: number,
    from: textAt(claim, "to"),
    to: textAt(claim, "from"),
    amount,
    currency,
    expected: { amount, currency },
    mismatch: invoice.differences.length > 0,
  };
}
