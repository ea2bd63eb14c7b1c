/** An issued form E112/S2, on paper and as data; and the schema of the data. */
import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { S2Document, s2JsonSchema } from "../../../domain/e112/s2-document.schema.ts";
import { bucharestDate } from "../../../domain/plain-date.ts";
import { notFound } from "../../http/api-error.ts";
import { optional } from "../../http/query.ts";
import { answer } from "../../http/validation.ts";
import { readFile } from "../letters/read-file.ts";
import { sendPdf } from "../send-pdf.ts";
import { findIssuedForm } from "./issued-form.ts";
import { S2_FORM, s2FormData, type Copy } from "./s2-form.ts";

const FormParams = z.object({
  id: z.string(),
  formId: z.string().max(60).meta({ description: "The number of the form with dashes for its strokes" }),
});
const BOTH: readonly Copy[] = [1, 2];

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;

    app.get(
      "/api/cases/:id/forms/:formId/form.pdf",
      {
        config: { action: "case.read", audit: "case.form" },
        schema: {
          tags: ["forms"],
          summary: "An issued form E112/S2 (PDF), both copies or one; a replaced or cancelled one bears that mark",
          params: FormParams,
          querystring: z.strictObject({ copy: optional(z.enum(["1", "2"])) }),
        },
      },
      async (request, reply) => {
        const { formId } = request.params;
        const { copy } = request.query;
        const form = await getForm(request, formId);
        const copies = copy === undefined ? BOTH : BOTH.filter((one) => String(one) === copy);
        const data = s2FormData(form, copies, bucharestDate(services.now()));
        const name = [formId, ...(copy === undefined ? [] : [copy])].join("-");
        return sendPdf(reply, await services.typesetter.typeset(S2_FORM, data), `${name}.pdf`);
      },
    );

    app.get(
      "/api/cases/:id/forms/:formId/s2.json",
      {
        config: { action: "case.read", audit: "case.form-data" },
        schema: {
          tags: ["forms"],
          summary: "An issued form E112/S2 as data, in the sections of the portable document S2",
          description: "Its JSON Schema is at /api/schemas/s2.json.",
          params: FormParams,
          response: { 200: answer(S2Document) },
        },
      },
      async (request, reply) => {
        const { formId } = request.params;
        const form = await getForm(request, formId);
        void reply.headers({
          "cache-control": "no-store",
          "content-disposition": `inline; filename="${formId}.json"`,
        });
        return form;
      },
    );

    const schema = s2JsonSchema();
    app.get(
      "/api/schemas/s2.json",
      {
        config: { action: "public.read" },
        schema: { tags: ["forms"], summary: "The JSON Schema (draft 2020-12) of the data of an issued form" },
      },
      async (_request, reply) =>
        reply.type("application/schema+json").header("cache-control", "public, max-age=3600").send(schema),
    );

    /** @throws ApiError 404 when the file has no such form. */
    async function getForm(request: FastifyRequest, formId: string): Promise<S2Document> {
      const { file, context } = await readFile(services, request);
      const { issuer } = await context();
      const form = file.process === "e112" ? findIssuedForm(file, formId, issuer) : undefined;
      if (form === undefined) throw notFound();
      return form;
    }
  },
  { name: "dosar-forms", dependencies: ["dosar-authentication"] },
);
