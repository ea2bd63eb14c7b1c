-- CreateTable
CREATE TABLE "setting_changes" (
    "key" VARCHAR(40) NOT NULL,
    "version" INTEGER NOT NULL,
    "from_value" JSONB NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "legal_basis" TEXT,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_changes_pkey" PRIMARY KEY ("key","version")
);

-- What Prisma cannot say.

ALTER TABLE "setting_changes" ADD CONSTRAINT "setting_changes_version" CHECK ("version" > 0);

-- How a setting came to be as it is stays as it was written.
REVOKE UPDATE, DELETE, TRUNCATE ON "setting_changes" FROM dosar_app;
GRANT SELECT, INSERT ON "setting_changes" TO dosar_app;
