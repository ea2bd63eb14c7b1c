/** What the Ministry reads of its monthly funds, and what a file says of its place. */
import type { Text } from "../case/commands.ts";
import type { PlainDate } from "../plain-date.ts";
import type { FundRequest, Ranked } from "./funds.ts";

/** A request as people recognise it, with the rate behind its lei. */
export interface FundFile extends FundRequest {
  readonly registrationNumber: string;
  readonly rate?: { readonly rate: string; readonly date: PlainDate; readonly old: boolean };
}

export type FundLine = Ranked<FundFile>;

export type WaitingStep = "confirm-funds" | "wait-for-funds";

export interface AllocationView {
  readonly version: number;
  readonly amount: string;
  readonly legalAct: string;
  readonly by: string;
  readonly at: string;
}

export interface GrantView {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly ministryNumber: string;
  readonly patient: string;
  readonly amount: string;
  readonly currency: string;
  /** Absent while no rate is known. */
  readonly lei?: string;
  /** `reserved`: its file has not taken it yet. `freed`: the file ended before the payment. */
  readonly state: "reserved" | "granted" | "freed";
  readonly by: string;
  readonly at: string;
  readonly freedAt?: string;
}

/** An order of priority: whose, of which month, and its number in it. */
export interface FundsRanking {
  readonly institution: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly number: number;
}

export type RankingState = "made" | "confirmed" | "running" | "done";

export interface RankingSummary {
  readonly number: number;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly state: RankingState;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
  readonly finishedAt?: string;
  readonly allocated: string;
  readonly granted: string;
  /** What was left to give. */
  readonly left: string;
  readonly files: number;
  readonly funded: number;
  /** Files that have taken what was confirmed, and those that could not. */
  readonly done: number;
  readonly refused: number;
}

export interface RankingLineView extends FundLine {
  readonly patient: string;
  readonly funded: boolean;
  readonly state: "waiting" | "done" | "refused";
  readonly problem?: string;
}

export interface RankingView extends RankingSummary {
  readonly month: string;
  readonly lines: readonly RankingLineView[];
}

/** A month's funds: what was allocated and granted, who waits, in the order as it would be now. */
export interface FundMonth {
  readonly month: string;
  readonly today: PlainDate;
  readonly allocation?: AllocationView;
  /** All of the month's, the latest first. */
  readonly allocations: readonly AllocationView[];
  readonly granted: string;
  /** Absent without an allocation; below zero when more was granted than is allocated. */
  readonly left?: string;
  /** All that the waiting requests ask, of those with a rate. */
  readonly asked: string;
  /** Requests or grants whose lei nobody can say, for want of a rate. */
  readonly withoutRate: number;
  /** The waiting requests ask for more than is left: a ranking is needed (MOH-77). */
  readonly exceeded: boolean;
  readonly requests: readonly (FundLine & { readonly patient: string; readonly step: WaitingStep })[];
  readonly grants: readonly GrantView[];
  /** The latest first. */
  readonly rankings: readonly RankingSummary[];
}

/** Where a file stands among those that wait. */
export interface FundPlace {
  readonly month: string;
  readonly waits: boolean;
  /** Among how many, when it waits. */
  readonly place?: number;
  readonly of?: number;
  /** What its place follows from is not all known. */
  readonly missing: readonly ("rate" | "vitalRisk" | "benefit")[];
  readonly vitalRisk?: number;
  readonly benefit?: number;
  readonly lei?: string;
  /** The month that bears it. */
  readonly grantedIn?: string;
}

/** What happened since an order was made. */
export interface FundChange {
  readonly type: string;
  readonly title: Text;
  readonly by: string;
  readonly at: string;
}
