/** The register of a DSP, on the Ministry's route. */
import type { Text } from "../../../domain/case/commands.ts";
import { allowedCommands } from "../../../domain/case/process.ts";
import { stillNeeded } from "../../../domain/i18n/sendable.ts";
import { dossierChecklist } from "../../../domain/moh/documents.ts";
import type { MohFacts, MohState } from "../../../domain/moh/facts.ts";
import { moh, sendableCheck } from "../../../domain/moh/process.ts";
import { MOH_PIECE } from "../../../workflows/rehearsal.ts";
import { refuseBarred } from "../../cases/moh/bars.ts";
import { MINISTRY_ID } from "../../cases/moh/desk.ts";
import { factsWith } from "../../cases/moh/setting-facts.ts";
import { ApiError } from "../../http/api-error.ts";
import { MOH_COLUMNS } from "./columns.ts";
import { awaitedCommands } from "../awaited.ts";
import type { Register } from "../register.ts";
import { numberOf } from "../row-act.ts";
import { actsOf } from "./row-acts.ts";

export const mohRegister: Register<MohFacts> = {
  process: "moh",
  columns: MOH_COLUMNS,
  officers: ["dsp-officer", "dsp-supervisor"],
  piece: MOH_PIECE,
  keptNumbers: [
    {
      column: "ministryNumber",
      taken:
        "SELECT ministry_number AS number, registration_number AS file FROM cases WHERE ministry_number = ANY ($1::text[])",
      code: "MINISTRY_NUMBER_TAKEN",
    },
  ],
  actsOf,
  housesOf({ institution, cstId }) {
    if (cstId === null) throw new RangeError(`${institution} has no commission`);
    return { dsp: institution, cst: cstId, ministry: MINISTRY_ID };
  },
  /** The county (MOH-10, MOH-A24). */
  checkFiling(cells, _filing, { county: own, nameRo, nameEn }, dspOf) {
    if (cells.problems.some(({ column }) => column === "domicileCounty")) return;
    const county = cells.county("domicileCounty");
    if (county === undefined || county === own) return;
    cells.wrong("domicileCounty", "WRONG_COUNTY", { right: dspOf(county), institution: { ro: nameRo, en: nameEn } });
  },
  /** Whoever is barred gets no file (MOH-98). */
  async barOf({ pool, keyring }, subject) {
    try {
      await refuseBarred(pool, keyring, subject.patient);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { column: "surname", code: error.code, params: error.params };
    }
  },
  factsOf: factsWith,
  openingOf(cells) {
    const number = numberOf(cells.text("ministryNumber"));
    return number === undefined ? {} : { legacyMinistryNumber: number };
  },
  awaited,
};

function awaited(state: MohState): Text {
  const { subject, documents, clinics } = state.facts;
  const lacking = dossierChecklist(subject, documents).filter(
    ({ status }) => status === "missing" || status === "wrong-form",
  );
  if (lacking.length > 0) {
    const named = lacking.map(({ kind, form }) => (form === "original" ? `${kind} (original)` : kind)).join(", ");
    return { ro: `documentele: ${named}`, en: `the documents: ${named}` };
  }
  const list = awaitedCommands("moh", allowedCommands(state, moh));
  const still = clinics.length === 0 ? undefined : stillNeeded(sendableCheck(state));
  return still === undefined
    ? list
    : { ro: `${list.ro}. ${still.ro.replace(/\.$/, "")}`, en: `${list.en}. ${still.en.replace(/\.$/, "")}` };
}
