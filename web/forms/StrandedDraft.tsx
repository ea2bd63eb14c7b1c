/** What was typed for an act that is no longer possible: to be read and copied, until it is thrown away. */
import { Button } from "@mantine/core";
import { isPlainDate } from "../../domain/plain-date.ts";
import type { CaseView } from "../../domain/case/view.ts";
import { formatDate } from "../i18n/dates.ts";
import { useT } from "../i18n/language.tsx";
import { AnswerNotice } from "./AnswerNotice.tsx";
import { draftKey } from "./CommandForm.tsx";
import { shownFields, type FormDescription } from "./describe.ts";
import { useDraft } from "./drafts.ts";
import { getAt } from "./values.ts";

interface StrandedDraftProps {
  readonly view: CaseView;
  readonly form: FormDescription<CaseView>;
  readonly variant: string;
}

const NOTHING = {};

export function StrandedDraft({ view, form, variant }: StrandedDraftProps) {
  const t = useT();
  const { draft, discard } = useDraft(draftKey(view.caseId, form.type, variant), NOTHING);
  const typed = [
    ...shownFields(form, draft.values).map((field) => ({
      label: t(field.label),
      words: wordsOf(getAt(draft.values, field.path)),
    })),
    { label: t("form.occurredOn"), words: wordsOf(draft.occurredOn) },
    { label: t("form.lateReason"), words: wordsOf(draft.lateReason) },
  ];
  return (
    <>
      <AnswerNotice answer={draft.answer} errors={NOTHING} allowed={false} />
      <dl className="facts stranded">
        {typed
          .filter(({ words }) => words.length > 0)
          .map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="pre">{words.join("\n")}</dd>
            </div>
          ))}
      </dl>
      <Button variant="default" onClick={discard}>
        {t("form.discard")}
      </Button>
    </>
  );
}

/** The texts in a value, in their order. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [isPlainDate(value) ? formatDate(value) : value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsOf);
}
