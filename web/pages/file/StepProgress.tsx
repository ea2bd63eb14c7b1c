/** What a step still waits for, when it waits for more than one thing. */
import { Link } from "@tanstack/react-router";
import type { CaseView, MohCaseView, StepView } from "../../../domain/case/view.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { FundPlace } from "../funds/FundPlace.tsx";
import { Proposal } from "./offers/Proposal.tsx";
import { SendableSummary } from "./SendableSummary.tsx";

export function StepProgress({ step, view, canAct }: { step: StepView; view: CaseView; canAct: boolean }) {
  switch (step.step) {
    case "complete-dossier":
      return <MissingDocuments view={view} named={!canAct} />;
    default:
      return view.process === "moh" ? <MohProgress step={step} view={view} /> : null;
  }
}

function MohProgress({ step, view }: { step: StepView; view: MohCaseView }) {
  switch (step.step) {
    case "correspond-with-clinics":
      return view.sendable?.sendable === true ? null : <SendableSummary view={view} />;
    case "send-to-ministry":
      return <SendableSummary view={view} />;
    case "confirm-funds":
    case "wait-for-funds":
      return <FundPlace view={view} />;
    case "decide-at-ministry":
      return <Proposal view={view} />;
    default:
      return null;
  }
}

/** How many are missing, and which when no form beside it names them. */
function MissingDocuments({ view, named }: { view: CaseView; named: boolean }) {
  const t = useT();
  const text = useText();
  const missing = view.checklist.filter(({ status }) => status === "missing" || status === "wrong-form");
  return (
    <div className="progress">
      <p>{t("documents.missing.count", { count: missing.length })}</p>
      {named && (
        <ul>
          {missing.map(({ kind, title, rule, status }) => (
            <li key={kind}>
              {text(title)} <span className="quiet">({rule})</span>
              {status === "wrong-form" && <span className="mark mark-warn">{t("checklist.wrong-form")}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{ fila: "acte" }}>
          {t("documents.wholeList")}
        </Link>
      </p>
    </div>
  );
}
