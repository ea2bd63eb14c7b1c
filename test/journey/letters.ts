/** What arrived at the mail server while the file went its way. */
import { expect, test } from "@jest/globals";
import type { CaughtMail } from "../../dev/stack/mail.ts";
import { MOH_STEPS, type MohStep } from "../../domain/moh/steps.ts";
import { emailOf, PASSWORD, type PersonName } from "../api/support/people.ts";
import { eventually, fillSignIn } from "./support/pages.ts";
import { DIRECTIONS, expectWithout, PATIENT, PERSONAL, type Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

/** Who is told of which step, when it comes to their house from another. */
const NEWS = {
  secretary: ["begin-examination"],
  ministry: ["register-at-ministry"],
  officer: ["register-decision", "notify-ministry-approval", "record-disposition"],
} as const satisfies Partial<Record<PersonName, readonly MohStep[]>>;

export function letters(
  scene: Scene,
  journey: { readonly number: string; readonly code: string; readonly caseId: string },
): void {
  const { office, accessibility } = scene;

  test("the commission, the Ministry and the DSP hear of their work, the patient of the number", async () => {
    const caught = (await office.mail.messages()).filter(({ subject }) => subject.includes(journey.number));
    const to = (address: string): CaughtMail[] => caught.filter((mail) => mail.to.includes(address));
    for (const [name, steps] of Object.entries(NEWS)) {
      const received = to(emailOf(name as PersonName));
      for (const step of steps) {
        const news = received.filter(({ text }) => text.includes(`: ${MOH_STEPS[step].title.ro}.`));
        const link = `${office.origin}/dosare/${journey.caseId}`;
        expect(news.map(({ text }) => text)).toEqual([expect.stringContaining(link)]);
      }
    }
    const [receipt, ...more] = to(PATIENT.email);
    expect(more).toEqual([]);
    expect(receipt?.text).toContain(`${office.origin}/stare`);
  });

  test("no message says who, where, of what or which way", async () => {
    const caught = await office.mail.messages();
    expect(caught.length).toBeGreaterThanOrEqual(Object.values(NEWS).flat().length + 1);
    for (const { subject, text, html, attachments, headers } of caught) {
      const { to: _to, "delivered-to": _deliveredTo, ...others } = headers;
      const whole = [subject, text, html, ...Object.values(others)].join("\n");
      expectWithout(whole, [...PERSONAL, ...DIRECTIONS, journey.code]);
      // The date of a term, and nothing else.
      expect(attachments.filter(({ contentType }) => contentType !== "text/calendar")).toEqual([]);
    }
  });

  test("the link of a message leads through signing in to the file, and says when its step is done", async () => {
    const caught = await office.mail.messages();
    const news = caught.find(
      ({ to, subject }) => to.includes(emailOf("secretary")) && subject.includes(journey.number),
    );
    const link = /http:\S+/.exec(news?.text ?? "")?.[0] ?? "";
    const page = await scene.window();
    await page.goto(link);
    await page.getByRole("heading", { level: 1, name: words("signIn.title") }).waitFor();
    await fillSignIn(page, emailOf("secretary"), PASSWORD);
    await page.getByRole("heading", { level: 1, name: journey.number }).waitFor();
    await page.getByRole("status").getByText(MOH_STEPS["begin-examination"].title.ro).waitFor();
    await page.context().close();
  });

  test("a letter about a step that it may not name leads to that step by its own name", async () => {
    const caught = await office.mail.messages();
    const notice = caught.find(({ to, text }) => to.includes(emailOf("officer")) && text.includes("?mesaj="));
    const link = /http:\S+mesaj=\S+/.exec(notice?.text ?? "")?.[0] ?? "";
    expect(link).toContain(journey.caseId);
    const page = await scene.windowOf("officer");
    await page.goto(link);
    await page.getByRole("status").getByText(MOH_STEPS["notify-ministry-approval"].title.ro).waitFor();
    expect(page.url()).toContain("pas=notify-ministry-approval");
    await page.context().close();
  });

  test("the administrator sees every message with its state, and no content", async () => {
    const page = await scene.windowOf("admin");
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: words("messages.title") }).waitFor();
    await page.getByLabel(words("column.state")).selectOption("sent");
    const lines = page.locator("table.list tbody tr", { hasText: journey.number });
    await eventually(
      () => lines.filter({ hasText: words("message.sent") }).count(),
      (count) => expect(count).toBeGreaterThan(0),
    );
    expect(await page.locator("main").innerText()).not.toContain(PATIENT.surname);
    await accessibility.look(page, "messages");
    await page.context().close();
  });
}
