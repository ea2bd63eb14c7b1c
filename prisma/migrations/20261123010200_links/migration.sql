-- CreateTable
CREATE TABLE "case_links" (
    "from_case" UUID NOT NULL,
    "to_case" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_links_pkey" PRIMARY KEY ("from_case")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_links_to_case_key" ON "case_links"("to_case");

-- What Prisma cannot say.

ALTER TABLE "case_links" ADD CONSTRAINT "case_links_kind" CHECK ("kind" = 'ministry-route');
-- A passage stays as it was made.
REVOKE UPDATE, DELETE ON "case_links" FROM dosar_app;
GRANT SELECT, INSERT ON "case_links" TO dosar_app;
-- Those on their way, for the operators.
CREATE INDEX "cases_moving" ON "cases" ("id") WHERE "stage" = 'moving-to-ministry-route' AND "outcome" IS NULL;
