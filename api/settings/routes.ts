/** Readings of the law that are settings: everybody may read what holds, an administrator of the Ministry, or of the CNAS, may change it. */
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { isSettingKey } from "../../domain/settings/settings.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { SettingListSchema, SettingSchema } from "../schemas/settings.ts";
import { changeSetting, listSettings, mayChange, SettingChange } from "./settings.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool } = services;

    app.get(
      "/api/settings",
      {
        config: { action: "setting.read" },
        schema: {
          tags: ["settings"],
          summary: "The readings of the law that are settings: what holds, what it changes, and who changed it when",
          response: { 200: answer(SettingListSchema) },
        },
      },
      async (request) => await listSettings(pool, getPerson(request)),
    );

    app.put(
      "/api/settings/:key",
      {
        config: { action: "setting.change", audit: "setting.change" },
        schema: {
          tags: ["settings"],
          summary: "Set a setting, with the reason; what was decided before stays as it was",
          params: z.object({ key: z.string().max(40) }),
          body: SettingChange,
          response: { 200: answer(SettingSchema) },
        },
      },
      async (request) => {
        const person = getPerson(request);
        const { key } = request.params;
        if (!isSettingKey(key)) throw notFound();
        if (!mayChange(person, key)) throw new ApiError(403, "FORBIDDEN");
        await changeSetting(services, person, key, request.body);
        const { items } = await listSettings(pool, person);
        const changed = items.find((item) => item.key === key);
        if (changed === undefined) throw new RangeError(`setting ${key} is not listed`);
        return changed;
      },
    );
  },
  { name: "dosar-settings", dependencies: ["dosar-authentication"] },
);
