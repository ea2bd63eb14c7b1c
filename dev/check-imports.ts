/**
 * Who may import what: the table of the design as data, and the check that holds the code to it. A folder
 * knows the folders and packages of its row and nothing else; `workflows` is the case that matters most,
 * since what it imports is replayed for years.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

import { parseSync } from "oxc-parser";

interface Row {
  /** The folders and files of ours it may import, besides itself. */
  ours: string[];
  /** The packages, by name or as "name/*" for subpaths only; "any" for all. */
  packages: string[] | "any";
  /** Whether Node's own modules may be imported. */
  node: boolean;
  /** Folders of which it may know the types only. */
  typesOf?: string[];
  /** Whether zod and the `*.schema.ts` made with it may be imported. */
  schemas: boolean;
  /** Whether the clock may be asked; elsewhere the time comes in as an argument. */
  clock?: false;
}

const PURE = { node: false, clock: false } as const;
const SERVER = { packages: "any", node: true, schemas: true } as const;

const TABLE: Record<string, Row> = {
  domain: { ...PURE, ours: [], packages: ["date-fns/*"], schemas: false },
  machines: { ...PURE, ours: ["domain"], packages: ["xstate"], schemas: false },
  workflows: {
    ours: ["machines", "domain"],
    packages: ["@temporalio/workflow", "@temporalio/common", "xstate", "date-fns/*"],
    node: false,
    typesOf: ["activities"],
    schemas: false,
  },
  activities: { ...SERVER, ours: ["domain", "prisma"] },
  worker: { ...SERVER, ours: ["activities", "prisma", "workflows/contract.ts"] },
  api: { ...SERVER, ours: ["domain", "machines", "prisma", "workflows/contract.ts", "workflows/rehearsal.ts"] },
  prisma: { ...SERVER, ours: ["domain"] },
  web: { ours: ["domain", "machines"], packages: "any", node: false, schemas: true },
  dev: { ...SERVER, ours: ["domain", "prisma/migrate.ts", "test/bench", "test/simulate"] },
};

/** Packages that have no place in a folder whatever its row says, each with its reason. */
const BANNED: { packages: string[]; except: string[]; because: string }[] = [
  {
    packages: ["date-holidays"],
    except: ["dev", "test"],
    because: "it is too slow; the days are a table in domain/calendar",
  },
  {
    packages: ["@temporalio/worker"],
    except: ["worker", "dev", "test"],
    because: "only the worker runs workflows",
  },
  {
    packages: ["fastify", "@prisma/client", "pg"],
    except: ["api", "activities", "worker", "prisma", "dev", "test"],
    because: "the browser has no server inside",
  },
];

interface Import {
  from: string;
  typeOnly: boolean;
}

/** Every fault of one file, as sentences. */
export function checkFile(file: string, source: string): string[] {
  const [folder = ""] = file.split("/");
  const row = TABLE[folder];
  if (row === undefined || /\.(test|config)\.tsx?$/.test(file)) return [];
  const isSchema = file.endsWith(".schema.ts");
  const imports = readImports(file, source);
  const faults = imports.flatMap((imported) => {
    const fault = imported.from.startsWith(".")
      ? faultOfOurs(row, folder, isSchema, imported, join(dirname(file), imported.from))
      : faultOfPackage(row, folder, isSchema, imported);
    return fault === undefined ? [] : [`${file}: ${fault}`];
  });
  return row.clock === false && asksClock(file, source)
    ? [...faults, `${file}: asks the clock with "new Date()"; the time comes in as an argument`]
    : faults;
}

function faultOfOurs(row: Row, folder: string, isSchema: boolean, imported: Import, path: string): string | undefined {
  const target = normalize(path);
  if (target.endsWith(".schema.ts") && !row.schemas && !isSchema && !imported.typeOnly) {
    return `imports ${target}, and with it zod; here only its types may be known`;
  }
  const within = (allowed: string): boolean => target === allowed || target.startsWith(`${allowed}/`);
  if ([folder, ...row.ours].some(within)) return undefined;
  if (row.typesOf?.some(within)) {
    return imported.typeOnly ? undefined : `imports values of ${target}; only its types may be known here`;
  }
  return `imports ${target}; ${folder}/ may know ${[folder, ...row.ours].join(", ")}`;
}

function faultOfPackage(row: Row, folder: string, isSchema: boolean, { from }: Import): string | undefined {
  if (from.startsWith("node:")) return row.node ? undefined : `imports ${from}; nothing of Node may be known here`;
  const name = from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
  const ban = BANNED.find(({ packages, except }) => packages.includes(name) && !except.includes(folder));
  if (ban) return `imports ${name}: ${ban.because}`;
  if (name === "zod") return row.schemas || isSchema ? undefined : `imports zod, which belongs in a *.schema.ts`;
  if (row.packages === "any" || row.packages.includes(name)) return undefined;
  if (row.packages.includes(`${name}/*`)) {
    return from === name ? `imports all of ${name}; import a subpath of it` : undefined;
  }
  return `imports ${name}; ${folder}/ may know ${row.packages.join(", ") || "no package"}`;
}

function readImports(file: string, source: string): Import[] {
  const { module } = parseSync(file, source);
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const [, from] = /^["'](.*)["']$/.exec(source.slice(moduleRequest.start, moduleRequest.end)) ?? [];
      return from === undefined ? [] : [{ from, typeOnly: false }];
    }),
  ];
}

function asksClock(file: string, source: string): boolean {
  return source.includes("new Date") && someNode(parseSync(file, source).program, isNewDateOfNow);
}

function isNewDateOfNow(node: Record<string, unknown>): boolean {
  const { type, callee, arguments: given } = node;
  const isDate = typeof callee === "object" && callee !== null && "name" in callee && callee.name === "Date";
  return type === "NewExpression" && isDate && Array.isArray(given) && given.length === 0;
}

function someNode(value: unknown, is: (node: Record<string, unknown>) => boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  return is(value as Record<string, unknown>) || Object.values(value).some((part) => someNode(part, is));
}

/** All faults of the tree; the folders are given from the root. */
export function checkTree(root: string): string[] {
  return Object.keys(TABLE).flatMap((folder) => checkFolder(root, folder));
}

function checkFolder(root: string, folder: string): string[] {
  return filesOf(join(root, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    return checkFile(file, readFileSync(join(root, file), "utf8"));
  });
}

function filesOf(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.filter((name) => /\.tsx?$/.test(name) && !name.startsWith("generated")).toSorted();
  } catch {
    return [];
  }
}
