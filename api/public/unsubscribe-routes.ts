import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { isLanguage, type Language } from "../../domain/i18n/language.ts";
import { userOfToken } from "../../prisma/secrecy/unsubscribe.ts";
import { noteError } from "../http/errors.ts";
import { sendPage } from "./page.ts";
import { askPage, donePage, unavailablePage, wrongLinkPage } from "./unsubscribe-page.ts";

const LARGEST_FORM_BYTES = 1_024;

/**
 * Declining the morning digest without signing in. Opening the page changes nothing: programs that look at links before
 * people do would decline for them. A mail program posts to the same address and has it at once (RFC 8058).
 */
async function unsubscribePages(app: FastifyInstance): Promise<void> {
  const { pool, keyring } = app.services;
  // Whatever a form or a mail program sends: the address alone says what is meant.
  app.addContentTypeParser("*", { parseAs: "string", bodyLimit: LARGEST_FORM_BYTES }, (_request, _body, done) =>
    done(null, undefined),
  );
  app.setErrorHandler((error, request, reply) => {
    const { status, headers } = noteError(error, request);
    const language = asked(request) ?? "ro";
    const html = status < 500 ? wrongLinkPage(language) : unavailablePage(language, tokenOf(request));
    return sendPage(reply.code(status).headers(headers), html);
  });

  /** The person behind the token, with the language in which they read. */
  async function findReader(request: FastifyRequest): Promise<{ userId: string; language: Language } | undefined> {
    const userId = userOfToken(keyring, tokenOf(request));
    if (userId === undefined) return undefined;
    const { rows } = await pool.query<{ locale: string }>("SELECT locale FROM users WHERE id = $1", [userId]);
    const locale = rows[0]?.locale;
    return { userId, language: asked(request) ?? (isLanguage(locale) ? locale : "ro") };
  }

  app.get("/dezabonare", { config: { action: "public.unsubscribe" } }, async (request, reply) => {
    const reader = await findReader(request);
    if (reader === undefined) return sendPage(reply.code(404), wrongLinkPage(asked(request) ?? "ro"));
    return sendPage(reply, askPage(reader.language, tokenOf(request)));
  });

  app.post(
    "/dezabonare",
    { config: { action: "public.unsubscribe", audit: "digest.decline" } },
    async (request, reply) => {
      const reader = await findReader(request);
      if (reader === undefined) return sendPage(reply.code(404), wrongLinkPage(asked(request) ?? "ro"));
      await pool.query("UPDATE users SET digest = false WHERE id = $1", [reader.userId]);
      return sendPage(reply, donePage(reader.language, tokenOf(request)));
    },
  );
}

interface Query {
  readonly token?: unknown;
  readonly lang?: unknown;
}

function tokenOf(request: FastifyRequest): string {
  const { token } = request.query as Query;
  return typeof token === "string" ? token : "";
}

function asked(request: FastifyRequest): Language | undefined {
  const { lang } = request.query as Query;
  return isLanguage(lang) ? lang : undefined;
}

export default fp(
  async (app) => {
    await app.register(unsubscribePages);
  },
  { name: "dosar-unsubscribe", dependencies: ["dosar-authentication"] },
);
