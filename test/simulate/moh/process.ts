/** The Ministry's process as a simulation runs it. */
import { DOCUMENT_KINDS } from "../../../domain/moh/documents.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import type { SimulatedProcess } from "../process.ts";
import { MOH_BRANCHES } from "./branches.ts";
import { filingOf, payloadOf } from "./payloads.ts";
import { MOH_WAY } from "./standard-way.ts";

export const moh: SimulatedProcess = {
  name: "moh",
  branches: MOH_BRANCHES,
  opens: "fileDossier",
  reader: "dsp-supervisor",
  filer: { field: "filer", roles: ["patient", "spouse", "relative", "legalRepresentative", "parent"] },
  documentKinds: DOCUMENT_KINDS,
  prepares: false,
  way: MOH_WAY,
  filingOf,
  payloadOf: (type, given, state, on) => payloadOf(type as MohCommandType, given, state as MohState, on),
};
