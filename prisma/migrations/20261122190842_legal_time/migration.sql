-- AlterTable
ALTER TABLE "institutions" ADD COLUMN     "office_closes" SMALLINT NOT NULL DEFAULT 16,
ADD COLUMN     "office_opens" SMALLINT NOT NULL DEFAULT 8;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "deadlines" ADD COLUMN     "basis" VARCHAR(20) NOT NULL DEFAULT 'term',
ADD COLUMN     "calendar_number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "effect_on" DATE,
ADD COLUMN     "former_duty" VARCHAR(20),
ADD COLUMN     "former_institution_id" VARCHAR(20),
ADD COLUMN     "passes_in_case" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "suspensions" JSONB;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "bounced_at" TIMESTAMPTZ(3),
ADD COLUMN     "in_place_of" UUID,
ADD COLUMN     "institution_id" VARCHAR(20),
ADD COLUMN     "merged_into" UUID,
ADD COLUMN     "planned_id" UUID,
ADD COLUMN     "words" JSONB,
ALTER COLUMN "case_id" DROP NOT NULL,
ALTER COLUMN "about" SET DATA TYPE VARCHAR(60);

-- AlterTable
ALTER TABLE "declared_days" ADD COLUMN     "declared_in" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scope" VARCHAR(20) NOT NULL DEFAULT 'everyone',
ADD COLUMN     "withdrawn_in" INTEGER;
UPDATE "declared_days" SET "scope" = 'institution' WHERE "institution_id" IS NOT NULL;
ALTER TABLE "declared_days" ALTER COLUMN "declared_in" DROP DEFAULT, ALTER COLUMN "scope" DROP DEFAULT;

-- CreateTable
CREATE TABLE "planned_messages" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "deadline_id" VARCHAR(60),
    "kind" VARCHAR(40) NOT NULL,
    "about" VARCHAR(60) NOT NULL,
    "audience" VARCHAR(20) NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "params" JSONB NOT NULL,
    "words" JSONB,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "planned_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_policies" (
    "institution_id" VARCHAR(20) NOT NULL,
    "rule" VARCHAR(40) NOT NULL,
    "stages" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_policies_pkey" PRIMARY KEY ("institution_id","rule")
);

-- CreateTable
CREATE TABLE "absences" (
    "id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "user_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "declared_by" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_tasks" (
    "id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "message_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "resolution" TEXT,

    CONSTRAINT "admin_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holdings" (
    "case_id" UUID NOT NULL,
    "duty" VARCHAR(20) NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,
    "suspended" BOOLEAN NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,

    CONSTRAINT "holdings_pkey" PRIMARY KEY ("case_id","from_on")
);

-- CreateTable
CREATE TABLE "calendar_changes" (
    "number" INTEGER NOT NULL,
    "command_id" UUID NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "institution_id" VARCHAR(20),
    "acts" JSONB NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" VARCHAR(10) NOT NULL,
    "files" INTEGER NOT NULL DEFAULT 0,
    "files_done" INTEGER NOT NULL DEFAULT 0,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "worked_ms" BIGINT NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_changes_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "confirmed_years" (
    "year" INTEGER NOT NULL,
    "confirmed_in" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "confirmed_years_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "rule_interruptions" (
    "rule" VARCHAR(20) NOT NULL,
    "set_in" INTEGER NOT NULL,
    "interrupted" BOOLEAN NOT NULL,
    "citation" TEXT NOT NULL,

    CONSTRAINT "rule_interruptions_pkey" PRIMARY KEY ("rule","set_in")
);

-- CreateIndex
CREATE INDEX "planned_messages_case_id_idx" ON "planned_messages"("case_id");

-- CreateIndex
CREATE INDEX "absences_user_id_from_on_idx" ON "absences"("user_id", "from_on");

-- CreateIndex
CREATE INDEX "absences_substitute_id_from_on_idx" ON "absences"("substitute_id", "from_on");

-- CreateIndex
CREATE INDEX "absences_institution_id_from_on_idx" ON "absences"("institution_id", "from_on");

-- CreateIndex
CREATE UNIQUE INDEX "admin_tasks_message_id_key" ON "admin_tasks"("message_id");

-- CreateIndex
CREATE INDEX "admin_tasks_institution_id_opened_at_idx" ON "admin_tasks"("institution_id", "opened_at");

-- CreateIndex
CREATE INDEX "holdings_institution_id_duty_idx" ON "holdings"("institution_id", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_changes_command_id_key" ON "calendar_changes"("command_id");

-- CreateIndex
CREATE INDEX "calendar_changes_state_idx" ON "calendar_changes"("state");

-- CreateIndex
CREATE INDEX "messages_planned_id_idx" ON "messages"("planned_id");

-- CreateIndex
CREATE INDEX "messages_institution_id_planned_at_id_idx" ON "messages"("institution_id", "planned_at" DESC, "id" DESC);

-- What Prisma cannot say.

-- A day is declared once for the same people, until it is withdrawn.
DROP INDEX "declared_days_once";
CREATE UNIQUE INDEX "declared_days_once" ON "declared_days" ("date", "kind", "scope", coalesce("institution_id", ''))
  WHERE "withdrawn_in" IS NULL;
ALTER TABLE "declared_days"
  ADD CONSTRAINT "declared_days_kind" CHECK ("kind" IN ('day-off', 'recovery-day')),
  ADD CONSTRAINT "declared_days_scope" CHECK (("scope" = 'institution') = ("institution_id" IS NOT NULL)
    AND "scope" IN ('everyone', 'public-sector', 'institution'));

-- Deadlines that run: those that pass next, and those that a change of the calendar may move.
CREATE INDEX "deadlines_passing" ON "deadlines" ("passes_at")
  WHERE "state" = 'running' AND "passed_at" IS NULL AND NOT "passes_in_case";
CREATE INDEX "deadlines_moving" ON "deadlines" ("starts_on", "due_on") WHERE "state" IN ('running', 'suspended');
-- Planned messages whose time has come.
CREATE INDEX "planned_messages_waiting" ON "planned_messages" ("planned_at") WHERE "state" = 'planned';
CREATE INDEX "planned_messages_deadline" ON "planned_messages" ("case_id", "deadline_id") WHERE "state" = 'planned';
CREATE INDEX "planned_messages_outbox" ON "planned_messages" ("institution_id", "planned_at", "id")
  WHERE "state" = 'planned';
-- Messages that wait, by person: many for one become a summary.
CREATE INDEX "messages_waiting_for" ON "messages" ("recipient_id") WHERE "state" IN ('planned', 'sending');
CREATE INDEX "admin_tasks_open" ON "admin_tasks" ("institution_id", "opened_at") WHERE "closed_at" IS NULL;
ALTER TABLE "absences" ADD CONSTRAINT "absences_days" CHECK ("from_on" <= "until_on" AND "user_id" <> "substitute_id");

-- The calendar that the product comes with: days off given by the Government to the public sector, as far as known. Since
-- 2019 they are made up by longer days, so there are no recovery days among them; for 2026 none is known.
INSERT INTO "calendar_changes" ("number", "command_id", "request_hash", "acts", "state", "finished_at")
VALUES (0, '00000000-0000-0000-0000-000000000000', '', '[]', 'done', now());
INSERT INTO "declared_days" ("id", "date", "kind", "scope", "legal_act", "declared_in")
SELECT gen_random_uuid(), known."date"::date, 'day-off', 'public-sector', known."act", 0 FROM (VALUES
  ('2018-04-30', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2018-12-24', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2018-12-31', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2019-04-30', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2019-08-16', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2019-12-27', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2020-01-03', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2021-11-29', 'HG nr. 1237/2021'),
  ('2022-12-02', 'Hotărâre a Guvernului, numărul de confirmat'),
  ('2023-01-23', 'HG nr. 1555/2022'),
  ('2023-06-02', 'HG nr. 1555/2022'),
  ('2023-08-14', 'HG nr. 1555/2022'),
  ('2024-05-02', 'HG nr. 1307/2023'),
  ('2024-08-16', 'HG nr. 1307/2023'),
  ('2024-12-27', 'HG nr. 1307/2023'),
  ('2025-05-02', 'HG nr. 2/2025')
) AS known("date", "act");
INSERT INTO "confirmed_years" ("year", "confirmed_in") SELECT year, 0 FROM generate_series(2012, 2026) AS year;

-- What was declared before stays as it was; a withdrawal is the one thing that is written into it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "planned_messages", "reminder_policies", "absences", "admin_tasks", "holdings"
  TO dosar_app;
GRANT SELECT, INSERT, UPDATE ON "calendar_changes" TO dosar_app;
GRANT SELECT, INSERT ON "confirmed_years", "rule_interruptions" TO dosar_app;
REVOKE UPDATE, DELETE ON "declared_days" FROM dosar_app;
GRANT UPDATE ("withdrawn_in") ON "declared_days" TO dosar_app;

-- What is new of deadlines that were there before. All that a date follows from stands in the state of its file.
UPDATE "deadlines" d SET
  "basis" = old."basis", "effect_on" = old."effect_on", "former_duty" = old."former_duty",
  "former_institution_id" = CASE WHEN old."former_duty" IS NULL THEN NULL WHEN old."former_duty" = 'CST' THEN old."cst_id"
    WHEN old."former_duty" IN ('MOH', 'MOH_COMMISSION') THEN old."ministry_id" ELSE old."dsp_id" END,
  "passes_in_case" = d."rule" = 'MOH-61' OR (d."rule" = 'MOH-73' AND old."basis" = 'term')
FROM (
  SELECT c."id", each."key", coalesce(each."value"->>'basis', 'term') AS "basis", each."value"->>'formerDuty' AS "former_duty",
    (each."value"->'due'->>'effectOn')::date AS "effect_on", c."dsp_id", c."cst_id", c."ministry_id"
  FROM "cases" c, jsonb_each(c."state"->'deadlines') each
) old WHERE d."case_id" = old."id" AND d."id" = old."key";
