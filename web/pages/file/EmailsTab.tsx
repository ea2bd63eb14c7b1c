import { Alert, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { CaseView, EmailView } from "../../../domain/case/view.ts";
import { useT } from "../../i18n/language.tsx";
import { ContactCorrection } from "./ContactCorrection.tsx";
import { MessageTable, useRecipientText } from "../../parts/MessageTable.tsx";
import { Resend } from "../../parts/Resend.tsx";
import { Empty } from "../../parts/states.tsx";

/** The e-mails of the file, the last first, planned ones included; those given up only when asked for. */
export function EmailsTab({ view }: { view: CaseView }) {
  const t = useT();
  const [withDropped, setWithDropped] = useState(false);
  const recipientText = useRecipientText();
  const returned = view.emails.some(({ recipient, state }) => recipient === "patient-side" && isReturned(state));
  const dropped = view.emails.filter(({ state }) => state === "dropped").length;
  const shown = view.emails
    .filter(({ state }) => withDropped || state !== "dropped")
    .map((email) => ({ ...email, rule: view.deadlines.find(({ id }) => id === email.deadline)?.rule }));
  return (
    <>
      {returned && (
        <Alert color="orange" mb="sm">
          <p>{t("emails.patientSideReturned")}</p>
          <ContactCorrection view={view} />
        </Alert>
      )}
      {shown.length === 0 ? (
        <Empty>{t("emails.none")}</Empty>
      ) : (
        <MessageTable
          messages={shown}
          {...(shown.some(({ mayResend }) => mayResend)
            ? { action: (message) => <Resend message={message} to={recipientText(message)} /> }
            : {})}
        />
      )}
      {dropped > 0 && (
        <Checkbox
          mt="sm"
          className="no-print"
          label={t("emails.withDropped", { count: dropped })}
          checked={withDropped}
          onChange={(event) => setWithDropped(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

/** True when the address did not take it. */
export function isReturned(state: EmailView["state"]): boolean {
  return state === "failed" || state === "bounced";
}
