import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { CaseView, StepView } from "../../../domain/case/view.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { Commands } from "../../forms/Commands.tsx";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { AlertNote } from "../../parts/AlertNote.tsx";
import { DueBadge, ProvisionalMark } from "../../parts/DueBadge.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { LettersOfStep } from "./LettersHere.tsx";
import { commandsOf } from "./step-commands.ts";
import { StepProgress } from "./StepProgress.tsx";

interface StepPanelProps {
  readonly step: StepView;
  readonly view: CaseView;
  /** The link that opened the page names this step. */
  readonly wanted: boolean;
}

/** An open step: who owes it and until when, what may be done by the person who looks, and by which rules. */
export function StepPanel({ step, view, wanted }: StepPanelProps) {
  const t = useT();
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const commands = commandsOf(view, step);
  const done = useStepDone();
  useEffect(() => {
    if (!wanted) return;
    heading.current?.scrollIntoView({ block: "start" });
    heading.current?.focus({ preventScroll: true });
  }, [wanted]);
  return (
    <section className="step" id={`pas-${step.step}`} aria-labelledby={`titlu-${step.step}`}>
      <div className="step-head">
        <h2 id={`titlu-${step.step}`} ref={heading} tabIndex={-1}>
          {text(step.title)}
        </h2>
        <p className="step-facts">
          {view.process === "moh" && (
            <DueBadge dueOn={step.dueOn} workingDaysLeft={step.workingDaysLeft} today={view.today} />
          )}
          {step.dueOn !== undefined && <span>{t("steps.due", { date: formatDate(step.dueOn) })}</span>}
          <ProvisionalMark years={step.provisionalYears} />
          <span>{t("steps.owes", { who: t(`duty.${step.duty}`) })}</span>
          <span>{t("steps.since", { date: formatDate(step.since) })}</span>
        </p>
        <AlertNote alert={step.alert} />
      </div>
      <div className="step-body">
        <div className="step-work">
          <StepProgress step={step} view={view} canAct={commands.length > 0} />
          {commands.length === 0 ? (
            <WaitingFor step={step} />
          ) : (
            <Commands commands={commands} view={view} onDone={done} />
          )}
          <LettersOfStep step={step.step} view={view} />
        </div>
        <RuleList rules={step.rules} />
      </div>
    </section>
  );
}

/** The act is another house's, or another person's in it. */
function WaitingFor({ step }: { step: StepView }) {
  const t = useT();
  const text = useText();
  const { data } = useQuery(institutionsQuery);
  const known = data?.get(step.institutionId);
  const institution =
    known === undefined ? `${t(`institution.${step.institution}`)} (${step.institutionId})` : text(known.name);
  return (
    <p className="waiting-for">
      <Icon name="hourglass" /> {step.accepts.length === 0 ? t("linked.byItself") : t("steps.waiting", { institution })}
    </p>
  );
}

/** The step that a link named is done: the address names it no longer. */
export function useStepDone(): () => void {
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  return () => {
    void navigate({ search: (before) => ({ ...before, pas: undefined }), replace: true, resetScroll: false });
  };
}
