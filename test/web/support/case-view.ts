import type { ClinicView, MohCaseView } from "../../../domain/case/view.ts";
import { plainDate } from "../../../domain/plain-date.ts";

interface Wanted {
  /** Names of the clinics; they are `clinic-1`, `clinic-2` … */
  readonly clinics?: readonly string[];
  readonly patient?: Readonly<Record<string, string>>;
  readonly view?: Partial<MohCaseView>;
}

/** A file as the pages read it, with what a test wants to be in it. */
export function caseViewWith({ clinics = [], patient = {}, view = {} }: Wanted): MohCaseView {
  const today = plainDate("2026-11-20");
  return {
    caseId: "0b7f7f6e-6c1c-4f0b-9a35-2f9a6b3f0c11",
    process: "moh",
    registrationNumber: "DSP-CJ/2026/000001",
    status: "filed",
    statusTitle: { ro: "Depus", en: "Filed" },
    state: "S1",
    statusSince: today,
    version: 1,
    today,
    openedOn: today,
    institutions: { dsp: "DSP-CJ", cst: "CST-CJ", ministry: "MS" },
    officer: { name: "Ioana Mureșan" },
    steps: [],
    closedSteps: [],
    deadlines: [],
    daysByDuty: [],
    allowedCommands: [],
    checklist: [],
    missing: [],
    documents: [],
    clinics: clinics.map(clinicNamed),
    subject: { patient, filer: { role: "patient" }, minor: false },
    rounds: [],
    timeline: [],
    emails: [],
    ...view,
  };
}

function clinicNamed(name: string, index: number): ClinicView {
  return {
    id: `clinic-${index + 1}`,
    name,
    country: "AT",
    status: "asked",
    hasProof: true,
    answers: [],
    offerWarnings: [],
  };
}
