import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { AllowedCommandView, CaseView, StepView } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { CommandForm, draftKey } from "../../forms/CommandForm.tsx";
import { findDraft } from "../../forms/drafts.ts";
import { findForm } from "../../forms/registry.ts";
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
          {commands.length === 0 ? <WaitingFor step={step} /> : <Commands commands={commands} view={view} />}
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

/** Acts that cannot be undone, or that weigh on the patient: their button says so. */
const GRAVE: ReadonlySet<string> = new Set([
  "closeWithoutClinic",
  "confirmMissedCheck",
  "recordDeath",
  "refuseApplication",
  "moveToMinistryRoute",
  "cancelForm",
  "closeAfterDeparture",
] satisfies (MohCommandType | E112CommandType)[]);

interface CommandsProps {
  readonly commands: readonly AllowedCommandView[];
  readonly view: CaseView;
  /** True for acts that wait for no step: none stands open by itself. */
  readonly folded?: boolean;
}

/** One command: its form stands open. Several: one opens at a time, those already begun first. */
export function Commands({ commands, view, folded = false }: CommandsProps) {
  const text = useText();
  const begun = commands.find(({ type }) => findDraft(draftKey(view.caseId, type))?.touched === true);
  const [open, setOpen] = useState<string | undefined>(begun?.type);
  if (commands.length === 1 && !folded)
    return commands.map((command) => <OneCommand key={command.type} command={command} view={view} />);
  return commands.map((command) => {
    const isOpen = open === command.type;
    return (
      <div key={command.type} className="command">
        <UnstyledButton
          className="command-toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(isOpen ? undefined : command.type)}
        >
          <Icon name="down" size={14} /> {text(command.title)}
        </UnstyledButton>
        {isOpen && (
          <>
            <OneCommand command={command} view={view} onDone={() => setOpen(undefined)} />
            <RuleList rules={command.rules} />
          </>
        )}
      </div>
    );
  });
}

function OneCommand({ command, view, onDone }: { command: AllowedCommandView; view: CaseView; onDone?: () => void }) {
  const t = useT();
  const text = useText();
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  const form = findForm(view, command.type);
  if (form === undefined) return <p>{t("steps.unknownCommand", { command: text(command.title) })}</p>;

  /** The step that a link named is done: the address names it no longer. */
  function done() {
    void navigate({ search: (before) => ({ ...before, pas: undefined }), replace: true, resetScroll: false });
    onDone?.();
  }
  return (
    <CommandForm view={view} form={form} title={text(command.title)} danger={GRAVE.has(command.type)} onDone={done} />
  );
}
