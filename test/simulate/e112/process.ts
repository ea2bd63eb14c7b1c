/** The E112/S2 process as a simulation runs it. */
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import { APPLICANT_ROLES, DOCUMENT_KINDS } from "../../../domain/e112/documents.ts";
import type { E112State } from "../../../domain/e112/facts.ts";
import type { SimulatedProcess } from "../process.ts";
import { E112_BRANCHES } from "./branches.ts";
import { filingOf, payloadOf } from "./payloads.ts";
import { E112_WAY } from "./standard-way.ts";

export const e112: SimulatedProcess = {
  name: "e112",
  branches: E112_BRANCHES,
  opens: "openFile",
  reader: "cas-supervisor",
  filer: { field: "applicant", roles: APPLICANT_ROLES },
  documentKinds: DOCUMENT_KINDS,
  prepares: true,
  way: E112_WAY,
  busy: "open-ministry-file",
  filingOf,
  payloadOf: (type, given, state, on, scenario) =>
    payloadOf(type as E112CommandType, given, state as E112State, on, scenario),
};
