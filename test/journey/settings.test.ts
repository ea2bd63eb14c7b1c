/** The Ministry's administrator changes a setting in the browser; others read it, and where it acts it is told. */
import { expect, test } from "@jest/globals";
import { definitionOf } from "../../domain/settings/settings.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 120_000;
const { title, say } = definitionOf("offers-needed");

test(
  "MOH-A8 is set with its reason, kept in the history, and told beside the rule; who is not the administrator only reads it",
  async () => {
    const page = await scene.windowOf("ministryAdmin");
    await page.goto("/administrare/setari");
    await page.getByRole("button", { name: words("settings.change.of", { title: title.ro }) }).click();
    await page.getByRole("radio", { name: say(2).ro, exact: true }).check();
    await page.locator("[name=reason]").fill("Nota Ministerului nr. 12");
    await page.locator("[name=legalBasis]").fill("Ordinul 50/2004");
    await accessibility.look(page, "settings form");
    await page.getByRole("button", { name: words("settings.save"), exact: true }).click();
    const card = page.locator("#offers-needed");
    await card.locator(".setting-value", { hasText: say(2).ro }).waitFor();
    await card.locator("summary").click();
    expect(await card.locator("tbody").innerText()).toContain("Nota Ministerului nr. 12");
    await accessibility.look(page, "settings");

    const { view } = await office.file();
    let file = await office.given("officer", view, "sendToCommission");
    const secretary = await scene.windowOf("secretary");
    await secretary.goto(`/dosare/${file.caseId}`);
    await secretary.locator(".alert-note", { hasText: words("alert.nature", { reading: "MOH-A4" }) }).waitFor();
    await accessibility.look(secretary, "file at the commission");
    file = await office.given("secretary", file, "beginExamination");
    file = await office.given("secretary", file, "finishExamination", { decision: "approved" });
    file = await office.given("officer", file, "registerDecision", {
      decision: "approved",
      minutes: { urgencyClass: "B", clinics: ["A", "B"].map((name) => ({ name, country: "DE" })) },
    });
    const officer = await scene.windowOf("officer");
    await officer.goto(`/dosare/${file.caseId}`);
    await officer.locator(".progress").first().waitFor();
    const rule = officer.locator("#pas-correspond-with-clinics .rules");
    await rule.getByRole("button").click();
    await rule.locator(".rule-setting", { hasText: say(2).ro }).waitFor();
    expect(await officer.locator("#pas-correspond-with-clinics").innerText()).toContain(
      words("sendable.offersKept", { needed: 2 }),
    );
    await officer.goto("/administrare/setari");
    await officer.locator("#offers-needed .setting-value", { hasText: say(2).ro }).waitFor();
    expect(await officer.getByRole("button", { name: words("settings.change") }).count()).toBe(0);
    expect(scene.complaints).toEqual([]);
  },
  LONG_MS,
);
