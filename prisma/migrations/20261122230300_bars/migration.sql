-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "barred" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "cnp_index" VARCHAR(64),
ADD COLUMN     "person_index" VARCHAR(64);

-- What Prisma cannot say.

-- The few who are barred, looked up at every filing.
CREATE INDEX "cases_barred" ON "cases" ("person_index", "cnp_index") WHERE "barred";
