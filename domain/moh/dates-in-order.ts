/** Dates within an act, and between acts that do not follow each other by a step: one that comes too early is refused (decision 10). */
import type { Act, Seq } from "../case/events.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohCommandType } from "./commands.ts";
import { factsOf } from "./facts.ts";

export interface OutOfOrder {
  readonly field: string;
  readonly date: PlainDate;
  readonly notBefore: PlainDate;
  /** The date, or the act, that comes first. */
  readonly what: string;
}

/** An act of the file, or a command that would become its next one. */
interface Dated {
  readonly type: string;
  readonly facts: unknown;
  readonly dates: Readonly<Record<string, PlainDate>>;
  readonly seq?: Seq;
}

/** What the patient did alive (MOH-99). */
const OF_THE_LIVING: readonly MohCommandType[] = [
  "fileDossier",
  "beginExamination",
  "recordDeparture",
  "recordReturn",
  "recordFirstCheck",
  "recordLaterCheck",
];

interface Order {
  readonly field: string;
  readonly notBefore: PlainDate | undefined;
  readonly what: string;
}

/** The first date of an act that comes before what it follows, among these acts. */
export function outOfOrder(acts: Readonly<Record<Seq, Act>>, dated: Dated): OutOfOrder | undefined {
  const { dates } = dated;
  for (const { field, notBefore, what } of orderOf(acts, dated)) {
    const date = dates[field];
    if (date !== undefined && notBefore !== undefined && date < notBefore) return { field, date, notBefore, what };
  }
  return undefined;
}

function departedOn(acts: Readonly<Record<Seq, Act>>): PlainDate | undefined {
  return Object.values(acts).find(({ type }) => type === "recordDeparture")?.dates["occurredOn"];
}

function orderOf(acts: Readonly<Record<Seq, Act>>, dated: Dated): readonly Order[] {
  const { dates, seq = Infinity } = dated;
  const earlier = Object.values(acts).filter((act) => act.seq < seq);
  const after = (field: string, type: MohCommandType, of = "occurredOn"): Order => ({
    field,
    notBefore: earlier.findLast((act) => act.type === type)?.dates[of],
    what: of === "occurredOn" ? type : of,
  });
  const within = (field: string, first: string): Order => ({ field, notBefore: dates[first], what: first });
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
