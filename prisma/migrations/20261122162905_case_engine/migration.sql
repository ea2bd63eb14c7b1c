-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "institutions" (
    "id" VARCHAR(20) NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "county" VARCHAR(2),
    "name_ro" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "cst_id" VARCHAR(20),

    CONSTRAINT "institutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "locale" VARCHAR(2) NOT NULL DEFAULT 'ro',
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" UUID NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "role" VARCHAR(40) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","institution_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" VARCHAR(64) NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "registers" (
    "institution_id" VARCHAR(20) NOT NULL,
    "year" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL,

    CONSTRAINT "registers_pkey" PRIMARY KEY ("institution_id","year")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "process" VARCHAR(20) NOT NULL,
    "registration_number" VARCHAR(40) NOT NULL,
    "ministry_number" VARCHAR(40),
    "access_code_hash" VARCHAR(64) NOT NULL,
    "dsp_id" VARCHAR(20) NOT NULL,
    "cst_id" VARCHAR(20) NOT NULL,
    "ministry_id" VARCHAR(20) NOT NULL,
    "officer_id" UUID NOT NULL,
    "stage" VARCHAR(40) NOT NULL,
    "stage_since" DATE NOT NULL,
    "outcome" VARCHAR(40),
    "urgency_class" VARCHAR(1),
    "opened_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "cst_since" TIMESTAMPTZ(3),
    "ministry_since" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL,
    "last_batch" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "subject_sealed" BYTEA NOT NULL,
    "patient_has_email" BOOLEAN NOT NULL,
    "surname_index" VARCHAR(64) NOT NULL,
    "wrapped_key" BYTEA NOT NULL,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake" (
    "case_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "actor_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "opening" JSONB,
    "wrapped_key" BYTEA,
    "subject_sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("case_id","command_id")
);

-- CreateTable
CREATE TABLE "events" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "data" JSONB NOT NULL,
    "sealed" BYTEA,
    "prev_hash" VARCHAR(64) NOT NULL,
    "hash" VARCHAR(64) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateTable
CREATE TABLE "commands" (
    "case_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "type" VARCHAR(40) NOT NULL,
    "actor_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "occurred_on" DATE NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commands_pkey" PRIMARY KEY ("case_id","command_id")
);

-- CreateTable
CREATE TABLE "work_items" (
    "case_id" UUID NOT NULL,
    "step" VARCHAR(60) NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "registration_number" VARCHAR(40) NOT NULL,
    "duty" VARCHAR(20) NOT NULL,
    "acts" BOOLEAN NOT NULL,
    "since" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "urgency_class" VARCHAR(1),
    "stage" VARCHAR(40) NOT NULL,
    "officer_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_items_pkey" PRIMARY KEY ("case_id","step","institution_id")
);

-- CreateTable
CREATE TABLE "deadlines" (
    "case_id" UUID NOT NULL,
    "id" VARCHAR(60) NOT NULL,
    "rule" VARCHAR(20) NOT NULL,
    "duty" VARCHAR(20) NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "starts_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "practical_due_on" DATE,
    "passes_at" TIMESTAMPTZ(3) NOT NULL,
    "state" VARCHAR(20) NOT NULL,
    "met_on" DATE,
    "passed_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadlines_pkey" PRIMARY KEY ("case_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "deadline_id" VARCHAR(60),
    "kind" VARCHAR(40) NOT NULL,
    "about" VARCHAR(40) NOT NULL,
    "recipient_id" UUID,
    "recipient_kind" VARCHAR(20) NOT NULL,
    "params" JSONB NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "name_sealed" BYTEA NOT NULL,
    "mime" VARCHAR(100) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "institution_id" VARCHAR(20),
    "action" VARCHAR(60) NOT NULL,
    "case_id" UUID,
    "outcome" VARCHAR(40) NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "declared_days" (
    "id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "legal_act" TEXT NOT NULL,
    "institution_id" VARCHAR(20),

    CONSTRAINT "declared_days_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_institution_id_role_idx" ON "memberships"("institution_id", "role");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "cases_registration_number_key" ON "cases"("registration_number");

-- CreateIndex
CREATE UNIQUE INDEX "cases_ministry_number_key" ON "cases"("ministry_number");

-- CreateIndex
CREATE INDEX "cases_dsp_id_opened_on_id_idx" ON "cases"("dsp_id", "opened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_cst_id_opened_on_id_idx" ON "cases"("cst_id", "opened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_ministry_id_opened_on_id_idx" ON "cases"("ministry_id", "opened_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_surname_index_idx" ON "cases"("surname_index");

-- CreateIndex
CREATE INDEX "intake_created_at_idx" ON "intake"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "commands_case_id_version_key" ON "commands"("case_id", "version");

-- CreateIndex
CREATE INDEX "deadlines_institution_id_state_due_on_idx" ON "deadlines"("institution_id", "state", "due_on");

-- CreateIndex
CREATE INDEX "messages_case_id_idx" ON "messages"("case_id");

-- CreateIndex
CREATE INDEX "uploads_case_id_idx" ON "uploads"("case_id");

-- CreateIndex
CREATE INDEX "audit_log_case_id_at_idx" ON "audit_log"("case_id", "at");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- The queue of an institution, most urgent first, read straight from the index; closed items are not in it.
CREATE INDEX "work_items_queue" ON "work_items" ("institution_id", "due_on", "urgency_class", "case_id", "step")
  INCLUDE ("acts", "registration_number") WHERE "closed_at" IS NULL;
CREATE INDEX "work_items_queue_since" ON "work_items" ("institution_id", "since", "case_id", "step") WHERE "closed_at" IS NULL;
-- Messages that wait to be sent.
CREATE INDEX "messages_waiting" ON "messages" ("next_attempt_at") WHERE "state" IN ('planned', 'sending');
CREATE INDEX "messages_failed" ON "messages" ("state", "planned_at");
-- A declared day stands once for everybody or for one institution.
CREATE UNIQUE INDEX "declared_days_once" ON "declared_days" ("date", "kind", coalesce("institution_id", ''));

-- The application's role: it adds to the event log and to the audit log, and never changes what they hold.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dosar_app') THEN
    CREATE ROLE dosar_app NOLOGIN;
  END IF;
END
$$;
GRANT USAGE ON SCHEMA public TO dosar_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dosar_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO dosar_app;
REVOKE UPDATE, DELETE, TRUNCATE ON "events", "audit_log", "commands" FROM dosar_app;
REVOKE ALL ON "_prisma_migrations" FROM dosar_app;
