import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { Payload } from "@temporalio/common";
import pg from "pg";
import { verifyAllChains, verifyChain, type ChainReport } from "../../activities/case/verify-chain.ts";
import { sealedAs, unseal } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { workingDay } from "./support/days.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import {
  ADULT,
  ADULT_DOSSIER,
  eventually,
  eventsOf,
  MohFile,
  morning,
  OFFER,
  openStepsOf,
  skippingWorld,
  sleepTo,
} from "./support/world.ts";

const world = await skippingWorld();
const owner = new pg.Client({ connectionString: world.ownerUrl });
await owner.connect();
atEndOfFile(() => owner.end());

/** Everything that must stay in the sealed parts, as it is typed into the file. */
const SECRETS = {
  surname: "Țepeșvoievod",
  givenName: "Anastasia-Secreta",
  cnp: "2800501123454",
  address: "Strada Tainică 7",
  phone: "+40 722 987 654",
  email: "secret.patient@exemplu.ro",
  diagnosis: "leucemie mieloidă rarissimă",
  filerSurname: "Reprezentescu",
  filerEmail: "secret.filer@exemplu.ro",
  title: "analiză HLA specială",
  lateReason: "motivul întârzierii tainice",
  clinic: "Klinikum Geheim",
  clinicCity: "Verborgenstadt",
  evidence: "AWB-777-TAINIC",
  offerContact: "Dr. Verschwiegen",
  bankAccount: "DE00999988887777666655",
  note: "notă confidențială",
  causes: "cauze neștiute ale întârzierii",
  intervention: "am sunat la clinica tainică",
  correction: "motiv tainic de corectură",
  decisionReason: "propunere tainică",
};

let file: MohFile;

beforeAll(async () => {
  const day = await morning(world);
  file = await MohFile.open(world, {
    patient: {
      ...ADULT,
      surname: SECRETS.surname,
      givenName: SECRETS.givenName,
      address: SECRETS.address,
      phone: SECRETS.phone,
      email: SECRETS.email,
      diagnosis: SECRETS.diagnosis,
    },
    filer: { role: "spouse", surname: SECRETS.filerSurname, givenName: "X", email: SECRETS.filerEmail },
    documents: [...ADULT_DOSSIER, { kind: "ciDepunator", form: "copy", title: SECRETS.title }],
  });
  await file.give("sendToCommission");
  await file.give("beginExamination");
  await file.give("finishExamination", { payload: { decision: "approved" } });
  const clinics = [1, 2].map((index) => ({
    name: `${SECRETS.clinic} ${index}`,
    country: "DE",
    city: SECRETS.clinicCity,
  }));
  await file.give("registerDecision", { payload: { decision: "approved", minutes: { urgencyClass: "B", clinics } } });
  await file.give("notifyPatient", { payload: { channel: "email" } });
  await file.give("signUndertaking", { payload: { signedBy: "patient" } });
  for (const clinic of ["clinic-1", "clinic-2"])
    await file.give("sendClinicRequest", { payload: { clinic, evidence: SECRETS.evidence } });
  const offer = {
    ...OFFER,
    clinicName: SECRETS.clinic,
    contactPerson: SECRETS.offerContact,
    bankAccount: SECRETS.bankAccount,
    diagnosis: SECRETS.diagnosis,
  };
  await file.give("recordClinicAnswer", { payload: { clinic: "clinic-1", kind: "offer", offer, note: SECRETS.note } });
  await file.give("recordClinicAnswer", { payload: { clinic: "clinic-2", kind: "refusal", note: SECRETS.note } });
  await sleepTo(world, workingDay(day, 23));
  await eventually(async () => expect(openStepsOf(await file.state())).toContain("report-delay"));
  await file.give("reportDelay", { payload: { causes: SECRETS.causes } });
  await file.give("registerDelayReport");
  await file.give("intervene", { payload: { note: SECRETS.intervention } });
  await file.give("sendToMinistry", { payload: { proposedClinic: "clinic-1", reasons: SECRETS.decisionReason } });
  await file.give("correctDate", { payload: { corrects: 1, newOccurredOn: "2026-11-20", reason: SECRETS.correction } });
  await file.give("registerAtMinistry");
  await file.give("decideAtMinistry", { payload: { decision: "rejected", reasons: SECRETS.decisionReason } });
});

describe("the event log, a chain of hashes", () => {
  const changed: [table: string, sql: string, values: unknown[]][] = [];

  afterEach(async () => {
    for (const [, sql, values] of changed.splice(0)) await owner.query(sql, values);
  });

  /** Alters a column of an event as only the owner can, and undoes it after the test. */
  async function alter(column: string, seq: number, value: string): Promise<void> {
    const { rows } = await owner.query<{ before: string | null }>(
      `SELECT ${column}::text AS before FROM events WHERE case_id = $1 AND seq = $2`,
      [file.caseId, seq],
    );
    const type =
      column === "data"
        ? "jsonb"
        : column === "at"
          ? "timestamptz"
          : column === "sealed"
            ? "bytea"
            : column === "actor_id"
              ? "uuid"
              : "text";
    const sql = `UPDATE events SET ${column} = $3::${type} WHERE case_id = $1 AND seq = $2`;
    await owner.query(sql, [file.caseId, seq, value]);
    changed.push(["events", sql, [file.caseId, seq, rows[0]?.before]]);
  }

  async function fault(): Promise<ChainReport["fault"]> {
    return (await verifyChain(world.pool, file.caseId)).fault;
  }

  test("verifies as it was written, without a gap", async () => {
    const report = await verifyChain(world.pool, file.caseId);
    const events = await eventsOf(world, file);
    expect(report).toEqual({ caseId: file.caseId, events: events.length });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect((await verifyAllChains(world.pool)).faults).toEqual([]);
  });

  test.each([
    ["type", "stepOpenedX", "changed"],
    ["at", "2026-01-01T00:00:00Z", "changed"],
    ["data", '{"act":{"by":{"userId":"00000000-0000-4000-8000-000000000001"}}}', "changed"],
    ["sealed", "\\x00", "changed"],
    ["hash", "0".repeat(64), "changed"],
    ["prev_hash", "f".repeat(64), "unlinked"],
    ["actor_id", "00000000-0000-4000-8000-000000000002", "other-actor"],
  ] as const)("breaks when %s of an act is altered", async (column, value, kind) => {
    const seq = Number((await eventsOf(world, file)).find(({ data }) => data.act?.type === "sendClinicRequest")?.seq);
    await alter(column, seq, value);
    expect(await fault()).toEqual({ seq, kind });
    const all = await verifyAllChains(world.pool);
    expect(all.faults).toEqual([{ caseId: file.caseId, events: expect.any(Number), fault: { seq, kind } }]);
  });

  test("breaks when an event is missing in the middle, or at the end", async () => {
    const columns = "case_id, seq, type, at, actor_id, data, sealed, prev_hash, hash";
    const events = await eventsOf(world, file);
    for (const [seq, kind] of [
      [7, "missing"],
      [events.length, "cut-off"],
    ] as const) {
      await owner.query(
        "CREATE TEMP TABLE kept AS SELECT * FROM events WHERE case_id = $1 AND seq = $2"
          .replace("$1", `'${file.caseId}'`)
          .replace("$2", String(seq)),
      );
      await owner.query("DELETE FROM events WHERE case_id = $1 AND seq = $2", [file.caseId, seq]);
      expect(await fault()).toEqual({ seq, kind });
      await owner.query(`INSERT INTO events (${columns}) SELECT ${columns} FROM kept`);
      await owner.query("DROP TABLE kept");
    }
    expect(await fault()).toBeUndefined();
  });

  test("cannot be changed by the application, nor can what was accepted or audited", async () => {
    const denied = { code: "42501" };
    for (const table of ["events", "commands", "audit_log"]) {
      await expect(world.pool.query(`UPDATE ${table} SET case_id = case_id`)).rejects.toMatchObject(denied);
      await expect(world.pool.query(`DELETE FROM ${table}`)).rejects.toMatchObject(denied);
      await expect(world.pool.query(`TRUNCATE ${table}`)).rejects.toMatchObject(denied);
    }
    await expect(world.pool.query("ALTER TABLE events DISABLE TRIGGER ALL")).rejects.toMatchObject(denied);
    await expect(world.pool.query("DROP TABLE events")).rejects.toMatchObject(denied);
  });

  test("holds what was typed, sealed with the key of its case", async () => {
    const { rows } = await world.pool.query<{
      sealed: Buffer | null;
      data: { act: { commandId: string; type: string } };
      wrapped_key: Buffer;
    }>(
      "SELECT e.sealed, e.data, c.wrapped_key FROM events e JOIN cases c ON c.id = e.case_id WHERE c.id = $1 AND e.type = 'actRecorded' ORDER BY seq",
      [file.caseId],
    );
    const opened = rows.flatMap(({ sealed, data, wrapped_key: wrapped }) =>
      sealed === null
        ? []
        : [unseal(world.keyring.unwrapCaseKey(wrapped), sealed, sealedAs.payload(file.caseId, data.act.commandId))],
    );
    const everything = JSON.stringify(opened);
    for (const [name, secret] of Object.entries(SECRETS)) {
      if (["cnp", "lateReason"].includes(name)) continue; // not given in this file
      expect(everything).toContain(secret);
    }
    expect(await world.pool.query("SELECT FROM intake WHERE case_id = $1", [file.caseId])).toMatchObject({
      rowCount: 0,
    });
  });
});

describe("what people must not read by the way", () => {
  function expectNoSecret(text: string): void {
    for (const secret of [...Object.values(SECRETS), "analyses HLA", ADULT.birthDate]) {
      expect(text).not.toContain(secret);
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  }

  test("Temporal's history holds ids, codes and dates, and those encrypted", async () => {
    const history = await file.handle.fetchHistory();
    const payloads: Payload[] = [];
    const strings: string[] = [];
    collect(history, payloads, strings);
    expect(payloads.length).toBeGreaterThan(40);
    const commandId =
      (await eventsOf(world, file)).find(({ data }) => data.act?.type === "reportDelay")?.data.act?.commandId ?? "?";
    const isEncrypted = ({ metadata }: Payload): boolean =>
      Buffer.from(metadata?.["encoding"] ?? []).toString() === "binary/encrypted";
    // The engine's own notes on a local activity are not ours to encrypt: its name, its attempt, its times.
    const notes = new Set(
      payloads
        .filter((payload) => !isEncrypted(payload))
        .flatMap(({ data }) => Object.keys(JSON.parse(Buffer.from(data ?? []).toString()) as object)),
    );
    expect([...notes].toSorted()).toEqual([
      "0", // the list of the changes of the workflow's code, searchable
      "activity_id",
      "activity_type",
      "attempt",
      "backoff",
      "complete_time",
      "deprecated",
      "id",
      "original_schedule_time",
      "seq",
    ]);
    const raw = payloads.map(({ data }) => Buffer.from(data ?? []).toString("latin1")).join("\n");
    expect(raw).not.toContain(commandId);
    const decoded = await encryptingCodec(world.keyring.payloadKey).decode(payloads);
    const text = decoded.map(({ data }) => Buffer.from(data ?? []).toString("utf8")).join("\n");
    expect(text).toContain(commandId); // it has been decoded
    expect(text).toContain("clinic-1");
    expectNoSecret(text);
    expectNoSecret(strings.join("\n"));
  });

  test.each(["events", "commands", "work_items", "planned_messages", "deadlines"])(
    "%s hold none of it outside the sealed part",
    async (table) => {
      const { rows } = await world.pool.query<{ row: string }>(
        `SELECT (to_jsonb(t) - 'sealed')::text AS row FROM ${table} t WHERE case_id = $1`,
        [file.caseId],
      );
      expect(rows.length).toBeGreaterThan(5);
      expectNoSecret(rows.map(({ row }) => row).join("\n"));
    },
  );

  test("nor does the state of the case, nor anything else of its row", async () => {
    const { rows } = await world.pool.query<{ row: string }>(
      "SELECT to_jsonb(c)::text AS row FROM cases c WHERE id = $1",
      [file.caseId],
    );
    expect(rows[0]?.row).toContain("clinic-1");
    expectNoSecret(rows[0]?.row ?? "");
  });
});

/** Every payload and every string of a history. */
function collect(value: unknown, payloads: Payload[], strings: string[]): void {
  if (typeof value === "string") strings.push(value);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  if ("metadata" in value && "data" in value && value.data instanceof Uint8Array) {
    payloads.push(value as Payload);
    return;
  }
  for (const inner of Object.values(value)) collect(inner, payloads, strings);
}
