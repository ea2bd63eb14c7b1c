/** A dossier is filed: the case gets its key, its number, its access code and its workflow. */
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import type { Opening } from "../../domain/case/opening.ts";
import { FileDossier, fileDossier } from "../../domain/commands/file-dossier.schema.ts";
import type { CaseView } from "../../domain/case/view.ts";
import { COUNTIES } from "../../domain/people/counties.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { FIRST_YEAR } from "../../domain/calendar/romanian-holidays.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { PASSING_SPREAD_SECONDS } from "../../workflows/contract.ts";
import { membershipsFor, type Membership, type Person } from "../authorisation.ts";
import { ApiError, invalidField, unavailable } from "../http/api-error.ts";
import { parse } from "../http/validation.ts";
import type { Services } from "../services.ts";
import { refuseBarred } from "./bars.ts";
import { presentCase } from "./case-view.ts";
import { ENVELOPE } from "./envelope.ts";
import { setDown } from "./intake.ts";
import { findCase, type CaseRow } from "./read-case.ts";
import { ruleFor } from "./read-payload.ts";
import { requestHash } from "./request-hash.ts";
import { personIndexes, surnameIndex } from "./person-index.ts";

const MINISTRY_ID = "MS";
const FIRST_DATE = `${FIRST_YEAR}-01-01` as PlainDate; // a year has a first of January

/** What opens a case. The dossier stands beside these fields, as `FileDossier` has it. */
export const Filing = z.strictObject({
  ...ENVELOPE,
  process: z.literal("moh"),
  /** The DSP where it is filed, for people who work in several. */
  institution: z.string().max(20).optional(),
  ...FileDossier.shape,
});
type FilingEnvelope = Pick<z.output<typeof Filing>, keyof typeof ENVELOPE | "institution">;

export interface FiledCase {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly accessCode: string;
  readonly view: CaseView;
}

/** Opens a case. Idempotent by (institution, command id): the same filing is the same case, with the same code. */
export async function openCase(services: Services, person: Person, body: unknown): Promise<FiledCase> {
  const {
    commandId,
    process,
    institution,
    occurredOn: givenDate,
    lateReason,
    ...dossier
  } = parse(Filing, body, fieldRule);
  const payload = parse(FileDossier, dossier, fieldRule);
  const dsp = dspOf(person, institution);
  const caseId = namedUuid(`case/${dsp.institution}/${commandId}`);
  const hash = requestHash(services.keyring, {
    type: fileDossier.type,
    occurredOn: givenDate,
    lateReason,
    payload: { process, ...payload },
  });
  const before = await findCase(services.pool, caseId, commandId);
  if (before !== undefined) return await filed(services, person, before, { commandId, hash });

  const occurredOn = givenDate ?? bucharestDate(services.now());
  checkDate(occurredOn, bucharestDate(services.now()));
  checkBirth(payload, occurredOn);
  await checkCounty(services, dsp, payload);
  await refuseBarred(services.pool, services.keyring, payload.patient);
  await setDownFiling(services, {
    caseId,
    person,
    dsp,
    payload,
    occurredOn,
    hash,
    envelope: { commandId, lateReason },
  });
  await services.engine.start({
    caseId,
    spreadSeconds: PASSING_SPREAD_SECONDS,
    filing: {
      commandId,
      requestHash: hash,
      type: fileDossier.type,
      expectedVersion: 0,
      occurredOn,
      actor: { userId: person.id, institution: dsp.institution, role: dsp.role },
      facts: { ...fileDossier.facts(payload, occurredOn) },
    },
  });
  await services.engine.opened(caseId);
  const row = await findCase(services.pool, caseId, commandId);
  if (row === undefined) throw unavailable();
  return await filed(services, person, row, { commandId, hash });
}

function fieldRule(path: string): ReturnType<typeof ruleFor> {
  return ruleFor("fileDossier", path);
}

/** The DSP at which the person files; it must be said by people who work in several. */
function dspOf(person: Person, institution: string | undefined): Membership {
  const own = membershipsFor(person, "case.create");
  const found = institution === undefined ? own : own.filter((membership) => membership.institution === institution);
  const [first, ...others] = found;
  if (first === undefined) throw new ApiError(403, "FORBIDDEN");
  if (others.some((membership) => membership.institution !== first.institution)) {
    const known = [...new Set(own.map((membership) => membership.institution))].join(", ");
    throw invalidField("INSTITUTION_NEEDED", "institution", { known });
  }
  return first;
}

/** No case exists yet that could refuse these dates. */
function checkDate(occurredOn: PlainDate, today: PlainDate): void {
  if (occurredOn > today) throw invalidField("FUTURE_DATE", "occurredOn", { date: occurredOn, today });
  if (occurredOn < FIRST_DATE)
    throw invalidField("BEFORE_CALENDAR", "occurredOn", { date: occurredOn, first: FIRST_DATE });
}

/** Nobody files for a patient who is not born yet. */
function checkBirth({ patient }: FileDossier, filedOn: PlainDate): void {
  if (patient.birthDate <= filedOn) return;
  throw invalidField("BORN_AFTER_FILING", "patient.birthDate", { birthDate: patient.birthDate, filedOn });
}

/** The DSP of the county of domicile is competent (MOH-10, MOH-A24). */
async function checkCounty({ pool }: Services, dsp: Membership, { patient }: FileDossier): Promise<void> {
  if (dsp.county === patient.domicileCounty) return;
  const { rows } = await pool.query<Text>(
    "SELECT name_ro AS ro, name_en AS en FROM institutions WHERE kind = 'dsp' AND county = $1",
    [patient.domicileCounty],
  );
  const county = COUNTIES[patient.domicileCounty];
  const right = rows[0] ?? { ro: `DSP ${county}`, en: `the ${county} Public Health Directorate` };
  const institution = { ro: dsp.nameRo, en: dsp.nameEn };
  throw invalidField("WRONG_COUNTY", "patient.domicileCounty", { right, institution }, "MOH-10");
}

interface FilingToSetDown {
  readonly caseId: string;
  readonly person: Person;
  readonly dsp: Membership;
  readonly payload: FileDossier;
  readonly occurredOn: PlainDate;
  readonly hash: string;
  readonly envelope: Pick<FilingEnvelope, "commandId" | "lateReason">;
}

async function setDownFiling({ pool, keyring }: Services, filing: FilingToSetDown): Promise<void> {
  const { caseId, person, dsp, payload, occurredOn, hash, envelope } = filing;
  const { commandId, lateReason } = envelope;
  const { patient, filer } = payload;
  const { key, wrapped } = keyring.newCaseKey();
  if (dsp.cstId === null) throw new RangeError(`${dsp.institution} has no commission`);
  const opening: Opening = {
    homeId: dsp.institution,
    cstId: dsp.cstId,
    ministryId: MINISTRY_ID,
    officerId: person.id,
    openedOn: occurredOn,
    surnameIndex: surnameIndex(keyring, patient.surname),
    ...personIndexes(keyring, patient),
    accessCodeHash: keyring.accessCodeHash(keyring.accessCode(caseId, commandId)),
    patientHasEmail: patient.email !== undefined || (filer.role !== "patient" && filer.email !== undefined),
  };
  const standing = await setDown(pool, {
    caseId,
    commandId,
    type: fileDossier.type,
    requestHash: hash,
    actorId: person.id,
    sealed: seal(
      key,
      { payload, ...(lateReason === undefined ? {} : { lateReason }) },
      sealedAs.payload(caseId, commandId),
    ),
    opening,
    wrappedKey: wrapped,
    subjectSealed: seal(key, { patient, filer }, sealedAs.subject(caseId)),
  });
  if (standing !== undefined && standing !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
}

/** The answer to a filing, the first time and every time it is sent again. */
async function filed(
  services: Services,
  person: Person,
  row: CaseRow,
  { commandId, hash }: { commandId: string; hash: string },
): Promise<FiledCase> {
  if (row.request_hash !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
  return {
    caseId: row.id,
    registrationNumber: row.registration_number,
    accessCode: services.keyring.accessCode(row.id, commandId),
    view: await presentCase(services, person, row),
  };
}
