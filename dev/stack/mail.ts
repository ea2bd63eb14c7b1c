import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Server } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import type { AddressObject, ParsedMail } from "mailparser";
import { simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import type { SMTPServerAddress, SMTPServerEnvelope } from "smtp-server";
import { SMTPServer } from "smtp-server";

import { deliveryReport } from "./mail-report.ts";
import { LIST_SCRIPT, listPage, messagePage, notFoundPage } from "./mail-pages.ts";
import { LOOPBACK } from "./processes.ts";

const MAX_MESSAGE_BYTES = 30 * 1024 * 1024;
const RETURN_AFTER_MS = 1_000;
/** Nothing that a message holds runs or loads anything. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "frame-src 'self'",
  "connect-src 'self'",
  `script-src 'sha256-${createHash("sha256").update(LIST_SCRIPT).digest("base64")}'`,
].join("; ");

export interface CaughtMail {
  id: string;
  messageId: string | null;
  from: string;
  /** Everyone it was delivered to, as said to the server (not what the header claims). */
  to: string[];
  subject: string;
  /** When it arrived, an instant in ISO form. */
  date: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; size: number }[];
}

export interface MailCatcher {
  readonly smtpUrl: string;
  /** The mailbox page; its JSON is at `/api/messages`. */
  readonly pageUrl: string;
  /** Everything caught, the oldest first. */
  messages(): Promise<CaughtMail[]>;
  clear(): Promise<void>;
  /** From now on answers this SMTP code (4xx: try again, 5xx: never) for that recipient, or for "*" all. */
  refuse(recipient: string, code: number, text?: string): void;
  acceptAll(): void;
  stop(): Promise<void>;
}

export interface MailOptions {
  /** Where messages are kept, one `.eml` file each. */
  folder: string;
  /** 0: any free port. */
  smtpPort: number;
  httpPort: number;
  /** Where a letter is returned to when its recipient is one that returns everything; nowhere when absent. */
  returnPort?: number;
}

/**
 * A mail server on loopback that accepts everything, delivers nothing, and shows it on a page. To see what happens when
 * mail fails: an address whose local part ends in `.refuzat` is refused, and one that ends in `.respins` is accepted and
 * the letter returned, as real mail servers do.
 */
export async function startMailCatcher({ folder, smtpPort, httpPort, returnPort }: MailOptions): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const store = new MailStore(folder);
  const refusals = new Map<string, { code: number; text: string }>();

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: MAX_MESSAGE_BYTES,
    disableReverseLookup: true,
    logger: false,
    onRcptTo(address, _session, done) {
      const refusal = refusals.get(address.address.toLowerCase()) ?? refusals.get("*") ?? refusalOf(address.address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, session, done) {
      buffer(stream)
        .then(async (raw) => {
          const id = await store.add(raw, session.envelope);
          if (returnPort !== undefined) returnLater(session.envelope, raw, returnPort);
          return id;
        })
        .then(
          (id) => done(null, `kept as ${id}`),
          (error: unknown) => done(Object.assign(new Error(String(error)), { responseCode: 451 })),
        );
    },
  });
  smtp.on("error", () => {}); // A client that hangs up mid-way; a failure to listen is reported below.
  const http = createServer((request, response) => {
    answer(store, request, response).catch((error: unknown) => send(response, 500, "text/plain", String(error)));
  });

  const smtpServer = await listen(smtp.server, smtpPort);
  const pageServer = await listen(http, httpPort).catch(async (error: unknown) => {
    await close(smtpServer);
    throw error;
  });
  return {
    smtpUrl: `smtp://${LOOPBACK}:${portOf(smtpServer)}`,
    pageUrl: `http://${LOOPBACK}:${portOf(pageServer)}/`,
    messages: () => store.list(),
    clear: () => store.clear(),
    refuse: (recipient, code, text = "refused for a test") => refusals.set(recipient.toLowerCase(), { code, text }),
    acceptAll: () => refusals.clear(),
    async stop() {
      pageServer.closeAllConnections();
      await Promise.all([new Promise<void>((resolve) => smtp.close(resolve)), close(pageServer)]);
    },
  };
}

function refusalOf(address: string): { code: number; text: string } | undefined {
  return localPartEnds(address, ".refuzat") ? { code: 550, text: `5.1.1 no mailbox ${address}` } : undefined;
}

function localPartEnds(address: string, end: string): boolean {
  return address.slice(0, address.lastIndexOf("@")).toLowerCase().endsWith(end);
}

/** Tells the sender of the envelope, a moment later, that these recipients cannot be reached. */
function returnLater({ mailFrom, rcptTo }: SMTPServerEnvelope, raw: Buffer, port: number): void {
  const sender = mailFrom === false ? "" : mailFrom.address;
  const returned = rcptTo.map(({ address }) => address).filter((address) => localPartEnds(address, ".respins"));
  if (sender === "" || returned.length === 0) return;
  const transport = nodemailer.createTransport({ host: LOOPBACK, port, secure: false, ignoreTLS: true });
  const report = deliveryReport(sender, returned, raw);
  setTimeout(() => {
    transport.sendMail({ envelope: { from: "", to: [sender] }, raw: report }).catch((error: unknown) => {
      console.error(`The mail catcher could not return a letter: ${String(error)}`);
    });
  }, RETURN_AFTER_MS).unref();
}

/** The messages on disk; each is parsed once. */
class MailStore {
  readonly #folder: string;
  readonly #parsed = new Map<string, Promise<ParsedMail>>();
  #last = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps one message. On disk before the sender hears that it was accepted. */
  async add(raw: Buffer, envelope: SMTPServerEnvelope): Promise<string> {
    this.#last = Math.max(Date.now(), this.#last + 1);
    const id = `${this.#last}-${randomBytes(3).toString("hex")}`;
    const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
    const to = envelope.rcptTo.map(({ address }: SMTPServerAddress) => `Delivered-To: ${address}\r\n`);
    const file = join(this.#folder, `${id}.eml`);
    await writeFile(`${file}.part`, Buffer.concat([Buffer.from(`Return-Path: <${from}>\r\n${to.join("")}`), raw]));
    await rename(`${file}.part`, file);
    return id;
  }

  async ids(): Promise<string[]> {
    const files = await readdir(this.#folder).catch(() => []);
    return files
      .filter((file) => file.endsWith(".eml"))
      .map((file) => file.slice(0, -4))
      .toSorted();
  }

  async list(): Promise<CaughtMail[]> {
    const found = await Promise.all((await this.ids()).map((id) => this.find(id)));
    return found.filter((mail) => mail !== undefined);
  }

  async find(id: string): Promise<CaughtMail | undefined> {
    const parsed = await this.parse(id);
    return parsed && describe(id, parsed);
  }

  async parse(id: string): Promise<ParsedMail | undefined> {
    if (!/^[0-9]+-[0-9a-f]+$/.test(id)) return undefined;
    const raw = await this.raw(id);
    if (!raw) return undefined;
    const parsed = this.#parsed.get(id) ?? simpleParser(raw);
    this.#parsed.set(id, parsed);
    return parsed;
  }

  async raw(id: string): Promise<Buffer | undefined> {
    return readFile(join(this.#folder, `${id}.eml`)).catch(() => undefined);
  }

  async clear(): Promise<void> {
    for (const id of await this.ids()) await rm(join(this.#folder, `${id}.eml`), { force: true });
    this.#parsed.clear();
  }
}

function describe(id: string, mail: ParsedMail): CaughtMail {
  const headers: Record<string, string> = {};
  for (const { key, line } of mail.headerLines) headers[key] ??= line.slice(line.indexOf(":") + 1).trim();
  const delivered = mail.headerLines.filter(({ key }) => key === "delivered-to");
  return {
    id,
    messageId: mail.messageId ?? null,
    from: mail.from?.text ?? "",
    to:
      delivered.length > 0
        ? delivered.map(({ line }) => line.slice(line.indexOf(":") + 1).trim())
        : recipients(mail.to),
    subject: mail.subject ?? "",
    date: new Date(Number.parseInt(id, 10)).toISOString(),
    text: mail.text ?? "",
    html: typeof mail.html === "string" ? mail.html : null,
    headers,
    attachments: mail.attachments.map(({ filename, contentType, size }, index) => ({
      filename: filename ?? `attachment-${index + 1}`,
      contentType,
      size,
    })),
  };
}

function recipients(to: AddressObject | AddressObject[] | undefined): string[] {
  return [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));
}

async function answer(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page on the internet cannot make a browser read this mailbox under another name.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== LOOPBACK && host !== "localhost") return send(response, 403, "text/plain", "loopback only");
  const { pathname } = new URL(request.url ?? "/", `http://${LOOPBACK}`);
  const [section, id = "", part, index] = pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const romanian = /^ro\b/i.test(request.headers["accept-language"] ?? "");
  if (section === "api") return answerJson(store, request, response);
  if (section === undefined) return sendPage(response, 200, listPage((await store.list()).toReversed(), romanian));

  const mail = section === "messages" ? await store.find(id) : undefined;
  if (!mail) return sendPage(response, 404, notFoundPage(romanian));
  switch (part) {
    case undefined:
      return sendPage(response, 200, messagePage(mail, romanian));
    case "html":
      // Its links open beside the mailbox, not inside it.
      return sendPage(response, 200, `<base target="_blank">${mail.html ?? ""}`);
    case "raw":
      return send(response, 200, "text/plain; charset=utf-8", (await store.raw(id)) ?? "");
    case "attachments": {
      const attachment = (await store.parse(id))?.attachments[Number(index)];
      if (attachment) {
        response.setHeader("content-disposition", "attachment");
        return send(response, 200, attachment.contentType, attachment.content);
      }
    }
  }
  return sendPage(response, 404, notFoundPage(romanian));
}

async function answerJson(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.split("?")[0] !== "/api/messages") return send(response, 404, "application/json", "{}");
  if (request.method === "DELETE") {
    await store.clear();
    return send(response, 204, "application/json", "");
  }
  return send(response, 200, "application/json; charset=utf-8", JSON.stringify(await store.list()));
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.setHeader("content-security-policy", POLICY);
  send(response, status, "text/html; charset=utf-8", html);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    "content-type": type,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(body);
}

async function listen<T extends Server>(server: T, port: number): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

async function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
