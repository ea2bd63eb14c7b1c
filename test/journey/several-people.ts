/** Two people at one file, at the same moment. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { ADULT_DOSSIER } from "../support/moh-file.ts";
import type { PersonName } from "../api/support/people.ts";
import { choose, eventually, field, formOf, send, toldDone } from "./support/pages.ts";
import type { Scene } from "./support/scene.ts";
import { actTitle, words } from "./support/words.ts";

interface Rival {
  readonly name: PersonName;
  readonly page: Page;
  /** What this one typed. */
  readonly typed: string;
}

/** Waits until each has an answer. @returns who was first, who was told so. */
async function settled(rivals: readonly [Rival, Rival]): Promise<{ first: Rival; second: Rival }> {
  const [a, b] = rivals;
  const told = await Promise.all(
    rivals.map(async ({ page }) => {
      const refused = page.locator("[data-notice]");
      await page.locator(".announcement").or(refused).first().waitFor();
      return await refused.isVisible();
    }),
  );
  expect(told.toSorted()).toEqual([false, true]); // one wins, one is told
  return told[0] === true ? { first: b, second: a } : { first: a, second: b };
}

/** What was typed still stands on the page, in a field or to be copied. */
async function expectKept({ page, typed }: Rival): Promise<void> {
  const texts = await page.evaluate(() => [
    document.body.innerText,
    ...[...document.querySelectorAll("input, textarea")].map((input) => (input as HTMLInputElement).value),
  ]);
  expect(texts.join("\n")).toContain(typed);
}

export function severalPeople(scene: Scene, decided: () => readonly string[]): void {
  const { office, accessibility } = scene;

  test("two register the same decision: one act, the other is told by whom and keeps what was typed", async () => {
    const filed = await office.file();
    let { view } = filed;
    view = await office.given("officer", view, "sendToCommission");
    view = await office.given("secretary", view, "beginExamination");
    view = await office.given("secretary", view, "finishExamination", { decision: "rejected" });
    const rivals = [
      { name: "officer", page: await scene.windowOf("officer"), typed: "Cauze scrise de prima persoană" },
      { name: "colleague", page: await scene.windowOf("colleague"), typed: "Cauze scrise de a doua persoană" },
    ] as const satisfies readonly Rival[];
    const forms = await Promise.all(
      rivals.map(async ({ page, typed }) => {
        await page.goto(`/dosare/${view.caseId}?pas=register-decision`);
        const form = await formOf(page, "registerDecision");
        await choose(form, "decision", "rejected");
        await field(form, "causes").fill(typed);
        await field(form, "medicalConduct").fill("tratament conservator");
        await field(form, "recommendedUnitInRomania").fill("Institutul Clinic Fundeni");
        return form;
      }),
    );
    await Promise.all(forms.map(send));
    const { first, second } = await settled(rivals);

    const notice = second.page.locator("[data-notice]");
    await notice.getByText(words("form.noLongerAllowed"), { exact: true }).waitFor();
    expect(await notice.innerText()).toContain(`${actTitle("registerDecision")}: Persoana ${first.name}`);
    await expectKept(second);
    await accessibility.look(second.page, "file, act no longer possible");
    view = await office.read("officer", view.caseId);
    const registered = view.timeline.filter(({ type }) => type === "registerDecision");
    expect(registered.map(({ by, payload }) => [by?.name, payload?.["causes"]])).toEqual([
      [`Persoana ${first.name}`, first.typed],
    ]);

    // Nothing on the patient's page differs from that of an approved file: the direction is not told (decision 17).
    for (const [index, language] of (["ro", "en"] as const).entries()) {
      const rejected = await scene.publicStatus(view.registrationNumber, filed.accessCode, language);
      expect(rejected).toBe(decided()[index]);
    }
    for (const { page } of rivals) await page.context().close();
  }, 60_000);

  test("two add documents: the second is told, sends again on the new version, and both documents are there", async () => {
    const late = ["analize", "foaieObservatie"] as const;
    const { caseId } = await office.file({
      documents: ADULT_DOSSIER.filter(({ kind }) => kind !== late[0] && kind !== late[1]),
    });
    const rivals = [
      { name: "officer", page: await scene.windowOf("officer"), typed: "analize din martie" },
      { name: "colleague", page: await scene.windowOf("colleague"), typed: "foaie de la Spitalul Județean" },
    ] as const satisfies readonly Rival[];
    const forms = await Promise.all(
      rivals.map(async ({ page, typed }, index) => {
        await page.goto(`/dosare/${caseId}`);
        const form = await formOf(page, "addDocument");
        await form
          .locator(".pick button")
          .nth(index + 1)
          .click(); // the first takes all
        await field(form, "documents.0.title").fill(typed);
        return form;
      }),
    );
    await Promise.all(forms.map(send));
    const { first, second } = await settled(rivals);

    const notice = second.page.locator("[data-notice]");
    await notice.getByText(words("form.stale"), { exact: true }).waitFor();
    expect(await notice.innerText()).toContain(`${actTitle("addDocument")}: Persoana ${first.name}`);
    const form = await formOf(second.page, "addDocument");
    expect(await field(form, "documents.0.title").inputValue()).toBe(second.typed);
    await accessibility.look(second.page, "file, changed by another");
    await send(form);
    await toldDone(second.page, "addDocument", "complete");
    await eventually(
      () => office.read("officer", caseId),
      ({ documents }) => {
        const titles = documents.flatMap(({ title }) => title ?? []);
        expect(titles.toSorted()).toEqual(rivals.map(({ typed }) => typed).toSorted());
      },
    );
    for (const { page } of rivals) await page.context().close();
  }, 60_000);
}
