/** Dates of the acts of an E112 file that do not follow from the order of its steps (decision 10). */
import { orderings, type Dated, type Order } from "../case/dates-in-order.ts";
import type { Act, Seq } from "../case/events.ts";
import type { PlainDate } from "../plain-date.ts";
import { factsOf, type E112CommandType } from "./commands.ts";

/** Which dates of an act come after what. A departure may be entered after what the patient did abroad. */
export function e112Orders(acts: Readonly<Record<Seq, Act>>, dated: Dated): readonly Order[] {
  const { after, within } = orderings<E112CommandType>(acts, dated);
  const afterDeparture: Order = { field: "occurredOn", notBefore: leftOn(acts), what: "departedOn" };
  switch (dated.type as E112CommandType) {
    case "recordMedicalReport":
      return [within("occurredOn", "datedOn")];
    case "recordDeparture":
      return [within("occurredOn", "departedOn")];
    case "drawForceMajeureReport":
    case "closeAfterDeparture":
    case "recordTreatmentDone":
      return [afterDeparture];
    case "recordDeath":
      return [within("occurredOn", "diedOn"), after("diedOn", "openFile"), { ...afterDeparture, field: "diedOn" }];
    default:
      return [];
  }
}

/** Of the departure that stands; one that was annulled was none. */
function leftOn(acts: Readonly<Record<Seq, Act>>): PlainDate | undefined {
  const given = Object.values(acts);
  const annulled = given.flatMap((act) => (act.type === "annulEntry" ? [factsOf(act, "annulEntry").entry] : []));
  return given.find(({ type, seq }) => type === "recordDeparture" && !annulled.includes(seq))?.dates["departedOn"];
}
