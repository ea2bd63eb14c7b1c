/** The letters that are needed at a step, or after the act that was done last, where one works. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { stepName } from "../../../domain/case/process.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import type { LetterView } from "../../../domain/case/letters.ts";
import { letterAddress, lettersQuery } from "../../api/letters.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";

export function LettersOfStep({ step, view }: { step: string; view: CaseView }) {
  const t = useT();
  const name = stepName(step);
  const letters = usePossible(view).filter(({ steps }) => steps.some((one) => one === name));
  return letters.length === 0 ? null : <Links lead={t("letters.forStep")} letters={letters} view={view} />;
}

export function LettersAfterAct({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const act = view.timeline.findLast(({ kind }) => kind === "act");
  const open = new Set(view.steps.map(({ step }) => stepName(step)));
  // What an open step offers is not offered twice.
  const letters = usePossible(view).filter(
    ({ acts, steps }) => acts.some((type) => type === act?.type) && !steps.some((step) => open.has(step)),
  );
  if (act === undefined || letters.length === 0) return null;
  return <Links lead={t("letters.afterAct", { act: text(act.title) })} letters={letters} view={view} />;
}

function usePossible(view: CaseView): readonly LetterView[] {
  const { data } = useQuery(lettersQuery(view.caseId, view.version));
  return data?.filter(({ possible }) => possible) ?? [];
}

function Links({ lead, letters, view }: { lead: string; letters: readonly LetterView[]; view: CaseView }) {
  const text = useText();
  return (
    <p className="letters-here no-print">
      <Icon name="print" /> {lead}{" "}
      {letters.map(({ letter, title, clinics }, index) => (
        <Fragment key={letter}>
          {index > 0 && ", "}
          {clinics.length > 0 ? (
            <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{ fila: "scrisori" }}>
              {text(title)}
            </Link>
          ) : (
            <a href={letterAddress(view.caseId, letter)} target="_blank" rel="noreferrer">
              {text(title)} (PDF)
            </a>
          )}
        </Fragment>
      ))}
    </p>
  );
}
