/** Somebody is away, a house sets its own reminders, an address is put right, a digest is declined: in a real browser. */
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { NAMES, emailOf, idOf, type PersonName } from "../api/support/people.ts";
import { addDays, bucharestDate } from "../../domain/plain-date.ts";
import { MOH_STEPS } from "../../domain/moh/steps.ts";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { unsubscribeUrl, unsubscribeToken } from "../../prisma/secrecy/unsubscribe.ts";
import { en } from "../../web/i18n/en.ts";
import { formatDate } from "../../web/i18n/dates.ts";
import { romanianOn } from "./support/languages.ts";
import { eventually, openTab, queueLine } from "./support/pages.ts";
import { MASTER_KEY } from "./support/office.ts";
import { Scene } from "./support/scene.ts";
import { words } from "./support/words.ts";

const scene = await Scene.open();
const { office, accessibility } = scene;
const LONG_MS = 120_000;
const PEOPLE = NAMES.map((name) => `Persoana ${name}`);
const TODAY = bucharestDate(Date.now());
const UNTIL = addDays(TODAY, 5);

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const mailTo = async (name: PersonName, number: string) =>
  (await office.mail.messages()).filter(({ to, subject }) => to.includes(emailOf(name)) && subject.includes(number));

/** The page says nothing in Romanian once English is chosen. */
async function inEnglish(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "English" }).click();
  await heading(page, title);
  await eventually(
    () => romanianOn(page, PEOPLE),
    (left) => expect({ title, left }).toEqual({ title, left: [] }),
  );
  await page.getByRole("button", { name: "Română" }).click();
}

test(
  "the supervisor declares an officer away: the message and the work go to the substitute, and the file says so",
  async () => {
    let { view } = await office.file();
    const number = view.registrationNumber;
    view = await office.given("officer", view, "sendToCommission");
    view = await office.given("secretary", view, "beginExamination");

    const supervisor = await scene.windowOf("supervisor");
    await supervisor.goto("/");
    await supervisor.locator(".person").click();
    await supervisor.getByRole("link", { name: words("absences.title") }).click();
    await heading(supervisor, words("absences.title"));
    const form = supervisor.locator(".absence-form");
    await form.locator("[name=userId]").selectOption(idOf("officer"));
    await form.locator("[name=untilOn]").fill(formatDate(addDays(TODAY, -1)));
    await form.locator("[name=substituteId]").selectOption(idOf("colleague"));
    await form.getByRole("button", { name: words("absences.new.submit") }).click();
    await form.getByRole("alert").waitFor();
    await accessibility.look(supervisor, "absences, refused");
    await form.locator("[name=untilOn]").fill(formatDate(UNTIL));
    await form.getByRole("button", { name: words("absences.new.submit") }).click();
    await supervisor.locator(".absence-now", { hasText: "Persoana officer" }).waitFor();
    await accessibility.look(supervisor, "absences");
    await inEnglish(supervisor, en["absences.title"]);

    await office.given("secretary", view, "finishExamination", { decision: "rejected" });
    await office.sendMail();
    const title = MOH_STEPS["register-decision"].title.ro;
    await eventually(
      () => mailTo("colleague", number),
      (mails) => expect(mails.filter(({ text }) => text.includes(title))).toHaveLength(1),
    );
    expect(await mailTo("officer", number)).toEqual([]);
    expect((await mailTo("colleague", number))[0]?.text).toContain("în locul unui coleg care lipsește");

    const substitute = await scene.windowOf("colleague");
    await substitute.goto("/?dosare=mele");
    const inPlace = words("queue.inPlaceOf", { name: "Persoana officer" });
    await queueLine(substitute, number).getByText(inPlace).waitFor();
    await accessibility.look(substitute, "queue, in place of another");
    await substitute.getByRole("link", { name: number }).click();
    await heading(substitute, number);
    await substitute
      .locator(".file-header")
      .getByText(words("header.standIn", { name: "Persoana colleague", date: formatDate(UNTIL) }))
      .waitFor();
    await openTab(substitute, "mesaje");
    await substitute
      .getByText(words("message.inPlaceOf", { name: "Persoana officer" }))
      .first()
      .waitFor();
    await office.given("colleague", await office.read("colleague", view.caseId), "registerDecision", {
      decision: "rejected",
      causes: "contraindicații",
      medicalConduct: "tratament conservator",
      recommendedUnitInRomania: "Institutul Clinic Fundeni",
    });
    await substitute.goto(`/dosare/${view.caseId}?fila=istoric`);
    await substitute
      .locator(".entry-act")
      .first()
      .getByText(words("by.inPlaceOf", { name: "Persoana officer" }))
      .waitFor();

    await supervisor.getByRole("button", { name: /^Retrage absența: Persoana officer/ }).click();
    await supervisor.locator(".absence-now").waitFor({ state: "detached" });
    await substitute.goto("/?dosare=mele");
    await heading(substitute, words("queue.title"));
    await eventually(
      () => queueLine(substitute, number).count(),
      (count) => expect(count).toBe(0),
    );
    for (const page of [supervisor, substitute]) await page.context().close();
  },
  LONG_MS,
);

test(
  "the administrator sets the reminders of a term, seeing them on a real file first; waiting ones follow",
  async () => {
    const { view } = await office.file();
    const number = view.registrationNumber;
    const page = await scene.windowOf("admin");
    await page.goto("/administrare/mementouri");
    await heading(page, words("reminders.title"));
    await accessibility.look(page, "reminders");
    await inEnglish(page, en["reminders.title"]);
    await page.getByRole("link", { name: "Trimiterea la comisie", exact: true }).click();
    await heading(page, "Trimiterea la comisie");
    const preview = page.locator(".preview");
    await preview.locator("[name=registrationNumber]").fill(number);
    await preview.getByRole("button", { name: words("preview.show") }).click();
    await preview.getByRole("status").getByText(number).waitFor();

    // The second message, on the day itself, in the house's own words.
    const stage = page.locator(".stage").nth(1);
    await stage.getByLabel(words("reminders.ownWords")).check();
    expect(await stage.getByLabel(words("reminders.subject.ro")).inputValue()).toContain("{number}");
    await stage.getByLabel(words("reminders.lead.ro")).fill("Dosarul {number} al {patient} pleacă azi.");
    await stage.locator("[aria-invalid=true]").waitFor();
    await page.getByText(words("preview.mendFirst")).waitFor();
    await accessibility.look(page, "reminders of a term, refused");
    await stage.getByLabel(words("reminders.lead.ro")).fill("Dosarul {number} pleacă azi la comisie, termen {due}.");
    await page.locator(".stage").nth(4).getByRole("button").click(); // the head hears nothing
    const message = preview.locator(".preview-message").nth(1);
    await message.locator("summary").click();
    const letter = message.frameLocator("iframe");
    await letter.getByText(`Dosarul ${number} pleacă azi la comisie, termen`).waitFor();
    await message.getByText("Persoana officer").first().waitFor();
    await accessibility.look(page, "reminders of a term");
    const planned = async () =>
      (
        await office.pool.query<{ kind: string; own: boolean }>(
          `SELECT kind, words IS NOT NULL AS own FROM planned_messages
           WHERE case_id = $1 AND deadline_id = 'MOH-23' AND state = 'planned' ORDER BY planned_at, kind`,
          [view.caseId],
        )
      ).rows;
    const before = await planned();
    expect(before.filter(({ own }) => own)).toEqual([]);
    await page.getByRole("button", { name: words("reminders.save"), exact: true }).click();
    await page.locator(".announcement", { hasText: words("reminders.saved") }).waitFor();
    await page.getByText(words("reminders.own"), { exact: true }).waitFor();
    await eventually(planned, (rows) => {
      expect(rows.filter(({ own }) => own)).toEqual([{ kind: "due", own: true }]);
      expect(rows.map(({ kind }) => kind)).not.toContain("second-escalation");
    });

    await page.getByRole("button", { name: words("reminders.reset") }).click();
    await page.locator(".announcement", { hasText: words("reminders.wasReset") }).waitFor();
    await eventually(planned, (rows) => expect(rows).toEqual(before));
    await page.context().close();
  },
  LONG_MS,
);

test(
  "an address that takes no mail is work for the administrator, who puts it right and sends again",
  async () => {
    office.mail.refuse(emailOf("secretary"), 550, "no such mailbox");
    const { view } = await office.file();
    await office.given("officer", view, "sendToCommission");
    await office.sendMail();
    // The commission has an administrator of its own; here the one of the county sees to it.
    await office.pool.query(
      "INSERT INTO memberships (user_id, institution_id, role) VALUES ($1, 'CST-CJ', 'administrator')",
      [idOf("admin")],
    );
    const page = await scene.windowOf("admin");
    await page.goto("/administrare/mesaje?stare=failed");
    await page.locator("table.list tbody tr", { hasText: view.registrationNumber }).waitFor();
    await page.getByRole("link", { name: words("addresses.badge", { count: 1 }) }).click();
    await heading(page, words("addresses.title"));
    const task = page.locator(".mail-task", { hasText: "Persoana secretary" });
    await accessibility.look(page, "addresses");
    await inEnglish(page, en["addresses.title"]);
    await task.locator("input[type=email]").fill("secretar.nou@dosar.example");
    await task.getByRole("button", { name: words("addresses.correct") }).click();
    await eventually(
      () => task.locator("input[type=email]").inputValue(),
      (value) => expect(value).toBe("secretar.nou@dosar.example"),
    );
    await task.getByRole("button", { name: words("messages.resend") }).click();
    await task.getByText(words("addresses.onItsWay")).waitFor();
    await office.sendMail();
    await eventually(
      async () => (await office.mail.messages()).filter(({ to }) => to.includes("secretar.nou@dosar.example")),
      (mails) => expect(mails).toHaveLength(1),
    );
    await task.getByLabel(words("addresses.note")).fill("Adresa era cea veche.");
    await task.getByRole("button", { name: words("addresses.close") }).click();
    await page.getByText(words("addresses.open.none")).waitFor();
    await page.goto("/administrare/adrese?arata=inchise");
    await page.getByText("Adresa era cea veche.").waitFor();
    await accessibility.look(page, "addresses, closed");
    await page.context().close();
  },
  LONG_MS,
);

test(
  "the digest is declined from a letter without signing in and without a script, and wanted again in the menu",
  async () => {
    const token = unsubscribeToken(openKeyring(MASTER_KEY), idOf("officer"));
    const { pathname, search } = new URL(unsubscribeUrl(office.origin, token));
    const plain = await scene.window({ javaScriptEnabled: false });
    await plain.goto(`${pathname}${search}`);
    await plain.getByRole("button", { name: "Nu mai trimiteți rezumatul" }).click();
    await plain.getByRole("status").getByText("nu se mai trimite").waitFor();
    await plain.context().close();
    const open = await scene.window();
    await open.goto(`${pathname}${search}`);
    await accessibility.look(open, "declining the digest", { open: true });
    await open.context().close();

    const page = await scene.windowOf("officer");
    await page.goto("/");
    await page.locator(".person").click();
    const digest = page.getByLabel(words("person.digest"));
    expect(await digest.isChecked()).toBe(false);
    await accessibility.look(page, "the person's menu");
    await digest.click(); // it is checked when the answer has come
    await page.locator(".announcement", { hasText: words("person.digest.on") }).waitFor();
    const { rows } = await office.pool.query("SELECT digest FROM users WHERE id = $1", [idOf("officer")]);
    expect(rows).toEqual([{ digest: true }]);
    await page.keyboard.press("Escape");
    await page.locator(".person-menu").waitFor({ state: "detached" });
    await page.context().close();
  },
  LONG_MS,
);

test("nothing on these pages is out of reach, and the browser complained of nothing", () => {
  expect(accessibility.findings).toEqual([]);
  expect(scene.complaints).toEqual([]);
});
