import { expect, test } from "@jest/globals";

import { checkFile } from "../../dev/check-imports.ts";

test.each([
  ["domain/a.ts", 'import { z } from "zod";', /zod.*schema/],
  ["domain/a.ts", 'import { define } from "./b.schema.ts";', /only its types/],
  ["domain/a.ts", 'import { format } from "date-fns";', /subpath/],
  ["domain/a.ts", 'import { readFile } from "node:fs/promises";', /nothing of Node/],
  ["domain/a.ts", "const now = new Date();", /asks the clock/],
  ["domain/a/b.ts", 'export * from "../../prisma/client.ts";', /prisma\/client\.ts/],
  ["workflows/a.ts", 'import { send } from "../activities/mail.ts";', /only its types/],
  ["workflows/a.ts", 'import { command } from "../domain/a.schema.ts";', /only its types/],
  ["workflows/a.ts", 'import Holidays from "date-holidays";', /too slow/],
  ["web/a.tsx", 'const page = await import("../api/routes.ts");', /api\/routes\.ts/],
  ["api/a.ts", 'import { commit } from "../activities/case.ts";', /activities/],
  ["api/a.ts", 'import { mohAbroadTreatment } from "../workflows/moh.ts";', /workflows\/moh\.ts/],
])("%s may not: %s", (file, source, fault) => {
  expect(checkFile(file, source)).toEqual([expect.stringMatching(fault)]);
});

test.each([
  ["domain/a.schema.ts", 'import { z } from "zod";\nimport { b } from "./b.schema.ts";'],
  ["domain/a.ts", 'import type { Command } from "./b.schema.ts";\nimport { addDays } from "date-fns/addDays";'],
  ["domain/a.test.ts", 'import { readFileSync } from "node:fs";'],
  ["domain/a.ts", 'const day = new Date("2026-01-01");'],
  ["workflows/a.ts", 'import type { Activities } from "../activities/index.ts";'],
  ["workflows/a.ts", 'import { type Activities, type Other } from "../activities/index.ts";'],
  ["api/a.ts", 'import { commandUpdate } from "../workflows/contract.ts";'],
  ["web/vite.config.ts", 'import { fileURLToPath } from "node:url";'],
])("%s may: %s", (file, source) => {
  expect(checkFile(file, source)).toEqual([]);
});
