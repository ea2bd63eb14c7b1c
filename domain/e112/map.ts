/**
 * The map of the E112/S2 process. What is open from any step is so until the form is issued. The guide knows no rule of a
 * death or of a withdrawal.
 */
import { FROM_ANY_STEP, phase, type MapNode, type ProcessMap } from "../case/map.ts";
import type { Text } from "../case/commands.ts";
import { E112_STAGES, type E112_OUTCOMES, type E112_STEPS } from "./steps.ts";

type E112Step = keyof typeof E112_STEPS;
type E112Outcome = keyof typeof E112_OUTCOMES;
type E112Place = "start" | E112Step | E112Outcome;

export const E112_MAP: ProcessMap<E112Place> = {
  // The house records every act at its desk: what tells the boxes apart is who owes them.
  owner: "duty",
  phases: [
    phase(0, 1, { ro: "Pregătirea", en: "Preparation" }),
    phase(2, 4, { ro: "La casa de asigurări", en: "At the insurance house" }),
    phase(5, 6, { ro: "Formularul, tratamentul, decontarea", en: "Form, treatment, settlement" }),
    phase(7, 7, { ro: "Transfer de reședință (categoria 1)", en: "Transfer of residence (category 1)" }),
    phase(8, 8, { ro: "În orice moment până la eliberare", en: "At any time until the issue" }),
  ],
  nodes: [
    { id: "start", kind: "start", column: 0, row: 0, label: { ro: "Deschidere", en: "Opening" } },
    step("prior-agreement", 1, 0, { ro: "Acordul prealabil", en: "Prior agreement" }),
    step("translate-documents", 2, 0, { ro: "Traducerea documentelor", en: "Translate the documents" }),
    step("request-acceptance", 3, 0, { ro: "Cererea către clinică", en: "Request to the clinic" }),
    step("await-acceptance", 4, 0, { ro: "Acceptul clinicii", en: "The clinic’s acceptance" }),
    step("legalise-translation", 1, 1, { ro: "Traducerea legalizată", en: "Legalised translation" }),
    step("medical-report", 2, 1, { ro: "Raportul medical tipizat", en: "Standard medical report" }),
    step("assemble-dossier", 3, 1, { ro: "Întocmirea dosarului", en: "Assemble the dossier" }),

    step("register-application", 1, 2, { ro: "Înregistrarea cererii", en: "Register the application" }),
    step("check-insured-status", 2, 2, { ro: "Statutul de asigurat", en: "Insured status" }),
    step("analyse-conditions", 3, 2, { ro: "Analiza condițiilor", en: "Analyse the conditions" }),
    step("issue-form", 4, 2, { ro: "Eliberarea formularului", en: "Issue the form" }),
    step("refuse-or-move", 3, 3, { ro: "Refuzul sau altă cale", en: "Refusal, or another route" }),
    step("communicate-refusal", 4, 3, { ro: "Comunicarea refuzului", en: "Communicate the refusal" }),
    end("refused", 6, 3),
    step("ministry-route-open", 4, 4, { ro: "Calea Ministerului", en: "The Ministry’s route" }),
    step("open-ministry-file", 5, 4, { ro: "Deschiderea la DSP", en: "Opening at the DSP" }),
    end("moved-to-ministry-route", 6, 4, { ro: "Trecut pe calea Ministerului", en: "Moved to the Ministry’s" }),

    step("await-treatment", 1, 5, { ro: "Tratamentul în străinătate", en: "The treatment abroad" }),
    step("settle-invoices", 2, 5, { ro: "Decontarea E125", en: "E125 settlement" }),
    end("completed", 6, 5),
    step("hand-over-copies", 1, 6, { ro: "Predarea exemplarelor", en: "Hand over the copies" }),
    end("form-cancelled", 4, 6),

    step("pass-on-transfer", 1, 7, { ro: "Trimiterea mai departe", en: "Pass on the request" }),
    end("passed-on", 6, 7),

    end("departed-before-issue", 2, 8),
    end("died", 4, 8),
    end("withdrawn", 6, 8),
  ],
  edges: [
    { from: "start", to: "prior-agreement", rules: ["E112-11", "E112-12"] },
    { from: "start", to: "pass-on-transfer", rules: ["E112-86"], route: "return" },
    { from: "prior-agreement", to: "translate-documents", rules: ["E112-13"] },
    { from: "translate-documents", to: "request-acceptance", rules: ["E112-24", "E112-25"] },
    { from: "request-acceptance", to: "await-acceptance", rules: ["E112-26", "E112-27", "E112-28"] },
    {
      from: "await-acceptance",
      to: "request-acceptance",
      rules: ["E112-24", "E112-28"],
      label: { ro: "refuz: altă clinică", en: "refused: another clinic" },
      route: "over",
    },
    { from: "await-acceptance", to: "legalise-translation", rules: ["E112-39"], route: "return" },
    { from: "legalise-translation", to: "medical-report", rules: ["E112-41"] },
    { from: "medical-report", to: "assemble-dossier", rules: ["E112-59"] },
    { from: "medical-report", to: "register-application", rules: ["E112-60", "E112-61"], route: "return" },
    { from: "assemble-dossier", to: "register-application", rules: ["E112-60", "E112-61"], route: "return" },
    { from: "register-application", to: "check-insured-status", rules: ["E112-77"] },
    { from: "check-insured-status", to: "analyse-conditions", rules: ["E112-78"] },
    { from: "check-insured-status", to: "refuse-or-move", rules: ["E112-77"] },
    { from: "analyse-conditions", to: "issue-form", rules: ["E112-10", "E112-79"] },
    { from: "analyse-conditions", to: "refuse-or-move", rules: ["E112-05", "E112-78"] },
    { from: "refuse-or-move", to: "analyse-conditions", rules: ["E112-77", "E112-78"] },
    { from: "refuse-or-move", to: "issue-form", rules: ["E112-10", "E112-79"] },
    { from: "refuse-or-move", to: "communicate-refusal", rules: ["E112-78"] },
    { from: "communicate-refusal", to: "refused", rules: ["E112-78"] },
    { from: "communicate-refusal", to: "ministry-route-open", rules: ["E112-05"] },
    { from: "ministry-route-open", to: "open-ministry-file", rules: ["E112-05"] },
    { from: "ministry-route-open", to: "refused", rules: ["E112-05"] },
    { from: "open-ministry-file", to: "moved-to-ministry-route", rules: ["E112-05"] },
    { from: "issue-form", to: "await-treatment", rules: ["E112-79", "E112-87"], route: "return" },
    { from: "issue-form", to: "hand-over-copies", rules: ["E112-80", "E112-81"], route: "return" },
    { from: "await-treatment", to: "settle-invoices", rules: ["E112-85"] },
    { from: "await-treatment", to: "form-cancelled", rules: ["E112-90"], route: "under" },
    { from: "settle-invoices", to: "completed", rules: ["E112-85"] },
    { from: "hand-over-copies", to: "completed", rules: ["E112-80", "E112-81"], route: "under" },
    { from: "pass-on-transfer", to: "passed-on", rules: ["E112-86"] },
    {
      from: "any",
      to: "open-ministry-file",
      rules: ["E112-05"],
      label: { ro: "A, B sau C nu e îndeplinită", en: "A, B or C is not met" },
      route: "over",
    },
    { from: "any", to: "departed-before-issue", rules: ["E112-82", "E112-83"], label: FROM_ANY_STEP },
    { from: "any", to: "died", rules: [], label: FROM_ANY_STEP },
    { from: "any", to: "withdrawn", rules: [], label: FROM_ANY_STEP },
  ],
};

function step(id: E112Step, column: number, row: number, label: Text): MapNode<E112Place> {
  return { id, kind: "step", label, column, row };
}

function end(id: E112Outcome, column: number, row: number, label: Text = E112_STAGES[id].title): MapNode<E112Place> {
  return { id, kind: "end", label, column, row };
}
