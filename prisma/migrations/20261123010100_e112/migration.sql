-- CreateTable
CREATE TABLE "issued_forms" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "number" VARCHAR(40) NOT NULL,
    "name" VARCHAR(4) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "replaces" VARCHAR(40),

    CONSTRAINT "issued_forms_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateTable
CREATE TABLE "e125_invoices" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "institution_id" VARCHAR(20) NOT NULL,
    "number" VARCHAR(60),
    "form_number" VARCHAR(60),
    "amount" DECIMAL(17,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "received_on" DATE NOT NULL,
    "settled_on" DATE,
    "settled_amount" DECIMAL(17,2),
    "differences" JSONB NOT NULL,

    CONSTRAINT "e125_invoices_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "issued_forms_number_key" ON "issued_forms"("number");

-- CreateIndex
CREATE INDEX "issued_forms_institution_id_issued_on_idx" ON "issued_forms"("institution_id", "issued_on");

-- CreateIndex
CREATE INDEX "e125_invoices_institution_id_received_on_idx" ON "e125_invoices"("institution_id", "received_on");

-- CreateIndex
CREATE INDEX "e125_invoices_number_idx" ON "e125_invoices"("number");

ALTER TABLE "issued_forms" ADD CONSTRAINT "issued_forms_state" CHECK ("state" IN ('valid', 'replaced', 'cancelled'));
ALTER TABLE "e125_invoices" ADD CONSTRAINT "e125_invoices_state" CHECK ("state" IN ('received', 'settled'));
-- A form that was issued is never taken away.
GRANT SELECT, INSERT, UPDATE ON "issued_forms", "e125_invoices" TO dosar_app;
