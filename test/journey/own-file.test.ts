/** A patient keeps the preparation of the own file on a phone, with the number and the code of the receipt. */
import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import { E112_COMMANDS } from "../../domain/e112/commands.ts";
import { tokenOf } from "../api/support/people.ts";
import { OPENING } from "../e112/support/rehearsed.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { accessibility, office } = scene;
const LONG_MS = 120_000;

test(
  "E112-11 … E112-13: what is lacking is seen, what was done is recorded, and the house sees who recorded it",
  async () => {
    const answer = await fetch(`${office.origin}/api/cases`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: `dosar=${tokenOf("cas")}` },
      body: JSON.stringify({ commandId: randomUUID(), process: "e112", ...OPENING }),
    });
    const opened = (await answer.json()) as { caseId: string; registrationNumber: string; accessCode: string };
    const page = await scene.window({ viewport: { width: 390, height: 800 } });
    await page.goto("/pregatire");
    await page.locator("[name=registrationNumber]").fill(opened.registrationNumber);
    await page.locator("[name=accessCode]").fill("AAAA-AAAA-AAAA-AAAA");
    await page.getByRole("button", { name: words("ownFile.open") }).click();
    await page.getByRole("alert").waitFor();
    await page.locator("[name=accessCode]").fill(opened.accessCode);
    await page.getByRole("button", { name: words("ownFile.open") }).click();
    await page.getByRole("heading", { name: words("ownFile.now") }).waitFor();
    await accessibility.look(page, "own file");
    await page.locator("[name='recordPriorAgreement.doctor']").fill("Dr. Ionescu");
    await page
      .getByRole("radio", { name: words("yes") })
      .first()
      .check();
    await page.getByRole("form").getByRole("button", { name: E112_COMMANDS.recordPriorAgreement.title.ro }).click();
    await page.locator(".preparation-done").first().waitFor();
    expect(page.url()).not.toContain(opened.accessCode);

    const officer = await scene.windowOf("cas");
    await officer.goto(`/dosare/${opened.caseId}?fila=istoric`);
    await officer.getByText(words("by.withCode")).waitFor();
    expect(scene.complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
  },
  LONG_MS,
);
