/**
 * `npm run prisma:diff` prints the SQL between the last migration and `schema.prisma`; with a name it makes
 * the migration: review it, add what Prisma cannot say (grants, triggers, checks), commit all of it.
 */
import { diffFromSnapshot, makeMigration } from "./migrations.ts";
import { describeFailure } from "./stack/failure.ts";

async function main([name]: string[]): Promise<string> {
  return name === undefined ? ((await diffFromSnapshot()) ?? "-- no changes") : makeMigration(name);
}

main(process.argv.slice(2)).then(console.log, (error: unknown) => {
  console.error(describeFailure(error));
  process.exitCode = 1;
});
