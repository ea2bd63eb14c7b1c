import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import type { ReminderStage } from "../../domain/reminders/policy.ts";
import type { Person } from "../authorisation.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { ownInstitutions } from "../people/own-institutions.ts";
import { PolicyListSchema, PolicyPreviewSchema, PolicySchema } from "../schemas/reminders.ts";
import {
  changePolicy,
  getOffice,
  getPolicyKey,
  listPolicies,
  PolicyChange,
  PolicyQuery,
  PolicyReset,
  requireSensible,
  type PolicyView,
} from "./policies.ts";
import { PreviewRequest, previewPolicy } from "./preview.ts";

const PolicyParams = z.object({ rule: z.string().max(40) });

interface Change {
  readonly institution: string;
  readonly rule: string;
  readonly expectedVersion: number;
  readonly stages: readonly ReminderStage[] | null;
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool, now } = services;

    /** Saves a change and has the reminders of the files planned by it. */
    async function change(person: Person, { institution, rule, expectedVersion, stages }: Change): Promise<PolicyView> {
      ownInstitutions(person, "policy.change", institution);
      const { kind } = await getOffice(pool, institution);
      const key = getPolicyKey(kind, rule);
      if (stages !== null) requireSensible(key, stages);
      await changePolicy(services, person, { institution, key, expectedVersion, stages });
      const { items } = await listPolicies(pool, person, institution, bucharestDate(now()));
      const [changed] = items.filter((item) => item.key === key);
      if (changed === undefined) throw new RangeError(`policy ${key} is not listed`);
      return changed;
    }

    app.get(
      "/api/admin/reminder-policies",
      {
        config: { action: "policy.read" },
        schema: {
          tags: ["administration"],
          summary: "When an institution’s people are reminded, term by term, and the product’s own policy beside it",
          querystring: PolicyQuery,
          response: { 200: answer(PolicyListSchema) },
        },
      },
      async (request) => {
        const person = getPerson(request);
        const { institution } = request.query;
        ownInstitutions(person, "policy.read", institution);
        return await listPolicies(pool, person, institution, bucharestDate(now()));
      },
    );

    app.put(
      "/api/admin/reminder-policies/:rule",
      {
        config: { action: "policy.change", audit: "policy.change" },
        schema: {
          tags: ["administration"],
          summary: "Set the institution’s own reminders of a term; waiting ones are planned anew",
          params: PolicyParams,
          body: PolicyChange,
          response: { 200: answer(PolicySchema) },
        },
      },
      async (request) => {
        request.audited.institution = request.body.institution;
        return await change(getPerson(request), { ...request.body, rule: request.params.rule });
      },
    );

    app.delete(
      "/api/admin/reminder-policies/:rule",
      {
        config: { action: "policy.change", audit: "policy.reset" },
        schema: {
          tags: ["administration"],
          summary: "Go back to the product’s reminders of a term",
          params: PolicyParams,
          querystring: PolicyReset,
          response: { 200: answer(PolicySchema) },
        },
      },
      async (request) => {
        const { institution, expectedVersion } = request.query;
        request.audited.institution = institution;
        const { rule } = request.params;
        return await change(getPerson(request), { institution, expectedVersion, rule, stages: null });
      },
    );

    app.post(
      "/api/admin/reminder-policies/preview",
      {
        config: { action: "policy.preview" },
        schema: {
          tags: ["administration"],
          summary: "The messages of a term of a real file by some stages, as they would be sent; saves nothing",
          body: PreviewRequest,
          response: { 200: answer(PolicyPreviewSchema) },
        },
      },
      async (request) => {
        const { institution, rule, stages, registrationNumber } = request.body;
        ownInstitutions(getPerson(request), "policy.preview", institution);
        const { kind, ...hours } = await getOffice(pool, institution);
        const key = getPolicyKey(kind, rule);
        requireSensible(key, stages);
        return await previewPolicy(services, { institution, key, stages, registrationNumber, hours });
      },
    );
  },
  { name: "dosar-reminders", dependencies: ["dosar-authentication"] },
);
