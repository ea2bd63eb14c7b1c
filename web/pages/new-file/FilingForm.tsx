/** A form by which a file is opened: keeps what is typed, sends it once, and shows what was found wrong. */
import { Button, Group, NativeSelect } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode, type SyntheticEvent } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import type { FiledCase, Institution } from "../../api/types.ts";
import { AnswerNotice } from "../../forms/AnswerNotice.tsx";
import { LegalDate } from "../../forms/CommandForm.tsx";
import type { FieldErrors, Problems } from "../../forms/describe.ts";
import { useDraft, type Draft } from "../../forms/drafts.ts";
import { focusFirstError, problemText } from "../../forms/errors.ts";
import { sendOnce } from "../../forms/send.ts";
import { setAt, textAt, type Values } from "../../forms/values.ts";
import { useT, useText } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { today as now } from "../../parts/clock.ts";

/** What was filed, and the command by which it was: with it the receipt is set as a paper. */
export interface FiledHere {
  readonly filed: FiledCase;
  readonly commandId: string;
}

export interface FilingParts {
  readonly values: Values;
  readonly errors: FieldErrors;
  readonly today: PlainDate;
  /** The day of filing as it is typed. */
  readonly occurredOn: string;
  set(path: string, value: unknown): void;
}

interface FilingFormProps {
  /** The command, with which the names of the inputs of its date begin. */
  readonly type: string;
  readonly process: CaseView["process"];
  readonly initial: Values;
  /** The houses at which the person may file. */
  readonly houses: readonly Institution[];
  readonly labels: { readonly house: MessageKey; readonly filing: MessageKey; readonly submit: MessageKey };
  check(draft: Draft, today: PlainDate): Problems;
  request(draft: Draft, today: PlainDate): Values;
  /** What a change brings with it. */
  derive?(values: Values, occurredOn: string): Values;
  onFiled(filed: FiledHere): void;
  children(parts: FilingParts): ReactNode;
}

export function FilingForm(props: FilingFormProps) {
  const { type, process, initial, houses, labels, check, request, derive, onFiled, children } = props;
  const t = useT();
  const text = useText();
  const formRef = useRef<HTMLFormElement>(null);
  const handle = useDraft(`new/${process}`, initial);
  const [tried, setTried] = useState(false);
  const { draft, change } = handle;
  const today = now();

  const errors = useMemo(() => {
    const answered = draft.answer?.kind === "invalid" ? draft.answer.fields : [];
    const found = tried ? Object.entries(check(draft, today)) : [];
    return {
      ...Object.fromEntries(answered.map(({ path, message }) => [path, message])),
      ...Object.fromEntries(found.map(([path, problem]) => [path, problemText(problem, t)])),
    };
  }, [draft, tried, today, t, check]);

  function derived(values: Values, occurredOn: string): Values {
    return derive?.(values, occurredOn) ?? values;
  }

  function set(path: string, value: unknown) {
    change(({ values, occurredOn = today }) => ({
      values: derived(setAt(values, path, value), occurredOn),
      touched: true,
    }));
  }

  /** Another day of filing may make another age. */
  function changeDate(changed: Partial<Draft>) {
    change(({ values }) => ({
      ...changed,
      ...(changed.occurredOn === undefined ? {} : { values: derived(values, changed.occurredOn) }),
    }));
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(check(draft, today)).length > 0) {
      focusFirstError(formRef);
      return;
    }
    const result = await sendOnce(handle, request(draft, today), (body) =>
      post<FiledCase>("/api/cases", body).then((answer) => ({ filed: answer, commandId: body.commandId })),
    );
    if (result === undefined) return;
    if ("refused" in result) {
      focusFirstError(formRef);
      return;
    }
    setTried(false);
    void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    void queryClient.invalidateQueries({ queryKey: ["cases"] });
    onFiled(result.accepted);
  }

  return (
    <form ref={formRef} className="new-file" noValidate onSubmit={(event) => void submit(event)}>
      <AnswerNotice answer={draft.answer} errors={errors} allowed />
      {children({ values: draft.values, errors, today, occurredOn: draft.occurredOn ?? today, set })}
      <fieldset className="group">
        <legend>{t(labels.filing)}</legend>
        {houses.length > 1 && (
          <NativeSelect
            name="institution"
            label={t(labels.house)}
            withAsterisk
            error={errors["institution"]}
            value={textAt(draft.values, "institution")}
            onChange={(event) => set("institution", event.currentTarget.value)}
          >
            <option value="">{t("form.choose")}</option>
            {houses.map(({ id, name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
          </NativeSelect>
        )}
        <LegalDate draft={draft} change={changeDate} errors={errors} form={type} today={today} process={process} />
      </fieldset>
      <Group gap="sm">
        <Button type="submit" size="md" loading={draft.sending === true}>
          {draft.answer?.kind === "unavailable" ? t("form.sendAgain") : t(labels.submit)}
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
