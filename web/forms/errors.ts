/** The messages at the fields of a form: what was found before sending, else what the API found. */
import { useMemo, useState, type RefObject } from "react";
import type { PlainDate } from "../../domain/plain-date.ts";
import { useT } from "../i18n/language.tsx";
import type { MessageKey } from "../i18n/ro.ts";
import { checkDraft } from "./check.ts";
import type { FieldErrors, FormDescription } from "./describe.ts";
import type { Draft } from "./drafts.ts";

/** Errors by path. After the first try each goes as soon as its field is mended. */
export function useErrors(form: FormDescription, draft: Draft, today: PlainDate) {
  const t = useT();
  const [shown, showErrors] = useState<Readonly<Record<string, MessageKey>>>({});
  const errors = useMemo<FieldErrors>(() => {
    const now = checkDraft(form, draft, today);
    const still = Object.entries(shown).filter(([path]) => path in now);
    const found = Object.fromEntries(still.map(([path, key]) => [path, t(now[path] ?? key)]));
    const { answer } = draft;
    if (answer?.kind !== "invalid") return found;
    return { ...Object.fromEntries(answer.fields.map(({ path, message }) => [path, message])), ...found };
  }, [form, draft, today, shown, t]);
  return { errors, showErrors };
}

/** Brings the person to the first field in error, or to the notice when no field is. */
export function focusFirstError(form: RefObject<HTMLElement | null>): void {
  setTimeout(() => {
    const first =
      form.current?.querySelector<HTMLElement>("[aria-invalid='true'], [data-error] input") ??
      form.current?.querySelector<HTMLElement>("[data-notice]");
    first?.focus();
  });
}
