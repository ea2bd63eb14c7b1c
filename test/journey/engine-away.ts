/** The engine does not answer: nothing typed is lost, and what is sent again happens once. */
import { expect, test } from "@jest/globals";
import type { Locator, Page } from "playwright-core";
import { ADULT_DOSSIER } from "../support/moh-file.ts";
import { field, formOf, send } from "./support/pages.ts";
import type { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const TYPED = "analize scrise cât motorul lipsea";
const SURNAME = "Absentescu";
const MOST_TRIES = 5;
/** How late the houses come, milliseconds. */
const SLOW_MS = 1_500;

/** Sends again as a person would, until it is taken. */
async function sendUntil(page: Page, form: Locator, done: Locator): Promise<void> {
  const notice = form.locator("[data-notice]");
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    await form.getByRole("button", { name: words("form.sendAgain") }).click();
    await page.locator("button[data-loading]").waitFor({ state: "detached" });
    await done.or(notice).first().waitFor();
    if (await done.isVisible()) return;
  }
  throw new Error("the engine is back and nothing is taken");
}

export function engineAway(scene: Scene): void {
  const { office, accessibility } = scene;

  test("the engine away: told calmly, the text kept, and sent again it happens once", async () => {
    const { caseId } = await office.file({ documents: ADULT_DOSSIER.filter(({ kind }) => kind !== "analize") });
    const [adding, filing] = await Promise.all([scene.windowOf("officer"), scene.windowOf("officer")]);
    await adding.goto(`/dosare/${caseId}`);
    const documents = await formOf(adding, "addDocument");
    await documents.locator(".pick button").first().click();
    await field(documents, "documents.0.title").fill(TYPED);

    // Over a slow line the form comes when its proposals are there: the county of the house is never left out.
    await filing.route("**/api/institutions", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      await route.continue();
    });
    await filing.goto("/dosare/nou");
    const dossier = filing.locator("form.new-file");
    await dossier.locator('[name="patient.surname"]').fill(SURNAME);
    await dossier.locator('[name="patient.givenName"]').fill("Ion");
    await dossier.locator('[name="patient.birthDate"]').fill("01.05.1980");

    await office.worker.stop();
    try {
      await Promise.all([send(documents), send(dossier)]);
      for (const form of [documents, dossier]) {
        const notice = form.locator("[data-notice]");
        // The API waits for its engine before it answers; on a busy machine that comes late.
        await notice.getByText(words("form.unavailable"), { exact: true }).waitFor({ timeout: 40_000 });
        expect(await notice.innerText()).toContain(words("form.unavailable.text"));
      }
      expect(await field(documents, "documents.0.title").inputValue()).toBe(TYPED);
      expect(await dossier.locator('[name="patient.surname"]').inputValue()).toBe(SURNAME);
      // What is there can still be read.
      await accessibility.look(adding, "file, engine away");
    } finally {
      await office.worker.start();
    }
    await Promise.all([
      sendUntil(adding, documents, adding.locator(".announcement")),
      sendUntil(filing, dossier, filing.locator(".receipt")),
    ]);
    const { timeline } = await office.read("officer", caseId);
    expect(timeline.filter(({ type }) => type === "addDocument").map(({ payload }) => payload)).toEqual([
      { documents: [expect.objectContaining({ title: TYPED })] },
    ]);
    const found = await office.find("officer", SURNAME);
    expect(found).toHaveLength(1);
    for (const page of [adding, filing]) await page.context().close();
  }, 90_000);
}
