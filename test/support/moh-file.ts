/** A file of the Ministry's process under a real workflow, for tests. */
import type { Actor } from "../../domain/case/events.ts";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { MOH_COMMANDS, type MohCommandType } from "../../domain/moh/commands.ts";
import type { MohFacts } from "../../domain/moh/facts.ts";
import { caseWorkflowId, CASE_WORKFLOWS } from "../../workflows/contract.ts";
import { EngineFile, startFile, type StartOptions, type Tested, type World } from "./engine-file.ts";
import { PEOPLE } from "./people.ts";

export type { Give, World } from "./engine-file.ts";

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

const MOH: Tested<MohCommandType> = {
  workflow: CASE_WORKFLOWS.moh,
  schemas: MOH_COMMAND_SCHEMAS,
  officer: PEOPLE.dsp,
  inheritor: PEOPLE.supervisor,
  actorFor,
};

export class MohFile extends EngineFile<MohCommandType, MohFacts> {
  /** A file that is there, with its key. */
  static of(world: World, caseId: string, key: Buffer): MohFile {
    return new MohFile(world, MOH, { caseId, key, handle: world.client.workflow.getHandle(caseWorkflowId(caseId)) });
  }

  /** Files a dossier and waits until it has its number. */
  static async open(
    world: World,
    filing: StartOptions<MohCommandType> & {
      patient?: Record<string, unknown>;
      filer?: Record<string, unknown>;
      documents?: unknown[];
    } = {},
  ): Promise<MohFile> {
    const payload = MOH_COMMAND_SCHEMAS.fileDossier.payload.parse({
      patient: filing.patient ?? ADULT,
      filer: filing.filer ?? { role: "patient" },
      documents: filing.documents ?? ADULT_DOSSIER,
    });
    const { patient, filer } = payload;
    const houses = { homeId: "DSP-CJ", cstId: "CST-CJ", ministryId: "MS" };
    const read = { type: "fileDossier", payload, houses, subject: { patient, filer } } as const;
    return new MohFile(world, MOH, await startFile(world, MOH, read, filing));
  }
}

/** The person of the tests who gives commands of this type. */
function actorFor(type: MohCommandType): Actor {
  const [institution] = MOH_COMMANDS[type].institutions;
  return institution === "cst" ? PEOPLE.cst : institution === "ministry" ? PEOPLE.ministry : PEOPLE.dsp;
}
