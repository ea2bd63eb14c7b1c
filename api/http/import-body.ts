/** A file that is read at once and not kept. */
import type { FastifyRequest } from "fastify";
import { ApiError, missingField } from "./api-error.ts";

/** The file: the body itself, or the part of a form. @throws ApiError 413 when it is too large, 415 for anything else. */
export async function bytesOf(request: FastifyRequest, most: number): Promise<Uint8Array> {
  const bytes = request.isMultipart() ? await partOf(request, most) : request.body;
  if (!(bytes instanceof Uint8Array)) throw new ApiError(415, "UNSUPPORTED_MEDIA_TYPE");
  if (bytes.length > most) throw new ApiError(413, "BODY_TOO_LARGE");
  return bytes;
}

async function partOf(request: FastifyRequest, most: number): Promise<Uint8Array> {
  const part = await request.file({ limits: { fileSize: most } });
  if (part === undefined) throw missingField("file");
  return await part.toBuffer().catch((error: unknown) => {
    throw (error as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE" ? new ApiError(413, "BODY_TOO_LARGE") : error;
  });
}
