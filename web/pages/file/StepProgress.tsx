/** What a step still waits for, when it waits for more than one thing. */
import "./e112/e112.css";
import { Link } from "@tanstack/react-router";
import { stepName } from "../../../domain/case/process.ts";
import type { CaseView, E112CaseView, MohCaseView, StepView } from "../../../domain/case/view.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { FundPlace } from "../funds/FundPlace.tsx";
import { RefusalNote } from "./e112/Decision.tsx";
import { WarningNotes } from "./e112/WarningNotes.tsx";
import { Proposal } from "./offers/Proposal.tsx";
import { SendableSummary } from "./SendableSummary.tsx";

export function StepProgress({ step, view, canAct }: { step: StepView; view: CaseView; canAct: boolean }) {
  switch (step.step) {
    case "complete-dossier":
    case "assemble-dossier":
      return <MissingDocuments view={view} named={!canAct} />;
    default:
      return view.process === "moh" ? (
        <MohProgress step={step} view={view} />
      ) : (
        <E112Progress step={step} view={view} />
      );
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

function E112Progress({ step, view }: { step: StepView; view: E112CaseView }) {
  switch (stepName(step.step)) {
    case "issue-form":
    case "refuse-or-move":
      return <RefusalNote view={view} atStep />;
    default:
      return <StillLacking step={step} view={view} />;
  }
}

/** What the papers of this step still lack, when something came and it is not all; and what a person has to look at. */
function StillLacking({ step, view }: { step: StepView; view: E112CaseView }) {
  const t = useT();
  const text = useText();
  const line = view.e112.preparation.find((one) => one.step === stepName(step.step));
  if (line === undefined) return null;
  return (
    <>
      {line.status === "lacking" && line.lacks.length > 0 && (
        <div className="progress">
          <p>{t("preparation.lacks", { count: line.lacks.length })}</p>
          <ul>
            {line.lacks.map(({ rule, title }) => (
              <li key={`${rule} ${title.ro}`}>
                {text(title)} <RuleChip id={rule} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <WarningNotes warnings={line.warnings} />
    </>
  );
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
              {status === "wrong-form" && (
                <span className="mark mark-warn">
                  {t(view.process === "e112" ? "checklist.wrong-form.e112" : "checklist.wrong-form")}
                </span>
              )}
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
