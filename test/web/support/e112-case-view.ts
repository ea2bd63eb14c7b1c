import type { E112CaseView, E112ClinicView, TimelineEntry } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import { routeCountry } from "../../../domain/e112/countries.ts";
import { plainDate } from "../../../domain/plain-date.ts";
import type { Values } from "../../../web/forms/values.ts";
import { caseViewWith } from "./case-view.ts";

interface Wanted {
  readonly acts?: readonly (readonly [type: E112CommandType, payload: Values])[];
  readonly minor?: boolean;
  readonly e112?: Partial<E112CaseView["e112"]>;
}

/** An E112 file as the pages read it, with the acts that a test wants to be in it. */
export function e112ViewWith({ acts = [], minor = false, e112 = {} }: Wanted): E112CaseView {
  const { today, ...common } = caseViewWith({ patient: { surname: "Pop", givenName: "Ana" } });
  const title = { ro: "", en: "" };
  const named = acts.findLast(([, payload]) => payload["clinic"] !== undefined)?.[1]["clinic"] as
    E112ClinicView | undefined;
  const clinic = named === undefined ? undefined : { ...named, onRoute: routeCountry(named.country) };
  const timeline: TimelineEntry[] = acts.map(([type, payload], index) => ({
    seq: index + 1,
    kind: "act",
    type,
    title,
    at: "2026-11-20T08:00:00.000Z",
    payload,
    ...(typeof payload["departedOn"] === "string" ? { dates: { departedOn: plainDate(payload["departedOn"]) } } : {}),
  }));
  return {
    ...common,
    today,
    process: "e112",
    registrationNumber: "CAS-CJ/2026/000001",
    institutions: { cas: "CAS-CJ" },
    subject: { ...common.subject, minor },
    timeline,
    e112: {
      category: 2,
      preparation: [],
      acceptance: { contents: [] },
      report: { contents: [] },
      conditions: [],
      refusal: { possible: false, why: title, rule: "E112-10" },
      route: { open: false, failing: [] },
      costs: [],
      forms: [],
      invoices: [],
      warnings: [],
      ...(clinic === undefined ? {} : { clinic }),
      ...e112,
    },
  };
}
