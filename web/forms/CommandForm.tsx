/** The form of one command: its fields, its legal date, and what the API answered. Keeps everything typed until it is accepted. */
import { Button, Group, Textarea } from "@mantine/core";
import { useContext, useMemo, useRef, type SyntheticEvent } from "react";
import { isPlainDate } from "../../domain/plain-date.ts";
import type { CaseView } from "../../domain/case/view.ts";
import { useT, useText } from "../i18n/language.tsx";
import { announce } from "../parts/announce.tsx";
import { DateInput } from "../parts/DateInput.tsx";
import { AnswerNotice } from "./AnswerNotice.tsx";
import { checkDraft, payloadOf } from "./check.ts";
import { shownFields, type Field, type FormDescription } from "./describe.ts";
import { useDraft, type Draft } from "./drafts.ts";
import { FieldView } from "./FieldView.tsx";
import { DeskContext, type CommandRequest } from "./send.ts";
import { setAt } from "./values.ts";
import { focusFirstError, useErrors } from "./errors.ts";

interface CommandFormProps<View extends CaseView> {
  readonly view: View;
  readonly form: FormDescription<View>;
  /** What the sending button says: the name of the act. */
  readonly title: string;
  /** Tells apart forms of the same command, for example the corrections of two acts. */
  readonly variant?: string;
  readonly danger?: boolean;
  onDone?(): void;
}

/** Fields that share a line with another where there is room. */
const SHORT_KINDS: ReadonlySet<Field["kind"]> = new Set([
  "date",
  "select",
  "amount",
  "currency",
  "clinic",
  "text",
  "country",
] as const);

/** The key under which the draft of a form is kept. */
export function draftKey(caseId: string, type: string, variant = ""): string {
  return `${caseId}/${type}/${variant}`;
}

export function CommandForm<View extends CaseView>({
  view,
  form,
  title,
  variant,
  danger = false,
  onDone,
}: CommandFormProps<View>) {
  const t = useT();
  const text = useText();
  const { send } = useContext(DeskContext);
  const formRef = useRef<HTMLFormElement>(null);
  const initial = useMemo(() => form.initial?.(view) ?? {}, [form, view]);
  const handle = useDraft(draftKey(view.caseId, form.type, variant), initial);
  const { draft, change } = handle;
  const { errors, showErrors } = useErrors(form, draft, view.today);
  const blocked = form.blocked?.(view);

  function set(path: string, value: unknown) {
    change((before) => {
      const values = setAt(before.values, path, value);
      return { values: form.derive?.(values, path, view) ?? values, touched: true };
    });
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const wrong = checkDraft(form, draft, view.today);
    showErrors(wrong);
    if (Object.keys(wrong).length > 0) {
      focusFirstError(formRef);
      return;
    }
    const result = await send(handle, view.caseId, requestOf(form, draft, view));
    if (result === undefined) return;
    if ("refused" in result) {
      const { refused } = result;
      if (refused.kind === "stale" || refused.kind === "conflict") announce(refused.message);
      focusFirstError(formRef);
      return;
    }
    announce(t("form.done", { title, status: text(result.accepted.statusTitle) }));
    onDone?.();
  }

  if (blocked !== undefined) return <p className="waiting-for">{t(blocked.message, blocked.values)}</p>;
  return (
    <form ref={formRef} className="command-form" noValidate onSubmit={(event) => void submit(event)} aria-label={title}>
      <AnswerNotice answer={draft.answer} errors={errors} allowed />
      <div className="plain">
        {shownFields(form, draft.values).map((field) => (
          <div key={field.path} className={SHORT_KINDS.has(field.kind) ? "field" : "field field-wide"}>
            <FieldView field={field} form={form.type} values={draft.values} view={view} errors={errors} set={set} />
          </div>
        ))}
        <LegalDate
          draft={draft}
          change={change}
          errors={errors}
          form={form.type}
          today={view.today}
          process={view.process}
        />
      </div>
      <Group gap="sm" className="no-print">
        <Button type="submit" loading={draft.sending === true} className={danger ? "danger-filled" : ""}>
          {draft.answer?.kind === "unavailable" ? t("form.sendAgain") : title}
        </Button>
        {draft.touched && (
          <Button variant="subtle" disabled={draft.sending === true} onClick={handle.discard}>
            {t("form.discard")}
          </Button>
        )}
      </Group>
    </form>
  );
}

interface LegalDateProps {
  readonly draft: Draft;
  readonly errors: Readonly<Record<string, string>>;
  readonly form: string;
  readonly today: string;
  readonly process: CaseView["process"];
  change(change: Partial<Draft>): void;
}

/** On the E112 route no term runs from any act (reading E112-A4). */
const DATE_HINTS = { moh: "form.occurredOn.hint", e112: "form.occurredOn.withoutTerms" } as const;

/** The day on which the act took place; an earlier one asks why it is entered late. */
export function LegalDate({ draft, errors, form, today, process, change }: LegalDateProps) {
  const t = useT();
  const occurredOn = draft.occurredOn ?? today;
  const late = isPlainDate(occurredOn) && occurredOn < today;
  return (
    <div className="legal-date">
      <DateInput
        name={`${form}.occurredOn`}
        label={t("form.occurredOn")}
        description={t(DATE_HINTS[process])}
        error={errors["occurredOn"]}
        required
        max={today}
        value={occurredOn}
        onChange={(date) => change({ occurredOn: date, touched: true })}
      />
      {late && (
        <Textarea
          name={`${form}.lateReason`}
          label={t("form.lateReason")}
          description={t("form.lateReason.hint")}
          error={errors["lateReason"]}
          withAsterisk
          aria-required
          minRows={2}
          value={draft.lateReason ?? ""}
          onChange={(event) => change({ lateReason: event.currentTarget.value, touched: true })}
        />
      )}
    </div>
  );
}

function requestOf<View extends CaseView>(form: FormDescription<View>, draft: Draft, view: View): CommandRequest {
  const occurredOn = draft.occurredOn ?? view.today;
  const lateReason = (draft.lateReason ?? "").trim();
  return {
    expectedVersion: view.version,
    type: form.type,
    occurredOn,
    ...(occurredOn < view.today && lateReason !== "" ? { lateReason } : {}),
    payload: payloadOf(form, draft.values),
  };
}
