/** What a real file would send by the stages as they stand on the page. */
import { Button, Tabs, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useId, useState, type SyntheticEvent } from "react";
import { messageTitle } from "../../../domain/i18n/message-titles.ts";
import type { ReminderStage } from "../../../domain/reminders/policy.ts";
import { isApiError } from "../../api/http.ts";
import { policyPreviewQuery, type PolicyPreview, type PolicyView, type PreviewMessage } from "../../api/reminders.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { Failure, Loading } from "../../parts/states.tsx";

/** How long the typing may rest before the file is asked again, milliseconds. */
const PAUSE_MS = 400;

interface PreviewProps {
  readonly institution: string;
  readonly policy: PolicyView;
  readonly stages: readonly ReminderStage[];
  readonly sensible: boolean;
}

export function Preview({ institution, policy, stages, sensible }: PreviewProps) {
  const t = useT();
  const heading = useId();
  const [typed, setTyped] = useState("");
  const [number, setNumber] = useState("");
  const [asked] = useDebouncedValue(stages, PAUSE_MS);
  const { data, error, isFetching, refetch } = useQuery({
    ...policyPreviewQuery({
      institution,
      rule: policy.key,
      stages: asked,
      ...(number === "" ? {} : { registrationNumber: number }),
    }),
    enabled: sensible && asked === stages,
  });

  function find(event: SyntheticEvent) {
    event.preventDefault();
    setNumber(typed.trim());
  }

  return (
    <section className="preview" aria-labelledby={heading}>
      <h2 id={heading}>{t("preview.title")}</h2>
      <form className="inline-form" onSubmit={find}>
        <TextInput
          label={t("preview.number")}
          description={t("preview.number.hint")}
          name="registrationNumber"
          autoComplete="off"
          value={typed}
          error={isApiError(error, 422) ? error.message : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("preview.show")}
        </Button>
      </form>
      {!sensible && <p className="quiet">{t("preview.mendFirst")}</p>}
      {error !== null && !isApiError(error, 422) && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && sensible && <Loading />}
      {data !== undefined && error === null && (
        <div className={isFetching ? "waiting" : ""} aria-busy={isFetching}>
          <Term preview={data} />
          <ol className="preview-messages">
            {data.messages
              .toSorted((a, b) => a.workingDays - b.workingDays || a.stage - b.stage)
              .map((message) => (
                <li key={message.stage}>
                  <MessagePreview message={message} />
                </li>
              ))}
          </ol>
        </div>
      )}
    </section>
  );
}

/** The file, and the term in it that is spoken of. */
function Term({ preview: { registrationNumber, term } }: { preview: PolicyPreview }) {
  const t = useT();
  const dates = { from: formatDate(term.startsOn), due: formatDate(term.practicalDueOn ?? term.dueOn) };
  return (
    <p role="status">
      <span className="number">{registrationNumber}</span> <span>{t("preview.term", dates)}</span>
      <span className="cell-note">
        {term.state === "example" ? t("preview.example") : t(`preview.state.${term.state}`)} {t(`duty.${term.duty}`)}
      </span>
    </p>
  );
}

function MessagePreview({ message }: { message: PreviewMessage }) {
  const t = useT();
  const text = useText();
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const letter = message.letters[language];
  const { state, plannedAt, recipients } = message;
  return (
    <details className="preview-message" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={`preview-when preview-${state}`}>
          {plannedAt === undefined ? t(`preview.${state}`) : formatInstant(plannedAt)}
          {state === "passed" && <span className="cell-note">{t("preview.passed")}</span>}
        </span>
        <span className="preview-what">
          <strong>{letter.subject}</strong>
          <span className="cell-note">
            {text(messageTitle(message.kind))}, {text(message.audienceText)}
            {recipients.length > 0 && `: ${recipients.map(({ name }) => name).join(", ")}`}
          </span>
        </span>
      </summary>
      {open && (
        <>
          <Recipients message={message} />
          <Letters message={message} />
        </>
      )}
    </details>
  );
}

function Recipients({ message: { recipients } }: { message: PreviewMessage }) {
  const t = useT();
  if (recipients.length === 0) return null;
  return (
    <ul className="preview-people">
      {recipients.map(({ name, roles, locale, inPlaceOf }) => (
        <li key={name}>
          {name}, {roles.map((role) => t(`role.${role}`)).join(", ")}, {t(`preview.locale.${locale}`)}
          {inPlaceOf !== undefined && `; ${t("message.inPlaceOf", { name: inPlaceOf })}`}
        </li>
      ))}
    </ul>
  );
}

/** The letter as it leaves, in both languages and both forms. */
function Letters({ message: { letters } }: { message: PreviewMessage }) {
  const t = useT();
  const { language } = useLanguage();
  const other = language === "ro" ? "en" : "ro";
  return (
    <Tabs defaultValue={`${language}-html`} keepMounted={false}>
      <Tabs.List aria-label={t("preview.forms")}>
        {([language, other] as const).flatMap((each) =>
          (["html", "text"] as const).map((form) => (
            <Tabs.Tab key={`${each}-${form}`} value={`${each}-${form}`}>
              {t(`preview.${form}`)} {each.toUpperCase()}
            </Tabs.Tab>
          )),
        )}
      </Tabs.List>
      {([language, other] as const).map((each) => (
        <Tabs.Panel key={`${each}-html`} value={`${each}-html`} className="preview-letter">
          <p lang={each}>
            {t("preview.subject")}: <strong>{letters[each].subject}</strong>
          </p>
          <iframe title={letters[each].subject} sandbox="" srcDoc={letters[each].html} />
        </Tabs.Panel>
      ))}
      {([language, other] as const).map((each) => (
        <Tabs.Panel key={`${each}-text`} value={`${each}-text`} className="preview-letter">
          <p lang={each}>
            {t("preview.subject")}: <strong>{letters[each].subject}</strong>
          </p>
          <pre lang={each} className="pre">
            {letters[each].text}
          </pre>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
