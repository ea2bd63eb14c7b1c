import { createHash, randomBytes } from "node:crypto";
import type { Config } from "../config.ts";

const TOKEN_BYTES = 32;
export const SESSION_HOURS = 12;

/** A new token: 256 random bits. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What the database keeps of a token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** True when people reach the product over https. */
export function isSecure({ PUBLIC_URL }: Pick<Config, "PUBLIC_URL">): boolean {
  return PUBLIC_URL.startsWith("https:");
}

/** Over https the name itself keeps other hosts and paths from setting the cookie. */
export function sessionCookie(config: Pick<Config, "PUBLIC_URL">): string {
  return isSecure(config) ? "__Host-dosar" : "dosar";
}
