import "./addresses.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { mailTasksQuery } from "../../api/administration.ts";
import { useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { MailTaskCard } from "./MailTaskCard.tsx";

/** Messages that an address did not take, as work: what is wrong with it, and what puts it right. */
export function AddressesPage() {
  const t = useT();
  const { arata = "", dupa = "" } = useSearch({ from: "/inside/administrare/adrese" });
  const closed = arata === "inchise";
  const { data, error, refetch } = useQuery(mailTasksQuery({ closed: closed ? "1" : "", cursor: dupa }));
  return (
    <Page title={t("addresses.title")}>
      <p className="lead">{t("addresses.intro")}</p>
      <p className="counts">
        <Link to="/administrare/adrese" search={{}} className="count count-overdue" activeOptions={{ exact: true }}>
          {t("addresses.open", { count: data?.open ?? 0 })}
        </Link>
        <Link to="/administrare/adrese" search={{ arata: "inchise" }} className="count" activeOptions={{ exact: true }}>
          {t("addresses.closed")}
        </Link>
      </p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && data.items.length === 0 && (
        <Empty>{t(closed ? "addresses.closed.none" : "addresses.open.none")}</Empty>
      )}
      <ul className="mail-tasks">
        {data?.items.map((task) => (
          <li key={task.id}>
            <MailTaskCard task={task} />
          </li>
        ))}
      </ul>
      {data?.nextCursor !== undefined && (
        <nav className="paging" aria-label={t("paging.label")}>
          <Link
            from="/administrare/adrese"
            to="/administrare/adrese"
            search={(before) => ({ ...before, dupa: data.nextCursor })}
          >
            {t("paging.next")}
          </Link>
        </nav>
      )}
    </Page>
  );
}
