/** The dossier: who is in it, what the list asks and what has been filed, and adding to it. */
import { DOCUMENT_FORM_TITLES } from "../../../domain/case/document-forms.ts";
import type { CaseView, DocumentView, DossierLine, E112CaseView } from "../../../domain/case/view.ts";
import { CommandForm } from "../../forms/CommandForm.tsx";
import { findForm } from "../../forms/registry.ts";
import { formatDate } from "../../i18n/dates.ts";
import { clinicName } from "../../parts/clinic-name.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { ReadingChip } from "../../parts/ReadingChip.tsx";
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
      {view.checklist.length > 0 && <Checklist view={view} />}
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

/** What is asked for, and how each stands. */
function Checklist({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  return (
    <>
      <h2>{t("dossier.checklist")}</h2>
      <p>{t("documents.missing.count", { count: view.missing.length })}</p>
      {view.process === "e112" && <DossierNotes view={view} />}
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
                  <Icon name={SIGNS[line.status]} size={14} /> {statusText(view, line, t)}
                </span>
              </td>
              <td>
                <RuleChip id={line.rule} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Whose list it is, and what is not asked for on proof (E112-A10). */
function DossierNotes({ view }: { view: E112CaseView }) {
  const t = useT();
  const { waiver } = view.e112;
  return (
    <>
      <p className="quiet">
        {t(view.subject.minor ? "dossier.child" : "dossier.adult")} <ReadingChip id="E112-A6" />
      </p>
      {waiver !== undefined && (
        <p className="waiver-note">
          <Icon name="dash" size={14} />{" "}
          {t("waiver.secondParent", { proof: t(`waiver.proof.${waiver.proof}`), date: formatDate(waiver.on) })}{" "}
          <ReadingChip id="E112-A10" />
        </p>
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
    const key = `document.${document.kind}`;
    return Object.hasOwn(ro, key) ? t(key as MessageKey) : t("document.altDocument");
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
            <th scope="row" className="sentence">
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

function statusText({ process }: CaseView, line: DossierLine, t: Translate): string {
  const ofE112 = process === "e112";
  switch (line.status) {
    case "satisfied-by": {
      const reading = line.satisfiedBy?.reading ?? "";
      return t(ofE112 ? "checklist.satisfied-by.e112" : "checklist.satisfied-by", { reading });
    }
    case "wrong-form":
      return t(ofE112 ? "checklist.wrong-form.e112" : "checklist.wrong-form");
    default:
      return t(`checklist.${line.status}`);
  }
}
