/** The dossier: who is in it, what the list asks and what has been filed, and adding to it. */
import { DOCUMENT_FORM_TITLES } from "../../../domain/case/document-forms.ts";
import type { CaseView, DocumentView, DossierLine } from "../../../domain/case/view.ts";
import { CommandForm } from "../../forms/CommandForm.tsx";
import { findForm } from "../../forms/registry.ts";
import { formatDate } from "../../i18n/dates.ts";
import { clinicName } from "../../parts/clinic-name.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { Empty } from "../../parts/states.tsx";
import { SubjectFacts } from "./SubjectFacts.tsx";

const SIGNS = {
  filed: "check",
  "satisfied-by": "check",
  waived: "dash",
  missing: "ring",
  "wrong-form": "warning",
} as const satisfies Record<DossierLine["status"], IconName>;

export function DossierTab({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const adding = view.allowedCommands.find(({ type }) => type === "addDocument");
  const form = findForm(view, "addDocument");
  return (
    <>
      <SubjectFacts view={view} />
      <h2>{t("dossier.checklist")}</h2>
      <p>{t("documents.missing.count", { count: view.missing.length })}</p>
      <table className="list">
        <caption className="sr-only">{t("dossier.checklist")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.document")}</th>
            <th scope="col">{t("column.form")}</th>
            <th scope="col">{t("column.state")}</th>
            <th scope="col">{t("column.rules")}</th>
          </tr>
        </thead>
        <tbody>
          {view.checklist.map((line) => (
            <tr key={line.kind}>
              <th scope="row">{text(line.title)}</th>
              <td data-label={t("column.form")}>{text(DOCUMENT_FORM_TITLES[line.form])}</td>
              <td>
                <span className={`status status-${line.status}`}>
                  <Icon name={SIGNS[line.status]} size={14} /> {statusText(line, t)}
                </span>
              </td>
              <td>
                <RuleChip id={line.rule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("dossier.documents")}</h2>
      {view.documents.length === 0 ? <Empty>{t("dossier.noDocuments")}</Empty> : <Documents view={view} />}
      {adding !== undefined && form !== undefined && (
        <section className="step no-print">
          <h2>{text(adding.title)}</h2>
          <CommandForm view={view} form={form} title={text(adding.title)} />
        </section>
      )}
    </>
  );
}

function Documents({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  function titleOf(document: DocumentView): string {
    const line = view.checklist.find(({ kind }) => kind === document.kind);
    if (line !== undefined) return text(line.title);
    return document.kind === "dovadaCorespondenta" ? t("document.dovadaCorespondenta") : t("document.altDocument");
  }
  return (
    <table className="list">
      <caption className="sr-only">{t("dossier.documents")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.document")}</th>
          <th scope="col">{t("column.form")}</th>
          <th scope="col">{t("column.filed")}</th>
          <th scope="col">{t("column.scan")}</th>
        </tr>
      </thead>
      <tbody>
        {view.documents.map((document, index) => (
          // A document has no identity beside its act and its place in it.
          <tr key={`${document.act}-${index}`}>
            <th scope="row">
              {titleOf(document)}
              {document.title !== undefined && <span className="cell-note">{document.title}</span>}
              {document.clinic !== undefined && <span className="cell-note">{clinicName(view, document.clinic)}</span>}
              {document.waiver !== undefined && (
                <span className="cell-note">
                  {t("waiver.text", { reason: document.waiver.reason, proof: document.waiver.proof })}
                </span>
              )}
            </th>
            <td data-label={t("column.form")}>
              {document.waiver === undefined ? text(DOCUMENT_FORM_TITLES[document.form]) : "–"}
            </td>
            <td data-label={t("column.filed")}>{formatDate(document.filedOn)}</td>
            <td data-label={t("column.scan")}>
              {document.upload === undefined ? (
                "–"
              ) : (
                <a href={`/api/cases/${view.caseId}/uploads/${document.upload.id}`} target="_blank" rel="noreferrer">
                  {document.upload.name}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function statusText(line: DossierLine, t: Translate): string {
  return line.status === "satisfied-by"
    ? t("checklist.satisfied-by", { reading: line.satisfiedBy?.reading ?? "" })
    : t(`checklist.${line.status}`);
}
