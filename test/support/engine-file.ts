/** A file of any process under a real workflow, for tests: acts are given as the API gives them, without HTTP. */
import { randomUUID } from "node:crypto";
import { WorkflowNotFoundError, WorkflowUpdateFailedError, type Client, type WorkflowHandle } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import type pg from "pg";
import type { Command } from "../../domain/case/commands.ts";
import type { Actor } from "../../domain/case/events.ts";
import type { Opening } from "../../domain/case/opening.ts";
import type { CaseState } from "../../domain/case/state.ts";
import { bucharestDate, plainDate } from "../../domain/plain-date.ts";
import { seal, sealedAs, type Keyring } from "../../prisma/secrecy/keyring.ts";
import {
  caseWorkflowId,
  commandUpdate,
  openedUpdate,
  type CaseInput,
  type RefusalDetail,
} from "../../workflows/contract.ts";

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

/** A schema as the files use it: each reads its own payload into its own facts; here they are one kind. */
export interface AnySchema {
  readonly payload: { parse(given: unknown): unknown };
  readonly sealed: boolean;
  facts(payload: never, occurredOn: never): object;
}

/** A process as its files are tested. */
export interface Tested<Type extends string> {
  readonly workflow: string;
  readonly schemas: Readonly<Record<Type, AnySchema>>;
  /** Who files, gives what the test does not say, and gives what a file inherits. */
  readonly officer: Actor;
  readonly inheritor: Actor;
  /** The person of the tests who gives commands of this type. */
  actorFor(type: Type): Actor;
}

export interface StartOptions<Type extends string> {
  readonly on?: string;
  readonly by?: Actor;
  /** Where it is filed, and whose it is. */
  readonly opening?: Record<string, unknown>;
  readonly longHistoryEvents?: number;
  /** Over how many seconds the files spread the recording of what passed; at once when not given. */
  readonly spreadSeconds?: number;
  /** Acts of before the file came here, with their dates. */
  readonly inherited?: readonly { readonly type: Type; readonly on: string; readonly payload?: unknown }[];
  /** Milliseconds after which a worker that took a task of the file is taken for dead. */
  readonly taskTimeout?: number;
}

/** The command that opens a file, as it was read. */
export interface Filing<Type extends string> {
  readonly type: Type;
  readonly payload: unknown;
  readonly houses: Pick<Opening, "homeId" | "cstId" | "ministryId">;
  /** Whose file it is, and who files. */
  readonly subject: { readonly patient: { readonly email?: string | undefined }; readonly filer: unknown };
}

/** What a started file is, before it has its class. */
interface Started {
  readonly caseId: string;
  readonly key: Buffer;
  readonly handle: WorkflowHandle;
}

/** Puts the filing into the intake, starts the workflow, and waits until the file has its number. */
export async function startFile<Type extends string>(
  world: World,
  tested: Tested<Type>,
  filing: Filing<Type>,
  options: StartOptions<Type>,
): Promise<Started> {
  const caseId = randomUUID();
  const commandId = randomUUID();
  const { officer } = tested;
  const occurredOn = plainDate(options.on ?? bucharestDate(await world.now()));
  const { key, wrapped } = world.keyring.newCaseKey();
  const opening = {
    ...filing.houses,
    officerId: officer.userId,
    openedOn: occurredOn,
    surnameIndex: "",
    accessCodeHash: world.keyring.accessCodeHash(world.keyring.accessCode(caseId, commandId)),
    patientHasEmail: filing.subject.patient.email !== undefined,
    ...options.opening,
  };
  await world.pool.query(
    `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
     VALUES ($1, $2, $3, '', $4, $5, $6, $7, $8)`,
    [
      caseId,
      commandId,
      filing.type,
      officer.userId,
      seal(key, { payload: filing.payload }, sealedAs.payload(caseId, commandId)),
      opening,
      wrapped,
      seal(key, filing.subject, sealedAs.subject(caseId)),
    ],
  );
  const input: CaseInput = {
    caseId,
    filing: {
      commandId,
      requestHash: "",
      type: filing.type,
      expectedVersion: 0,
      occurredOn,
      actor: options.by ?? officer,
      facts: { ...tested.schemas[filing.type].facts(filing.payload as never, occurredOn as never) },
    },
    ...(options.longHistoryEvents === undefined ? {} : { longHistoryEvents: options.longHistoryEvents }),
    ...(options.spreadSeconds === undefined ? {} : { spreadSeconds: options.spreadSeconds }),
    ...(options.inherited === undefined
      ? {}
      : { inherited: options.inherited.map((act) => inheritedAct(tested, act)) }),
  };
  const handle = await world.client.workflow.start(tested.workflow, {
    workflowId: caseWorkflowId(caseId),
    taskQueue: world.taskQueue,
    ...(options.taskTimeout === undefined ? {} : { workflowTaskTimeout: options.taskTimeout }),
    args: [input],
  });
  await handle.executeUpdate(openedUpdate);
  return { caseId, key, handle };
}

/** An act as an import gives it; what it seals is left out. */
function inheritedAct<Type extends string>(
  { schemas, inheritor }: Tested<Type>,
  { type, on, payload = {} }: { readonly type: Type; readonly on: string; readonly payload?: unknown },
): Command {
  const occurredOn = plainDate(on);
  const schema = schemas[type];
  const facts = { ...schema.facts(schema.payload.parse(payload) as never, occurredOn as never) };
  const commandId = randomUUID();
  return { commandId, requestHash: "", type, expectedVersion: 0, occurredOn, actor: inheritor, facts };
}

export class EngineFile<Type extends string, Facts> {
  readonly caseId: string;
  readonly handle: WorkflowHandle;
  private readonly world: World;
  private readonly key: Buffer;
  private readonly tested: Tested<Type>;

  protected constructor(world: World, tested: Tested<Type>, { caseId, key, handle }: Started) {
    this.world = world;
    this.tested = tested;
    this.caseId = caseId;
    this.key = key;
    this.handle = handle;
  }

  /** Gives a command and returns the state that resulted. @throws the update's failure when it is refused. */
  async give(
    type: Type,
    { on, payload = {}, by, commandId = randomUUID(), expectedVersion }: Give = {},
  ): Promise<CaseState<Facts>> {
    const occurredOn = plainDate(on ?? bucharestDate(await this.world.now()));
    const schema = this.tested.schemas[type];
    const parsed = schema.payload.parse(payload);
    if (schema.sealed) {
      await this.world.pool.query(
        `INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed) VALUES ($1, $2, $3, '', $4, $5)
         ON CONFLICT DO NOTHING`,
        [
          this.caseId,
          commandId,
          type,
          this.tested.officer.userId,
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
      actor: by ?? this.tested.actorFor(type),
      facts: { ...schema.facts(parsed as never, occurredOn as never) },
    };
    await this.update(command);
    return await this.state();
  }

  /** Asks again when the run that was asked had just gone on in a new history. */
  private async update(command: Command): Promise<void> {
    const options = { updateId: command.commandId, args: [command] } satisfies { updateId: string; args: [Command] };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.handle.executeUpdate(commandUpdate, options);
        return;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError) || attempt === 3) throw error;
        if ((await this.state()).outcome !== undefined) throw error;
      }
    }
  }

  /** Gives a command that must be refused, and returns why. */
  async refused(type: Type, give: Give = {}): Promise<Refused> {
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
  async state(): Promise<CaseState<Facts>> {
    const { rows } = await this.world.pool.query<{ state: CaseState }>("SELECT state FROM cases WHERE id = $1", [
      this.caseId,
    ]);
    return rows[0]?.state as CaseState<Facts>;
  }
}
