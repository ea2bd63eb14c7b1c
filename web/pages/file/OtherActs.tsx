/** Acts that wait for no step: those of every day in sight, those that end a file or seldom happen one press further. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { AllowedCommandView, CaseView } from "../../../domain/case/view.ts";
import { draftKey } from "../../forms/CommandForm.tsx";
import { Commands } from "../../forms/Commands.tsx";
import { findDraft } from "../../forms/drafts.ts";
import { offerOf } from "../../forms/offer.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { commandsOf } from "./step-commands.ts";
import { useStepDone } from "./StepPanel.tsx";

export function OtherActs({ view }: { view: CaseView }) {
  const t = useT();
  const done = useStepDone();
  const rare = offered(view, offerOf(view).rare);
  const begun = rare.some(({ type }) => findDraft(draftKey(view.caseId, type))?.touched === true);
  const [open, setOpen] = useState(begun);
  const usual = offered(view, offerOf(view).usual);
  if (usual.length + rare.length === 0) return null;
  return (
    <section className="other-acts no-print" aria-labelledby="other-acts">
      <h2 id="other-acts">{t("acts.other")}</h2>
      <Commands commands={usual} view={view} folded onDone={done} />
      {rare.length > 0 && (
        <>
          <UnstyledButton className="command-toggle quiet" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
            <Icon name="down" size={14} /> {t("acts.rare")}
          </UnstyledButton>
          {open && (
            <div className="rare-acts">
              <Commands commands={rare} view={view} folded onDone={done} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** What an open step offers beside its own acts is not offered here again. */
function offered(view: CaseView, types: readonly string[]): AllowedCommandView[] {
  const atSteps = view.steps.flatMap((step) => commandsOf(view, step)).map(({ type }) => type);
  return types.flatMap((type) =>
    atSteps.includes(type) ? [] : (view.allowedCommands.find((command) => command.type === type) ?? []),
  );
}
