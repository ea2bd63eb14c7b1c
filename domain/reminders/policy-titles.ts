/** What the terms are called in a list: by what is to be done. */
import type { Text } from "../case/commands.ts";
import type { PolicyKey, ReminderStage } from "./policy.ts";

export const POLICY_TITLES: Readonly<Record<PolicyKey, Text>> = {
  "MOH-23": { ro: "Trimiterea la comisie", en: "Sending to the commission" },
  "MOH-26": { ro: "Comunicarea deciziei comisiei", en: "Telling the commission’s decision" },
  "MOH-27": { ro: "Înștiințarea despre aprobare", en: "Notice of an approval" },
  "MOH-28": { ro: "Înștiințarea despre respingere", en: "Notice of a rejection" },
  "MOH-42": { ro: "Prezentarea corespondenței", en: "Presenting the correspondence" },
  "MOH-61": { ro: "Răspunsul unei clinici", en: "A clinic’s answer" },
  "MOH-62": {
    ro: "Anunțarea comisiei că nu sunt destule răspunsuri",
    en: "Telling the commission that answers fall short",
  },
  "MOH-64": { ro: "Trimiterea la Minister, cu ofertele primite", en: "Sending to the Ministry with the offers" },
  "MOH-69": { ro: "Trimiterea la Minister, clasa A", en: "Sending to the Ministry, class A" },
  "MOH-70": { ro: "Trimiterea la Minister, clasa B", en: "Sending to the Ministry, class B" },
  "MOH-73": { ro: "Pregătirea dosarului pentru Minister", en: "Making the file ready for the Ministry" },
  "MOH-73:delay-report": { ro: "Informarea despre întârziere", en: "The report of a delay" },
  "MOH-75": { ro: "Intervenția Ministerului", en: "The Ministry’s intervention" },
  "MOH-76": { ro: "Decizia comisiei Ministerului", en: "The decision of the Ministry’s commission" },
  "MOH-91": { ro: "Cererea de decontare a cheltuielilor proprii", en: "The claim for own expenses" },
  "MOH-94": { ro: "Justificarea sumelor acordate", en: "The justification of the sums granted" },
  "MOH-95": { ro: "Primul control la medicul curant", en: "The first check at the treating doctor" },
  "MOH-96": { ro: "Raportul de un an", en: "The report after one year" },
  "MOH-99": { ro: "Anunțul familiei despre deces", en: "The family’s announcement of a death" },
};

/** What somebody did to an institution's policy; no stages when they went back to the product's. */
export function policyChangeTitle(key: PolicyKey, stages: readonly ReminderStage[] | null): Text {
  const { ro, en } = POLICY_TITLES[key];
  return stages === null
    ? { ro: `A revenit la mementourile programului: ${ro}`, en: `Went back to the product’s reminders: ${en}` }
    : { ro: `A schimbat mementourile: ${ro}`, en: `Changed the reminders: ${en}` };
}
