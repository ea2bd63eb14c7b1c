/** What the values of a closed list mean, so that a sentence can name them for people and for programs. */
import type { Text } from "../case/commands.ts";
import type { Language } from "./language.ts";

const MEANINGS: Readonly<Record<string, Text>> = {
  patient: { ro: "pacientul", en: "the patient" },
  legalRepresentative: { ro: "reprezentantul legal", en: "the legal representative" },
  spouse: { ro: "soțul sau soția", en: "the spouse" },
  relative: { ro: "o rudă", en: "a relative" },
  carer: { ro: "aparținătorul", en: "the carer" },
  DSP: { ro: "DSP", en: "the DSP" },
  patientSide: { ro: "pacientul sau aparținătorul", en: "the patient or the carer" },
  original: { ro: "originalul", en: "the original" },
  copy: { ro: "o copie", en: "a copy" },
  approved: { ro: "aprobare", en: "approval" },
  rejected: { ro: "respingere", en: "rejection" },
  offer: { ro: "ofertă completă", en: "a complete offer" },
  "incomplete-offer": { ro: "ofertă incompletă", en: "an incomplete offer" },
  refusal: { ro: "refuz", en: "a refusal" },
  post: { ro: "prin poștă", en: "by post" },
  email: { ro: "prin e-mail", en: "by e-mail" },
  "in-person": { ro: "personal", en: "in person" },
  phone: { ro: "prin telefon", en: "by telephone" },
  moh: { ro: "tratament prin Ministerul Sănătății", en: "treatment through the Ministry of Health" },
};

/** `spouse (the spouse)`; the value alone when it says by itself what it is. */
export function explainedValue(value: string, language: Language): string {
  const meaning = Object.hasOwn(MEANINGS, value) ? MEANINGS[value]?.[language] : undefined;
  return meaning === undefined || meaning === value ? value : `${value} (${meaning})`;
}
