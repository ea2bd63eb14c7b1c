/** Every row of a register with what would become of it; what is wrong stands at its column. */
import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CellProblem, ImportedRow } from "../../../domain/imports/views.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Empty } from "../../parts/states.tsx";

const FILTERS = ["all", "wrong", "warned", "new", "there"] as const;
type Filter = (typeof FILTERS)[number];
/** Rows shown at a time: a register may have thousands. */
const SHOWN = 100;

function isOf(row: ImportedRow, filter: Filter): boolean {
  if (filter === "all") return true;
  return filter === "warned" ? row.warnings.length > 0 : row.state === filter;
}

export function PreviewRows({ rows }: { rows: readonly ImportedRow[] }) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>(rows.some(({ state }) => state === "wrong") ? "wrong" : "all");
  const [most, setMost] = useState(SHOWN);
  const wanted = rows.filter((row) => isOf(row, filter));
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t("import.filter")}
          value={filter}
          onChange={(event) => {
            setFilter(FILTERS.find((each) => each === event.currentTarget.value) ?? "all");
            setMost(SHOWN);
          }}
        >
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`import.filter.${each}`)} ({rows.filter((row) => isOf(row, each)).length})
            </option>
          ))}
        </NativeSelect>
      </div>
      {wanted.length === 0 ? (
        <Empty>{t("import.noRows")}</Empty>
      ) : (
        <table className="list import-rows">
          <caption className="sr-only">{t("import.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("import.column.row")}</th>
              <th scope="col">{t("import.column.file")}</th>
              <th scope="col">{t("import.column.becomes")}</th>
              <th scope="col">{t("import.column.terms")}</th>
            </tr>
          </thead>
          <tbody>
            {wanted.slice(0, most).map((row) => (
              <Row key={row.row} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {wanted.length > most && (
        <Button variant="default" onClick={() => setMost(most + SHOWN)}>
          {t("import.more", { count: Math.min(SHOWN, wanted.length - most) })}
        </Button>
      )}
    </>
  );
}

function Row({ row }: { row: ImportedRow }) {
  const t = useT();
  const text = useText();
  const { deadlines = [], problems, warnings } = row;
  return (
    <tr className={`import-${row.state}`}>
      <td data-label={t("import.column.row")}>{row.row}</td>
      <th scope="row">
        <span className="number">{row.legacyNumber ?? "–"}</span>
        {row.patient !== undefined && <span className="cell-patient">{row.patient}</span>}
      </th>
      <td colSpan={row.state === "wrong" ? 2 : 1}>
        {row.state === "wrong" && <Problems problems={problems} />}
        {row.state === "there" && row.caseId !== undefined && (
          <>
            {t("import.state.there")}:{" "}
            <Link to="/dosare/$caseId" params={{ caseId: row.caseId }} className="number">
              {row.registrationNumber}
            </Link>
          </>
        )}
        {row.stageTitle !== undefined && (
          <>
            {text(row.stageTitle)}
            {row.since !== undefined && (
              <span className="cell-note">{t("header.since", { date: formatDate(row.since) })}</span>
            )}
          </>
        )}
        {warnings.length > 0 && (
          <div className="import-warning">
            <Icon name="warning" /> <Problems problems={warnings} />
          </div>
        )}
      </td>
      {row.state !== "wrong" && (
        <td data-label={t("import.column.terms")}>
          {row.state === "new" && deadlines.length === 0 && t("import.noTerms")}
          <ul className="import-terms">
            {deadlines.map(({ rule, title, about, dueOn, overdue }) => (
              <li key={`${rule}${dueOn}${about?.ro ?? ""}`} title={text(title)}>
                {rule}
                {about !== undefined && <>, {text(about)}</>}: {formatDate(dueOn)}
                {overdue && <span className="import-overdue"> {t("import.overdue")}</span>}
              </li>
            ))}
          </ul>
        </td>
      )}
    </tr>
  );
}

function Problems({ problems }: { problems: readonly CellProblem[] }) {
  const t = useT();
  return (
    <ul className="import-problems">
      {problems.map(({ column, code, message }) => (
        <li key={`${column ?? ""} ${code} ${message}`}>
          {column !== undefined && <strong>{t("import.in", { column })} </strong>}
          {message}
        </li>
      ))}
    </ul>
  );
}
