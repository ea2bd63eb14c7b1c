/** What the routes of imports answer, for the API's own description. */
import { z } from "zod";
import { Text } from "./answers.ts";

const problem = z.object({
  column: z.string().optional().meta({ description: "The heading of the column" }),
  code: z.string(),
  message: z.string(),
});

const importedRow = z.object({
  row: z.int().meta({ description: "Its place in the sheet, from 1" }),
  legacyNumber: z.string().optional(),
  patient: z.string().optional(),
  state: z.enum(["new", "there", "wrong"]),
  problems: z.array(problem),
  warnings: z.array(problem),
  stage: z.string().optional(),
  stageTitle: Text.optional(),
  place: z.string().optional(),
  since: z.iso.date().optional(),
  deadlines: z
    .array(
      z.object({ rule: z.string(), title: Text, about: Text.optional(), dueOn: z.iso.date(), overdue: z.boolean() }),
    )
    .optional(),
  caseId: z.uuid().optional(),
  registrationNumber: z.string().optional(),
});

export const ImportPreviewSchema = z
  .object({
    id: z.uuid().optional().meta({ description: "The import to start; absent while a row is wrong or nothing is new" }),
    institution: z.string(),
    rows: z.array(importedRow),
    counts: z.object({ new: z.int(), there: z.int(), wrong: z.int() }),
    ignored: z.array(z.string()).meta({ description: "Headings that are not known" }),
  })
  .meta({ id: "ImportPreview" });

export const ImportProgressSchema = z
  .object({
    id: z.uuid(),
    institution: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    state: z.enum(["ready", "saved", "running", "done"]),
    rows: z.int(),
    done: z.int(),
    there: z.int(),
    failed: z.array(
      z.object({ row: z.int(), legacyNumber: z.string(), caseId: z.uuid().optional(), message: z.string() }),
    ),
    stages: z.array(z.object({ stage: z.string(), title: Text, files: z.int() })),
    finishedAt: z.iso.datetime().optional(),
    codesAt: z.iso.datetime().optional(),
  })
  .meta({ id: "ImportProgress" });

export const ImportListSchema = z.object({ items: z.array(ImportProgressSchema) }).meta({ id: "ImportList" });

export const ImportCodesSchema = z
  .object({
    items: z.array(
      z.object({
        legacyNumber: z.string(),
        registrationNumber: z.string(),
        patient: z.string(),
        accessCode: z.string(),
      }),
    ),
  })
  .meta({ id: "ImportCodes" });
