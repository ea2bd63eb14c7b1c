/** The API's settings, from the environment, checked at start. */
import { z } from "zod";
import { TASK_QUEUE } from "../workflows/contract.ts";

const MASTER_KEY_BYTES = 32;

const perMinute = (value: number) => z.coerce.number().int().min(1).max(100_000).default(value);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** The address that people type; cookies are Secure when it is https. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:/]+:\d{1,5}$/, "host:port"),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default(TASK_QUEUE),
  DOSAR_MASTER_KEY: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === MASTER_KEY_BYTES, "32 bytes in base64"),
  /** How many proxies in front may be believed about the caller's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOGIN_FAILURES_PER_MINUTE: perMinute(20),
  /** Wrong numbers or codes that one address may try in a minute; right ones cost a tenth. */
  PUBLIC_STATUS_PER_MINUTE: perMinute(30),
  /** How long a command may wait for the engine, in milliseconds. */
  ENGINE_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** The password of the demonstration accounts: set only where the data are invented. */
  DOSAR_DEMO_PASSWORD: z.string().min(1).optional(),
  /** Folder of the built pages; absent while there are none. */
  WEB_ROOT: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

export interface Config extends z.infer<typeof Environment> {
  readonly PUBLIC_URL: string;
}

/** A setting is missing or wrong; the message says which and what it should be. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The API cannot start with these settings:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** @throws ConfigError naming every setting that is missing or wrong; never their values. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map(({ path, message }) => {
        const name = path.join(".");
        return given[name] === undefined ? `${name} is missing` : `${name} is wrong: ${message}`;
      }),
    );
  }
  const { PORT, HOST, PUBLIC_URL } = read.data;
  return { ...read.data, PUBLIC_URL: PUBLIC_URL ?? `http://${HOST === "0.0.0.0" ? "localhost" : HOST}:${PORT}` };
}
