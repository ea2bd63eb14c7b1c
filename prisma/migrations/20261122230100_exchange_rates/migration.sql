-- CreateTable
CREATE TABLE "exchange_rates" (
    "id" UUID NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "date" DATE NOT NULL,
    "rate" DECIMAL(16,8) NOT NULL,
    "source" VARCHAR(20) NOT NULL,
    "entered_by" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "exchange_rates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "exchange_rates_date_currency_idx" ON "exchange_rates"("date" DESC, "currency");

-- What Prisma cannot say.

-- A currency has one rate on a day, until it is withdrawn.
CREATE UNIQUE INDEX "exchange_rates_once" ON "exchange_rates" ("currency", "date" DESC) WHERE "withdrawn_at" IS NULL;
ALTER TABLE "exchange_rates"
  ADD CONSTRAINT "exchange_rates_rate" CHECK ("rate" > 0),
  ADD CONSTRAINT "exchange_rates_source" CHECK ("source" IN ('entered', 'imported', 'demonstration'));

-- What was entered stays as it was; a withdrawal is the one thing that is written into it.
REVOKE UPDATE, DELETE ON "exchange_rates" FROM dosar_app;
GRANT SELECT, INSERT ON "exchange_rates" TO dosar_app;
GRANT UPDATE ("withdrawn_by", "withdrawn_at") ON "exchange_rates" TO dosar_app;
