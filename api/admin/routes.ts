import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { listScopes } from "../authorisation.ts";
import { notFound } from "../http/api-error.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { AuditPageSchema, OutboxSchema } from "../schemas/answers.ts";
import { AuditQuery, listAudit } from "./audit-page.ts";
import { listMessages, OutboxQuery, resendMessage } from "./messages.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool } = app.services;

    app.get(
      "/api/admin/messages",
      {
        config: { action: "message.list", audit: "message.list" },
        schema: {
          tags: ["administration"],
          summary: "E-mails of my institution",
          querystring: OutboxQuery,
          response: { 200: answer(OutboxSchema) },
        },
      },
      async (request) => {
        const own = listScopes(getPerson(request), "message.list").map(({ institution }) => institution);
        return await listMessages(pool, own, request.query);
      },
    );

    app.post(
      "/api/admin/messages/:messageId/resend",
      {
        config: { action: "message.resend", audit: "message.resend" },
        schema: {
          tags: ["administration"],
          summary: "Send an e-mail again",
          params: z.object({ messageId: z.string() }),
        },
      },
      async (request, reply) => {
        const { messageId } = request.params;
        if (!z.uuid().safeParse(messageId).success) throw notFound();
        const own = listScopes(getPerson(request), "message.resend").map(({ institution }) => institution);
        const { caseId } = await resendMessage(pool, own, messageId);
        request.audited.caseId = caseId;
        return reply.code(202).send({ id: messageId, state: "planned" });
      },
    );

    app.get(
      "/api/admin/audit",
      {
        config: { action: "audit.list", audit: "audit.list" },
        schema: {
          tags: ["administration"],
          summary: "Who read and did what",
          querystring: AuditQuery,
          response: { 200: answer(AuditPageSchema) },
        },
      },
      async (request) => {
        const own = listScopes(getPerson(request), "audit.list").map(({ institution }) => institution);
        return await listAudit(pool, own, request.query);
      },
    );
  },
  { name: "dosar-administration", dependencies: ["dosar-authentication"] },
);
