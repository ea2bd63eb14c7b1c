/** The register of an insurance house, with its E112/S2 files. */
import type { Text } from "../../../domain/case/commands.ts";
import { allowedCommands } from "../../../domain/case/process.ts";
import { openSteps } from "../../../domain/case/state.ts";
import { refuseOpening } from "../../../domain/e112/checks.ts";
import { factsOf } from "../../../domain/e112/commands.ts";
import { dossierChecklist } from "../../../domain/e112/documents.ts";
import type { E112Facts, E112State } from "../../../domain/e112/facts.ts";
import { acceptanceLacks, dossierSubject, reportLacks } from "../../../domain/e112/preparation.ts";
import { e112 } from "../../../domain/e112/process.ts";
import { E112_PIECE } from "../../../workflows/rehearsal.ts";
import { factsWith } from "../../cases/e112/setting-facts.ts";
import { awaitedCommands } from "../awaited.ts";
import type { KeptNumber, Register } from "../register.ts";
import { E112_COLUMNS } from "./columns.ts";
import { actsOf } from "./row-acts.ts";

const APPLICATION: KeptNumber = {
  column: "applicationNumber",
  taken:
    "SELECT application_number AS number, registration_number AS file FROM cases WHERE application_number = ANY ($1::text[])",
  code: "NUMBER_TAKEN",
};
const FORM: KeptNumber = {
  column: "formNumber",
  taken: `SELECT f.number, c.registration_number AS file FROM issued_forms f JOIN cases c ON c.id = f.case_id
    WHERE f.number = ANY ($1::text[])`,
  code: "NUMBER_TAKEN",
};

export const e112Register: Register<E112Facts> = {
  process: "e112",
  columns: E112_COLUMNS,
  officers: ["cas-officer", "cas-supervisor"],
  piece: E112_PIECE,
  keptNumbers: [APPLICATION, FORM],
  actsOf: (cells, { nameRo }) => actsOf(cells, nameRo),
  housesOf: ({ institution }) => ({ cas: institution }),
  /** An applicant who can be that (E112-64, E112-72). */
  checkFiling(cells, filing, { institution }) {
    if (filing?.facts === undefined) return;
    const refusal = refuseOpening(factsOf({ ...filing, facts: filing.facts }, "openFile"), institution);
    if (refusal !== undefined) cells.wrong("filerRole", refusal.code, refusal.params);
  },
  barOf: async () => undefined,
  factsOf: factsWith,
  openingOf: () => ({}),
  awaited,
};

/** What a paper or the dossier lacks, where that is why the step stays open. */
function awaited(state: E112State): Text {
  const list = awaitedCommands("e112", allowedCommands(state, e112));
  const lacks = lackingOf(state);
  if (lacks.length === 0) return list;
  const named = (language: "ro" | "en"): string =>
    lacks.map(({ title, rule }) => `${title[language].toLowerCase()} (${rule})`).join(", ");
  return { ro: `${list.ro}. Lipsesc: ${named("ro")}`, en: `${list.en}. Missing: ${named("en")}` };
}

function lackingOf(state: E112State): readonly { readonly title: Text; readonly rule: string }[] {
  const { acceptance, report, documents } = state.facts;
  const waits = openSteps(state).map(({ step }) => step.split("#")[0]);
  if (waits.includes("await-acceptance") && acceptance !== undefined) return acceptanceLacks(state);
  if (waits.includes("medical-report") && report !== undefined) return reportLacks(state);
  if (!waits.includes("assemble-dossier") || documents.length === 0) return [];
  return dossierChecklist(dossierSubject(state), documents).filter(
    ({ status }) => status === "missing" || status === "wrong-form",
  );
}
