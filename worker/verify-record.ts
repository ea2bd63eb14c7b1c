/** Verifies the event log of every case in DATABASE_URL; ends with 1 and names the cases when something is wrong. */
import { verifyAllChains } from "../activities/case/verify-chain.ts";
import { openDatabase } from "../prisma/client.ts";

const database = openDatabase(process.env["DATABASE_URL"] ?? "");
const { cases, faults } = await verifyAllChains(database.pool);
for (const { caseId, fault } of faults) console.error(`${caseId}: event ${fault?.seq} ${fault?.kind}`);
console.log(`${cases} cases read, ${faults.length} with a fault`);
process.exitCode = faults.length === 0 ? 0 : 1;
await database.close();
