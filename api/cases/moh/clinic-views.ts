import type { ClinicView } from "../../../domain/case/view.ts";
import { offerWarnings } from "../../../domain/moh/offer-sum.ts";
import type { Surroundings } from "../../../domain/case/present.ts";
import { clinicStatus, requestWindow } from "../../../domain/moh/view.ts";
import { dateOf } from "../../../domain/case/state.ts";
import type { ClinicFacts, MohState } from "../../../domain/moh/facts.ts";
import type { OpenedAct } from "../open-seals.ts";

interface Named {
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  readonly email?: string;
}
type Offer = Readonly<Record<string, string | boolean>>;

/** The clinics of the file side by side, with the names that the minutes give them. */
export function clinicViews(
  state: MohState,
  opened: ReadonlyMap<number, OpenedAct>,
  around: Surroundings,
): ClinicView[] {
  return state.facts.clinics.map((clinic) => {
    const window = requestWindow(state, clinic, around);
    return { ...clinicView(state, clinic, opened), ...(window === undefined ? {} : { requestWindow: window }) };
  });
}

function clinicView(state: MohState, clinic: ClinicFacts, opened: ReadonlyMap<number, OpenedAct>): ClinicView {
  const { name, country, city, email } = named(state, clinic, opened) ?? { name: clinic.id, country: "" };
  const request = clinic.request === undefined ? undefined : opened.get(clinic.request.act)?.payload;
  const answers = clinic.answers.map(({ act, kind }) => {
    const note = opened.get(act)?.payload?.["note"];
    return {
      kind,
      on: dateOf(state, { act, field: "occurredOn" }),
      act,
      ...(typeof note === "string" ? { note } : {}),
    };
  });
  const lastOffer = clinic.answers.findLast(({ kind }) => kind !== "refusal");
  const offer =
    lastOffer === undefined ? undefined : (opened.get(lastOffer.act)?.payload?.["offer"] as Offer | undefined);
  const evidence = request?.["evidence"];
  return {
    id: clinic.id,
    name,
    country,
    ...(city === undefined ? {} : { city }),
    ...(email === undefined ? {} : { email }),
    status: clinicStatus(clinic),
    ...(clinic.request === undefined
      ? {}
      : { askedOn: dateOf(state, { act: clinic.request.act, field: "occurredOn" }), askedBy: clinic.request.by }),
    ...(typeof evidence === "string" ? { evidence } : {}),
    hasProof: clinic.evidence !== undefined,
    answers,
    ...(offer === undefined ? {} : { offer }),
    offerWarnings: offer === undefined ? [] : offerWarnings(offer),
  };
}

/** What the minutes call the clinic: the n-th of those that the same act named. */
function named(state: MohState, clinic: ClinicFacts, opened: ReadonlyMap<number, OpenedAct>): Named | undefined {
  const place = state.facts.clinics.filter(({ namedBy }) => namedBy === clinic.namedBy).indexOf(clinic);
  const payload = opened.get(clinic.namedBy)?.payload;
  // The decision's minutes stand in it; new minutes are an act of their own.
  const minutes: { clinics?: readonly Named[] } | undefined = payload?.["minutes"] ?? payload;
  return minutes?.clinics?.[place];
}
