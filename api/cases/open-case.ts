/** A file is opened: it gets its key, its number, its access code and its workflow. */
import { z } from "zod";
import type { Opening } from "../../domain/case/opening.ts";
import type { CaseView } from "../../domain/case/view.ts";
import { FIRST_YEAR } from "../../domain/calendar/romanian-holidays.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { PROCESS_NAMES, type ProcessName } from "../../domain/process-words.ts";
import { processOf } from "../../domain/processes.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { readSettings } from "../../prisma/settings.ts";
import { PASSING_SPREAD_SECONDS } from "../../workflows/contract.ts";
import { membershipsFor, type Membership, type Person } from "../authorisation.ts";
import { ApiError, invalidField, unavailable } from "../http/api-error.ts";
import { parse } from "../http/validation.ts";
import type { Services } from "../services.ts";
import { presentCase } from "./case-view.ts";
import type { Desk, ReadFiling } from "./desk.ts";
import { deskOf } from "./desks.ts";
import { ENVELOPE } from "./envelope.ts";
import { setDown } from "./intake.ts";
import { personIndexes, surnameIndex } from "./person-index.ts";
import { findCase, type CaseRow } from "./read-case.ts";
import { ruleFor } from "./read-payload.ts";
import { requestHash } from "./request-hash.ts";

const FIRST_DATE = `${FIRST_YEAR}-01-01` as PlainDate; // a year has a first of January

const FILING_ENVELOPE = {
  ...ENVELOPE,
  /** The house where it is filed, for people who work in several. */
  institution: z.string().max(20).optional(),
};

/** What opens a file of this process: the envelope, and beside it what its filing holds. */
export function filingSchema(process: ProcessName) {
  return z.strictObject({ ...FILING_ENVELOPE, process: z.literal(process), ...deskOf(process).filing.shape });
}

const WhichProcess = z.looseObject({ process: z.enum(PROCESS_NAMES as [ProcessName, ...ProcessName[]]).optional() });
const Envelope = z.looseObject(FILING_ENVELOPE);

export interface FiledCase {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly accessCode: string;
  readonly view: CaseView;
}

/** A filing, with the house at which it is made. */
interface Filing {
  readonly caseId: string;
  readonly commandId: string;
  readonly lateReason: string | undefined;
  readonly occurredOn: PlainDate;
  readonly hash: string;
  readonly person: Person;
  readonly house: Membership;
  readonly desk: Desk;
  readonly read: ReadFiling;
}

/** Opens a file. Idempotent by (institution, command id): the same filing is the same file, with the same code. */
export async function openCase(services: Services, person: Person, body: unknown): Promise<FiledCase> {
  const process = parse(WhichProcess, body).process ?? usualProcess(person);
  const desk = deskOf(process);
  const { type } = desk.filing;
  parse(filingSchema(process), body, (path) => ruleFor(process, type, path));
  const { commandId, institution, occurredOn: givenDate, lateReason, process: _, ...given } = parse(Envelope, body);
  const read = desk.filing.read(given);
  const house = houseOf(person, process, institution);
  const caseId = namedUuid(`case/${house.institution}/${commandId}`);
  const hash = requestHash(services.keyring, {
    type,
    occurredOn: givenDate,
    lateReason,
    payload: { process, ...read.payload },
  });
  const before = await findCase(services.pool, caseId, commandId);
  if (before !== undefined) return await filed(services, person, before, { commandId, hash });

  const occurredOn = givenDate ?? bucharestDate(services.now());
  checkDate(occurredOn, bucharestDate(services.now()));
  checkBirth(read, occurredOn);
  await read.check(services, house, occurredOn);
  await setDownFiling(services, { caseId, commandId, lateReason, occurredOn, hash, person, house, desk, read });
  await services.engine.start(process, {
    caseId,
    spreadSeconds: PASSING_SPREAD_SECONDS,
    filing: {
      commandId,
      requestHash: hash,
      type,
      expectedVersion: 0,
      occurredOn,
      actor: { userId: person.id, institution: house.institution, role: house.role },
      facts: { ...read.facts(occurredOn, await readSettings(services.pool)) },
    },
  });
  await services.engine.opened(caseId);
  const row = await findCase(services.pool, caseId, commandId);
  if (row === undefined) throw unavailable();
  return await filed(services, person, row, { commandId, hash });
}

/** The process whose files the person opens: who forgot to name it is told so beside what else is missing. */
function usualProcess(person: Person): ProcessName {
  const kinds = membershipsFor(person, "case.create").map(({ kind }) => kind);
  return PROCESS_NAMES.find((process) => kinds.includes(processOf(process).keptBy)) ?? "moh";
}

/** The house at which the person files; it must be said by people who work in several. */
function houseOf(person: Person, process: ProcessName, institution: string | undefined): Membership {
  const own = membershipsFor(person, "case.create", { houses: [processOf(process).keptBy] });
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
function checkBirth({ subject: { patient } }: ReadFiling, filedOn: PlainDate): void {
  if (patient.birthDate <= filedOn) return;
  throw invalidField("BORN_AFTER_FILING", "patient.birthDate", { birthDate: patient.birthDate, filedOn });
}

async function setDownFiling({ pool, keyring }: Services, filing: Filing): Promise<void> {
  const { caseId, commandId, lateReason, occurredOn, hash, person, house, desk, read } = filing;
  const { payload, subject, hasEmail } = read;
  const { key, wrapped } = keyring.newCaseKey();
  const opening: Opening = {
    homeId: house.institution,
    ...desk.filing.houses(house),
    officerId: person.id,
    openedOn: occurredOn,
    surnameIndex: surnameIndex(keyring, subject.patient.surname),
    ...personIndexes(keyring, subject.patient),
    accessCodeHash: keyring.accessCodeHash(keyring.accessCode(caseId, commandId)),
    patientHasEmail: hasEmail,
  };
  const standing = await setDown(pool, {
    caseId,
    commandId,
    type: desk.filing.type,
    requestHash: hash,
    actorId: person.id,
    sealed: seal(
      key,
      { payload, ...(lateReason === undefined ? {} : { lateReason }) },
      sealedAs.payload(caseId, commandId),
    ),
    opening,
    wrappedKey: wrapped,
    subjectSealed: seal(key, subject, sealedAs.subject(caseId)),
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
