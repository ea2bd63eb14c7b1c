/** Passwords, kept as salted scrypt hashes that say how they were made. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Cost 2^15, blocks of 8, three times over: 32 MiB and a few tenths of a second. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
/** scrypt takes 128·N·r bytes; the limit leaves a stored hash no way to ask for more than this. */
const MEMORY_LIMIT = 128 * 2 ** 20;

/** `scrypt$N$r$p$salt$hash`. Tests may lower the cost `N`, a power of two. */
export async function hashPassword(password: string, N: number = COST.N): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { r, p } = COST;
  const hash = await derive(password, salt, { N, r, p });
  return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** True for the password that was hashed; false also for a hash that cannot be read. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split("$");
  if (scheme !== "scrypt" || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, "base64url");
  if (expected.length !== HASH_BYTES) return false;
  const found = await derive(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(found, expected);
}

/** One form for one password, however a keyboard composes its letters. */
function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, HASH_BYTES, { ...cost, maxmem: MEMORY_LIMIT }, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
