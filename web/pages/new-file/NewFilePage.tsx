import "./new-file.css";
import { Button, Group, NativeSelect } from "@mantine/core";
import { useMemo, useRef, useState, type SyntheticEvent } from "react";
import { dossierChecklist } from "../../../domain/moh/documents.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import type { FiledCase } from "../../api/types.ts";
import { AnswerNotice } from "../../forms/AnswerNotice.tsx";
import { LegalDate } from "../../forms/CommandForm.tsx";
import { useDraft } from "../../forms/drafts.ts";
import { focusFirstError, problemText } from "../../forms/errors.ts";
import { sendOnce } from "../../forms/send.ts";
import { setAt, textAt } from "../../forms/values.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { today as now } from "../../parts/clock.ts";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { ChecklistFields } from "./ChecklistFields.tsx";
import { checkNewFile, emptyFile, newFileRequest, presentedDocuments, subjectOf } from "./new-file.ts";
import { FilerFields, PatientFields } from "./PersonFields.tsx";
import { Receipt } from "./Receipt.tsx";
import { useOwnDirectorates } from "./use-own-directorates.ts";

/** What was filed, and the command by which it was: with it the receipt is set as a paper. */
interface FiledHere {
  readonly filed: FiledCase;
  readonly commandId: string;
}

/** A dossier is filed at the registry: who, by whom, with which documents. Ends with the number and the code. */
export function NewFilePage() {
  const t = useT();
  const text = useText();
  const formRef = useRef<HTMLFormElement>(null);
  const directorates = useOwnDirectorates();
  const initial = useMemo(() => emptyFile(directorates), [directorates]);
  const handle = useDraft("new/moh", initial);
  const [tried, setTried] = useState(false);
  const [filed, setFiled] = useState<FiledHere>();
  const { draft, change } = handle;
  const today = now();
  const subject = subjectOf(draft.values, draft.occurredOn ?? today);
  const checklist = dossierChecklist(subject, presentedDocuments(draft.values));

  const errors = useMemo(() => {
    const answered = draft.answer?.kind === "invalid" ? draft.answer.fields : [];
    const found = tried ? Object.entries(checkNewFile(draft, today)) : [];
    return {
      ...Object.fromEntries(answered.map(({ path, message }) => [path, message])),
      ...Object.fromEntries(found.map(([path, problem]) => [path, problemText(problem, t)])),
    };
  }, [draft, tried, today, t]);

  if (filed !== undefined) return <Receipt {...filed} onAnother={() => setFiled(undefined)} />;

  function set(path: string, value: unknown) {
    change((before) => ({ values: setAt(before.values, path, value), touched: true }));
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(checkNewFile(draft, today)).length > 0) {
      focusFirstError(formRef);
      return;
    }
    const kinds = new Set<string>(checklist.map(({ kind }) => kind));
    const result = await sendOnce(handle, newFileRequest(draft, kinds, today), (body) =>
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
    setFiled(result.accepted);
  }

  return (
    <Page
      title={t("newFile.title")}
      actions={
        <a href="/api/forms/application.pdf" target="_blank" rel="noreferrer" className="button-link">
          <Icon name="print" /> {t("letters.blank")}
        </a>
      }
    >
      <form ref={formRef} className="new-file" noValidate onSubmit={(event) => void submit(event)}>
        <AnswerNotice answer={draft.answer} errors={errors} allowed />
        <PatientFields values={draft.values} errors={errors} set={set} today={today} />
        <FilerFields values={draft.values} errors={errors} set={set} minor={subject.minor} />
        <ChecklistFields
          checklist={checklist}
          subject={subject}
          ageKnown={isPlainDate((draft.values["patient"] as Record<string, unknown> | undefined)?.["birthDate"])}
          values={draft.values}
          errors={errors}
          set={set}
        />
        <fieldset className="group">
          <legend>{t("newFile.filing")}</legend>
          {directorates.length > 1 && (
            <NativeSelect
              name="institution"
              label={t("newFile.institution")}
              withAsterisk
              error={errors["institution"]}
              value={textAt(draft.values, "institution")}
              onChange={(event) => set("institution", event.currentTarget.value)}
            >
              <option value="">{t("form.choose")}</option>
              {directorates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {text(name)}
                </option>
              ))}
            </NativeSelect>
          )}
          <LegalDate draft={draft} change={change} errors={errors} form="fileDossier" today={today} />
        </fieldset>
        <Group gap="sm">
          <Button type="submit" size="md" loading={draft.sending === true}>
            {draft.answer?.kind === "unavailable" ? t("form.sendAgain") : t("newFile.submit")}
          </Button>
          {draft.touched && (
            <Button variant="subtle" disabled={draft.sending === true} onClick={handle.discard}>
              {t("form.discard")}
            </Button>
          )}
        </Group>
      </form>
    </Page>
  );
}
