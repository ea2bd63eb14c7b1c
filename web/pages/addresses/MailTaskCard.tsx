import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState, type SyntheticEvent } from "react";
import { failureText } from "../../../domain/messages/failures.ts";
import type { MailTask } from "../../api/administration.ts";
import { post, put } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Resend } from "../../parts/Resend.tsx";

/** One message that did not arrive: to whom, why, and what can be done about it, in the order in which it is done. */
export function MailTaskCard({ task }: { task: MailTask }) {
  const t = useT();
  const text = useText();
  const heading = useId();
  const { message, recipient, closed } = task;
  const to = recipientName(task, t);
  return (
    <article className="mail-task" aria-labelledby={heading}>
      <h2 id={heading}>
        <Icon name={closed === undefined ? "warning" : "check"} /> <span>{to}</span>
      </h2>
      <dl className="facts">
        <div>
          <dt>{t("column.message")}</dt>
          <dd>
            {text(message.title)}
            {task.registrationNumber !== undefined && <span className="cell-note">{task.registrationNumber}</span>}
          </dd>
        </div>
        <div>
          <dt>{t("addresses.what")}</dt>
          <dd>
            {t(recipient.kind === "nobody" ? "addresses.nobody" : `addresses.${task.kind}`)},{" "}
            {formatInstant(task.openedAt)}
            <span className="cell-note breaks">{text(failureText(task.reason))}</span>
          </dd>
        </div>
        <div>
          <dt>{t("addresses.now")}</dt>
          <dd>
            <span className={`status status-${message.state}`}>{t(`message.${message.state}`)}</span>
          </dd>
        </div>
        {closed !== undefined && (
          <div>
            <dt>{t("addresses.done")}</dt>
            <dd>
              {closed.note}
              <span className="cell-note">
                {t("addresses.closedBy", { name: closed.by, at: formatInstant(closed.at) })}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {closed === undefined && (
        <ol className="mail-task-steps">
          <li>
            <Remedy recipient={recipient} />
          </li>
          {recipient.kind !== "nobody" && (
            <li>
              {message.mayResend ? (
                <Resend message={message} to={to} />
              ) : (
                <p className="quiet">{t("addresses.onItsWay")}</p>
              )}
            </li>
          )}
          <li>
            <Close task={task} to={to} />
          </li>
        </ol>
      )}
    </article>
  );
}

function recipientName({ recipient }: MailTask, t: Translate): string {
  switch (recipient.kind) {
    case "user":
      return recipient.name;
    case "patient-side":
      return t("message.toPatientSide");
    case "nobody":
      return t("message.toNobody");
  }
}

/** What puts the address right, and by whom. */
function Remedy({ recipient }: Pick<MailTask, "recipient">) {
  const t = useT();
  switch (recipient.kind) {
    case "user":
      return <Address key={recipient.email} user={recipient} />;
    case "patient-side":
      return <p>{t("addresses.tellOfficer", { name: recipient.officer })}</p>;
    case "nobody":
      return <p>{t("addresses.appoint")}</p>;
  }
}

function Address({ user }: { user: { id: string; name: string; email: string } }) {
  const t = useT();
  const [email, setEmail] = useState(user.email);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => put<unknown>(`/api/admin/users/${encodeURIComponent(user.id)}/email`, { email: email.trim() }),
    onSuccess: () => {
      announce(t("addresses.corrected", { name: user.name, email: email.trim() }));
      void queryClient.invalidateQueries({ queryKey: ["mail-tasks"] });
    },
  });
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    mutate();
  }
  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <TextInput
        label={t("addresses.address", { name: user.name })}
        description={t("addresses.address.hint")}
        type="email"
        autoComplete="off"
        value={email}
        error={error === null ? undefined : (refusedFields(error)["email"] ?? error.message)}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={email.trim() === user.email}>
        {t("addresses.correct")}
      </Button>
    </form>
  );
}

function Close({ task, to }: { task: MailTask; to: string }) {
  const t = useT();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<unknown>(`/api/admin/mail-tasks/${encodeURIComponent(task.id)}/close`, { note }),
    onSuccess: () => {
      announce(t("addresses.closed.done", { recipient: to }));
      void queryClient.invalidateQueries({ queryKey: ["mail-tasks"] });
    },
  });
  const missing = tried && note.trim() === "" ? t("form.error.required", { label: t("addresses.note") }) : undefined;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setTried(true);
    if (note.trim() !== "") mutate();
  }
  return (
    <form className="inline-form" onSubmit={submit} noValidate>
      <TextInput
        label={t("addresses.note")}
        description={t("addresses.note.hint")}
        autoComplete="off"
        maxLength={500}
        value={note}
        error={missing ?? error?.message}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {t("addresses.close")}
      </Button>
    </form>
  );
}
