/** One import: how far it is, where its files landed, what could not be finished, and the codes to hand out. */
import "./imports.css";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { ImportedCode, ImportProgress } from "../../../domain/imports/views.ts";
import { isApiError } from "../../api/http.ts";
import { importCodes, importCodesCsv, importQuery, keep } from "../../api/imports.ts";
import { queryClient, sessionQuery } from "../../api/queries.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { Failure, Loading } from "../../parts/states.tsx";

export function ImportProgressPage() {
  const t = useT();
  const { importId } = useParams({ from: "/inside/registru/import/$importId" });
  const { data, error, refetch } = useQuery(importQuery(importId));
  return (
    <Page
      title={t("import.progress.title")}
      actions={
        <Link to="/registru/import" className="button-link">
          {t("import.back")}
        </Link>
      }
    >
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Import progress={data} />}
    </Page>
  );
}

function Import({ progress }: { progress: ImportProgress }) {
  const t = useT();
  const text = useText();
  const { state, rows, done, there, failed, stages, by, at, finishedAt } = progress;
  useToldEnd(progress);
  return (
    <>
      <section className="import-progress no-print" aria-labelledby="import-state">
        <h2 id="import-state">
          {t("import.stateOf")}: {t(`import.state.${state}`)}
        </h2>
        <progress max={rows} value={done + there + failed.length} aria-labelledby="import-state" />
        <p>
          {[t("import.done", { done, rows }), ...(there === 0 ? [] : [t("import.doneThere", { count: there })])].join(
            "; ",
          )}
        </p>
        <p className="quiet">
          {t("import.by", { by, at: formatInstant(at) })}
          {finishedAt !== undefined && <> · {t("import.finished", { at: formatInstant(finishedAt) })}</>}
        </p>
        {state !== "done" && <p className="quiet">{t("import.leave")}</p>}
      </section>
      {failed.length > 0 && (
        <section className="no-print" aria-labelledby="import-failures">
          <h2 id="import-failures">{t("import.failures")}</h2>
          <ul className="notice-list">
            {failed.map(({ row, legacyNumber, caseId, message }) => (
              <li key={row}>
                <strong>
                  {t("import.row", { row })}, {legacyNumber}
                </strong>
                : {message}{" "}
                {caseId !== undefined && (
                  <Link to="/dosare/$caseId" params={{ caseId }}>
                    {t("import.open")}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="no-print" aria-labelledby="import-stages">
        <h2 id="import-stages">{t("import.stages")}</h2>
        <table className="list import-stages">
          <thead>
            <tr>
              <th scope="col">{t("import.stage")}</th>
              <th scope="col">{t("import.files")}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, title, files }) => (
              <tr key={stage}>
                <th scope="row">{text(title)}</th>
                <td data-label={t("import.files")}>{files}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {state === "done" && <p className="quiet import-how">{t("import.quiet")}</p>}
      </section>
      {state === "done" && done + failed.length > 0 && <Codes progress={progress} />}
    </>
  );
}

/** Tells once that the import has ended, to whoever saw it run. */
function useToldEnd({ state, done }: ImportProgress): void {
  const t = useT();
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== "done" && state === "done") announce(t("import.told"), "check");
    before.current = state;
  }, [state, done, t]);
}

function Codes({ progress: { id, codesAt } }: { progress: ImportProgress }) {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const isSupervisor = session?.memberships.some(({ role }) => role === "dsp-supervisor") === true;
  const refresh = async (): Promise<void> => await queryClient.invalidateQueries({ queryKey: ["import", id] });
  const shown = useMutation({ mutationFn: () => importCodes(id), onSettled: refresh });
  const saved = useMutation({
    mutationFn: async () => keep(await importCodesCsv(id), `${t("export.name")}-${t("import.codes.code")}.csv`),
    onSettled: refresh,
  });
  const error = shown.error ?? saved.error;
  return (
    <section aria-labelledby="import-codes">
      <h2 id="import-codes" className="no-print">
        {t("import.codes")}
      </h2>
      <p className="no-print import-how">{t("import.codes.how")}</p>
      {codesAt !== undefined && (
        <p className="quiet no-print">{t("import.codes.given", { at: formatInstant(codesAt) })}</p>
      )}
      {isSupervisor ? (
        <div className="buttons no-print">
          <Button loading={shown.isPending} onClick={() => shown.mutate()}>
            {t("import.codes.show")}
          </Button>
          <Button variant="default" loading={saved.isPending} onClick={() => saved.mutate()}>
            {t("import.codes.csv")}
          </Button>
        </div>
      ) : (
        <p className="quiet">{t("import.codes.supervisor")}</p>
      )}
      {error !== null && (
        <p className="field-error no-print" role="alert">
          {isApiError(error) ? error.body.message : t("import.failed")}
        </p>
      )}
      {shown.data !== undefined && <CodeList codes={shown.data} />}
    </section>
  );
}

function CodeList({ codes }: { codes: readonly ImportedCode[] }) {
  const t = useT();
  return (
    <>
      <Button
        className="no-print import-print"
        variant="default"
        leftSection={<Icon name="print" />}
        onClick={() => window.print()}
      >
        {t("import.codes.print")}
      </Button>
      <p>{t("import.codes.where", { address: `${window.location.origin}/stare` })}</p>
      <table className="list import-codes">
        <caption className="sr-only">{t("import.codes.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("import.codes.old")}</th>
            <th scope="col">{t("import.codes.number")}</th>
            <th scope="col">{t("import.codes.patient")}</th>
            <th scope="col">{t("import.codes.code")}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map(({ legacyNumber, registrationNumber, patient, accessCode }) => (
            <tr key={registrationNumber}>
              <td data-label={t("import.codes.old")}>{legacyNumber}</td>
              <th scope="row" className="number">
                {registrationNumber}
              </th>
              <td>{patient}</td>
              <td data-label={t("import.codes.code")} className="import-code">
                {accessCode}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
