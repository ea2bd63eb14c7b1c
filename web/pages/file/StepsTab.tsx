/** Where the file stands on the map, and each open step with its forms or with whom it waits for. */
import { useSearch } from "@tanstack/react-router";
import type { CaseView, StepView } from "../../../domain/case/view.ts";
import { findStep, outcomeText, wordsOf } from "../../../domain/process-words.ts";
import { StrandedDraft } from "../../forms/StrandedDraft.tsx";
import { useTouchedDrafts } from "../../forms/drafts.ts";
import { findForm } from "../../forms/registry.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { formatInstant } from "../../i18n/dates.ts";
import { Empty } from "../../parts/states.tsx";
import { OtherActs } from "./OtherActs.tsx";
import { ProcessMap } from "./map/ProcessMap.tsx";
import { LettersAfterAct } from "./LettersHere.tsx";
import { StepPanel } from "./StepPanel.tsx";

export function StepsTab({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const { pas } = useSearch({ from: "/inside/dosare/$caseId" });
  return (
    <>
      <StepNoLongerOpen step={pas} view={view} />
      {view.outcome !== undefined && (
        <Empty>{t("steps.closed", { outcome: text(outcomeText(view.process, view.outcome)) })}</Empty>
      )}
      <LettersAfterAct view={view} />
      {inOrder(view).map((step) => (
        <StepPanel key={step.step} step={step} view={view} wanted={step.step === pas} />
      ))}
      <OtherActs view={view} />
      <NoLongerAllowed view={view} />
      <ProcessMap view={view} />
    </>
  );
}

/** What this person can do first, the most urgent before the others. */
function inOrder(view: CaseView): StepView[] {
  const waits = ({ step }: StepView): number => (view.allowedCommands.some((command) => command.step === step) ? 0 : 1);
  const due = ({ dueOn }: StepView): string => dueOn ?? "9999";
  return view.steps.toSorted((a, b) => waits(a) - waits(b) || due(a).localeCompare(due(b)));
}

/** A link may name a step that somebody closed since. */
function StepNoLongerOpen({ step, view }: { step: string | undefined; view: CaseView }) {
  const t = useT();
  const text = useText();
  if (step === undefined || view.steps.some((open) => open.step === step)) return null;
  const definition = findStep(view.process, step);
  if (definition === undefined) return null;
  const closed = view.closedSteps.findLast((candidate) => candidate.step === step);
  const title = text(definition.title);
  return (
    <p className="step-gone" role="status">
      {closed === undefined
        ? t("steps.notOpen", { step: title })
        : t("steps.wasClosed", { step: title, at: formatInstant(closed.at) })}
    </p>
  );
}

/** Forms in which something was typed and whose act is no longer possible: shown to be read and copied, never lost. */
function NoLongerAllowed({ view }: { view: CaseView }) {
  const text = useText();
  const touched = useTouchedDrafts(`${view.caseId}/`);
  const stranded = touched.map(splitKey).filter(({ type }) => !isAllowed(view, type));
  return stranded.map(({ type, variant }) => {
    const form = findForm(view, type);
    const title = wordsOf(view.process).commands[type]?.title;
    if (form === undefined || title === undefined) return null;
    return (
      <section key={`${type}/${variant}`} className="step">
        <h2>{text(title)}</h2>
        <StrandedDraft view={view} form={form} variant={variant} />
      </section>
    );
  });
}

function splitKey(key: string): { type: string; variant: string } {
  const [, type = "", variant = ""] = key.split("/");
  return { type, variant };
}

function isAllowed(view: CaseView, type: string): boolean {
  return view.allowedCommands.some((allowed) => allowed.type === type);
}
