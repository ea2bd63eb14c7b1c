import { describe, expect, test } from "@jest/globals";
import { MohFile, OFFER } from "../support/moh-file.ts";
import { skippingWorld } from "../support/moh-world.ts";

const world = await skippingWorld();

describe("the main line", () => {
  test("MOH-10 … MOH-76 a complete file goes from the registry to the Ministry's decision", async () => {
    const file = await MohFile.open(world);
    await file.give("sendToCommission");
    await file.give("beginExamination");
    await file.give("finishExamination", { payload: { decision: "approved" } });
    await file.give("registerDecision", {
      payload: {
        decision: "approved",
        minutes: {
          urgencyClass: "B",
          clinics: [
            { name: "A", country: "DE" },
            { name: "B", country: "AT" },
            { name: "C", country: "FR" },
          ],
        },
      },
    });
    await file.give("notifyPatient");
    for (const clinic of ["clinic-1", "clinic-2", "clinic-3"]) {
      await file.give("sendClinicRequest", { payload: { clinic, evidence: "e-mail 1" } });
    }
    await file.give("recordClinicAnswer", { payload: { clinic: "clinic-1", kind: "offer", offer: OFFER } });
    await file.give("recordClinicAnswer", { payload: { clinic: "clinic-2", kind: "refusal" } });
    await file.give("sendToMinistry");
    await file.give("registerAtMinistry");
    await file.give("decideAtMinistry", {
      payload: { decision: "approved", clinic: "clinic-1", amount: "21500", currency: "EUR" },
    });
    const state = await file.give("notifyPatient");
    expect(state.outcome).toBe("approved-by-ministry");
    expect(await file.handle.result()).toBe("approved-by-ministry");
  });
});
