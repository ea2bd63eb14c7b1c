/** What the API answered, above the fields: what is wrong, who was faster, or that nothing was lost. */
import { Alert } from "@mantine/core";
import { formatInstant } from "../i18n/dates.ts";
import { useT } from "../i18n/language.tsx";
import type { CommandAnswer } from "./answer.ts";
import type { FieldErrors } from "./describe.ts";

/** Longer lists are cut: each message stands at its field as well. */
const MOST_LISTED = 6;

interface AnswerNoticeProps {
  readonly answer: CommandAnswer | undefined;
  readonly errors: FieldErrors;
  readonly allowed: boolean;
}

export function AnswerNotice({ answer, errors, allowed }: AnswerNoticeProps) {
  const t = useT();
  const messages = Object.entries(errors);
  if (!allowed) {
    return (
      <Alert color="orange" title={t("form.noLongerAllowed")} tabIndex={-1} data-notice="">
        {answer?.kind === "stale" && <Stale answer={answer} />}
        <p>{t("form.noLongerAllowed.text")}</p>
      </Alert>
    );
  }
  if (answer === undefined || answer.kind === "invalid") {
    if (messages.length === 0 && answer === undefined) return null;
    const title = answer?.message ?? t("form.invalid", { count: messages.length });
    const listed = [...new Set(messages.map(([, message]) => message))].filter((message) => message !== title);
    return (
      <Alert color="red" title={title} tabIndex={-1} data-notice="">
        {listed.length > 0 && (
          <ul className="notice-list">
            {listed.slice(0, MOST_LISTED).map((message) => (
              <li key={message}>{message}</li>
            ))}
            {listed.length > MOST_LISTED && <li>{t("form.andMore", { count: listed.length - MOST_LISTED })}</li>}
          </ul>
        )}
      </Alert>
    );
  }
  switch (answer.kind) {
    case "stale":
      return (
        <Alert color="orange" title={t("form.stale")} tabIndex={-1} data-notice="">
          <Stale answer={answer} />
          <p>{t("form.stale.again")}</p>
        </Alert>
      );
    case "unavailable":
      return (
        <Alert color="blue" title={t("form.unavailable")} tabIndex={-1} data-notice="">
          <p>{t("form.unavailable.text")}</p>
        </Alert>
      );
    case "signed-out":
      return (
        <Alert color="orange" title={t("form.signedOut")} tabIndex={-1} data-notice="">
          <p>{t("form.signedOut.text")}</p>
        </Alert>
      );
    case "conflict":
    case "failed":
      return (
        <Alert color="red" title={t("form.refused")} tabIndex={-1} data-notice="">
          <p>{answer.message === "" ? t("failure.unexpected") : answer.message}</p>
        </Alert>
      );
  }
}

/** Who did what since. */
function Stale({ answer }: { answer: Extract<CommandAnswer, { kind: "stale" }> }) {
  const t = useT();
  if (answer.changes.length === 0) return <p>{answer.message}</p>;
  return (
    <>
      <p>{t("form.stale.changes")}</p>
      <ul className="notice-list">
        {answer.changes.map((change) => (
          <li key={`${change.at}${change.type}`}>
            <strong>{change.title}</strong>: {change.by}, {formatInstant(change.at)}
          </li>
        ))}
      </ul>
    </>
  );
}
