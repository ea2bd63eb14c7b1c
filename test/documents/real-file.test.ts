/** «Calculul termenului» of files that lived: corrected, suspended, passed to somebody else, moved by the calendar. */
import { describe, expect, test } from "@jest/globals";
import type { MohCaseView } from "../../domain/case/view.ts";
import { engineWorld } from "../api/support/api-world.ts";
import { readCode, readPdf } from "./support/pdf.ts";

const world = await engineWorld({ PUBLIC_URL: "http://dosar.example" });
const { file, given } = world;
const CAUSE = "așteptăm actele lui Popescu Ion, diagnostic C50";

async function certificate({ caseId }: MohCaseView, deadline: string) {
  const url = `/api/cases/${caseId}/deadlines/${encodeURIComponent(deadline)}/certificate.pdf`;
  const { bytes } = await world.bytes("officer", url);
  const [{ text }, code = ""] = [await readPdf(bytes), await readCode(bytes)];
  const { pathname, search } = new URL(code);
  return { text, code, page: (await world.get(undefined, `${pathname}${search}`)).text };
}

describe("a deadline's history is on its paper, and its code confirms it", () => {
  test("a corrected date (MOH-23)", async () => {
    const filed = await file("officer", { occurredOn: "2026-03-02" });
    const view = await given("officer", filed.view, "correctDate", {
      corrects: 1,
      newOccurredOn: "2026-03-05",
      reason: "greșeală de tipar",
    });
    const { text, page } = await certificate(view, "MOH-23");
    expect(text).toContain("luni, 9 martie 2026");
    expect(text).toContain("ultima zi: din 04.03.2026 în 09.03.2026");
    expect(text).toContain("corectarea unei date");
    expect(page).toContain("<h2>Confirmat</h2>");
    expect(page).toContain("luni, 9 martie 2026");
  });

  test("suspended and resumed: who caused it, never in whose words", async () => {
    const filed = await file("officer", { occurredOn: "2026-03-02" });
    const suspended = await given(
      "supervisor",
      filed.view,
      "suspendDeadline",
      { deadline: "MOH-23", causedBy: "PATIENT_SIDE", cause: CAUSE, legalBasis: "art. 1" },
      { occurredOn: "2026-03-03" },
    );
    const standing = await certificate(suspended, "MOH-23");
    expect(standing.text).toContain("de la 03.03.2026, nereluat");
    expect(standing.text).toContain("Termen suspendat: ultima zi, cel mai devreme miercuri, 4 martie 2026");
    expect(standing.page).toContain("Termenul era suspendat la tipărire: ultima zi, cel mai devreme, miercuri");
    expect(standing.page).toContain("<h2>Confirmat</h2>");
    const view = await given(
      "supervisor",
      suspended,
      "resumeDeadline",
      { deadline: "MOH-23" },
      { occurredOn: "2026-03-10" },
    );
    const { text, code, page } = await certificate(view, "MOH-23");
    expect(text).toContain("miercuri, 11 martie 2026");
    expect(text).toContain("de la 03.03.2026, reluat la 10.03.2026");
    expect(text).toContain("cauzată de: Pacientul sau cine îl reprezintă");
    expect(text).toMatch(/05\.03\.2026 joi – termenul este suspendat/);
    expect(text).not.toMatch(/Popescu|C50/);
    expect(code).toContain("s=20260303-20260310");
    expect(page).toContain("<h2>Confirmat</h2>");
    expect(page).toContain("termenul este suspendat");
    expect(page).not.toMatch(/Popescu|C50/);
  });

  test("a duty that passed to the patient side (MOH-42)", async () => {
    let { view } = await file("officer", { occurredOn: "2026-03-02" });
    view = await given("officer", view, "sendToCommission", {}, { occurredOn: "2026-03-03" });
    view = await given("secretary", view, "beginExamination", {}, { occurredOn: "2026-03-04" });
    view = await given("secretary", view, "finishExamination", { decision: "approved" }, { occurredOn: "2026-03-05" });
    view = await given(
      "officer",
      view,
      "registerDecision",
      {
        decision: "approved",
        minutes: { urgencyClass: "A", clinics: [{ name: "Klinik Geheim", country: "DE" }] },
      },
      { occurredOn: "2026-03-06" },
    );
    view = await given("officer", view, "notifyPatient", {}, { occurredOn: "2026-03-09" });
    view = await given("officer", view, "signUndertaking", { signedBy: "patient" }, { occurredOn: "2026-03-10" });
    const { text, code, page } = await certificate(view, "MOH-42");
    expect(text).toContain("Pacientul sau cine îl reprezintă");
    expect(text).toContain("Înainte: Direcția de Sănătate Publică (DSP)");
    expect(text).toMatch(/depășirea poate avea efect abia după \d\d\.03\.2026/);
    expect(text).not.toContain("Klinik");
    expect(code).toMatch(/o=PATIENT_SIDE&f=DSP&a=20260309/);
    expect(page).toContain("<h2>Confirmat</h2>");
  });
});
