-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "closed_on" DATE;

-- AlterTable
ALTER TABLE "work_items" ADD COLUMN     "dsp_id" VARCHAR(20),
ADD COLUMN     "ended_on" DATE;

-- AlterTable
ALTER TABLE "deadlines" ADD COLUMN     "dsp_id" VARCHAR(20),
ADD COLUMN     "is_repeated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "met_late" BOOLEAN,
ADD COLUMN     "taken_days" INTEGER;

-- CreateTable
CREATE TABLE "case_money" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,

    CONSTRAINT "case_money_pkey" PRIMARY KEY ("case_id","kind","seq")
);

-- CreateTable
CREATE TABLE "statistics_backlog" (
    "case_id" UUID NOT NULL,

    CONSTRAINT "statistics_backlog_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE INDEX "case_money_institution_id_on_idx" ON "case_money"("institution_id", "on");


-- What Prisma cannot say.

-- Each count of the statistics is read from one index alone; columns that are only read come after those searched by.
CREATE INDEX "cases_open_in" ON "cases" ("dsp_id") INCLUDE ("cst_id", "cst_since", "ministry_id", "ministry_since")
  WHERE "closed_at" IS NULL;
CREATE INDEX "cases_closed_on" ON "cases" ("dsp_id", "closed_on")
  INCLUDE ("cst_id", "cst_since", "ministry_id", "ministry_since", "outcome") WHERE "closed_on" IS NOT NULL;
CREATE INDEX "cases_sent_to_commission" ON "cases" ("dsp_id", "cst_since") INCLUDE ("cst_id") WHERE "cst_since" IS NOT NULL;
CREATE INDEX "cases_sent_to_ministry" ON "cases" ("dsp_id", "ministry_since") INCLUDE ("ministry_id")
  WHERE "ministry_since" IS NOT NULL;
CREATE INDEX "work_items_open_in" ON "work_items" ("dsp_id") INCLUDE ("institution_id", "step")
  WHERE "closed_at" IS NULL AND "acts";
CREATE INDEX "work_items_since" ON "work_items" ("dsp_id", "since") INCLUDE ("institution_id", "step") WHERE "acts";
CREATE INDEX "work_items_ended_on" ON "work_items" ("dsp_id", "ended_on") INCLUDE ("institution_id", "step")
  WHERE "ended_on" IS NOT NULL AND "acts";
CREATE INDEX "deadlines_kept" ON "deadlines" ("dsp_id", "met_on")
  INCLUDE ("institution_id", "rule", "basis", "duty", "met_late", "taken_days", "is_repeated") WHERE "state" = 'ended';
CREATE INDEX "deadlines_running" ON "deadlines" ("dsp_id", "passes_at")
  INCLUDE ("institution_id", "rule", "basis", "duty", "state", "is_repeated") WHERE "state" IN ('running', 'suspended');
CREATE INDEX "deadlines_missed" ON "deadlines" ("dsp_id", "passes_at")
  INCLUDE ("institution_id", "rule", "basis", "duty", "is_repeated") WHERE "state" = 'cancelled' AND "passed_at" IS NOT NULL;
CREATE INDEX "holdings_from" ON "holdings" ("institution_id", "from_on") INCLUDE ("until_on", "duty", "suspended", "case_id");

ALTER TABLE "case_money"
  ADD CONSTRAINT "case_money_kind" CHECK ("kind" IN ('asked', 'granted', 'paid')),
  ADD CONSTRAINT "case_money_amount" CHECK ("amount" >= 0);

GRANT SELECT, INSERT, UPDATE, DELETE ON "case_money" TO dosar_app;
GRANT SELECT, DELETE ON "statistics_backlog" TO dosar_app;
-- The backlog is taken row by row, each locked until it is done.
GRANT UPDATE ON "statistics_backlog" TO dosar_app;

-- What is new of files that were there before. What follows from their state is made by the worker, file by file.
UPDATE "deadlines" d SET "dsp_id" = c."dsp_id" FROM "cases" c WHERE c."id" = d."case_id";
UPDATE "work_items" w SET "dsp_id" = c."dsp_id", "ended_on" = (w."closed_at" AT TIME ZONE 'Europe/Bucharest')::date
FROM "cases" c WHERE c."id" = w."case_id";
UPDATE "cases" SET "closed_on" = ("closed_at" AT TIME ZONE 'Europe/Bucharest')::date WHERE "closed_at" IS NOT NULL;
INSERT INTO "statistics_backlog" SELECT "id" FROM "cases";
