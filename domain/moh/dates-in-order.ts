/** Dates within an act, and between acts that do not follow each other by a step: one that comes too early is refused (decision 10). */
import { orderings, type Dated, type Order } from "../case/dates-in-order.ts";
import type { Act, Seq } from "../case/events.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohCommandType } from "./commands.ts";
import { factsOf } from "./facts.ts";

/** What the patient did alive (MOH-99). */
const OF_THE_LIVING: readonly MohCommandType[] = [
  "fileDossier",
  "beginExamination",
  "recordDeparture",
  "recordReturn",
  "recordFirstCheck",
  "recordLaterCheck",
];

function departedOn(acts: Readonly<Record<Seq, Act>>): PlainDate | undefined {
  return Object.values(acts).find(({ type }) => type === "recordDeparture")?.dates["occurredOn"];
}

/** Which dates of an act of the Ministry's process come after what. */
export function mohOrders(acts: Readonly<Record<Seq, Act>>, dated: Dated): readonly Order[] {
  const { after, within } = orderings<MohCommandType>(acts, dated);
  switch (dated.type as MohCommandType) {
    case "registerDecision":
      return [
        after("communicatedOn", "finishExamination"),
        within("occurredOn", "communicatedOn"),
        after("approvedOn", "finishExamination"),
        within("communicatedOn", "approvedOn"),
        within("receivedOn", "approvedOn"),
        within("registeredOn", "receivedOn"),
      ];
    case "registerNewMinutes": {
      const namesClinics = factsOf({ type: dated.type, facts: dated.facts }, "registerNewMinutes").clinics > 0;
      return [
        after("receivedOn", namesClinics ? "announceCommission" : "registerDecision"),
        within("registeredOn", "receivedOn"),
      ];
    }
    case "recordDisposition":
      return [after("receivedOn", "recordPublication")];
    case "recordReturn":
      // A departure may be entered after the return.
      return [{ ...after("occurredOn", "recordDeparture"), notBefore: departedOn(acts) }];
    case "drawOneYearReport":
      return [within("sentToDspOn", "occurredOn")];
    case "recordDeath":
      return [within("occurredOn", "diedOn"), ...OF_THE_LIVING.map((type) => after("diedOn", type))];
    case "announceDeath":
      return [after("occurredOn", "recordDeath", "diedOn")];
    default:
      return [];
  }
}
