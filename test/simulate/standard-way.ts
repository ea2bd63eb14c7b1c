/** The acts that bring a file so far when nothing is out of the ordinary, for scenarios that begin in the middle. */
import type { MohCommandType } from "../../domain/moh/commands.ts";
import type { MohState } from "../../domain/moh/facts.ts";

type Data = Readonly<Record<string, unknown>>;

export interface StandardAct {
  readonly act: MohCommandType;
  readonly with: Data;
}

/** In their order; what a scenario says beside `bring to` goes to the act that it belongs to. */
const ORDER: readonly MohCommandType[] = [
  "fileDossier",
  "sendToCommission",
  "beginExamination",
  "finishExamination",
  "registerDecision",
  "notifyPatient",
  "sendClinicRequest",
  "recordClinicAnswer",
  "presentCorrespondence",
  "sendToMinistry",
  "registerAtMinistry",
  "askForMinistryNumber",
  "decideAtMinistry",
  "confirmFunds",
  "recordLabourMinistryPart",
  "recordGovernmentDecision",
  "recordPublication",
  "recordDisposition",
  "payClinic",
  "recordDeparture",
  "recordReturn",
  "fileJustification",
  "recordFirstCheck",
];

const BELONGS: Partial<Record<MohCommandType, readonly string[]>> = {
  fileDossier: ["patient", "filer"],
  registerDecision: ["class", "clinics"],
  decideAtMinistry: ["amount", "vitalRisk", "benefit"],
  recordLabourMinistryPart: ["part"],
  recordDeparture: ["companions"],
};

export const STANDARD_DATA: readonly string[] = Object.values(BELONGS).flat();

export function isOnStandardWay(act: string): boolean {
  return (ORDER as readonly string[]).includes(act);
}

/** What is left to do until the act is done; nothing when it is. `state`: absent before the file is filed. */
export function standardWay(until: MohCommandType, given: Data, state: MohState | undefined): StandardAct[] {
  const done = Object.values(state?.acts ?? {}).map(({ type }) => ORDER.indexOf(type as MohCommandType));
  return ORDER.slice(Math.max(-1, ...done) + 1, ORDER.indexOf(until) + 1).flatMap((act) => actsOf(act, given));
}

function actsOf(act: MohCommandType, given: Data): StandardAct[] {
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => BELONGS[act]?.includes(name)));
  const count = typeof given["clinics"] === "number" ? given["clinics"] : 2;
  const clinics = Array.from({ length: count }, (_, index) => index + 1);
  switch (act) {
    case "sendClinicRequest":
      return clinics.map((clinic) => ({ act, with: { clinic } }));
    case "recordClinicAnswer":
      // The first makes an offer, of the amount that is decided later; the others refuse.
      return clinics.map((clinic) => ({
        act,
        with: clinic === 1 ? { clinic, offer: given["amount"] ?? "21500 EUR" } : { clinic, refusal: true },
      }));
    case "decideAtMinistry":
      // The patient is told at once.
      return [
        { act, with: own },
        { act: "notifyPatient", with: {} },
      ];
    default:
      return [{ act, with: own }];
  }
}
