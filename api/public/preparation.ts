/**
 * The patient side keeps the preparation of its own E112 file, with the number and the code of the receipt instead of an
 * account. What it may record the process says (`patientSide`); the house sees who recorded what.
 */
import type { E112CaseView } from "../../domain/case/view.ts";
import { findCommandDefinition } from "../../domain/e112/commands.ts";
import { preparationView } from "../../domain/e112/preparation-view.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import type { Person } from "../authorisation.ts";
import { presentCase } from "../cases/case-view.ts";
import type { CommandEnvelope } from "../cases/envelope.ts";
import { giveCommand } from "../cases/give-command.ts";
import { findCase } from "../cases/read-case.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { readRequest, type CaseHead, type EarlierCommand } from "../people/read-request.ts";
import type { Services } from "../services.ts";
import { findByCode } from "./look-up.ts";

/** The number and the code of a file, as the receipt gives them. */
export interface Keys {
  readonly registrationNumber: string;
  readonly accessCode: string;
}

interface OwnFile {
  readonly head: CaseHead;
  readonly earlier: EarlierCommand | undefined;
  readonly patientSide: Person;
}

/** Who acts for a patient side, in the log of every file; no account has this id. */
const PATIENT_SIDE_ID = namedUuid("patient-side");

/** The preparation of the file; undefined whether number or code is wrong, or the file is of another process. */
export async function readPreparation(services: Services, keys: Keys): Promise<E112CaseView | undefined> {
  const own = await ownFile(services, keys, null);
  const row = own === undefined ? undefined : await findCase(services.pool, own.head.caseId);
  if (own === undefined || row === undefined) return undefined;
  const view = await presentCase(services, own.patientSide, row);
  return view.process === "e112" ? preparationView(view) : undefined;
}

/** Records what the patient side did. Idempotent by (case, command id), as every command. @throws ApiError 403, 409, 422. */
export async function keepPreparation(
  services: Services,
  keys: Keys,
  envelope: CommandEnvelope,
): Promise<E112CaseView | undefined> {
  const own = await ownFile(services, keys, envelope.commandId);
  if (own === undefined) return undefined;
  const { head, earlier, patientSide: person } = own;
  if (isOfHouse(envelope.type)) throw new ApiError(403, "HOUSE_RECORDS");
  if (earlier === undefined && (await isRegistered(services, head))) throw new ApiError(409, "PREPARATION_CLOSED");
  const view = await giveCommand(services, { person, head, earlier, envelope });
  if (view.process !== "e112") throw notFound();
  return preparationView(view);
}

async function ownFile(
  services: Services,
  { registrationNumber, accessCode }: Keys,
  commandId: string | null,
): Promise<OwnFile | undefined> {
  const caseId = await findByCode(services, registrationNumber, accessCode);
  if (caseId === undefined) return undefined;
  const { head, earlier } = await readRequest(services.pool, { tokenHash: null, caseId, commandId });
  if (head?.process !== "e112") return undefined;
  return { head, earlier, patientSide: patientSideOf(head) };
}

/** An act that the house alone records. One that the process does not have is told as such, with those that it has. */
function isOfHouse(type: string): boolean {
  const definition = findCommandDefinition(type);
  return definition !== undefined && definition.patientSide !== true;
}

async function isRegistered({ pool }: Services, { caseId }: CaseHead): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT FROM cases WHERE id = $1 AND application_number IS NOT NULL", [caseId]);
  return rowCount !== 0;
}

/** The patient side as a person: in this file alone, and without a name. */
function patientSideOf({ homeId }: CaseHead): Person {
  const membership = { institution: homeId, kind: "cas", nameRo: "", nameEn: "", county: null, cstId: null } as const;
  return {
    id: PATIENT_SIDE_ID,
    name: "",
    email: "",
    locale: "ro",
    memberships: [{ ...membership, role: "patient-side" }],
  };
}
