/** The Ministry's process at the API: who may file where, what is checked beside the file itself, what its view shows. */
import type { Text } from "../../../domain/case/commands.ts";
import { FileDossier, fileDossier } from "../../../domain/commands/file-dossier.schema.ts";
import { hasAddress } from "../../../domain/commands/person.schema.ts";
import { stillNeeded } from "../../../domain/i18n/sendable.ts";
import { factsOf } from "../../../domain/moh/facts.ts";
import { sendableCheck } from "../../../domain/moh/process.ts";
import { roundViews, treatmentView } from "../../../domain/moh/treatment-view.ts";
import { dossierView } from "../../../domain/moh/view.ts";
import { lastAct } from "../../../domain/case/state.ts";
import { COUNTIES } from "../../../domain/people/counties.ts";
import type { Membership } from "../../authorisation.ts";
import { releaseFunds, reserveFunds, type Reservation } from "../../funds/reserve.ts";
import { ApiError, invalidField } from "../../http/api-error.ts";
import { parse } from "../../http/validation.ts";
import type { Services } from "../../services.ts";
import type { CommandToGive, Desk } from "../desk.ts";
import type { Payload } from "../open-seals.ts";
import { withAge } from "../patient-age.ts";
import type { MohRow } from "../read-case.ts";
import { ruleFor } from "../read-payload.ts";
import { refuseBarred, refuseBarredApproval } from "./bars.ts";
import { checkChoice } from "./check-choice.ts";
import { clinicViews } from "./clinic-views.ts";
import { comparedOn, comparisonOf } from "./offer-comparison.ts";
import { withSettings } from "./setting-facts.ts";

export const MINISTRY_ID = "MS";

export const mohDesk: Desk<MohRow> = {
  filing: {
    type: "fileDossier",
    shape: FileDossier.shape,
    read(given) {
      const payload = parse(FileDossier, given, (path) => ruleFor("moh", "fileDossier", path));
      const { patient, filer } = payload;
      return {
        payload,
        subject: { patient, filer },
        hasEmail: hasAddress(patient, filer),
        facts: (occurredOn) => fileDossier.facts(payload, occurredOn),
        async check(services, dsp) {
          await checkCounty(services, dsp, patient.domicileCounty);
          await refuseBarred(services.pool, services.keyring, patient);
        },
      };
    },
    houses({ institution, cstId }) {
      if (cstId === null) throw new RangeError(`${institution} has no commission`);
      return { cstId, ministryId: MINISTRY_ID };
    },
  },
  async prepare(services, { head, type, envelope, read }) {
    await refuseBarredApproval(services.pool, head.caseId, type, read.facts);
    const { expectedVersion } = envelope;
    await checkChoice(services, { caseId: head.caseId, type, payload: read.payload, expectedVersion });
    return await withSettings(services, type, await withAge(services, head.caseId, type, read));
  },
  /** The money of a month is reserved before the case is told (MOH-77); who is refused gives it back. */
  async carry({ pool }, personId, command, give) {
    const reservation = reservationFor(personId, command);
    if (reservation !== undefined) await reserveFunds(pool, reservation);
    try {
      await give();
    } catch (error) {
      // Who had no answer may have been heard: the money waits until the case is asked.
      const isRefused = error instanceof ApiError && error.status < 500;
      if (reservation !== undefined && isRefused) await releaseFunds(pool, reservation);
      throw error;
    }
  },
  stillNeeded({ state }, type) {
    if (type !== "sendToMinistry" || state.facts.clinics.length === 0) return undefined;
    return stillNeeded(sendableCheck(state));
  },
  dossier: ({ state: { facts } }) => ({ documents: facts.documents, minor: facts.subject.minor }),
  async present({ pool }, row, { acts, around }, common) {
    const { state } = row;
    const wordsOf = (seq: number): Payload => acts.get(seq)?.payload ?? {};
    const registered = lastAct(state, "registerDecision");
    const decision = registered === undefined ? undefined : acts.get(registered.seq)?.payload;
    const treatment = treatmentView(state, wordsOf);
    const clinics = clinicViews(state, acts, around);
    const comparison = await comparisonOf(pool, clinics, comparedOn(state, around.today));
    return {
      ...common,
      process: "moh",
      institutions: { dsp: row.home_id, cst: row.cst_id, ministry: row.ministry_id },
      ...(row.ministry_number === null ? {} : { ministryNumber: row.ministry_number }),
      ...(row.urgency_class === null ? {} : { urgencyClass: row.urgency_class }),
      ...dossierView(state),
      clinics,
      rounds: roundViews(state, wordsOf),
      ...(treatment === undefined ? {} : { treatment }),
      ...(comparison === undefined ? {} : { comparison }),
      ...(decision === undefined ? {} : { decision }),
    };
  },
};

/** The DSP of the county of domicile is competent (MOH-10, MOH-A24). */
async function checkCounty({ pool }: Services, dsp: Membership, county: keyof typeof COUNTIES): Promise<void> {
  if (dsp.county === county) return;
  const { rows } = await pool.query<Text>(
    "SELECT name_ro AS ro, name_en AS en FROM institutions WHERE kind = 'dsp' AND county = $1",
    [county],
  );
  const name = COUNTIES[county];
  const right = rows[0] ?? { ro: `DSP ${name}`, en: `the ${name} Public Health Directorate` };
  const institution = { ro: dsp.nameRo, en: dsp.nameEn };
  throw invalidField("WRONG_COUNTY", "patient.domicileCounty", { right, institution }, "MOH-10");
}

function reservationFor(by: string, { head, type, envelope, read }: CommandToGive): Reservation | undefined {
  if (type !== "confirmFunds") return undefined;
  const { sufficient, month } = factsOf({ type, facts: read.facts }, type);
  const { caseId, ministryId: institution } = head;
  return sufficient && institution !== null
    ? { institution, caseId, month, commandId: envelope.commandId, by }
    : undefined;
}
