import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery, tasksQuery } from "../../api/queries.ts";
import type { TaskPage } from "../../../domain/case/view.ts";
import { useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Paging } from "../../parts/Paging.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { processesOf } from "../../shell/abilities.ts";
import { QueueFilters } from "./QueueFilters.tsx";
import { apiParams, isFiltered, type QueueSearch, type Shown } from "./search.ts";
import { TaskTable } from "./TaskTable.tsx";

/** What I or my institution owe, the most urgent first. */
export function QueuePage() {
  const t = useT();
  const search: QueueSearch = useSearch({ from: "/inside/" });
  const navigate = useNavigate({ from: "/" });
  const { data: session } = useQuery(sessionQuery);
  const processes = session == null ? [] : processesOf(session);
  const hasTerms = processes.includes("moh");
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(tasksQuery(apiParams(search, hasTerms)));

  function filter(change: Partial<QueueSearch>) {
    void navigate({ search: (before) => ({ ...before, dupa: undefined, ...change }), replace: true });
  }

  return (
    <Page title={t("queue.title")}>
      <QueueFilters search={search} processes={processes} onChange={filter} />
      {!hasTerms && session != null && <p className="quiet">{t("queue.noTerms")}</p>}
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? "waiting" : ""}>
          <Counts page={data} hasTerms={hasTerms} />
          {data.items.length === 0 ? (
            <Empty>{isFiltered(search) ? t("queue.emptyFiltered") : t("queue.empty")}</Empty>
          ) : (
            <TaskTable tasks={data.items} processes={processes} />
          )}
          <Paging after={search.dupa} next={data.nextCursor} />
        </div>
      )}
    </Page>
  );
}

/** How many there are, how many too late, how many for today; each is a link to just those. */
function Counts({ page, hasTerms }: { page: TaskPage; hasTerms: boolean }) {
  const t = useT();
  const counts: readonly { arata?: Shown; text: string; className: string }[] = [
    { text: t("queue.count.total", { count: page.total }), className: "count" },
    { arata: "depasite", text: t("queue.count.overdue", { count: page.overdue }), className: "count count-overdue" },
    { arata: "azi", text: t("queue.count.today", { count: page.dueToday }), className: "count count-today" },
  ];
  return (
    <p className="counts" role="status">
      {(hasTerms ? counts : counts.slice(0, 1)).map(({ arata, text, className }) => (
        <Link
          key={arata ?? "toate"}
          from="/"
          to="/"
          search={(before: QueueSearch) => ({ ...before, arata, dupa: undefined })}
          className={className}
          activeOptions={{ exact: true }}
        >
          {text}
        </Link>
      ))}
    </p>
  );
}
