-- CreateTable
CREATE TABLE "fund_allocations" (
    "institution_id" VARCHAR(20) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "version" INTEGER NOT NULL,
    "amount" DECIMAL(17,2) NOT NULL,
    "legal_act" TEXT NOT NULL,
    "command_id" UUID NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fund_allocations_pkey" PRIMARY KEY ("institution_id","month","version")
);

-- CreateTable
CREATE TABLE "fund_requests" (
    "case_id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "step" VARCHAR(60),
    "amount" DECIMAL(17,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "decided_on" DATE NOT NULL,
    "registered_on" DATE NOT NULL,
    "vital_risk" SMALLINT,
    "benefit" SMALLINT,

    CONSTRAINT "fund_requests_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "fund_grants" (
    "case_id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "lei" DECIMAL(17,2),
    "command_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "freed_at" TIMESTAMPTZ(3),

    CONSTRAINT "fund_grants_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "fund_rankings" (
    "institution_id" VARCHAR(20) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "number" INTEGER NOT NULL,
    "command_id" UUID NOT NULL,
    "allocation" INTEGER NOT NULL,
    "allocated" DECIMAL(17,2) NOT NULL,
    "granted" DECIMAL(17,2) NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" VARCHAR(10) NOT NULL,
    "confirm_id" UUID,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_on" DATE,
    "confirmed_role" VARCHAR(40),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "fund_rankings_pkey" PRIMARY KEY ("institution_id","month","number")
);

-- CreateTable
CREATE TABLE "fund_ranking_lines" (
    "institution_id" VARCHAR(20) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "number" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "line" JSONB NOT NULL,
    "funded" BOOLEAN NOT NULL,
    "command_id" UUID,
    "request_hash" VARCHAR(64),
    "state" VARCHAR(10) NOT NULL,
    "problem" VARCHAR(40),

    CONSTRAINT "fund_ranking_lines_pkey" PRIMARY KEY ("institution_id","month","number","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "fund_allocations_command_id_key" ON "fund_allocations"("command_id");

-- CreateIndex
CREATE INDEX "fund_grants_institution_id_month_idx" ON "fund_grants"("institution_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "fund_rankings_command_id_key" ON "fund_rankings"("command_id");

-- CreateIndex
CREATE UNIQUE INDEX "fund_rankings_confirm_id_key" ON "fund_rankings"("confirm_id");

-- CreateIndex
CREATE INDEX "fund_ranking_lines_case_id_idx" ON "fund_ranking_lines"("case_id");

-- What Prisma cannot say.

-- Those that wait, and orders that somebody has to carry out.
CREATE INDEX "fund_requests_waiting" ON "fund_requests" ("institution_id") WHERE "step" IS NOT NULL;
CREATE INDEX "fund_grants_reserved" ON "fund_grants" ("at") WHERE "state" = 'reserved';
CREATE INDEX "fund_rankings_waiting" ON "fund_rankings" ("confirmed_at") WHERE "state" IN ('confirmed', 'running');
ALTER TABLE "fund_allocations" ADD CONSTRAINT "fund_allocations_amount" CHECK ("amount" >= 0);
ALTER TABLE "fund_grants" ADD CONSTRAINT "fund_grants_state" CHECK ("state" IN ('reserved', 'granted', 'freed'));
ALTER TABLE "fund_rankings" ADD CONSTRAINT "fund_rankings_state" CHECK ("state" IN ('made', 'confirmed', 'running', 'done'));

GRANT SELECT, INSERT, UPDATE, DELETE ON "fund_requests", "fund_grants" TO dosar_app;
-- An allocation stays as it was entered; an order as it was made.
REVOKE UPDATE, DELETE ON "fund_allocations", "fund_rankings", "fund_ranking_lines" FROM dosar_app;
GRANT SELECT, INSERT ON "fund_allocations", "fund_rankings", "fund_ranking_lines" TO dosar_app;
GRANT UPDATE ("state", "confirm_id", "confirmed_by", "confirmed_at", "confirmed_on", "confirmed_role", "finished_at")
  ON "fund_rankings" TO dosar_app;
GRANT UPDATE ("command_id", "request_hash", "state", "problem") ON "fund_ranking_lines" TO dosar_app;
