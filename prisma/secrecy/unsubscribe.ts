/** The address by which a person declines the morning digest without signing in: signed, so that nobody can for others. */
import { sameHash, type Keyring } from "./keyring.ts";

const PURPOSE = "unsubscribe";
const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]+)$/;

/** The token of a person; the same at any time. */
export function unsubscribeToken(keyring: Keyring, userId: string): string {
  return `${userId}.${keyring.signature(PURPOSE, userId)}`;
}

/** Whose token it is; undefined for one that was not made here. */
export function userOfToken(keyring: Keyring, token: string): string | undefined {
  const [, userId, signature] = TOKEN.exec(token) ?? [];
  if (userId === undefined || signature === undefined) return undefined;
  return sameHash(signature, keyring.signature(PURPOSE, userId)) ? userId : undefined;
}

/** The page that asks for confirmation; a mail program that posts to it has it at once (RFC 8058). */
export function unsubscribeUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/dezabonare?token=${encodeURIComponent(token)}`;
}
