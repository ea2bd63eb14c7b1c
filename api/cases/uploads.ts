/** Scans of documents, sealed with the key of their file. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { sealBytes, sealedAs, unsealBytes, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { ApiError, notFound } from "../http/api-error.ts";

export const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;
const LONGEST_NAME = 200;

/** How each kind of file begins; what the browser says of it is not asked. */
const SIGNATURES = [
  { mime: "application/pdf", bytes: Buffer.from("%PDF-") },
  { mime: "image/jpeg", bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { mime: "image/png", bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
] as const;
/** What is taken. */
export const UPLOAD_TYPES: readonly string[] = SIGNATURES.map(({ mime }) => mime);

export interface StoredUpload {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/**
 * Keeps a file. Idempotent by what is kept: the same bytes under the same name in the same case are one upload.
 * @throws ApiError 422 for what is no PDF, JPEG or PNG.
 */
export async function storeUpload(
  pool: pg.Pool,
  keyring: Keyring,
  caseId: string,
  userId: string,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<StoredUpload> {
  const mime = SIGNATURES.find(({ bytes }) => file.bytes.subarray(0, bytes.length).equals(bytes))?.mime;
  if (mime === undefined) throw new ApiError(422, "UNKNOWN_FILE_TYPE");
  const name = cleanName(file.name);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const id = namedUuid(`upload/${caseId}/${sha256}/${name}`);
  const { rows } = await pool.query<{ wrapped_key: Buffer }>("SELECT wrapped_key FROM cases WHERE id = $1", [caseId]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  const key = keyring.unwrapCaseKey(row.wrapped_key);
  await pool.query(
    `INSERT INTO uploads (id, case_id, sealed, name_sealed, mime, size, sha256, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
    [
      id,
      caseId,
      sealBytes(key, file.bytes, sealedAs.upload(caseId, id)),
      sealBytes(key, Buffer.from(name), sealedAs.uploadName(caseId, id)),
      mime,
      file.bytes.length,
      keyring.index("upload", sha256),
      userId,
    ],
  );
  return { id, name, mime, size: file.bytes.length };
}

/** The last part of the name, without what a header or a file system could take wrongly. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replaceAll(/[\p{C}"<>:|?*]/gu, "")
    .trim();
  return clean === "" ? "document" : clean.slice(-LONGEST_NAME);
}

export interface OpenedUpload extends StoredUpload {
  readonly bytes: Buffer;
}

/** @throws ApiError 404 for an upload that this file does not have. */
export async function getUpload(
  pool: pg.Pool,
  keyring: Keyring,
  caseId: string,
  uploadId: string,
): Promise<OpenedUpload> {
  const { rows } = await pool.query<{
    sealed: Buffer;
    name_sealed: Buffer;
    mime: string;
    size: number;
    wrapped_key: Buffer;
  }>(
    `SELECT f.sealed, f.name_sealed, f.mime, f.size, c.wrapped_key
     FROM uploads f JOIN cases c ON c.id = f.case_id WHERE f.id = $1 AND f.case_id = $2`,
    [uploadId, caseId],
  );
  const [row] = rows;
  if (row === undefined || row.wrapped_key.length === 0) throw notFound();
  const key = keyring.unwrapCaseKey(row.wrapped_key);
  return {
    id: uploadId,
    name: unsealBytes(key, row.name_sealed, sealedAs.uploadName(caseId, uploadId)).toString("utf8"),
    mime: row.mime,
    size: row.size,
    bytes: unsealBytes(key, row.sealed, sealedAs.upload(caseId, uploadId)),
  };
}
