/** Every workflow of the product: the entry of the bundle. */
export { mohAbroadTreatment } from "./moh-abroad-treatment.ts";
export { deliverMessages } from "./deliver-messages.ts";
export { replanMessages } from "./replan-messages.ts";
export { housekeeping } from "./housekeeping.ts";
export { recordPassing } from "./record-passing.ts";
