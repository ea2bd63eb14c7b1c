/** A file in the database without an engine behind it, for tests of reading. */
import { randomUUID } from "node:crypto";
import { MOH_COMMAND_SCHEMAS } from "../../../domain/commands/moh.schema.ts";
import { applyEvent, emptyCase } from "../../../domain/case/state.ts";
import { moh } from "../../../domain/moh/process.ts";
import { plainDate } from "../../../domain/plain-date.ts";
import { seal, sealedAs } from "../../../prisma/secrecy/keyring.ts";
import { surnameIndex } from "../../../api/cases/person-index.ts";
import { ADULT, ADULT_DOSSIER } from "../../support/moh-file.ts";
import type { ApiWorld } from "./api-world.ts";
import { idOf } from "./people.ts";

export interface SeededCase {
  /** An E112 file, kept by the CAS of the county. */
  readonly ofCas?: boolean;
  readonly cstSent?: boolean;
  readonly ministrySent?: boolean;
  readonly number?: string;
  readonly openedOn?: string;
  readonly surname?: string;
  readonly stage?: string;
  readonly urgencyClass?: "A" | "B";
}

let numbered = 0;

/** @returns the id of the case: filed and complete, with its first step open. */
export async function seedCase(
  { owner, keyring }: Pick<ApiWorld, "owner" | "keyring">,
  seeded: SeededCase = {},
): Promise<string> {
  const { cstSent = true, ministrySent = true, openedOn = "2026-03-02", surname = ADULT.surname } = seeded;
  const caseId = randomUUID();
  const commandId = randomUUID();
  const occurredOn = plainDate(openedOn);
  const payload = MOH_COMMAND_SCHEMAS.fileDossier.payload.parse({
    patient: { ...ADULT, surname },
    filer: { role: "patient" },
    documents: ADULT_DOSSIER,
  });
  const state = emptyCase(caseId, moh);
  const at = `${openedOn}T09:00:00.000Z`;
  const by = { userId: idOf("officer"), institution: "DSP-CJ", role: "dsp-officer" } as const;
  const facts = { ...MOH_COMMAND_SCHEMAS.fileDossier.facts(payload, occurredOn) };
  const act = { type: "fileDossier", commandId, requestHash: "", by, dates: { occurredOn }, facts, follows: [] };
  const since = [{ act: 1, field: "occurredOn" }];
  applyEvent(state, { type: "actRecorded", act, seq: 1, at }, moh);
  applyEvent(
    state,
    {
      type: "deadlineStarted",
      deadline: "MOH-23",
      rule: "MOH-23",
      basis: "term",
      duty: "DSP",
      from: since,
      seq: 2,
      at,
    },
    moh,
  );
  applyEvent(state, { type: "stepOpened", step: "send-to-commission", since, deadlines: ["MOH-23"], seq: 3, at }, moh);
  const deadline = state.deadlines["MOH-23"];
  if (deadline !== undefined) {
    deadline.due = {
      startsOn: occurredOn,
      dueOn: plainDate("2026-03-04"),
      passesAt: "2026-03-04T22:00:00.000Z",
      calendarVersion: "test",
      lawVersion: "test",
    };
  }
  const { key, wrapped } = keyring.newCaseKey();
  numbered += 1;
  const [process, home, cst, ministry] = seeded.ofCas === true ? ["e112", "CAS-CJ"] : ["moh", "DSP-CJ", "CST-CJ", "MS"];
  const number = seeded.number ?? `${home}/2026/${String(numbered).padStart(6, "0")}`;
  await owner.query(
    `INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
       stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
       surname_index, wrapped_key, cst_since, ministry_since, urgency_class)
     VALUES ($1, $15, $2, $3, $16, $17, $18, $4, $5, $6, $6, $7, 1, 3, '', $8, $9, true, $10, $11, $12, $13, $14)`,
    [
      caseId,
      number,
      keyring.accessCodeHash(keyring.accessCode(caseId, commandId)),
      idOf("officer"),
      seeded.stage ?? state.stage,
      openedOn,
      at,
      JSON.stringify(state),
      seal(key, { patient: payload.patient, filer: payload.filer }, sealedAs.subject(caseId)),
      surnameIndex(keyring, surname),
      wrapped,
      cstSent ? at : null,
      ministrySent ? at : null,
      seeded.urgencyClass ?? null,
      process,
      home,
      cst,
      ministry,
    ],
  );
  return caseId;
}
