/** The messages at the fields of a form: what was found before sending, else what the API found. */
import { useMemo, useState, type RefObject } from "react";
import type { CaseView } from "../../domain/case/view.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { useT, type Translate } from "../i18n/language.tsx";
import { checkDraft } from "./check.ts";
import type { FieldErrors, FormDescription, Problem, Problems } from "./describe.ts";
import type { Draft } from "./drafts.ts";

/** Errors by path. After the first try each goes as soon as its field is mended. */
export function useErrors<View extends CaseView>(form: FormDescription<View>, draft: Draft, today: PlainDate) {
  const t = useT();
  const [shown, showErrors] = useState<Problems>({});
  const errors = useMemo<FieldErrors>(() => {
    const now = checkDraft(form, draft, today);
    const still = Object.entries(shown).filter(([path]) => path in now);
    const found = Object.fromEntries(still.map(([path, problem]) => [path, problemText(now[path] ?? problem, t)]));
    const { answer } = draft;
    if (answer?.kind !== "invalid") return found;
    return { ...Object.fromEntries(answer.fields.map(({ path, message }) => [path, message])), ...found };
  }, [form, draft, today, shown, t]);
  return { errors, showErrors };
}

/** What is wrong, with the name of the field. */
export function problemText({ message, label }: Problem, t: Translate): string {
  return t(message, { label: t(label) });
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
