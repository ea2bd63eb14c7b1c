-- The house that keeps a file: a DSP, or the CAS of an E112 file. What it was called when every file was kept by a DSP.
ALTER TABLE "cases" RENAME COLUMN "dsp_id" TO "home_id";
ALTER TABLE "work_items" RENAME COLUMN "dsp_id" TO "home_id";
ALTER TABLE "deadlines" RENAME COLUMN "dsp_id" TO "home_id";
ALTER INDEX "cases_dsp_id_legacy_number_key" RENAME TO "cases_home_id_legacy_number_key";
ALTER INDEX "cases_dsp_id_opened_on_id_idx" RENAME TO "cases_home_id_opened_on_id_idx";

-- An E112 file has neither a commission nor the Ministry.
ALTER TABLE "cases" ALTER COLUMN "cst_id" DROP NOT NULL,
ALTER COLUMN "ministry_id" DROP NOT NULL,
ADD COLUMN     "application_number" VARCHAR(40);
CREATE UNIQUE INDEX "cases_application_number_key" ON "cases"("application_number");
CREATE INDEX "cases_application_number_prefix" ON "cases" ("application_number" varchar_pattern_ops);
ALTER TABLE "cases"
  ADD CONSTRAINT "cases_houses" CHECK (num_nulls("cst_id", "ministry_id") = CASE WHEN "process" = 'e112' THEN 2 ELSE 0 END);

-- Files whose first commit is still to come read their opening from here.
UPDATE "intake" SET "opening" = ("opening" - 'dspId') || jsonb_build_object('homeId', "opening"->'dspId')
WHERE "opening" ? 'dspId';
