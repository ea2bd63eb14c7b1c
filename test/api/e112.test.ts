/** One E112 file through HTTP, from the opening to the settlement, and what is refused on the way. */
import { describe, expect, test } from "@jest/globals";
import { CaseViewSchema } from "../../api/schemas/answers.ts";
import type { E112CaseView } from "../../domain/case/view.ts";
import type { E112CommandType } from "../../domain/e112/commands.ts";
import { CHILD, ONE_PARENT_DOSSIER, SECOND_PARENT } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { engineWorld } from "./support/api-world.ts";

const world = await engineWorld();
const { give, given, open } = world;

/** Carries the file as far as this act, each on its day. */
async function carried(view: E112CaseView, upTo: E112CommandType, otherwise = {}): Promise<E112CaseView> {
  let now = view;
  for (const [type, occurredOn, payload = {}] of preparation(upTo, otherwise)) {
    now = await given("cas", now, type, payload, { occurredOn, lateReason: "registrul casei" });
  }
  return now;
}

const OPENED = { occurredOn: "2026-03-02", lateReason: "registrul casei" };

describe("the E112 route over HTTP", () => {
  test("E112-11 … E112-85: from the opening to the settlement, numbered, without any term", async () => {
    const opened = await open(OPENED);
    expect(opened.registrationNumber).toMatch(/^CAS-CJ\/\d{4}\/\d{6}$/);
    expect(opened.accessCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(opened.view).toMatchObject({ process: "e112", state: "E0", institutions: { cas: "CAS-CJ" } });
    let view = await carried(opened.view, "recordTreatmentDone");
    expect(CaseViewSchema.parse(view)).toBeTruthy();
    expect(view.applicationNumber).toMatch(/^CAS-CJ\/\d{4}\/\d{6}$/);
    expect(view.e112.forms).toMatchObject([
      { number: expect.stringMatching(/^E112-CAS-CJ\/\d{4}\/\d{6}$/), state: "valid", validFrom: "2026-07-01" },
    ]);
    expect(view.e112.clinic).toMatchObject({ name: "Klinikum Test", country: "DE" });
    view = await given("cas", view, "settleInvoice", {
      form: "E125",
      from: "AOK Bayern",
      to: "CAS Cluj",
      amount: "14000.00",
      currency: "EUR",
    });
    expect([view.outcome, view.deadlines]).toEqual(["completed", []]);
  });

  test("E112-10: once the conditions are met nobody can refuse, whoever asks", async () => {
    const view = await carried((await open(OPENED)).view, "analyseConditions");
    expect(view.allowedCommands.map(({ type }) => type)).not.toContain("refuseApplication");
    expect(view.e112.refusal).toMatchObject({ possible: false, rule: "E112-10" });
    for (const person of ["cas", "casSupervisor"] as const) {
      const { status, body } = await give(person, view, "refuseApplication", { reason: "nu" });
      expect([status, body.code, body.rule]).toEqual([409, "REFUSAL_IMPOSSIBLE", "E112-10"]);
      expect(body.allowed).not.toContain("refuseApplication");
    }
    const { status } = await give("casAdmin", view, "refuseApplication", { reason: "nu" });
    expect(status).toBe(403); // an administrator gives no commands
  });

  test("E112-85: no claim and no settlement names the patient or who files, by the word or by the name", async () => {
    const view = await carried((await open(OPENED)).view, "recordTreatmentDone");
    const claim = {
      number: "DE-1",
      formNumber: view.e112.forms[0]?.number,
      from: "AOK Bayern",
      amount: "10.00",
      currency: "EUR",
    };
    const settlement = { form: "E125", from: "CAS Cluj", amount: "10.00", currency: "EUR" };
    for (const to of ["Pacientul", "doamna POPESCU Ana", "pacientei Popescu"]) {
      for (const [type, payload] of [
        ["receiveInvoice", { ...claim, to }],
        ["settleInvoice", { ...settlement, to }],
      ] as const) {
        const { status, body } = await give("cas", view, type, payload);
        expect([to, status, body.code, body.fields[0].rule]).toEqual([to, 422, "NOT_BETWEEN_INSTITUTIONS", "E112-85"]);
      }
    }
    const byForm = `/api/cases?q=${encodeURIComponent(claim.formNumber ?? "")}`; // a claim names the form alone
    expect((await world.get("cas", byForm)).body.items).toMatchObject([{ caseId: view.caseId }]);
    expect((await world.get("strangeCas", byForm)).body.items).toEqual([]);
    const received = await given("cas", view, "receiveInvoice", { ...claim, to: "CAS Cluj" });
    expect(received.e112.invoices).toMatchObject([{ number: "DE-1", differences: [] }]);
  });

  test("E112-A10: a child is one on the day of filing, not on that of the opening; as that day is corrected", async () => {
    const opened = await open({
      ...OPENED,
      patient: { ...CHILD, birthDate: "2008-04-12" },
      applicant: { role: "parent", surname: "Popescu", givenName: "Maria" },
    });
    const entered = (occurredOn: string) => ({ occurredOn, lateReason: "registrul casei" });
    const documents = [...ONE_PARENT_DOSSIER, ...SECOND_PARENT];
    const reported = await carried(opened.view, "recordMedicalReport");
    const other = { documents: [{ kind: "altDocument", form: "copy" }] };
    const adult = await given("cas", reported, "addDocument", other, entered("2026-04-13"));
    expect(adult.subject.minor).toBe(false);
    const child = await given("cas", adult, "assembleDossier", { documents }, entered("2026-04-10"));
    expect([child.subject.minor, child.steps.map(({ step }) => step)]).toEqual([true, ["register-application"]]);
    const filed = await given("cas", child, "registerApplication", {}, entered("2026-04-16"));
    expect(filed.subject.minor).toBe(false);
    const correct = (view: E112CaseView, corrects: number, newOccurredOn: string) =>
      given("cas", view, "correctDate", { corrects, newOccurredOn, reason: "dată greșită" });
    const opening = await correct(filed, 1, "2026-03-01");
    expect(opening.subject.minor).toBe(false);
    const filing = opening.timeline.find(({ type }) => type === "registerApplication")?.seq ?? 0;
    expect((await correct(opening, filing, "2026-04-11")).subject.minor).toBe(true);
  });

  test("E112-59: a house opens the files of its own people", async () => {
    const wrong = await world.post("strangeCas", "/api/cases", {
      commandId: "00000000-0000-4000-8000-0000000000e1",
      process: "e112",
      patient: { surname: "Pop", givenName: "Ion", birthDate: "1970-01-01", domicileCounty: "CJ", casId: "CAS-CJ" },
      applicant: { role: "patient" },
    });
    expect([wrong.status, wrong.body.fields[0].path, wrong.body.fields[0].rule]).toEqual([
      422,
      "patient.casId",
      "E112-59",
    ]);
    const dsp = await world.post("officer", "/api/cases", {
      commandId: "00000000-0000-4000-8000-0000000000e2",
      process: "e112",
      patient: { surname: "Pop", givenName: "Ion", birthDate: "1970-01-01", domicileCounty: "CJ" },
      applicant: { role: "patient" },
    });
    expect(dsp.status).toBe(403);
  });
});
