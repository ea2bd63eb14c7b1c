import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type pg from "pg";
import { z } from "zod";
import type { Language } from "../../domain/i18n/language.ts";
import { hashPassword, verifyPassword } from "../../prisma/secrecy/password.ts";
import type { Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "./authentication.ts";
import { loginThrottle } from "./login-throttle.ts";
import { readRequest } from "./read-request.ts";
import { isSecure, newToken, SESSION_HOURS, sessionCookie, tokenHash } from "./session-token.ts";

const Credentials = z.strictObject({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(1024) });
export const SessionView = z
  .object({
    user: z.object({ id: z.uuid(), name: z.string(), email: z.string(), locale: z.string() }),
    digest: z.boolean().meta({ description: "Whether the person receives the morning digest" }),
    memberships: z.array(z.object({ institution: z.string(), kind: z.string(), name: z.string(), role: z.string() })),
  })
  .meta({ id: "Session" });

function sessionView(
  { id, name, email, locale, memberships }: Person,
  digest: boolean,
  language: Language,
): z.infer<typeof SessionView> {
  return {
    user: { id, name, email, locale },
    digest,
    memberships: memberships.map(({ institution, kind, nameRo, nameEn, role }) => ({
      institution,
      kind,
      name: language === "ro" ? nameRo : nameEn,
      role,
    })),
  };
}

const Preferences = z.strictObject({
  /** False when the person wants no morning digest; individual messages cannot be declined. */
  digest: z.boolean(),
});

async function wantsDigest(pool: pg.Pool, userId: string): Promise<boolean> {
  const { rows } = await pool.query<{ digest: boolean }>("SELECT digest FROM users WHERE id = $1", [userId]);
  return rows[0]?.digest ?? true;
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { config, pool } = app.services;
    const throttle = loginThrottle(config.LOGIN_FAILURES_PER_MINUTE);
    let nobody: Promise<string> | undefined;
    const cookieOptions = { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(config) } as const;

    async function viewOf(request: FastifyRequest): Promise<z.infer<typeof SessionView>> {
      const person = getPerson(request);
      return sessionView(person, await wantsDigest(pool, person.id), languageOf(request));
    }

    app.post(
      "/api/session",
      {
        config: { action: "session.open", audit: "session.open" },
        schema: { tags: ["session"], body: Credentials, response: { 200: answer(SessionView) } },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        const account = email.toLowerCase();
        const wait = throttle.waitOf(request.ip);
        if (wait > 0) throw new ApiError(429, "TOO_MANY_REQUESTS", { params: { seconds: wait }, retryAfter: wait });
        const delay = throttle.delayOf(account);
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        // An unknown address costs as much as a wrong password.
        nobody ??= hashPassword(newToken());
        const { rows } = await pool.query<{ id: string; password_hash: string }>(
          "SELECT id, password_hash FROM users WHERE lower(email) = $1 AND active",
          [account],
        );
        const [user] = rows;
        const right = await verifyPassword(password, user?.password_hash ?? (await nobody));
        if (user === undefined || !right) {
          throttle.failed(request.ip, account);
          throw new ApiError(401, "BAD_CREDENTIALS");
        }
        const token = newToken();
        await pool.query(
          `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))`,
          [tokenHash(token), user.id, SESSION_HOURS],
        );
        const context = await readRequest(pool, { tokenHash: tokenHash(token), caseId: null, commandId: null });
        request.person = context.person;
        void reply.setCookie(sessionCookie(config), token, { ...cookieOptions, maxAge: SESSION_HOURS * 3600 });
        return await viewOf(request);
      },
    );

    app.get(
      "/api/session",
      { config: { action: "session.read" }, schema: { tags: ["session"], response: { 200: answer(SessionView) } } },
      viewOf,
    );

    app.put(
      "/api/session/preferences",
      {
        config: { action: "session.preferences" },
        schema: {
          tags: ["session"],
          summary: "Whether I receive the morning digest",
          body: Preferences,
          response: { 200: answer(SessionView) },
        },
      },
      async (request) => {
        const { digest } = request.body;
        await pool.query("UPDATE users SET digest = $2 WHERE id = $1", [getPerson(request).id, digest]);
        return await viewOf(request);
      },
    );

    app.delete(
      "/api/session",
      { config: { action: "session.close", audit: "session.close" }, schema: { tags: ["session"] } },
      async (request, reply) => {
        const name = sessionCookie(config);
        const token = request.cookies[name];
        if (token !== undefined) await pool.query("DELETE FROM sessions WHERE token_hash = $1", [tokenHash(token)]);
        await pool.query("DELETE FROM sessions WHERE expires_at < now()");
        return reply.clearCookie(name, cookieOptions).code(204).send();
      },
    );
  },
  { name: "dosar-session", dependencies: ["dosar-authentication"] },
);
