/** Letters that come back, over real SMTP both ways. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "@jest/globals";
import nodemailer from "nodemailer";
import { findDeliveryStatus } from "../../activities/mail/delivery-status.ts";
import { bounceAddress, domainOf, messageOfBounce } from "../../activities/mail/sender.ts";
import { deliveryReport } from "../../dev/stack/mail-report.ts";
import { listenForBounces, type BounceListener } from "../../worker/bounce-listener.ts";
import { eventually } from "../moh/support/files.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { MailWorld } from "./support/mail-world.ts";

const DOMAIN = "example.ro";
let listener: BounceListener | undefined;
const world = await MailWorld.open({
  async returnsTo(pool) {
    listener = await listenForBounces({ port: 0, host: "127.0.0.1", pool });
    atEndOfFile(() => listener?.stop() ?? Promise.resolve());
    return listener.port;
  },
});

beforeEach(() => world.clear());

/** A letter to the patient side that the mail server has accepted. */
async function sentLetter(email = "pacient@exemplu.ro"): Promise<string> {
  const caseId = await world.addCase({ email });
  const id = await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt: "2026-03-06T06:00:00Z" });
  world.time = "2026-03-06T06:01:00Z";
  await world.sweep({ bounceDomain: DOMAIN });
  return id;
}

/** Gives the listener what a mail server would. */
async function give(to: string, raw: string): Promise<void> {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port: listener?.port ?? 0, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: "", to: [to] }, raw });
}

const report = (change: (text: string) => string = (text) => text): string =>
  change(deliveryReport("x@y.ro", ["pacient@exemplu.ro"], Buffer.from("Subject: x\r\n\r\n")));

describe("a letter that comes back", () => {
  test("its envelope names it, it becomes work of the DSP, without an address", async () => {
    const id = await sentLetter("ana.respins@exemplu.ro");
    const [caught] = await world.mail.messages();
    expect(caught?.headers["return-path"]).toBe(`<bounce+${id}@${DOMAIN}>`);
    expect(caught?.headers["from"]).toBe("Dosar <dosar@example.ro>");
    await eventually(async () => expect((await world.letter(id)).state).toBe("bounced"));
    expect(await world.tasks()).toEqual([
      {
        institution: "DSP-CJ",
        kind: "mail-bounced",
        messageId: id,
        reason: "failed 5.1.1 550 5.1.1 <…@…>: mailbox unavailable",
        open: true,
      },
    ]);
    const { rows } = await world.pool.query("SELECT bounced_at FROM messages WHERE id = $1", [id]);
    expect(rows[0]).toEqual({ bounced_at: expect.any(Date) });
  });

  test("once, however often the report comes", async () => {
    const id = await sentLetter();
    await give(bounceAddress(id, DOMAIN), report());
    await world.pool.query("UPDATE admin_tasks SET closed_at = now()");
    await give(bounceAddress(id, DOMAIN), report());
    expect((await world.tasks()).map(({ open }) => open)).toEqual([false]);
  });

  test("a mailbox that refuses at once is no return, but work as well", async () => {
    const id = await sentLetter("ana.refuzat@exemplu.ro");
    expect((await world.letter(id)).state).toBe("failed");
    expect((await world.tasks()).map(({ kind }) => kind)).toEqual(["mail-refused"]);
  });

  test("before it was written down that it left: it stays returned", async () => {
    const id = await sentLetter();
    await world.pool.query("UPDATE messages SET state = 'sending' WHERE id = $1", [id]);
    await give(bounceAddress(id, DOMAIN), report());
    const { markSent } = await import("../../activities/mail/outcomes.ts");
    await markSent(world.pool, [id], new Date());
    expect((await world.letter(id)).state).toBe("bounced");
  });
});

describe("what is no return for good", () => {
  test("a delay is noted and changes nothing", async () => {
    const id = await sentLetter();
    await give(
      bounceAddress(id, DOMAIN),
      report((text) => text.replace("Action: failed", "Action: delayed").replace("Status: 5.1.1", "Status: 4.4.1")),
    );
    expect(await world.letter(id)).toMatchObject({
      state: "sent",
      lastError: expect.stringContaining("delayed 4.4.1"),
    });
    expect(await world.tasks()).toEqual([]);
  });

  test("an automatic answer is ignored", async () => {
    const id = await sentLetter();
    await give(bounceAddress(id, DOMAIN), "From: a@b.ro\r\nSubject: sunt in concediu\r\n\r\nAction: failed\r\n");
    expect(await world.letter(id)).toMatchObject({ state: "sent", lastError: null });
  });

  test("an address that names no letter, or one that never left: nothing happens, and nothing is told", async () => {
    const caseId = await world.addCase();
    const waiting = await world.addLetter(caseId, { plannedAt: "2026-03-06T06:00:00Z" });
    await give(bounceAddress(randomUUID(), DOMAIN), report());
    await give(bounceAddress(waiting, DOMAIN), report());
    expect((await world.letter(waiting)).state).toBe("planned");
    expect(await world.tasks()).toEqual([]);
  });

  test("it takes letters that come back, and no others; none that is large", async () => {
    await expect(give("dosar@example.ro", report())).rejects.toMatchObject({ responseCode: 550 });
    await expect(give("bounce+1@example.ro", report())).rejects.toMatchObject({ responseCode: 550 });
    const id = await sentLetter();
    const large = report((text) => `${text}${"x".repeat(300_000)}`);
    await expect(give(bounceAddress(id, DOMAIN), large)).rejects.toMatchObject({ responseCode: 552 });
    expect((await world.letter(id)).state).toBe("sent");
  });
});

describe("reading reports", () => {
  test("folded fields, quoted and bare boundaries, base64, given up after days", () => {
    const status = (body: string, headers = 'Content-Type: multipart/report; boundary="b"'): unknown =>
      findDeliveryStatus(`${headers}\n\n--b\n${body}\n--b--\n`);
    expect(
      status(
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: Failed\nStatus: 4.4.7\nDiagnostic-Code: smtp;\n 450 gave\n up",
      ),
    ).toEqual({ action: "failed", status: "4.4.7", diagnostic: "450 gave up" });
    const encoded = Buffer.from("Reporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.2.2\r\n").toString("base64");
    expect(
      status(
        `Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n${encoded}`,
        "Content-Type: multipart/report;\n report-type=delivery-status; boundary=b",
      ),
    ).toEqual({ action: "failed", status: "5.2.2" });
    expect(status("Content-Type: text/plain\n\nAction: failed")).toBeUndefined();
  });

  test("addresses", () => {
    const id = randomUUID();
    expect(messageOfBounce(bounceAddress(id, DOMAIN))).toBe(id);
    expect(messageOfBounce(`BOUNCE+${id.toUpperCase()}@X`)).toBe(id);
    expect(messageOfBounce(`bounce+${id}1@x`)).toBeUndefined();
    expect([domainOf("Dosar <dosar@Example.ro>"), domainOf("a@b"), domainOf("x")]).toEqual([
      "example.ro",
      "b",
      undefined,
    ]);
  });
});
