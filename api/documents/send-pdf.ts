import type { FastifyReply } from "fastify";

/** A paper that a browser shows and nobody keeps on the way. */
export function sendPdf(reply: FastifyReply, pdf: Buffer, name: string): FastifyReply {
  return reply
    .headers({ "content-disposition": `inline; filename="${name}"`, "cache-control": "no-store" })
    .type("application/pdf")
    .send(pdf);
}
