/** Statistics of an institution over a period: figures, charts, the tables under them, and the same as files. */
import "./statistics.css";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { COUNTRY, type StatisticsChoices, type StatisticsReport } from "../../../domain/statistics/report.ts";
import {
  cellText,
  legendOf,
  tablesOf,
  word,
  type StatisticsTable,
  type TableId,
} from "../../../domain/statistics/tables.ts";
import { get } from "../../api/http.ts";
import { queryString } from "../../api/queries.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { today } from "../../parts/clock.ts";
import type { Search } from "../../router.tsx";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { Chart, ChartFills } from "./charts.tsx";
import { periodKind, periodOf, PERIODS } from "./periods.ts";
import {
  decisionRows,
  handsRows,
  moneyRows,
  OUTCOME_FILLS,
  outcomeRows,
  shownText,
  stepRows,
  takenRows,
} from "./rows.ts";

type Params = Readonly<Record<string, string>>;

function statisticsQuery(params: Params) {
  return queryOptions({
    queryKey: ["statistics", params],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<StatisticsReport>(`/api/statistics${queryString(params)}`, signal),
  });
}

const choicesQuery = queryOptions({
  queryKey: ["statistics-institutions"],
  queryFn: ({ signal }) => get<StatisticsChoices>("/api/statistics/institutions", signal),
});

export function StatisticsPage() {
  const t = useT();
  const { institutie = "", din = "", pana = "", termen = "", ascunse = "" } = useSearch({ from: "/inside/statistica" });
  const asked = { institution: institutie, from: din, to: pana, term: termen };
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(
    statisticsQuery({ ...asked, shared: ascunse === "" ? "" : "1" }),
  );
  const nameOf = useNameOf();
  return (
    <Page title={t("statistics.title")}>
      {data !== undefined && <p className="no-print">{t(`statistics.intro.${data.process}`)}</p>}
      <Filters report={data} asked={asked} isShared={ascunse !== ""} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && error === null && (
        <div className={isPlaceholderData ? "waiting" : ""}>
          <Report report={data} asked={asked} nameOf={nameOf} />
        </div>
      )}
    </Page>
  );
}

function useNameOf(): (institution: string) => string {
  const t = useT();
  const text = useText();
  const { data } = useQuery(choicesQuery);
  return (id) => {
    if (id === COUNTRY) return t("statistics.country");
    const known = data?.institutions.find((institution) => institution.id === id);
    return known === undefined ? id : text(known.name);
  };
}

interface FiltersProps {
  readonly report: StatisticsReport | undefined;
  readonly asked: Params;
  readonly isShared: boolean;
}

function Filters({ report, asked, isShared }: FiltersProps) {
  const t = useT();
  const nameOf = useNameOf();
  const navigate = useNavigate({ from: "/statistica" });
  const { data: choices } = useQuery(choicesQuery);
  const filter = (change: Search): void => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  };
  const from = asked["from"] || (report?.from ?? "");
  const to = asked["to"] || (report?.to ?? "");
  const ids = [...(choices?.country === true ? [COUNTRY] : []), ...(choices?.institutions ?? []).map(({ id }) => id)];
  return (
    <div className="filters no-print" role="search" aria-label={t("queue.filters")}>
      {ids.length > 1 && (
        <NativeSelect
          className="filter-wide"
          label={t("statistics.institution")}
          value={report?.scope ?? asked["institution"] ?? ""}
          onChange={(event) => filter({ institutie: event.currentTarget.value, termen: undefined })}
        >
          {ids.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </NativeSelect>
      )}
      <NativeSelect
        label={t("statistics.period")}
        value={periodKind(from, to, today())}
        onChange={(event) => {
          const period = periodOf(event.currentTarget.value, today());
          if (period !== undefined) filter({ din: period.from, pana: period.to });
        }}
      >
        {[...PERIODS, "free" as const].map((kind) => (
          <option key={kind} value={kind} disabled={kind === "free"}>
            {t(`statistics.period.${kind}`)}
          </option>
        ))}
      </NativeSelect>
      <DateInput
        label={t("statistics.from")}
        value={from}
        onChange={(date) => isPlainDate(date) && filter({ din: date, pana: to })}
      />
      <DateInput
        label={t("statistics.to")}
        value={to}
        onChange={(date) => isPlainDate(date) && filter({ din: from, pana: date })}
      />
      {(report?.exact === true || isShared) && (
        <Checkbox
          className="statistics-shared"
          label={t("statistics.shared")}
          checked={isShared}
          onChange={(event) => filter({ ascunse: event.currentTarget.checked ? "da" : undefined })}
        />
      )}
    </div>
  );
}

interface ReportProps {
  readonly report: StatisticsReport;
  readonly asked: Params;
  nameOf(institution: string): string;
}

function Report({ report, asked, nameOf }: ReportProps) {
  const t = useT();
  const { language } = useLanguage();
  const { files, steps, terms, decisions, houses, from, to } = report;
  const tables = tablesOf(report, language, nameOf);
  const isEmpty =
    tables.every(({ id }) => id === "files" || id === "houses" || id === "decisions") &&
    files.open === 0 &&
    files.entered === 0;
  const fills = OUTCOME_FILLS.map(([outcome, fill]) => [fill, word(outcome, language)] as const);
  const section = (id: TableId, charts: ReactNode): ReactNode => {
    const table = tables.find((each) => each.id === id);
    return table === undefined ? null : <Section key={id} table={table} asked={asked} charts={charts} />;
  };
  const named = terms.map((term) => ({ ...term, name: `${term.rule} · ${term.text[language]}` }));
  return (
    <>
      <ChartFills />
      <p className="statistics-span">
        <strong>
          {t("statistics.span", { institution: nameOf(report.scope), from: formatDate(from), to: formatDate(to) })}
        </strong>{" "}
        <span className="quiet">{t("statistics.madeAt", { at: formatInstant(report.at) })}</span>
      </p>
      {report.exact && <p className="statistics-mark">{t("statistics.internal")}</p>}
      <p className="statistics-links no-print">
        <a href={`/api/statistics/export${queryString({ ...asked, format: "xlsx", lang: language })}`} download>
          {t("statistics.xlsx")}
        </a>
        <Button variant="default" size="compact-sm" onClick={() => window.print()}>
          {t("statistics.print")}
        </Button>
      </p>
      <ul className="statistics-figures">
        {(["open", "entered", "closed"] as const).map((figure) => (
          <li key={figure}>
            <strong>{shownText(files[figure], language)}</strong>
            {t(`statistics.${figure}`, { count: typeof files[figure] === "number" ? files[figure] : 2 })}
          </li>
        ))}
      </ul>
      {isEmpty && <Empty>{t("statistics.none")}</Empty>}
      {section(
        "houses",
        decisions !== undefined ? (
          <Chart
            title={t("statistics.decided")}
            hint={t("statistics.decided.hint")}
            rows={decisionRows(
              houses.map((house) => ({ ...house, id: house.institution, name: nameOf(house.institution) })),
              language,
              t,
            )}
          />
        ) : (
          <>
            <Compare report={report} />
            <Chart
              title={t("statistics.outcomes")}
              fills={fills}
              rows={outcomeRows(
                houses.map((house) => ({ ...house, id: house.institution, name: nameOf(house.institution) })),
                language,
              )}
            />
          </>
        ),
      )}
      {section("steps", <Chart title={word("steps", language)} rows={stepRows(steps, language)} />)}
      {section(
        "terms",
        <>
          <Chart title={t("statistics.taken")} hint={t("statistics.taken.hint")} rows={takenRows(terms, language, t)} />
          <Chart title={t("statistics.outcomes")} fills={fills} rows={outcomeRows(named, language)} />
        </>,
      )}
      {section("decisions", <p className="chart-hint">{t("statistics.noTerms")}</p>)}
      {section("hands", <Chart title={word("workingDays", language)} rows={handsRows(report.hands, language, t)} />)}
      {section(
        "money",
        <Chart title={tables.find(({ id }) => id === "money")?.title ?? ""} rows={moneyRows(report, language)} />,
      )}
      {section("files", null)}
      <h2>{word("legend", language)}</h2>
      <ul className="statistics-legend">
        {legendOf(report, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** By which term the institutions are compared. */
function Compare({ report }: { report: StatisticsReport }) {
  const t = useT();
  const { language } = useLanguage();
  const navigate = useNavigate({ from: "/statistica" });
  return (
    <div className="filters no-print">
      <NativeSelect
        className="filter-wide"
        label={t("statistics.compare")}
        value={report.term ?? ""}
        onChange={(event) => {
          const termen = event.currentTarget.value || undefined;
          void navigate({ search: (before) => ({ ...before, termen }), replace: true, resetScroll: false });
        }}
      >
        <option value="">{t("statistics.compare.all")}</option>
        {report.terms.map(({ id, rule, text }) => (
          <option key={id} value={id}>
            {rule} · {text[language]}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}

interface SectionProps {
  readonly table: StatisticsTable;
  readonly asked: Params;
  readonly charts: ReactNode;
}

function Section({ table, asked, charts }: SectionProps) {
  const t = useT();
  const { language } = useLanguage();
  const { id, title } = table;
  return (
    <section className="statistics-section" aria-labelledby={`statistics-${id}`}>
      <div className="statistics-head">
        <h2 id={`statistics-${id}`}>{title}</h2>
        <a
          className="no-print"
          aria-label={t("statistics.csv.of", { table: title })}
          href={`/api/statistics/export${queryString({ ...asked, format: "csv", table: id, lang: language })}`}
          download
        >
          {t("statistics.csv")}
        </a>
      </div>
      {charts}
      <Table table={table} />
    </section>
  );
}

function Table({ table: { id, columns, rows, title } }: { table: StatisticsTable }) {
  const { language } = useLanguage();
  return (
    <table className={`list statistics-table statistics-table-${id}`}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th
              key={column}
              scope="col"
              className={rows.some((cells) => "text" in (cells[at] ?? {})) ? "cell-words" : ""}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr
            key={cells
              .slice(0, 3)
              .map((cell) => cellText(cell, language))
              .join("|")}
          >
            {cells.map((cell, index) => {
              const said = cellText(cell, language);
              const column = columns[index] ?? "";
              if (index === 0) {
                return (
                  <th key={column} scope="row">
                    {said}
                  </th>
                );
              }
              const kind = "text" in cell ? "" : "withheld" in cell ? "cell-number cell-withheld" : "cell-number";
              return (
                <td key={column} data-label={column} className={kind}>
                  {said}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
