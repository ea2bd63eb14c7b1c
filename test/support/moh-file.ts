/** A file of the Ministry's process under a real workflow, for tests: acts are given as the API gives them, without HTTP. */
import { randomUUID } from "node:crypto";
import { WorkflowUpdateFailedError, type Client, type WorkflowHandle } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import type pg from "pg";
import type { Command } from "../../domain/case/commands.ts";
import type { Actor } from "../../domain/case/events.ts";
import type { CaseState } from "../../domain/case/state.ts";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { MOH_COMMANDS, type MohCommandType } from "../../domain/moh/commands.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { bucharestDate, plainDate } from "../../domain/plain-date.ts";
import { seal, sealedAs, type Keyring } from "../../prisma/secrecy/keyring.ts";
import {
  caseWorkflowId,
  commandUpdate,
  openedUpdate,
  type CaseInput,
  type RefusalDetail,
} from "../../workflows/contract.ts";
import { PEOPLE } from "./people.ts";

/** Every document of an adult who files alone. */
export const ADULT_DOSSIER = [
  ["cerereTip", "original"],
  ["scrisoareMedicala", "original"],
  ["adeverintaMedicFamilie", "original"],
  ["ciPacient", "copy"],
  ["biletIesire", "copy"],
  ["analize", "copy"],
  ["foaieObservatie", "copy"],
].map(([kind, form]) => ({ kind, form }));

/** Every document of a child for whom a parent files. */
export const CHILD_DOSSIER = [
  ...["cerereTip", "scrisoareMedicala", "adeverintaMedicFamilie"].map((kind) => ({ kind, form: "original" })),
  ...[
    "ciPacient",
    "ciDepunator",
    "ciParinte1",
    "ciParinte2",
    "certificatNastere",
    "biletIesire",
    "analize",
    "foaieObservatie",
  ].map((kind) => ({ kind, form: "copy" })),
];

export const PARENT = { role: "relative", kinshipDegree: 1, isParent: true, surname: "P", givenName: "M" };

export const ADULT = {
  surname: "Popescu",
  givenName: "Ana",
  birthDate: "1980-05-01",
  domicileCounty: "CJ",
  email: "ana@example.ro",
};

/** A complete offer of Annex 10. */
export const OFFER = {
  letterhead: true,
  signature: true,
  clinicName: "Klinikum Test",
  clinicAddress: "Hauptstraße 1, München",
  contactPerson: "Dr. Muster",
  phone: "+49 89 123456",
  fax: "none",
  email: "offer@example.de",
  bankAccount: "DE89370400440532013000",
  patientSurname: "Popescu",
  patientGivenName: "Ana",
  diagnosis: "diagnostic",
  costEvaluation: "1000.00",
  costProcedure: "20000.00",
  costPostEvaluation: "500.00",
  costPerDay: "400.00",
  costTotal: "21500.00",
  currency: "EUR",
  paymentConditions: "în avans",
  admissionDate: "2030-03-01",
};

/** How a command was refused. */
export type Refused = RefusalDetail;

export interface Give {
  readonly on?: string;
  readonly payload?: Record<string, unknown>;
  readonly by?: Actor;
  readonly commandId?: string;
  readonly expectedVersion?: number;
}

export interface World {
  readonly client: Client;
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly taskQueue: string;
  /** The engine's time, in milliseconds. */
  now(): Promise<number>;
}

export class MohFile {
  readonly caseId: string;
  readonly handle: WorkflowHandle;
  private readonly world: World;
  private readonly key: Buffer;

  private constructor(world: World, caseId: string, key: Buffer, handle: WorkflowHandle) {
    this.world = world;
    this.caseId = caseId;
    this.key = key;
    this.handle = handle;
  }

  /** A file that is there, with its key. */
  static of(world: World, caseId: string, key: Buffer): MohFile {
    return new MohFile(world, caseId, key, world.client.workflow.getHandle(caseWorkflowId(caseId)));
  }

  /** Files a dossier and waits until it has its number. */
  static async open(
    world: World,
    filing: {
      on?: string;
      patient?: Record<string, unknown>;
      filer?: Record<string, unknown>;
      documents?: unknown[];
      by?: Actor;
      /** Where it is filed, and whose it is. */
      opening?: Record<string, unknown>;
      longHistoryEvents?: number;
      /** Over how many seconds the files spread the recording of what passed; at once when not given. */
      spreadSeconds?: number;
      /** Acts of before the file came here, with their dates. */
      inherited?: readonly { readonly type: MohCommandType; readonly on: string; readonly payload?: unknown }[];
      /** Milliseconds after which a worker that took a task of the file is taken for dead. */
      taskTimeout?: number;
    } = {},
  ): Promise<MohFile> {
    const caseId = randomUUID();
    const commandId = randomUUID();
    const occurredOn = plainDate(filing.on ?? bucharestDate(await world.now()));
    const payload = MOH_COMMAND_SCHEMAS.fileDossier.payload.parse({
      patient: filing.patient ?? ADULT,
      filer: filing.filer ?? { role: "patient" },
      documents: filing.documents ?? ADULT_DOSSIER,
    });
    const { key, wrapped } = world.keyring.newCaseKey();
    const opening = {
      homeId: "DSP-CJ",
      cstId: "CST-CJ",
      ministryId: "MS",
      officerId: PEOPLE.dsp.userId,
      openedOn: occurredOn,
      surnameIndex: "",
      accessCodeHash: world.keyring.accessCodeHash(world.keyring.accessCode(caseId, commandId)),
      patientHasEmail: payload.patient.email !== undefined,
      ...filing.opening,
    };
    await world.pool.query(
      `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
       VALUES ($1, $2, 'fileDossier', '', $3, $4, $5, $6, $7)`,
      [
        caseId,
        commandId,
        PEOPLE.dsp.userId,
        seal(key, { payload }, sealedAs.payload(caseId, commandId)),
        opening,
        wrapped,
        seal(key, { patient: payload.patient, filer: payload.filer }, sealedAs.subject(caseId)),
      ],
    );
    const facts = MOH_COMMAND_SCHEMAS.fileDossier.facts(payload, occurredOn);
    const input: CaseInput = {
      caseId,
      filing: {
        commandId,
        requestHash: "",
        type: "fileDossier",
        expectedVersion: 0,
        occurredOn,
        actor: filing.by ?? PEOPLE.dsp,
        facts: { ...facts },
      },
      ...(filing.longHistoryEvents === undefined ? {} : { longHistoryEvents: filing.longHistoryEvents }),
      ...(filing.spreadSeconds === undefined ? {} : { spreadSeconds: filing.spreadSeconds }),
      ...(filing.inherited === undefined ? {} : { inherited: filing.inherited.map(inheritedAct) }),
    };
    const handle = await world.client.workflow.start("mohAbroadTreatment", {
      workflowId: caseWorkflowId(caseId),
      taskQueue: world.taskQueue,
      ...(filing.taskTimeout === undefined ? {} : { workflowTaskTimeout: filing.taskTimeout }),
      args: [input],
    });
    await handle.executeUpdate(openedUpdate);
    return new MohFile(world, caseId, key, handle);
  }

  /** Gives a command and returns the state that resulted. @throws the update's failure when it is refused. */
  async give(
    type: MohCommandType,
    { on, payload = {}, by, commandId = randomUUID(), expectedVersion }: Give = {},
  ): Promise<MohState> {
    const occurredOn = plainDate(on ?? bucharestDate(await this.world.now()));
    const schema = MOH_COMMAND_SCHEMAS[type] as (typeof MOH_COMMAND_SCHEMAS)["addDocument"]; // one signature for all
    const parsed = schema.payload.parse(payload);
    if (schema.sealed) {
      await this.world.pool.query(
        `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed) VALUES ($1, $2, $3, '', $4, $5)
         ON CONFLICT DO NOTHING`,
        [
          this.caseId,
          commandId,
          type,
          PEOPLE.dsp.userId,
          seal(this.key, { payload: parsed }, sealedAs.payload(this.caseId, commandId)),
        ],
      );
    }
    const command = {
      commandId,
      requestHash: "",
      type,
      expectedVersion: expectedVersion ?? (await this.state()).version,
      occurredOn,
      actor: by ?? actorFor(type),
      facts: { ...schema.facts(parsed, occurredOn) },
    };
    await this.handle.executeUpdate(commandUpdate, { updateId: commandId, args: [command] });
    return await this.state();
  }

  /** Gives a command that must be refused, and returns why. */
  async refused(type: MohCommandType, give: Give = {}): Promise<Refused> {
    try {
      await this.give(type, give);
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
        return error.cause.details?.[0] as Refused;
      }
      throw error;
    }
    throw new Error(`${type} was accepted`);
  }

  /** The state as the database holds it. */
  async state(): Promise<MohState> {
    const { rows } = await this.world.pool.query<{ state: CaseState }>("SELECT state FROM cases WHERE id = $1", [
      this.caseId,
    ]);
    return rows[0]?.state as MohState;
  }
}

/** An act as an import gives it; what it seals is left out. */
function inheritedAct({ type, on, payload = {} }: { type: MohCommandType; on: string; payload?: unknown }): Command {
  const occurredOn = plainDate(on);
  const schema = MOH_COMMAND_SCHEMAS[type] as (typeof MOH_COMMAND_SCHEMAS)["addDocument"]; // one signature for all
  const facts = { ...schema.facts(schema.payload.parse(payload), occurredOn) };
  const commandId = randomUUID();
  return { commandId, requestHash: "", type, expectedVersion: 0, occurredOn, actor: PEOPLE.supervisor, facts };
}

/** The person of the tests who gives commands of this type. */
function actorFor(type: MohCommandType): Actor {
  const [institution] = MOH_COMMANDS[type].institutions;
  return institution === "cst" ? PEOPLE.cst : institution === "ministry" ? PEOPLE.ministry : PEOPLE.dsp;
}
