import { join } from "node:path";

import { Failure } from "./failure.ts";
import { isPortFree } from "./processes.ts";
import { ROOT } from "./sources.ts";

/** Everything that `npm start` keeps: remove it to begin anew. */
export const DATA = join(ROOT, ".data");
export const LOGS = join(DATA, "logs");
export const RUN = join(DATA, "run");

interface PortSetting {
  variable: string;
  usual: number;
  what: string;
  /** Set when a service of one's own stands in, so that nothing listens there. */
  unless?: string;
}

const PORTS = {
  web: { variable: "DOSAR_PORT", usual: 3000, what: "the pages and the API" },
  postgres: { variable: "DOSAR_PG_PORT", usual: 5433, what: "PostgreSQL", unless: "DATABASE_URL" },
  temporal: { variable: "DOSAR_TEMPORAL_PORT", usual: 7233, what: "Temporal", unless: "TEMPORAL_ADDRESS" },
  temporalUi: { variable: "DOSAR_TEMPORAL_UI_PORT", usual: 8233, what: "Temporal's pages", unless: "TEMPORAL_ADDRESS" },
  smtp: { variable: "DOSAR_SMTP_PORT", usual: 1025, what: "the mail catcher", unless: "SMTP_URL" },
  bounces: {
    variable: "DOSAR_BOUNCE_PORT",
    usual: 1026,
    what: "letters that the mail catcher returns",
    unless: "SMTP_URL",
  },
  mail: { variable: "DOSAR_MAIL_PORT", usual: 8025, what: "the mailbox page", unless: "SMTP_URL" },
} satisfies Record<string, PortSetting>;

export type Ports = Record<keyof typeof PORTS, number>;

/** The ports to use, each from its variable. Fails with one message that names every wrong or taken one. */
export async function choosePorts(): Promise<Ports> {
  const settings: [string, PortSetting][] = Object.entries(PORTS);
  const chosen = settings.map(([name, setting]) => [name, readPort(setting)] as const);
  const ports = Object.fromEntries(chosen) as Ports;
  const problems = await Promise.all(
    settings.map(async ([name, setting]) => portProblem(setting, ports[name as keyof Ports], chosen)),
  );
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new Failure(found.join("\n"));
  return ports;
}

function readPort({ variable, usual }: PortSetting): number {
  const given = process.env[variable];
  if (given === undefined || given === "") return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`${variable} is "${given}"; it must be a port between 1 and 65535.`);
  }
  return port;
}

async function portProblem(
  { variable, what, unless }: PortSetting,
  port: number,
  all: (readonly [string, number])[],
): Promise<string | undefined> {
  if (unless !== undefined && process.env[unless]) return undefined;
  if (all.filter(([, other]) => other === port).length > 1) {
    return `Port ${port} is given to ${what} and to something else; set ${variable} to another.`;
  }
  const problem = await isPortFree(port).then(
    (free) => (free ? undefined : "is in use"),
    (error: Error) => `cannot be used (${error.message})`,
  );
  return problem && `Port ${port}, for ${what}, ${problem}. Stop what uses it, or set ${variable} to another port.`;
}
