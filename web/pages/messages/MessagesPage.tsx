import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { MESSAGE_KINDS, messageTitle } from "../../../domain/i18n/message-titles.ts";
import { outboxQuery } from "../../api/queries.ts";
import type { OutboxMessage } from "../../api/types.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { MessageTable, useRecipientText } from "../../parts/MessageTable.tsx";
import { Page } from "../../parts/Page.tsx";
import { Paging } from "../../parts/Paging.tsx";
import { Resend } from "../../parts/Resend.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import type { Search } from "../../router.tsx";

const STATES = [
  "planned",
  "sending",
  "sent",
  "failed",
  "bounced",
  "merged",
  "dropped",
] as const satisfies readonly OutboxMessage["state"][];

/** Everything that leaves the house by e-mail, for the administrator. */
export function MessagesPage() {
  const t = useT();
  const recipientText = useRecipientText();
  const search = useSearch({ from: "/inside/administrare/mesaje" });
  const { stare = "", fel = "", numar = "", dupa = "" } = search;
  const { data, error, isPending, refetch } = useQuery(
    outboxQuery({ state: stare, kind: fel, number: numar, cursor: dupa }),
  );
  return (
    <Page title={t("messages.title")}>
      <Filters key={numar} search={search} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && data.items.length === 0 && <Empty>{t("messages.none")}</Empty>}
      {data !== undefined && data.items.length > 0 && (
        <MessageTable
          messages={data.items}
          action={(message) => <Resend message={message} to={recipientText(message)} />}
        />
      )}
      <Paging after={dupa} next={data?.nextCursor} />
    </Page>
  );
}

function Filters({ search }: { search: Search }) {
  const t = useT();
  const text = useText();
  const { stare = "", fel = "", numar = "" } = search;
  const navigate = useNavigate({ from: "/administrare/mesaje" });
  const [number, setNumber] = useState(numar);

  function filter(change: Search) {
    void navigate({ search: (before) => ({ ...before, dupa: undefined, ...change }), replace: true });
  }
  function find(event: SyntheticEvent) {
    event.preventDefault();
    filter({ numar: number.trim() });
  }

  return (
    <form className="filters" role="search" aria-label={t("queue.filters")} onSubmit={find}>
      <NativeSelect
        label={t("column.state")}
        value={stare}
        className="filter-wide"
        onChange={(event) => filter({ stare: event.currentTarget.value })}
      >
        <option value="">{t("messages.issued")}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {t(`message.${state}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t("messages.kind")}
        value={fel}
        className="filter-wide"
        onChange={(event) => filter({ fel: event.currentTarget.value })}
      >
        <option value="">{t("messages.all")}</option>
        {MESSAGE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {text(messageTitle(kind))}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={t("messages.number")}
        name="numar"
        type="search"
        autoComplete="off"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit">{t("files.find")}</Button>
    </form>
  );
}
