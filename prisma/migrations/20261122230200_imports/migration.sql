-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "legacy_ministry_number" VARCHAR(40),
ADD COLUMN     "legacy_number" VARCHAR(60);

-- CreateTable
CREATE TABLE "file_imports" (
    "id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "by" UUID NOT NULL,
    "role" VARCHAR(40) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" VARCHAR(10) NOT NULL,
    "wrapped_key" BYTEA,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "codes_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_import_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "legacy_number" VARCHAR(60) NOT NULL,
    "case_id" UUID NOT NULL,
    "filing_id" UUID NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "stage" VARCHAR(40) NOT NULL,
    "problem" JSONB,
    "sealed" BYTEA,

    CONSTRAINT "file_import_rows_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateIndex
CREATE INDEX "file_imports_institution_id_at_idx" ON "file_imports"("institution_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "cases_dsp_id_legacy_number_key" ON "cases"("dsp_id", "legacy_number");


-- What Prisma cannot say.

-- A file is found by its number in the register of before, or by the beginning of it.
CREATE INDEX "cases_legacy_number" ON "cases" (upper("legacy_number") text_pattern_ops) WHERE "legacy_number" IS NOT NULL;
-- Imports that somebody has to carry out.
CREATE INDEX "file_imports_waiting" ON "file_imports" ("at") WHERE "state" IN ('saved', 'running');
GRANT SELECT, INSERT, UPDATE, DELETE ON "file_imports", "file_import_rows" TO dosar_app;
