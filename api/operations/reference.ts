/** What the screens need to know of the product itself: processes, institutions, whether this is a demonstration. */
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { commandTypes, schemaName } from "../../domain/commands/index.schema.ts";
import { DOSSIER as E112_DOSSIER } from "../../domain/e112/documents.ts";
import { DOSSIER } from "../../domain/moh/documents.ts";
import { PROCESS_NAMES, wordsOf, type ProcessName } from "../../domain/process-words.ts";

const DOSSIERS = { moh: DOSSIER, e112: E112_DOSSIER } as const;

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, config } = app.services;

    app.get(
      "/api/processes/:process",
      {
        config: { action: "public.read" },
        schema: {
          tags: ["law"],
          summary: "The steps, stages and commands of a process",
          params: z.object({ process: z.enum(PROCESS_NAMES as [ProcessName, ...ProcessName[]]) }),
        },
      },
      async ({ params: { process } }) => {
        const { stages, steps, outcomes, commands } = wordsOf(process);
        return {
          name: process,
          stages,
          steps,
          outcomes,
          dossier: DOSSIERS[process].map(({ kind, form, rule, title }) => ({ kind, form, rule, title })),
          commands: Object.fromEntries(
            commandTypes(process).map((type) => [type, { ...commands[type], schema: schemaName(process, type) }]),
          ),
        };
      },
    );

    app.get(
      "/api/institutions",
      { config: { action: "public.read" }, schema: { tags: ["law"], summary: "DSPs, commissions and the Ministry" } },
      async () => {
        const { rows } = await pool.query<{
          id: string;
          kind: string;
          county: string | null;
          name_ro: string;
          name_en: string;
        }>("SELECT id, kind, county, name_ro, name_en FROM institutions ORDER BY id");
        return rows.map(({ id, kind, county, name_ro: ro, name_en: en }) => ({
          id,
          kind,
          ...(county === null ? {} : { county }),
          name: { ro, en },
        }));
      },
    );

    app.get(
      "/api/config",
      {
        config: { action: "public.read" },
        schema: { tags: ["session"], summary: "Whether the data are invented, and who may try them" },
      },
      async () => {
        const password = config.DOSAR_DEMO_PASSWORD;
        if (password === undefined) return { demo: false };
        const { rows } = await pool.query<{ email: string; role: string; institution: string }>(
          `SELECT u.email, m.role, m.institution_id AS institution FROM users u JOIN memberships m ON m.user_id = u.id
           WHERE u.active AND u.email LIKE '%.example' ORDER BY m.institution_id, m.role, u.email LIMIT 40`,
        );
        return { demo: true, accounts: rows.map((account) => ({ ...account, password })) };
      },
    );
  },
  { name: "dosar-reference", dependencies: ["dosar-authentication"] },
);
