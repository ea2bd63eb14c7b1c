/**
 * The process map of the Ministry of Health process: its steps, where it starts and ends, and the passages between
 * them with the rules that act. Data alone: the screen draws it, the tests hold the workflow against it.
 */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import { MOH_STAGES, MOH_STEPS, type MohOutcome, type MohStep } from "./steps.ts";

export type MapNodeId = "start" | MohStep | MohOutcome;

/** A place on the map. `column` and `row` count from 0, from the top left corner of the drawing. */
export interface MapNode {
  readonly id: MapNodeId;
  readonly kind: "start" | "step" | "end";
  /** A few words that fit in the box; the step's title says it in full. */
  readonly label: Text;
  readonly column: number;
  readonly row: number;
}

/**
 * A passage. `from: "any"` is open from every step while the file is open.
 * `route` tells the drawing which way the line takes when it is not the straight one: over the boxes of its row,
 * or back to the left margin, where the next rows begin.
 */
export interface MapEdge {
  readonly from: MapNodeId | "any";
  readonly to: MapNodeId;
  readonly rules: readonly RuleId[];
  readonly label?: Text;
  readonly route?: "over" | "return";
}

export interface ProcessMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

const APPROVED: Text = { ro: "aprobat", en: "approved" };
const REJECTED: Text = { ro: "respins", en: "rejected" };

export const MOH_MAP: ProcessMap = {
  nodes: [
    { id: "start", kind: "start", column: 0, row: 0, label: { ro: "Depunere", en: "Filing" } },
    step("complete-dossier", 1, 0, { ro: "Completarea dosarului", en: "Complete the dossier" }),
    step("send-to-commission", 2, 0, { ro: "Trimitere la comisie", en: "Send to the commission" }),
    step("begin-examination", 3, 0, { ro: "Începerea examinării", en: "Begin the examination" }),
    step("finish-examination", 4, 0, { ro: "Încheierea examinării", en: "Finish the examination" }),
    step("register-decision", 5, 0, { ro: "Înregistrarea deciziei", en: "Register the decision" }),
    step("notify-rejection", 6, 0, { ro: "Înștiințare despre respingere", en: "Notify the rejection" }),
    end("rejected-by-commission", 6, 1),
    step("notify-approval", 1, 1, { ro: "Înștiințare despre aprobare", en: "Notify the approval" }),
    step("correspond-with-clinics", 1, 2, { ro: "Corespondența cu clinicile", en: "Correspond with the clinics" }),
    step("send-to-ministry", 2, 2, { ro: "Trimitere la Minister", en: "Send to the Ministry" }),
    step("register-at-ministry", 3, 2, { ro: "Înregistrare la Minister", en: "Register at the Ministry" }),
    step("decide-at-ministry", 4, 2, { ro: "Decizia comisiei Ministerului", en: "Decision at the Ministry" }),
    step("notify-ministry-approval", 5, 2, { ro: "Înștiințare despre aprobare", en: "Notify the approval" }),
    end("approved-by-ministry", 6, 2),
    step("present-correspondence", 1, 3, { ro: "Prezentarea corespondenței", en: "Present the correspondence" }),
    step("ask-for-ministry-number", 3, 3, { ro: "Numărul cerut de pacient", en: "Number for the patient" }),
    step("notify-ministry-rejection", 5, 3, { ro: "Înștiințare despre respingere", en: "Notify the rejection" }),
    end("rejected-by-ministry", 6, 3),
    step("report-delay", 1, 4, { ro: "Informare despre întârziere", en: "Report the delay" }),
    step("register-delay-report", 2, 4, { ro: "Înregistrarea informării", en: "Register the delay report" }),
    step("intervene", 3, 4, { ro: "Intervenția Ministerului", en: "The Ministry intervenes" }),
    end("withdrawn", 6, 4),
  ],
  edges: [
    { from: "start", to: "complete-dossier", rules: ["MOH-10", "MOH-21"] },
    {
      from: "start",
      to: "send-to-commission",
      rules: ["MOH-21", "MOH-23"],
      label: { ro: "dosar complet de la depunere", en: "complete when filed" },
      route: "over",
    },
    { from: "complete-dossier", to: "send-to-commission", rules: ["MOH-23"] },
    { from: "send-to-commission", to: "begin-examination", rules: ["MOH-24"] },
    { from: "begin-examination", to: "finish-examination", rules: ["MOH-25"] },
    { from: "finish-examination", to: "register-decision", rules: ["MOH-26"] },
    { from: "register-decision", to: "notify-rejection", rules: ["MOH-28"], label: REJECTED },
    { from: "notify-rejection", to: "rejected-by-commission", rules: ["MOH-29", "MOH-30", "MOH-31"] },
    { from: "register-decision", to: "notify-approval", rules: ["MOH-27"], label: APPROVED, route: "return" },
    {
      from: "register-decision",
      to: "correspond-with-clinics",
      rules: ["MOH-32", "MOH-33", "MOH-37"],
      route: "return",
    },
    { from: "register-decision", to: "present-correspondence", rules: ["MOH-42"], route: "return" },
    {
      from: "register-decision",
      to: "report-delay",
      rules: ["MOH-73"],
      label: { ro: "la împlinirea termenului", en: "when the term has run out" },
      route: "return",
    },
    { from: "report-delay", to: "register-delay-report", rules: ["MOH-74"] },
    { from: "register-delay-report", to: "intervene", rules: ["MOH-75"] },
    { from: "correspond-with-clinics", to: "send-to-ministry", rules: ["MOH-64", "MOH-65", "MOH-66"] },
    { from: "send-to-ministry", to: "register-at-ministry", rules: ["MOH-71"] },
    { from: "register-at-ministry", to: "ask-for-ministry-number", rules: ["MOH-71", "MOH-72"] },
    { from: "register-at-ministry", to: "decide-at-ministry", rules: ["MOH-76"] },
    { from: "decide-at-ministry", to: "notify-ministry-approval", rules: ["MOH-76"], label: APPROVED },
    { from: "decide-at-ministry", to: "notify-ministry-rejection", rules: ["MOH-76"], label: REJECTED },
    { from: "notify-ministry-approval", to: "approved-by-ministry", rules: ["MOH-76"] },
    { from: "notify-ministry-rejection", to: "rejected-by-ministry", rules: ["MOH-76"] },
    { from: "any", to: "withdrawn", rules: ["MOH-04"], label: { ro: "din orice pas", en: "from any step" } },
  ],
};

/** True when the map has this passage. */
export function hasPassage(from: string, to: string): boolean {
  return MOH_MAP.edges.some((edge) => edge.to === to && (edge.from === from || edge.from === "any"));
}

/** Where a file may go next from this place, withdrawal aside. */
export function nextOnMap(from: string): MapNodeId[] {
  return MOH_MAP.edges.filter((edge) => edge.from === from).map((edge) => edge.to);
}

/** True for the name of a step, whatever the map shows beside it. */
export function isMohStep(id: string): id is MohStep {
  return Object.hasOwn(MOH_STEPS, id);
}

function step(id: MohStep, column: number, row: number, label: Text): MapNode {
  return { id, kind: "step", label, column, row };
}

function end(id: MohOutcome, column: number, row: number): MapNode {
  return { id, kind: "end", label: MOH_STAGES[id].title, column, row };
}
