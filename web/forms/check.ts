/** What can be said about a form before it is sent: empty fields, misshapen dates and amounts. The API judges the rest. */
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import type { CaseView } from "../../domain/case/view.ts";
import type { MessageKey } from "../i18n/ro.ts";
import { shownFields, type Field, type FormDescription, type Problems } from "./describe.ts";
import type { Draft } from "./drafts.ts";
import { filledIn, getAt, setAt, textAt, type Values } from "./values.ts";

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** Problems by path; empty when the form may be sent. */
export function checkDraft<View extends CaseView>(
  form: FormDescription<View>,
  draft: Draft,
  today: PlainDate,
): Problems {
  const { values } = draft;
  const ofFields = shownFields(form, values).map((field) => checkField(field, values));
  return Object.assign({}, ...ofFields, checkLegalDate(draft, today)) as Problems;
}

/** The legal date of an act is a day that was; an earlier one than today asks for a reason. */
export function checkLegalDate({ occurredOn, lateReason = "" }: Draft, today: PlainDate): Problems {
  const date = occurredOn ?? today;
  const label = "form.occurredOn";
  if (!isPlainDate(date)) return { occurredOn: { message: "form.error.date", label } };
  if (date > today) return { occurredOn: { message: "form.error.future", label } };
  if (date < today && lateReason.trim() === "") {
    return { lateReason: { message: "form.error.required", label: "form.lateReason" } };
  }
  return {};
}

function checkField<View extends CaseView>(field: Field<View>, values: Values): Problems {
  const { path, label } = field;
  if (field.kind === "special") return field.missing?.(values, path) ?? {};
  const text = textAt(values, path).trim();
  if (field.required === true && text === "" && !isGiven(field, getAt(values, path))) {
    return { [path]: { message: "form.error.required", label } };
  }
  const message = misshapen(field.kind, text);
  return message === undefined ? {} : { [path]: { message, label } };
}

/** A tick is given when it is set, an answer when it is yes or no. */
function isGiven<View extends CaseView>({ kind }: Field<View>, value: unknown): boolean {
  return value === true || (kind === "answer" && value === false);
}

/** What is wrong with the shape of a text that is not empty. */
export function misshapen(kind: string, text: string): MessageKey | undefined {
  if (text === "") return undefined;
  switch (kind) {
    case "date":
      return isPlainDate(text) ? undefined : "form.error.date";
    case "amount":
      return AMOUNT.test(toAmount(text)) ? undefined : "form.error.amount";
    case "currency":
      return /^[A-Za-z]{3}$/.test(text) ? undefined : "form.error.currency";
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : "form.error.email";
    default:
      return undefined;
  }
}

/** The payload of a draft: what is filled in of the fields that are shown. */
export function payloadOf<View extends CaseView>(form: FormDescription<View>, values: Values): Values {
  const shown = shownFields(form, values).reduce<Values>((payload, field) => {
    const value = getAt(values, field.path);
    return value === undefined ? payload : setAt(payload, field.path, toSent(field, value));
  }, {});
  const filled = filledIn(shown);
  return form.payload?.(filled) ?? filled;
}

function toSent<View extends CaseView>(field: Field<View>, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (field.kind === "amount") return toAmount(value);
  if (field.kind === "currency") return value.trim().toUpperCase();
  if (field.kind === "select" && field.number === true) return value === "" ? undefined : Number(value);
  return value;
}

/** `12.500,50`, `12 500,5` and `12500.5` as the exact decimal that is sent; anything else unchanged. */
export function toAmount(typed: string): string {
  const text = typed.replaceAll(/\s/g, "");
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(text)) return text.replaceAll(".", "").replace(",", ".");
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(",", ".") : text;
}
