/**
 * What the public page says from the payment of the clinic, or the return from a treatment at own expense: what the patient
 * is to do and until when. Never a clinic or a sum; of a bar or a death nothing but to ask the DSP.
 */
import type { Text } from "../case/commands.ts";
import { stepName } from "../case/process.ts";
import { lastAct, openSteps } from "../case/state.ts";
import type { MohPublicStatus } from "../case/view.ts";
import { formatDate } from "../i18n/dates.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohState } from "./facts.ts";
import { dayOf, lastDay, NOTHING, PATIENT } from "../case/public-parts.ts";
import { DSP, limitOf, type Situation } from "./public-parts.ts";
import { isBarred, openAppointments } from "./treatment.ts";

const DOCTOR: Text = { ro: "Medicul curant", en: "The treating doctor" };
const ASK: Text = {
  ro: "Pentru pașii următori întrebați la DSP.",
  en: "Ask the DSP about the next steps.",
};

/** True from the payment of the clinic, or the return from a treatment at own expense, once the decision was told. */
export function isInTreatment({ facts, outcome }: MohState): boolean {
  const hasBegun = facts.payment !== undefined || (facts.ownExpense !== undefined && facts.returned !== undefined);
  return hasBegun && (facts.ministryNotified !== undefined || outcome === "completed");
}

/** A file of which no more is said here. */
export function askTheDsp(state: MohState): Situation {
  const isClosed = state.outcome !== undefined;
  return {
    step: isClosed
      ? { ro: "Dosarul este închis", en: "The file is closed" }
      : { ro: "Dosarul este în lucru la DSP", en: "The DSP is working on the file" },
    holder: DSP,
    since: lastDay(state),
    patientMust: { ro: "Pentru lămuriri întrebați la DSP.", en: "Ask the DSP if anything is unclear." },
    closed: isClosed,
  };
}

export function treatmentStatus(state: MohState): Situation {
  if (state.facts.death !== undefined) return askTheDsp(state);
  const returned = lastAct(state, "recordReturn");
  if (state.outcome !== undefined) return ended(state);
  if (returned === undefined) return beforeReturn(state);
  const open = new Set(openSteps(state).map(({ step }) => stepName(step)));
  const duties = dutiesOf(state, open);
  const waits = duties.length > 0;
  const holder = waits ? PATIENT : open.has("settle-claim") ? DSP : open.has("draw-one-year-report") ? DOCTOR : DSP;
  return {
    step: { ro: "Întors din tratament: acte, controale, raport", en: "Back from treatment: papers, checks, report" },
    holder,
    since: dayOf(returned),
    ...nextLimit(state, open),
    patientMust: joined([...duties, ...(isBarred(state) ? [ASK] : []), ...(waits ? [] : waitingFor(open))]),
    closed: false,
  };
}

function beforeReturn(state: MohState): Situation {
  const paid = lastAct(state, "payClinic");
  const left = lastAct(state, "recordDeparture");
  const since = left ?? paid;
  return {
    step:
      left === undefined
        ? { ro: "Plata tratamentului a fost făcută", en: "The treatment has been paid" }
        : { ro: "La tratament", en: "In treatment" },
    holder: PATIENT,
    since: since === undefined ? lastDay(state) : dayOf(since),
    patientMust: {
      ro: "La întoarcere anunțați DSP. În 3 zile aduceți actele care justifică sumele (MOH-94), iar în 14 zile lucrătoare mergeți la control la medicul curant (MOH-95).",
      en: "Tell the DSP when you are back. Within 3 days bring the papers that justify the sums (MOH-94), and within 14 working days go to the treating doctor for a check (MOH-95).",
    },
    closed: false,
  };
}

/** What the patient side is to do now, each with its day. */
function dutiesOf(state: MohState, open: ReadonlySet<string>): Text[] {
  const barred = isBarred(state);
  const appointments = barred ? [] : openAppointments(state);
  return [
    ...(open.has("file-justification")
      ? [
          withLimit(state, "MOH-94", {
            ro: "Aduceți la DSP actele care justifică sumele primite",
            en: "Bring the DSP the papers that justify the sums granted",
          }),
        ]
      : []),
    ...(open.has("file-expense-claim")
      ? [
          withLimit(state, "MOH-91", {
            ro: "Cereți la DSP decontarea cheltuielilor dovedite cu acte",
            en: "Claim the expenses proved by papers at the DSP",
          }),
        ]
      : []),
    ...(open.has("record-first-check") && !barred
      ? [
          withLimit(state, "MOH-95", {
            ro: "Mergeți la control la medicul curant",
            en: "Go to the treating doctor for a check",
          }),
        ]
      : []),
    ...appointments.map(({ on }): Text => ({
      ro: `Mergeți la controlul programat în ${formatDate(on, "ro")} (MOH-95).`,
      en: `Go to the check appointed for ${formatDate(on, "en")} (MOH-95).`,
    })),
  ];
}

function waitingFor(open: ReadonlySet<string>): Text[] {
  const claim: Text = { ro: "DSP decontează cererea.", en: "The DSP is settling the claim." };
  const report: Text = {
    ro: "La un an de la primul control, medicul curant face un raport (MOH-96).",
    en: "One year after the first check the treating doctor writes a report (MOH-96).",
  };
  const said = [...(open.has("settle-claim") ? [claim] : []), ...(open.has("draw-one-year-report") ? [report] : [])];
  return said.length === 0 ? [] : [...said, NOTHING];
}

type Rule = "MOH-91" | "MOH-94" | "MOH-95" | "MOH-96";

function withLimit(state: MohState, rule: Rule, duty: Text): Text {
  const { limit } = limitOf(state, rule);
  if (limit === undefined) return { ro: `${duty.ro} (${rule}).`, en: `${duty.en} (${rule}).` };
  return {
    ro: `${duty.ro} până la ${formatDate(limit.on, "ro")} (${rule}).`,
    en: `${duty.en} by ${formatDate(limit.on, "en")} (${rule}).`,
  };
}

/** The limit that comes first, of what is open; a bar is not told by a date that has passed. */
function nextLimit(state: MohState, open: ReadonlySet<string>): Pick<MohPublicStatus, "limit" | "suspended"> {
  const rules: readonly (readonly [step: string, rule: Rule])[] = [
    ["file-justification", "MOH-94"],
    ["file-expense-claim", "MOH-91"],
    ...(isBarred(state) ? [] : [["record-first-check", "MOH-95"] as const]),
    ["draw-one-year-report", "MOH-96"],
  ];
  const limits = rules.filter(([step]) => open.has(step)).map(([, rule]) => limitOf(state, rule));
  const day = ({ limit }: (typeof limits)[number]): PlainDate | undefined => limit?.on;
  return limits.toSorted((a, b) => (day(a) ?? "9999").localeCompare(day(b) ?? "9999"))[0] ?? {};
}

function ended(state: MohState): Situation {
  return {
    step: { ro: "Dosarul este încheiat", en: "The file is completed" },
    holder: DSP,
    since: lastDay(state),
    patientMust: NOTHING,
    closed: true,
  };
}

/** With nothing to say, the DSP is asked. */
function joined(texts: readonly Text[]): Text {
  if (texts.length === 0) return ASK;
  return { ro: texts.map(({ ro }) => ro).join(" "), en: texts.map(({ en }) => en).join(" ") };
}
