/** What can be said about a form before it is sent: empty fields, misshapen dates and amounts. The API judges the rest. */
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import type { MessageKey } from "../i18n/ro.ts";
import { shownFields, type Field, type FormDescription } from "./describe.ts";
import type { Draft } from "./drafts.ts";
import { filledIn, getAt, setAt, textAt, type Values } from "./values.ts";

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** Messages by path; empty when the form may be sent. */
export function checkDraft(form: FormDescription, draft: Draft, today: PlainDate): Record<string, MessageKey> {
  const { values } = draft;
  const found: Record<string, MessageKey> = {};
  for (const field of shownFields(form, values)) Object.assign(found, checkField(field, values));
  const occurredOn = draft.occurredOn ?? today;
  if (!isPlainDate(occurredOn)) found["occurredOn"] = "form.error.date";
  else if (occurredOn > today) found["occurredOn"] = "form.error.future";
  else if (occurredOn < today && (draft.lateReason ?? "").trim() === "") found["lateReason"] = "form.error.lateReason";
  return found;
}

function checkField(field: Field, values: Values): Readonly<Record<string, MessageKey>> {
  if (field.kind === "special") return field.missing?.(values, field.path) ?? {};
  const text = textAt(values, field.path).trim();
  const value = getAt(values, field.path);
  if (field.required === true && text === "" && value !== true) return { [field.path]: "form.error.required" };
  if (text === "") return {};
  if (field.kind === "date" && !isPlainDate(text)) return { [field.path]: "form.error.date" };
  if (field.kind === "amount" && !AMOUNT.test(toAmount(text))) return { [field.path]: "form.error.amount" };
  if (field.kind === "currency" && !/^[A-Za-z]{3}$/.test(text)) return { [field.path]: "form.error.currency" };
  return {};
}

/** The payload of a draft: what is filled in of the fields that are shown. */
export function payloadOf(form: FormDescription, values: Values): Values {
  const shown = shownFields(form, values).reduce<Values>((payload, field) => {
    const value = getAt(values, field.path);
    return value === undefined ? payload : setAt(payload, field.path, toSent(field, value));
  }, {});
  const filled = filledIn(shown);
  return form.payload?.(filled) ?? filled;
}

function toSent(field: Field, value: unknown): unknown {
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
