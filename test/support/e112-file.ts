/** A file of the E112 process under a real workflow, for tests. */
import { E112_COMMAND_SCHEMAS } from "../../domain/commands/e112/index.schema.ts";
import type { E112CommandType } from "../../domain/e112/commands.ts";
import type { E112Facts } from "../../domain/e112/facts.ts";
import { CASE_WORKFLOWS } from "../../workflows/contract.ts";
import { ADULT, CLINIC } from "../e112/support/papers.ts";
import { EngineFile, startFile, type StartOptions, type Tested, type World } from "./engine-file.ts";
import { PEOPLE } from "./people.ts";

const E112: Tested<E112CommandType> = {
  workflow: CASE_WORKFLOWS.e112,
  schemas: E112_COMMAND_SCHEMAS,
  officer: PEOPLE.cas,
  inheritor: PEOPLE.casSupervisor,
  actorFor: () => PEOPLE.cas,
};

export class E112File extends EngineFile<E112CommandType, E112Facts> {
  /** Opens a file at the CAS of Cluj and waits until it has its number. */
  static async open(
    world: World,
    filing: StartOptions<E112CommandType> & { payload?: Record<string, unknown> } = {},
  ): Promise<E112File> {
    const payload = E112_COMMAND_SCHEMAS.openFile.payload.parse({
      patient: ADULT,
      applicant: { role: "patient" },
      clinic: CLINIC,
      ...filing.payload,
    });
    const subject = { patient: payload.patient, filer: payload.applicant };
    const read = { type: "openFile", payload, houses: { homeId: "CAS-CJ" }, subject } as const;
    return new E112File(world, E112, await startFile(world, E112, read, filing));
  }
}
