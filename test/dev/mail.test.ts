import { beforeEach, expect, test } from "@jest/globals";
import nodemailer from "nodemailer";

import { mailCatcher } from "../support/mail.ts";

const mail = await mailCatcher();
const transport = nodemailer.createTransport(mail.smtpUrl);

beforeEach(async () => {
  mail.acceptAll();
  await mail.clear();
});

const letter = {
  from: "Dosar <dosar@example.ro>",
  to: "ion@example.ro",
  subject: "Înștiințare: termen până la 12.03.2026",
  text: "Bună ziua, ședința are loc mâine.",
  html: "<p>Bună ziua</p><script>alert(1)</script>",
  messageId: "<a-1@dosar.example.ro>",
};

test("keeps what was sent, with its diacritics, and gives it as JSON", async () => {
  await transport.sendMail({ ...letter, attachments: [{ filename: "act.txt", content: "x" }] });
  const answer = await fetch(`${mail.pageUrl}api/messages`);
  expect(await answer.json()).toEqual([
    expect.objectContaining({
      messageId: "<a-1@dosar.example.ro>",
      to: ["ion@example.ro"],
      subject: letter.subject,
      text: expect.stringContaining("ședința are loc mâine"),
      html: expect.stringContaining("Bună ziua"),
      attachments: [expect.objectContaining({ filename: "act.txt" })],
    }),
  ]);
});

test("shows a list and each message, and lets nothing in a message run", async () => {
  await transport.sendMail(letter);
  const list = await (await fetch(mail.pageUrl, { headers: { "accept-language": "ro-RO" } })).text();
  expect(list).toContain("Cutia poștală");
  expect(list).toContain(letter.subject);
  const [caught] = await mail.messages();
  const page = await fetch(`${mail.pageUrl}messages/${caught?.id}`);
  expect(await page.text()).toContain("ședința are loc mâine");
  const html = await fetch(`${mail.pageUrl}messages/${caught?.id}/html`);
  expect(html.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect((await fetch(`${mail.pageUrl}messages/1-0`)).status).toBe(404);
});

test("is emptied with DELETE", async () => {
  await transport.sendMail(letter);
  await fetch(`${mail.pageUrl}api/messages`, { method: "DELETE" });
  expect(await mail.messages()).toEqual([]);
});

test("refuses a recipient with the code it was told", async () => {
  mail.refuse("ion@example.ro", 550, "no such mailbox");
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 550 });
  mail.refuse("*", 451);
  await expect(transport.sendMail({ ...letter, to: "b@example.ro" })).rejects.toMatchObject({ responseCode: 451 });
  expect(await mail.messages()).toEqual([]);
});
