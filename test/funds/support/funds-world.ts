/** Files that the Ministry approved, over the API as it runs, and its funds. */
import { randomUUID } from "node:crypto";
import type { MohCaseView } from "../../../domain/case/view.ts";
import type { FundMonth, RankingView } from "../../../domain/moh/fund-views.ts";
import { engineWorld, type Answer, type EngineWorld } from "../../api/support/api-world.ts";
import { ADULT, OFFER } from "../../support/moh-file.ts";

export interface Asked {
  readonly amount: string;
  readonly currency?: string;
  readonly vitalRisk?: number;
  readonly benefit?: number;
  readonly urgencyClass?: "A" | "B";
  readonly surname?: string;
  /** The day of every act; a late entry says why. */
  readonly on?: string;
}

export interface FundsWorld extends EngineWorld {
  /** A file with the Ministry's approval, waiting for funds. */
  approved(asked: Asked): Promise<MohCaseView>;
  month(month: string): Promise<FundMonth>;
  allocate(month: string, amount: string, more?: Record<string, unknown>): Promise<Answer>;
  rank(month: string, commandId?: string): Promise<Answer>;
  confirm(month: string, number: number, commandId?: string): Promise<Answer>;
  /** The order once all its files have answered. */
  carried(month: string, number: number): Promise<RankingView>;
  /** The file as it is now. */
  view(file: Pick<MohCaseView, "caseId">): Promise<MohCaseView>;
}

export async function fundsWorld(): Promise<FundsWorld> {
  const world = await engineWorld();
  const { file, given, get, as, post } = world;
  let offered = 0;
  async function approved(asked: Asked): Promise<MohCaseView> {
    const { amount, currency = "RON", vitalRisk, benefit, urgencyClass = "A", surname = ADULT.surname, on } = asked;
    const dated = on === undefined ? {} : { occurredOn: on, lateReason: "din registru" };
    offered += 1;
    let { view } = await file("officer", { patient: { ...ADULT, surname }, ...dated });
    const act = async (name: Parameters<typeof given>[0], type: string, payload: unknown = {}): Promise<void> => {
      view = await given(name, view, type, payload, dated);
    };
    await act("officer", "sendToCommission");
    await act("secretary", "beginExamination");
    await act("secretary", "finishExamination", { decision: "approved" });
    await act("officer", "registerDecision", {
      decision: "approved",
      minutes: { urgencyClass, clinics: ["A", "B"].map((name) => ({ name: `Klinik ${name}`, country: "DE" })) },
    });
    await act("officer", "sendClinicRequest", { clinic: "clinic-1", evidence: "e-mail" });
    await act("officer", "sendClinicRequest", { clinic: "clinic-2", evidence: "e-mail" });
    await act("officer", "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER });
    await act("officer", "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" });
    await act("officer", "sendToMinistry");
    await act("ministry", "registerAtMinistry");
    await act("ministry", "decideAtMinistry", {
      decision: "approved",
      clinic: "clinic-1",
      amount,
      currency,
      reasons: "alegere",
      ...(vitalRisk === undefined ? {} : { vitalRisk }),
      ...(benefit === undefined ? {} : { benefit }),
    });
    return view;
  }
  async function month(of: string): Promise<FundMonth> {
    return (await get("ministry", `/api/funds/${of}`)).body as FundMonth;
  }
  return {
    ...world,
    approved,
    month,
    async allocate(of, amount, more = {}) {
      const { allocation } = await month(of);
      const body = { commandId: randomUUID(), expectedVersion: allocation?.version ?? 0, amount, legalAct: "Ordin 1" };
      return await as("ministry", { method: "PUT", url: `/api/funds/${of}/allocation`, body: { ...body, ...more } });
    },
    rank: (of, commandId = randomUUID()) => post("ministry", `/api/funds/${of}/rankings`, { commandId }),
    confirm: (of, number, commandId = randomUUID()) =>
      post("ministry", `/api/funds/${of}/rankings/${number}/confirm`, { commandId }),
    async carried(of, number) {
      const until = Date.now() + 60_000;
      for (;;) {
        const { body } = await get("ministry", `/api/funds/${of}/rankings/${number}`);
        const ranking = body as RankingView;
        if (ranking.state === "done") return ranking;
        if (Date.now() > until) throw new Error(`order ${number} is ${ranking.state}: ${ranking.done}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async view({ caseId }) {
      return (await get("ministry", `/api/cases/${caseId}`)).body as MohCaseView;
    },
  };
}

export function openStepsOf(view: MohCaseView): string[] {
  return view.steps.map(({ step }) => step).filter((step) => !step.startsWith("notify-") && !step.startsWith("ask-"));
}
