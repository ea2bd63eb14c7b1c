import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { casesQuery, sessionQuery } from "../../api/queries.ts";
import { RegisterActions } from "./RegisterActions.tsx";
import { searchFor } from "./search.ts";
import type { CaseLine } from "../../api/types.ts";
import { wordsOf } from "../../../domain/process-words.ts";
import type { Text } from "../../../domain/case/commands.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { ProvisionalMark } from "../../parts/DueBadge.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { processesOf } from "../../shell/abilities.ts";

type Process = CaseView["process"];

const CLOSED: Readonly<Record<string, boolean>> = { da: true, nu: false };

/**
 * All the files that this person may see, found by number or by the patient's surname. A number and the filters stand in
 * the address; a name stays in the state of this entry of the browser's history, so that going back finds it again.
 */
export function FilesPage() {
  const t = useT();
  const text = useText();
  const { cauta = "", stadiu = "", inchise = "", dupa = "" } = useSearch({ from: "/inside/dosare" });
  const surname = useLocation({ select: ({ state }) => state.surname ?? "" });
  const navigate = useNavigate({ from: "/dosare" });
  const { data: session } = useQuery(sessionQuery);
  const processes = session == null ? [] : processesOf(session);
  const [typed, setTyped] = useState(surname === "" ? cauta : surname);
  const { data, error, isPending, refetch } = useQuery(
    casesQuery({ number: cauta, surname, status: stadiu, closed: CLOSED[inchise], cursor: dupa }),
  );

  const isSearch = [cauta, surname, stadiu, inchise, dupa].some((value) => value !== "");

  function find(event: SyntheticEvent) {
    event.preventDefault();
    const { search, state } = searchFor(typed);
    void navigate({ search: (before) => ({ ...before, ...search, dupa: undefined }), state });
  }

  return (
    <Page
      title={t("files.title")}
      actions={<RegisterActions filter={{ number: cauta, surname, status: stadiu, closed: CLOSED[inchise] }} />}
    >
      <form className="filters" role="search" onSubmit={find}>
        <TextInput
          label={t("files.search")}
          name="q"
          type="search"
          autoComplete="off"
          className="filter-wide"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={t("column.status")}
          value={stadiu}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({
              search: (before) => ({ ...before, stadiu: chosen, dupa: undefined }),
              state: true,
              replace: true,
            });
          }}
        >
          <option value="">{t("files.status.all")}</option>
          {stagesOf(processes).map(({ stage, title }) => (
            <option key={stage} value={stage}>
              {text(title)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t("files.open")}
          value={inchise}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({
              search: (before) => ({ ...before, inchise: chosen, dupa: undefined }),
              state: true,
              replace: true,
            });
          }}
        >
          <option value="">{t("files.open.all")}</option>
          <option value="nu">{t("files.open.open")}</option>
          <option value="da">{t("files.open.closed")}</option>
        </NativeSelect>
        <Button type="submit">{t("files.find")}</Button>
      </form>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && (
        <>
          <p className="sr-only" role="status">
            {t("files.found", { count: data.items.length })}
          </p>
          {data.items.length === 0 ? (
            <Empty>{t(isSearch ? "files.empty" : "files.none")}</Empty>
          ) : (
            <FileTable files={data.items} processes={processes} />
          )}
          {data.nextCursor !== undefined && (
            <nav className="paging" aria-label={t("paging.label")}>
              <Link from="/dosare" to="/dosare" search={(before) => ({ ...before, dupa: data.nextCursor })} state>
                {t("paging.next")}
              </Link>
            </nav>
          )}
        </>
      )}
    </Page>
  );
}

/** The stages of these processes, each once: some ends have the same name in both. */
function stagesOf(processes: readonly Process[]): { readonly stage: string; readonly title: Text }[] {
  const named = new Map(processes.flatMap((process) => Object.entries(wordsOf(process).stages)));
  return [...named].map(([stage, { title }]) => ({ stage, title }));
}

/** The columns of a process are shown to those who have its files. */
function FileTable({ files, processes }: { files: readonly CaseLine[]; processes: readonly Process[] }) {
  const t = useT();
  const has = (process: Process): boolean => processes.includes(process);
  return (
    <table className="list">
      <caption className="sr-only">{t("files.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.file")}</th>
          {processes.length > 1 && <th scope="col">{t("column.process")}</th>}
          <th scope="col">{t("column.status")}</th>
          {has("e112") && <th scope="col">{t("column.treatmentFrom")}</th>}
          {has("moh") && <th scope="col">{t("column.due")}</th>}
          {has("moh") && <th scope="col">{t("column.class")}</th>}
          <th scope="col">{t(has("moh") ? "column.opened" : "column.openedFile")}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <FileLine key={file.caseId} file={file} processes={processes} />
        ))}
      </tbody>
    </table>
  );
}

function FileLine({ file, processes }: { file: CaseLine; processes: readonly Process[] }) {
  const t = useT();
  const text = useText();
  const has = (process: Process): boolean => processes.includes(process);
  return (
    <tr>
      <th scope="row" className="cell-file">
        <Link to="/dosare/$caseId" params={{ caseId: file.caseId }} className="number">
          {file.registrationNumber}
        </Link>
        {file.ministryNumber !== undefined && <span className="cell-note">{file.ministryNumber}</span>}
        {file.applicationNumber !== undefined && (
          <span className="cell-note">{t("files.application", { number: file.applicationNumber })}</span>
        )}
        {file.legacyNumber !== undefined && (
          <span className="cell-note">{t("files.legacy", { number: file.legacyNumber })}</span>
        )}
        <span className="cell-patient">{file.patient}</span>
      </th>
      {processes.length > 1 && <td data-label={t("column.process")}>{t(`process.short.${file.process}`)}</td>}
      <td>
        {text(file.statusTitle)}
        <span className="cell-note">{t("header.since", { date: formatDate(file.statusSince) })}</span>
      </td>
      {has("e112") && (
        <td data-label={t("column.treatmentFrom")}>
          {file.treatmentFrom === undefined ? "–" : formatDate(file.treatmentFrom)}
        </td>
      )}
      {has("moh") && (
        <>
          <td data-label={t("column.due")}>
            {file.dueOn === undefined ? "–" : formatDate(file.dueOn)}
            <ProvisionalMark years={file.provisionalYears} />
          </td>
          <td data-label={t("column.class")}>{file.urgencyClass ?? "–"}</td>
        </>
      )}
      <td data-label={t(has("moh") ? "column.opened" : "column.openedFile")}>{formatDate(file.openedOn)}</td>
    </tr>
  );
}
