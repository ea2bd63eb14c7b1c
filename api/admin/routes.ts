import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { listScopes } from "../authorisation.ts";
import { notFound } from "../http/api-error.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { ownInstitutions } from "../people/own-institutions.ts";
import {
  MailTaskPageSchema,
  MailTaskSchema,
  OfficeHoursSchema,
  OutboxSchema,
  UserAddressSchema,
} from "../schemas/administration.ts";
import { AuditPageSchema } from "../schemas/answers.ts";
import { AuditQuery, listAudit } from "./audit-page.ts";
import { closeMailTask, listMailTasks, MailTaskClosing, MailTaskQuery } from "./mail-tasks.ts";
import { listMessages, OutboxQuery, resendMessage } from "./messages.ts";
import { NewAddress, NewOfficeHours, setAddress, setOfficeHours } from "./users.ts";

/** @throws ApiError 404 for what is no id: nothing stands under it. */
function idOf(text: string): string {
  if (!z.uuid().safeParse(text).success) throw notFound();
  return text;
}

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
          summary:
            "E-mails of my institution: letters, newest first; or with state=planned what is to leave, the next first",
          querystring: OutboxQuery,
          response: { 200: answer(OutboxSchema) },
        },
      },
      async (request) => {
        const own = ownInstitutions(getPerson(request), "message.list", request.query.institution);
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
        const id = idOf(request.params.messageId);
        const own = ownInstitutions(getPerson(request), "message.resend");
        const { caseId } = await resendMessage(pool, own, id);
        if (caseId !== undefined) request.audited.caseId = caseId;
        return reply.code(202).send({ id, state: "planned" });
      },
    );

    app.get(
      "/api/admin/mail-tasks",
      {
        config: { action: "mail-task.list" },
        schema: {
          tags: ["administration"],
          summary: "Addresses that do not take their mail, to be put right",
          querystring: MailTaskQuery,
          response: { 200: answer(MailTaskPageSchema) },
        },
      },
      async (request) => {
        const own = ownInstitutions(getPerson(request), "mail-task.list", request.query.institution);
        return await listMailTasks(pool, own, request.query);
      },
    );

    app.post(
      "/api/admin/mail-tasks/:taskId/close",
      {
        config: { action: "mail-task.close", audit: "mail-task.close" },
        schema: {
          tags: ["administration"],
          summary: "Close such work, with what was done",
          params: z.object({ taskId: z.string() }),
          body: MailTaskClosing,
          response: { 200: answer(MailTaskSchema) },
        },
      },
      async (request) => {
        const person = getPerson(request);
        const closing = { id: idOf(request.params.taskId), userId: person.id, note: request.body.note };
        return await closeMailTask(pool, ownInstitutions(person, "mail-task.close"), closing);
      },
    );

    app.put(
      "/api/admin/users/:userId/email",
      {
        config: { action: "user.address", audit: "user.address" },
        schema: {
          tags: ["administration"],
          summary: "Correct the address of a person of my institution, by which they also sign in",
          params: z.object({ userId: z.string() }),
          body: NewAddress,
          response: { 200: answer(UserAddressSchema) },
        },
      },
      async (request) => {
        const own = ownInstitutions(getPerson(request), "user.address");
        return await setAddress(pool, own, idOf(request.params.userId), request.body);
      },
    );

    app.put(
      "/api/admin/institutions/:institutionId/office-hours",
      {
        config: { action: "office-hours.set", audit: "office-hours.set" },
        schema: {
          tags: ["administration"],
          summary: "The hours between which messages leave, on working days; waiting ones are planned anew",
          params: z.object({ institutionId: z.string().max(20) }),
          body: NewOfficeHours,
          response: { 200: answer(OfficeHoursSchema) },
        },
      },
      async (request) => {
        const { institutionId } = request.params;
        const [institution = institutionId] = ownInstitutions(getPerson(request), "office-hours.set", institutionId);
        request.audited.institution = institution;
        return await setOfficeHours(app.services, institution, request.body);
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
