/** The map of the Ministry of Health process. A withdrawal is open from any step only until money was granted. */
import type { Text } from "../case/commands.ts";
import { FROM_ANY_STEP, phase, type MapNode, type ProcessMap } from "../case/map.ts";
import { MOH_STAGES, MOH_STEPS, type MohOutcome, type MohStep } from "./steps.ts";

type MohPlace = "start" | MohStep | MohOutcome;

const APPROVED: Text = { ro: "aprobat", en: "approved" };
const REJECTED: Text = { ro: "respins", en: "rejected" };

export const MOH_MAP: ProcessMap<MohPlace> = {
  owner: "institution",
  phases: [
    phase(0, 1, { ro: "La DSP și la comisie", en: "At the DSP and the commission" }),
    phase(2, 4, { ro: "Clinicile", en: "The clinics" }),
    phase(5, 6, { ro: "La Minister", en: "At the Ministry" }),
    phase(7, 8, { ro: "Fonduri, plată, tratament", en: "Funds, payment, treatment" }),
    phase(9, 9, { ro: "Pe cheltuială proprie", en: "At own expense" }),
    phase(10, 13, { ro: "După întoarcere", en: "After the return" }),
    phase(14, 14, { ro: "În orice moment", en: "At any time" }),
  ],
  nodes: [
    { id: "start", kind: "start", column: 0, row: 0, label: { ro: "Depunere", en: "Filing" } },
    step("complete-dossier", 1, 0, { ro: "Completarea dosarului", en: "Complete the dossier" }),
    step("send-to-commission", 2, 0, { ro: "Trimitere la comisie", en: "Send to the commission" }),
    step("begin-examination", 3, 0, { ro: "Începerea examinării", en: "Begin the examination" }),
    step("finish-examination", 4, 0, { ro: "Încheierea examinării", en: "Finish the examination" }),
    step("register-decision", 5, 0, { ro: "Înregistrarea deciziei", en: "Register the decision" }),
    step("notify-rejection", 6, 0, { ro: "Înștiințare despre respingere", en: "Notify the rejection" }),
    step("notify-approval", 1, 1, { ro: "Înștiințare despre aprobare", en: "Notify the approval" }),
    end("rejected-by-commission", 6, 1),

    step("correspond-with-clinics", 1, 2, { ro: "Corespondența cu clinicile", en: "Correspond with the clinics" }),
    step("announce-commission", 2, 2, { ro: "Anunțarea comisiei", en: "Tell the commission" }),
    step("name-other-clinics", 3, 2, { ro: "Numirea altor clinici", en: "Other clinics are named" }),
    step("present-correspondence", 1, 3, { ro: "Prezentarea corespondenței", en: "Present the correspondence" }),
    end("closed-without-clinic", 6, 3),
    step("report-delay", 1, 4, { ro: "Informare despre întârziere", en: "Report the delay" }),
    step("register-delay-report", 2, 4, { ro: "Înregistrarea informării", en: "Register the delay report" }),
    step("intervene", 3, 4, { ro: "Intervenția Ministerului", en: "The Ministry intervenes" }),

    step("send-to-ministry", 1, 5, { ro: "Trimitere la Minister", en: "Send to the Ministry" }),
    step("register-at-ministry", 2, 5, { ro: "Înregistrare la Minister", en: "Register at the Ministry" }),
    step("decide-at-ministry", 3, 5, { ro: "Decizia comisiei Ministerului", en: "Decision at the Ministry" }),
    step("notify-ministry-rejection", 4, 5, { ro: "Înștiințare despre respingere", en: "Notify the rejection" }),
    end("rejected-by-ministry", 6, 5),
    step("ask-for-ministry-number", 2, 6, { ro: "Numărul cerut de pacient", en: "Number for the patient" }),
    step("notify-ministry-approval", 3, 6, { ro: "Înștiințare despre aprobare", en: "Notify the approval" }),

    step("confirm-funds", 1, 7, { ro: "Confirmarea fondurilor", en: "Confirm the funds" }),
    step("wait-for-funds", 2, 7, { ro: "Așteptare după prioritate", en: "Wait by priority" }),
    step("record-labour-part", 3, 7, { ro: "Partea Min. Muncii", en: "Ministry of Labour’s part" }),
    step("record-government-decision", 4, 7, { ro: "Hotărârea Guvernului", en: "Government Decision" }),
    step("record-publication", 5, 7, { ro: "Monitorul Oficial", en: "Official Gazette" }),
    step("record-disposition", 6, 7, { ro: "Dispoziția Ministerului", en: "Ministry’s disposition" }),
    step("pay-clinic", 1, 8, { ro: "Plata clinicii", en: "Pay the clinic" }),
    step("record-return", 2, 8, { ro: "Tratament și întoarcere", en: "Treatment and return" }),

    step("return-at-own-expense", 1, 9, { ro: "Tratament și întoarcere", en: "Treatment and return" }),
    step("file-expense-claim", 2, 9, { ro: "Cerere de decontare", en: "Claim the expenses" }),
    step("settle-claim", 3, 9, { ro: "Decontarea", en: "Settle the claim" }),

    step("record-first-check", 1, 10, { ro: "Primul control", en: "First check" }),
    step("draw-one-year-report", 2, 10, { ro: "Raportul de un an", en: "One-year report" }),
    step("attend-appointments", 1, 11, { ro: "Controale programate", en: "Appointed checks" }),
    step("lift-bar", 2, 11, { ro: "Oprire de la alte cereri", en: "Bar on further requests" }),
    end("completed", 6, 11),
    step("fund-check-up", 1, 12, { ro: "Control cerut de clinică", en: "Check-up asked by the clinic" }),
    step("file-justification", 1, 13, { ro: "Justificarea sumelor", en: "Justify the sums" }),

    step("announce-death", 1, 14, { ro: "Anunțul familiei", en: "The family’s announcement" }),
    step("draw-statement-of-expenses", 2, 14, { ro: "Decontul de cheltuieli", en: "Statement of expenses" }),
    end("died", 4, 14),
    end("withdrawn", 6, 14),
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
    { from: "correspond-with-clinics", to: "announce-commission", rules: ["MOH-61", "MOH-62"] },
    { from: "announce-commission", to: "name-other-clinics", rules: ["MOH-63"] },
    {
      from: "name-other-clinics",
      to: "correspond-with-clinics",
      rules: ["MOH-61", "MOH-63"],
      label: { ro: "altă rundă", en: "another round" },
      route: "over",
    },
    { from: "correspond-with-clinics", to: "closed-without-clinic", rules: ["MOH-63"] },
    {
      from: "correspond-with-clinics",
      to: "send-to-ministry",
      rules: ["MOH-64", "MOH-65", "MOH-66"],
      route: "return",
    },
    { from: "send-to-ministry", to: "register-at-ministry", rules: ["MOH-71"] },
    { from: "register-at-ministry", to: "ask-for-ministry-number", rules: ["MOH-71", "MOH-72"] },
    { from: "register-at-ministry", to: "decide-at-ministry", rules: ["MOH-76"] },
    { from: "decide-at-ministry", to: "notify-ministry-approval", rules: ["MOH-76"], label: APPROVED },
    { from: "decide-at-ministry", to: "notify-ministry-rejection", rules: ["MOH-76"], label: REJECTED },
    { from: "notify-ministry-rejection", to: "rejected-by-ministry", rules: ["MOH-76"] },
    { from: "decide-at-ministry", to: "confirm-funds", rules: ["MOH-77"], label: APPROVED, route: "return" },
    { from: "confirm-funds", to: "wait-for-funds", rules: ["MOH-77", "MOH-78", "MOH-79"] },
    {
      from: "confirm-funds",
      to: "record-labour-part",
      rules: ["MOH-77", "MOH-80"],
      label: { ro: "fondurile ajung", en: "the funds suffice" },
      route: "over",
    },
    { from: "wait-for-funds", to: "record-labour-part", rules: ["MOH-77", "MOH-80"] },
    { from: "record-labour-part", to: "record-government-decision", rules: ["MOH-81"] },
    { from: "record-government-decision", to: "record-publication", rules: ["MOH-82"] },
    { from: "record-publication", to: "record-disposition", rules: ["MOH-83"] },
    { from: "record-disposition", to: "pay-clinic", rules: ["MOH-84"], route: "return" },
    { from: "pay-clinic", to: "record-return", rules: ["MOH-85"] },
    {
      from: "confirm-funds",
      to: "return-at-own-expense",
      rules: ["MOH-89", "MOH-90"],
      label: { ro: "la alegerea pacientului, clasa A", en: "as the patient chooses, class A" },
      route: "return",
    },
    { from: "wait-for-funds", to: "return-at-own-expense", rules: ["MOH-89", "MOH-90"], route: "return" },
    { from: "return-at-own-expense", to: "file-expense-claim", rules: ["MOH-91"] },
    { from: "file-expense-claim", to: "settle-claim", rules: ["MOH-92", "MOH-93"] },
    { from: "record-return", to: "record-first-check", rules: ["MOH-95"], route: "return" },
    { from: "record-return", to: "attend-appointments", rules: ["MOH-95"], route: "return" },
    { from: "record-return", to: "fund-check-up", rules: ["MOH-86", "MOH-87", "MOH-88"], route: "return" },
    { from: "record-return", to: "file-justification", rules: ["MOH-94"], route: "return" },
    { from: "return-at-own-expense", to: "record-first-check", rules: ["MOH-95"], route: "return" },
    { from: "return-at-own-expense", to: "attend-appointments", rules: ["MOH-95"], route: "return" },
    { from: "return-at-own-expense", to: "fund-check-up", rules: ["MOH-86", "MOH-87", "MOH-88"], route: "return" },
    { from: "record-first-check", to: "draw-one-year-report", rules: ["MOH-96"] },
    { from: "record-first-check", to: "lift-bar", rules: ["MOH-98"], label: { ro: "lipsă", en: "missed" } },
    { from: "attend-appointments", to: "lift-bar", rules: ["MOH-98"] },
    { from: "lift-bar", to: "draw-one-year-report", rules: ["MOH-96"] },
    { from: "draw-one-year-report", to: "completed", rules: ["MOH-97"] },
    { from: "lift-bar", to: "completed", rules: ["MOH-98"] },
    { from: "settle-claim", to: "completed", rules: ["MOH-92"] },
    { from: "attend-appointments", to: "completed", rules: ["MOH-95"], route: "under" },
    { from: "fund-check-up", to: "completed", rules: ["MOH-86"], route: "under" },
    { from: "file-justification", to: "completed", rules: ["MOH-94"], route: "under" },
    {
      from: "any",
      to: "announce-death",
      rules: ["MOH-99"],
      label: { ro: "deces, după plată", en: "death, once paid" },
    },
    { from: "announce-death", to: "draw-statement-of-expenses", rules: ["MOH-100"] },
    { from: "draw-statement-of-expenses", to: "died", rules: ["MOH-100"] },
    { from: "settle-claim", to: "died", rules: ["MOH-100"] },
    { from: "any", to: "died", rules: ["MOH-99"], label: FROM_ANY_STEP, route: "over" },
    { from: "any", to: "withdrawn", rules: ["MOH-04"], label: FROM_ANY_STEP },
  ],
};

/** True for the name of a step, whatever the map shows beside it. */
export function isMohStep(id: string): id is MohStep {
  return Object.hasOwn(MOH_STEPS, id);
}

function step(id: MohStep, column: number, row: number, label: Text): MapNode<MohPlace> {
  return { id, kind: "step", label, column, row };
}

function end(id: MohOutcome, column: number, row: number): MapNode<MohPlace> {
  return { id, kind: "end", label: MOH_STAGES[id].title, column, row };
}
