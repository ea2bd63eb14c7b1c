/** E-mails with their state: those of one file, or all of them for the administrator. */
import type { ReactNode } from "react";
import { failureText } from "../../domain/messages/failures.ts";
import type { OutboxMessage } from "../api/types.ts";
import { formatInstant } from "../i18n/dates.ts";
import { useT, useText } from "../i18n/language.tsx";
import { Icon, type IconName } from "./icons.tsx";

const SIGNS = {
  planned: "clock",
  sending: "hourglass",
  sent: "check",
  failed: "warning",
  bounced: "warning",
  merged: "dash",
  dropped: "dash",
} as const satisfies Record<OutboxMessage["state"], IconName>;

/** To whom: a name, the patient side, or while it is planned the part that somebody has. */
export function useRecipientText(): (message: Pick<OutboxMessage, "recipient" | "audience">) => string {
  const t = useT();
  const text = useText();
  return ({ recipient, audience }) => {
    if (recipient === "patient-side") return t("message.toPatientSide");
    if (recipient !== "") return recipient;
    return audience === undefined ? t("message.toNobody") : text(audience);
  };
}

/** `rule`: of the term that it is about, where the file tells. */
type ListedMessage = OutboxMessage & { readonly rule?: string | undefined };

interface MessageTableProps {
  readonly messages: readonly ListedMessage[];
  /** What may be done with one, in the last column. */
  action?(message: OutboxMessage): ReactNode;
}

export function MessageTable({ messages, action }: MessageTableProps) {
  const t = useT();
  const text = useText();
  const recipientText = useRecipientText();
  return (
    <table className="list">
      <caption className="sr-only">{t("emails.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.message")}</th>
          <th scope="col">{t("column.recipient")}</th>
          <th scope="col">{t("column.state")}</th>
          <th scope="col">{t("column.when")}</th>
          <th scope="col">{t("column.attempts")}</th>
          {action !== undefined && (
            <th scope="col">
              <span className="sr-only">{t("column.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id}>
            <th scope="row">
              {text(message.title)} {message.rule !== undefined && <span className="quiet">({message.rule})</span>}
              {message.registrationNumber !== undefined && (
                <span className="cell-note">{message.registrationNumber}</span>
              )}
            </th>
            <td data-label={t("column.recipient")} className="breaks">
              {recipientText(message)}
              {message.inPlaceOf !== undefined && (
                <span className="cell-note">{t("message.inPlaceOf", { name: message.inPlaceOf })}</span>
              )}
            </td>
            <td>
              <span className={`status status-${message.state}`}>
                <Icon name={SIGNS[message.state]} size={14} />
                {message.state === "planned" && message.attempts > 0
                  ? t("message.retried")
                  : t(`message.${message.state}`)}
              </span>
              {message.lastError !== undefined && (
                <span className="cell-note breaks">{text(failureText(message.lastError))}</span>
              )}
            </td>
            <td data-label={t("column.when")}>{formatInstant(message.sentAt ?? message.plannedAt)}</td>
            <td data-label={t("column.attempts")}>{message.attempts}</td>
            {action !== undefined && <td>{action(message)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
