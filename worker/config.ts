import { z } from "zod";

const Settings = z.object({
  DATABASE_URL: z.url(),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().min(3).default("Dosar <dosar@localhost>"),
  /** Where letters that cannot be delivered are returned to: this worker listens there, on loopback unless told otherwise. */
  BOUNCE_SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  BOUNCE_SMTP_HOST: z.string().min(1).default("127.0.0.1"),
  /** The domain of the addresses that letters are returned to; that of MAIL_FROM when this worker listens. */
  BOUNCE_DOMAIN: z.string().min(1).optional(),
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
