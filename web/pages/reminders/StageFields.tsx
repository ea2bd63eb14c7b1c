import { ActionIcon, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { messageTitle } from "../../../domain/i18n/message-titles.ts";
import { audienceText, type Audience } from "../../../domain/messages/audience.ts";
import { productWords } from "../../../domain/messages/product-words.ts";
import { DAYS_OF_KIND, LONGEST_LEAD, LONGEST_SUBJECT } from "../../../domain/reminders/check-policy.ts";
import { REMINDER_KINDS, type ReminderKind, type StageWords } from "../../../domain/reminders/policy.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import type { DraftStage } from "./draft.ts";

interface StageFieldsProps {
  readonly draft: DraftStage;
  readonly number: number;
  readonly audiences: Readonly<Record<ReminderKind, readonly Audience[]>>;
  /** By the fields of the stage; `""` is about all of it. */
  readonly errors: Readonly<Record<string, string>>;
  onChange(draft: DraftStage): void;
  onRemove(): void;
}

export function StageFields({ draft, number, audiences, errors, onChange, onRemove }: StageFieldsProps) {
  const t = useT();
  const text = useText();
  const { kind, audience } = draft;
  const [, furthest] = DAYS_OF_KIND[kind].map(Math.abs).toSorted((a, b) => a - b);

  function setKind(next: ReminderKind) {
    const [first = audience] = audiences[next];
    const days = next === "due" ? "0" : draft.days === "0" ? "1" : draft.days;
    onChange({ ...draft, kind: next, days, audience: audiences[next].includes(audience) ? audience : first });
  }

  return (
    <fieldset className="group stage">
      <legend>{t("reminders.stage", { number })}</legend>
      <ActionIcon
        variant="subtle"
        className="stage-remove"
        aria-label={t("reminders.remove", { number })}
        onClick={onRemove}
      >
        <Icon name="cross" size={14} />
      </ActionIcon>
      <div className="stage-fields">
        <NativeSelect
          label={t("reminders.kind")}
          value={kind}
          error={errors["kind"]}
          onChange={(event) => setKind(event.currentTarget.value as ReminderKind)}
        >
          {REMINDER_KINDS.map((each) => (
            <option key={each} value={each}>
              {text(messageTitle(each))}
            </option>
          ))}
        </NativeSelect>
        {kind !== "due" && (
          <TextInput
            label={t(kind === "before" ? "reminders.daysBefore" : "reminders.daysAfter")}
            inputMode="numeric"
            maxLength={3}
            className="stage-days"
            value={draft.days}
            error={errors["workingDays"] === undefined ? undefined : t("reminders.daysRange", { most: furthest ?? 0 })}
            onChange={(event) => onChange({ ...draft, days: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t("reminders.audience")}
          value={audience}
          error={errors["audience"]}
          onChange={(event) => onChange({ ...draft, audience: event.currentTarget.value as Audience })}
        >
          {audiences[kind].map((each) => (
            <option key={each} value={each}>
              {text(audienceText(each))}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Checkbox
        label={t("reminders.ownWords")}
        checked={draft.ownWords}
        onChange={(event) => {
          const ownWords = event.currentTarget.checked;
          const empty = draft.words.ro.lead === "" && draft.words.en.lead === "";
          // What the product says is where one's own words begin.
          onChange({ ...draft, ownWords, words: ownWords && empty ? productWords(kind) : draft.words });
        }}
      />
      {draft.ownWords && <WordsFields draft={draft} errors={errors} onChange={onChange} />}
      {errors[""] !== undefined && <p className="field-error">{errors[""]}</p>}
    </fieldset>
  );
}

function WordsFields({ draft, errors, onChange }: Pick<StageFieldsProps, "draft" | "errors" | "onChange">) {
  const t = useT();
  function set(language: "ro" | "en", change: Partial<StageWords>) {
    onChange({ ...draft, words: { ...draft.words, [language]: { ...draft.words[language], ...change } } });
  }
  return (
    <div className="stage-words">
      <p className="field-note">{t("reminders.places")}</p>
      {(["ro", "en"] as const).map((language) => (
        <div key={language} lang={language} className="stage-language">
          <TextInput
            label={t(`reminders.subject.${language}`)}
            maxLength={LONGEST_SUBJECT}
            value={draft.words[language].subject}
            error={errors[`words.${language}.subject`]}
            onChange={(event) => set(language, { subject: event.currentTarget.value })}
          />
          <Textarea
            label={t(`reminders.lead.${language}`)}
            maxLength={LONGEST_LEAD}
            value={draft.words[language].lead}
            error={errors[`words.${language}.lead`]}
            onChange={(event) => set(language, { lead: event.currentTarget.value })}
          />
        </div>
      ))}
    </div>
  );
}
