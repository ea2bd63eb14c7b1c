/** What the public page says of an E112 file is put together from these, wherever the file is. */
import type { Text } from "../case/commands.ts";
import type { E112PublicStatus } from "../case/view.ts";

export type Situation = Omit<E112PublicStatus, "registrationNumber" | "process" | "applicationNumber" | "noLimit">;

export const CAS: Text = {
  ro: "Casa de asigurări de sănătate (CAS)",
  en: "The county health insurance house (CAS)",
};
export const DSP: Text = { ro: "Direcția de Sănătate Publică", en: "The county public-health directorate (DSP)" };
export const ASK: Text = {
  ro: "Pentru lămuriri întrebați la casa de asigurări de sănătate.",
  en: "Ask the health insurance house if anything is unclear.",
};
export const CARERS: Text = {
  ro: "Transportul, precum și cazarea aparținătorilor, sunt în sarcina dumneavoastră (E112-38).",
  en: "Transport, and the carers’ accommodation, are at your own cost (E112-38).",
};
