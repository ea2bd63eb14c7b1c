/** Every workflow of the product: the entry of the bundle. */
export { mohAbroadTreatment } from "./moh-abroad-treatment.ts";
export { e112 } from "./e112.ts";
export { applyCalendarChange } from "./apply-calendar-change.ts";
export { confirmRanking } from "./confirm-ranking.ts";
export { watchFunds } from "./watch-funds.ts";
export { deliverMessages } from "./deliver-messages.ts";
export { issueMorningDigests } from "./issue-digests.ts";
export { replanMessages } from "./replan-messages.ts";
export { housekeeping } from "./housekeeping.ts";
export { recordPassing } from "./record-passing.ts";
export { importFiles } from "./import-files.ts";
export { startImports } from "./start-imports.ts";
export { startCalendarChanges } from "./start-calendar-changes.ts";
