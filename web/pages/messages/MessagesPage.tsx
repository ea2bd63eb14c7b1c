import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { post } from "../../api/http.ts";
import { outboxQuery, queryClient } from "../../api/queries.ts";
import type { OutboxMessage } from "../../api/types.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { MessageTable } from "../../parts/MessageTable.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";

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
  const { stare = "", dupa = "" } = useSearch({ from: "/inside/administrare/mesaje" });
  const navigate = useNavigate({ from: "/administrare/mesaje" });
  const { data, error, isPending, refetch } = useQuery(outboxQuery({ state: stare, cursor: dupa }));
  return (
    <Page title={t("messages.title")}>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <NativeSelect
          label={t("column.state")}
          value={stare}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({ search: { stare: chosen }, replace: true });
          }}
        >
          <option value="">{t("messages.all")}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`message.${state}`)}
            </option>
          ))}
        </NativeSelect>
      </form>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && data.items.length === 0 && <Empty>{t("messages.none")}</Empty>}
      {data !== undefined && data.items.length > 0 && (
        <MessageTable messages={data.items} action={(message) => <Resend message={message} />} />
      )}
      {data?.nextCursor !== undefined && (
        <nav className="paging" aria-label={t("paging.label")}>
          <Link
            from="/administrare/mesaje"
            to="/administrare/mesaje"
            search={(before) => ({ ...before, dupa: data.nextCursor })}
          >
            {t("paging.next")}
          </Link>
        </nav>
      )}
    </Page>
  );
}

function Resend({ message }: { message: OutboxMessage }) {
  const t = useT();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<unknown>(`/api/admin/messages/${encodeURIComponent(message.id)}/resend`, {}),
    onSuccess: () => {
      announce(t("messages.resent", { recipient: message.recipient }));
      void queryClient.invalidateQueries({ queryKey: ["outbox"] });
    },
  });
  if (message.state === "planned" || message.state === "sending") return null;
  return (
    <>
      <Button variant="default" size="compact-sm" loading={isPending} onClick={() => mutate()}>
        {t("messages.resend")}
      </Button>
      {error !== null && <span className="field-error">{error.message}</span>}
    </>
  );
}
