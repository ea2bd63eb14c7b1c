/**
 * Sealing of what Temporal, lists and logs must not see. Each case has a key of its own, wrapped by the master key:
 * destroying the wrapped key erases the sensitive part of the file, and the hash chain, which covers ciphertext, still verifies.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

const MASTER_KEY_BYTES = 32;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** 80 bits, in four groups of four characters of 5 bits. */
const ACCESS_CODE_BYTES = 10;
const SIGNATURE_BYTES = 12;
/** Crockford's alphabet: no I, L, O or U to mistake. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export interface Keyring {
  newCaseKey(): { readonly key: Buffer; readonly wrapped: Buffer };
  unwrapCaseKey(wrapped: Uint8Array): Buffer;
  /** Keyed hash of a text, 64 hexadecimal digits, for look-ups that must not reveal it. */
  index(purpose: string, text: string): string;
  /** The access code of a case, `XXXX-XXXX-XXXX-XXXX`: the same for the same filing, so that a repeated request gets the first answer. */
  accessCode(caseId: string, commandId: string): string;
  /** What the database keeps of an access code; typed in any case, with or without dashes. */
  accessCodeHash(code: string): string;
  /** Signs a text that people carry about on paper or in an address: 16 characters, 96 bits, fit for an address. */
  signature(purpose: string, text: string): string;
  /** The key of Temporal's payloads. */
  readonly payloadKey: Buffer;
}

/** @throws RangeError unless the master key is 32 bytes in base64 (DOSAR_MASTER_KEY). */
export function openKeyring(masterKeyBase64: string): Keyring {
  const master = Buffer.from(masterKeyBase64, "base64");
  if (master.length !== MASTER_KEY_BYTES) throw new RangeError("the master key must be 32 bytes in base64");
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", master, "dosar", purpose, KEY_BYTES));
  const wrapping = derive("wrap case keys");
  const indexing = derive("index");
  const codes = derive("access codes");
  const signing = derive("signatures");
  return {
    newCaseKey() {
      const key = randomBytes(KEY_BYTES);
      return { key, wrapped: sealBytes(wrapping, key, "case key") };
    },
    unwrapCaseKey: (wrapped) => unsealBytes(wrapping, wrapped, "case key"),
    index: (purpose, text) => createHmac("sha256", indexing).update(`${purpose}\0${text}`).digest("hex"),
    accessCode: (caseId, commandId) =>
      readable(
        createHmac("sha256", codes).update(`code\0${caseId}\0${commandId}`).digest().subarray(0, ACCESS_CODE_BYTES),
      ),
    accessCodeHash: (code) =>
      createHmac("sha256", codes)
        .update(`hash\0${normalised(code)}`)
        .digest("hex"),
    signature: (purpose, text) =>
      createHmac("sha256", signing)
        .update(`${purpose}\0${text}`)
        .digest()
        .subarray(0, SIGNATURE_BYTES)
        .toString("base64url"),
    payloadKey: derive("temporal payloads"),
  };
}

function readable(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from(
    { length: 16 },
    (_, index) => ALPHABET[Number((bits >> BigInt(75 - 5 * index)) & 31n)],
  ).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** Upper case, without separators, with the letters that people mistake for digits read as those digits. */
function normalised(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

/** True when two hashes are the same, in constant time. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** AES-256-GCM: nonce, tag, ciphertext. `context` binds the ciphertext to its place, so that rows cannot be swapped. */
export function sealBytes(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when the key, the context or a byte is not that of the sealing. */
export function unsealBytes(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/** Seals a JSON value. */
export function seal(key: Buffer, value: unknown, context: string): Buffer {
  return sealBytes(key, Buffer.from(JSON.stringify(value)), context);
}

/** @throws Error as {@link unsealBytes}. */
export function unseal(key: Buffer, sealed: Uint8Array, context: string): unknown {
  return JSON.parse(unsealBytes(key, sealed, context).toString("utf8"));
}

/** The places that sealed values belong to. */
export const sealedAs = {
  payload: (caseId: string, commandId: string): string => `payload ${caseId} ${commandId}`,
  subject: (caseId: string): string => `subject ${caseId}`,
  upload: (caseId: string, uploadId: string): string => `upload ${caseId} ${uploadId}`,
  /** The name of an upload, beside its bytes. */
  uploadName: (caseId: string, uploadId: string): string => `name of upload ${caseId} ${uploadId}`,
} as const;
