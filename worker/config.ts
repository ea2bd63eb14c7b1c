import { z } from "zod";

const Settings = z.object({
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().min(3).default("Dosar <dosar@localhost>"),
  PUBLIC_URL: z.url(),
  DOSAR_MASTER_KEY: z.string().min(1),
  /** Workflows bundled beforehand; bundled at start otherwise. */
  DOSAR_WORKFLOW_BUNDLE: z.string().optional(),
  /** Seconds between two sweeps of the e-mails that are due. */
  MAIL_SWEEP_SECONDS: z.coerce.number().int().min(5).max(3600).default(20),
});
export type WorkerSettings = z.infer<typeof Settings>;

/** The settings of the worker. @throws Error with one line for each setting that is missing or wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): WorkerSettings {
  const parsed = Settings.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker cannot start with these settings:\n${lines.join("\n")}`);
}
