/** The patient side keeps the preparation of its own file, with its number and code. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { E112CaseViewSchema } from "../../api/schemas/answers.ts";
import { CONDITIONS } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { engineWorld, type Answer, type Opened } from "./support/api-world.ts";

const world = await engineWorld();
const { open, given, give, file } = world;

async function keep(
  { registrationNumber, accessCode }: Pick<Opened, "registrationNumber" | "accessCode">,
  type: string,
  payload: unknown,
  extra: Record<string, unknown> = {},
): Promise<Answer> {
  const command = { commandId: randomUUID(), expectedVersion: 1, type, payload, ...extra };
  return await world.post(undefined, "/api/public/preparation/commands", {
    registrationNumber,
    accessCode,
    ...command,
  });
}

const AGREEMENT = { casContract: true, doctor: "Dr. Ionescu" };

describe("the preparation by number and code", () => {
  test("E112-11: the patient side records; the house sees that it was the patient side, and goes on", async () => {
    const opened = await open();
    const { registrationNumber, accessCode } = opened;
    const read = await world.post(undefined, "/api/public/preparation", { registrationNumber, accessCode });
    expect(read.status).toBe(200);
    expect(E112CaseViewSchema.parse(read.body)).toBeTruthy();
    expect(read.body.allowedCommands.map(({ type }: { type: string }) => type)).toEqual([
      "recordPriorAgreement",
      "addDocument",
      "recordDeparture",
    ]);
    expect(read.text).not.toContain("Popescu");
    const kept = await keep(opened, "recordPriorAgreement", AGREEMENT);
    expect([kept.status, kept.body.state]).toEqual([200, "E1"]);
    const { body } = await world.get("cas", `/api/cases/${opened.view.caseId}`);
    expect(body.timeline.at(-1).by).toEqual({ name: "", institution: "CAS-CJ", patientSide: true });
    const view = await given("cas", body, "recordTranslations", { existing: [], translated: [], language: "de" });
    expect(view.state).toBe("E2");
  });

  test("the same command twice is one; two at once: one wins, the other is told", async () => {
    const opened = await open();
    const commandId = randomUUID();
    const first = await keep(opened, "recordPriorAgreement", AGREEMENT, { commandId });
    const again = await keep(opened, "recordPriorAgreement", AGREEMENT, { commandId });
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, 2]);
    const late = await give("cas", opened.view, "recordPriorAgreement", AGREEMENT);
    expect([late.status, late.body.code]).toEqual([409, "STALE_VERSION"]);
  });

  test("what is the house's is not the patient side's; another process has no preparation; a wrong code opens nothing", async () => {
    const opened = await open();
    const withdrawn = await keep(opened, "withdrawApplication", { reason: "nu mai e nevoie" });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([403, "HOUSE_RECORDS"]);
    const wrong = await keep({ ...opened, accessCode: "AAAA-AAAA-AAAA-AAAA" }, "recordPriorAgreement", AGREEMENT);
    expect(wrong.status).toBe(404);
    const { registrationNumber, accessCode } = await file();
    const other = await world.post(undefined, "/api/public/preparation", { registrationNumber, accessCode });
    expect(other.status).toBe(404);
  });

  test("E112-61: once the application is registered the file is the house’s, and the view tells nothing of the decision", async () => {
    const opened = await open({ occurredOn: "2026-03-02", lateReason: "registru" });
    let view = opened.view;
    for (const [type, occurredOn, payload = {}] of preparation("analyseConditions", {
      analyseConditions: { ...CONDITIONS, clinicContracted: false },
    })) {
      view = await given("cas", view, type, payload, { occurredOn, lateReason: "registru" });
    }
    const { registrationNumber, accessCode } = opened;
    const { body } = await world.post(undefined, "/api/public/preparation", { registrationNumber, accessCode });
    expect([body.status, body.allowedCommands, body.e112.conditions, body.e112.route.open]).toEqual([
      "registered",
      [],
      [],
      false,
    ]);
    const left = await keep(opened, "recordDeparture", { departedOn: "2026-06-01" }, { expectedVersion: view.version });
    expect([left.status, left.body.code]).toEqual([409, "PREPARATION_CLOSED"]);
  });

  test("what is wrong is said in a sentence, with its rule", async () => {
    const opened = await open();
    const refused = await keep(opened, "recordPriorAgreement", { ...AGREEMENT, casContract: false });
    expect([refused.status, refused.body.fields[0].rule]).toEqual([422, "E112-12"]);
  });
});
