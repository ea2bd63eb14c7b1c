/** What the file knows after the Ministry's approval: the money, the journey, the checks, own expenses, a death. */
import "./treatment.css";
import type { MohCaseView } from "../../../../domain/case/view.ts";
import type { TreatmentView } from "../../../../domain/moh/treatment-view.ts";
import { CheckUpsPanel, ChecksPanel, StandingBar } from "./Checks.tsx";
import { ClaimPanel } from "./Claim.tsx";
import { DeathPanel } from "./Death.tsx";
import { JourneyPanel } from "./Journey.tsx";
import { JustificationPanel } from "./Justification.tsx";
import { MoneyPanel } from "./Money.tsx";

/** What each part of the tab is given. */
export interface PartProps {
  readonly view: MohCaseView;
  readonly treatment: TreatmentView;
}

export function TreatmentTab({ view }: { view: MohCaseView }) {
  const { treatment } = view;
  if (treatment === undefined) return null;
  const parts = { view, treatment };
  return (
    <>
      <StandingBar {...parts} />
      <div className="panels">
        <DeathPanel {...parts} />
        <MoneyPanel {...parts} />
        <JourneyPanel {...parts} />
        <JustificationPanel {...parts} />
        <ChecksPanel {...parts} />
        <CheckUpsPanel {...parts} />
        <ClaimPanel {...parts} />
      </div>
    </>
  );
}
