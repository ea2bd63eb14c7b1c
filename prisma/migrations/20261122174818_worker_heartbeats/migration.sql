-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "worker_id" VARCHAR(80) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("worker_id")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "worker_heartbeats" TO dosar_app;
