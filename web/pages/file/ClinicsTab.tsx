/** The clinics side by side: how the correspondence stands, and their offers. */
import { stepName } from "../../../domain/case/process.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { useT } from "../../i18n/language.tsx";
import { Empty } from "../../parts/states.tsx";
import { ClinicRounds } from "./ClinicRounds.tsx";
import { Comparison } from "./offers/Comparison.tsx";
import { SendableSummary } from "./SendableSummary.tsx";

/** While one of these steps is open, it matters what is still needed. */
const CORRESPONDENCE: ReadonlySet<string> = new Set(["correspond-with-clinics", "send-to-ministry"]);

export function ClinicsTab({ view }: { view: MohCaseView }) {
  const t = useT();
  if (view.clinics.length === 0) return <Empty>{t("clinics.none")}</Empty>;
  return (
    <>
      <ClinicRounds view={view} />
      {view.steps.some(({ step }) => CORRESPONDENCE.has(stepName(step))) && <SendableSummary view={view} />}
      <Comparison view={view} />
    </>
  );
}
