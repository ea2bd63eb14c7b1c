/** The branches of the E112/S2 procedure, as the guide tells them, and what else a file can go through. */
import type { Text } from "../../../domain/case/commands.ts";

export const E112_BRANCHES = {
  issued: {
    ro: "Toate condițiile îndeplinite: formularul se eliberează",
    en: "All conditions met: the form is issued",
  },
  "impossible-refusal": { ro: "Refuz imposibil", en: "A refusal that does not exist" },
  child: { ro: "Copil", en: "Child" },
  "one-parent": { ro: "Copil cu un singur părinte", en: "Child with one parent" },
  "third-person": { ro: "Depune altă persoană", en: "Another person files" },
  "listed-state": { ro: "Stat de pe listă, în afara SEE", en: "A listed state outside the EEA" },
  "other-clinic": { ro: "Clinica refuză, se cere alteia", en: "The clinic refuses, another one is asked" },
  "incomplete-paper": { ro: "Accept sau raport incomplet", en: "An incomplete acceptance or report" },
  warning: { ro: "Avertizare, hotărăște o persoană", en: "A warning: a person decides" },
  "not-open": { ro: "Calea E112 nu este deschisă (A, B sau C)", en: "The E112 route is not open (A, B or C)" },
  "not-insured": { ro: "Neasigurat", en: "Not insured" },
  timely: { ro: "Se poate face la timp în România", en: "Can be done in time in Romania" },
  "ministry-route": { ro: "Trecere pe calea Ministerului", en: "Passage to the Ministry’s route" },
  "departed-before": { ro: "Plecat înainte de eliberare", en: "Departed before the issue" },
  "form-replaced": { ro: "Formular înlocuit sau anulat", en: "A form replaced or cancelled" },
  settlement: { ro: "Decontare pe E125", en: "Settlement on E125" },
  "residence-transfer": { ro: "Transfer de reședință", en: "Transfer of residence" },
  withdrawal: { ro: "Retragerea cererii", en: "The application is withdrawn" },
  death: { ro: "Deces", en: "Death" },
  correction: { ro: "Corectarea unei date", en: "A date is corrected" },
} as const satisfies Record<string, Text>;
