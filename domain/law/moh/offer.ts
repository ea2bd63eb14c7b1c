import { stepsAfterFiling } from "../citations.ts";
import type { RuleData } from "../rule.ts";

const ANNEX_10 = stepsAfterFiling("pct. 5 (Anexa 10)", "point 5 (Annex 10)");

/** The clinic's offer, Annex 10 to Order 1011/2011: MOH-44 to MOH-60. */
export const OFFER_RULES = [
  {
    id: "MOH-44",
    kind: "content",
    text: {
      ro: "Oferta clinicii cuprinde datele din Anexa nr. 10 la Ordinul 1011/2011.",
      en: "The clinic's offer holds the data of Annex 10 to Order 1011/2011.",
    },
    citation: ANNEX_10,
  },
  {
    id: "MOH-45",
    kind: "field",
    text: { ro: "Oferta arată numele clinicii.", en: "The offer gives the name of the clinic." },
    citation: ANNEX_10,
  },
  {
    id: "MOH-46",
    kind: "field",
    text: { ro: "Oferta arată adresa clinicii.", en: "The offer gives the address of the clinic." },
    citation: ANNEX_10,
  },
  {
    id: "MOH-47",
    kind: "field",
    text: {
      ro: "Oferta spune cine este persoana de contact din clinică.",
      en: "The offer names a contact person at the clinic.",
    },
    citation: ANNEX_10,
  },
  {
    id: "MOH-48",
    kind: "field",
    text: { ro: "Oferta arată un număr de telefon.", en: "The offer gives a telephone number." },
    citation: ANNEX_10,
  },
  {
    id: "MOH-49",
    kind: "field",
    text: {
      ro: "Oferta arată un număr de fax sau spune că nu există.",
      en: "The offer gives a fax number or says that there is none.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-50",
    kind: "field",
    text: { ro: "Oferta arată o adresă de e-mail.", en: "The offer gives an e-mail address." },
    citation: ANNEX_10,
  },
  {
    id: "MOH-51",
    kind: "field",
    text: {
      ro: "Oferta arată contul bancar în care se face plata.",
      en: "The offer gives the bank account to be paid.",
    },
    citation: ANNEX_10,
  },
  {
    id: "MOH-52",
    kind: "field",
    text: {
      ro: "Oferta arată numele de familie și prenumele pacientului.",
      en: "The offer gives the patient's surname and given name.",
    },
    citation: ANNEX_10,
  },
  {
    id: "MOH-53",
    kind: "field",
    text: { ro: "Oferta arată diagnosticul.", en: "The offer gives the diagnosis." },
    citation: ANNEX_10,
  },
  {
    id: "MOH-54",
    kind: "field",
    text: {
      ro: "Oferta arată cât costă evaluarea medicală dinaintea tratamentului.",
      en: "The offer gives the cost of the medical evaluation before the treatment.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-55",
    kind: "field",
    text: {
      ro: "Oferta arată cât costă procedura terapeutică.",
      en: "The offer gives the cost of the therapeutic procedure.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-56",
    kind: "field",
    text: {
      ro: "Oferta arată cât costă evaluarea medicală de după tratament.",
      en: "The offer gives the cost of the medical evaluation after the treatment.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-57",
    kind: "field",
    text: {
      ro: "Oferta arată cât costă o zi de spitalizare.",
      en: "The offer gives the cost of a day in hospital.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-58",
    kind: "field",
    text: {
      ro: "Oferta arată suma totală; o diferență față de suma părților este doar semnalată.",
      en: "The offer gives the total; a difference from the sum of the parts is only pointed out.",
    },
    citation: ANNEX_10,
    readings: ["MOH-A28"],
  },
  {
    id: "MOH-59",
    kind: "field",
    text: {
      ro: "Oferta arată condițiile de plată a tratamentului.",
      en: "The offer gives the terms of payment for the treatment.",
    },
    citation: ANNEX_10,
  },
  {
    id: "MOH-60",
    kind: "field",
    text: {
      ro: "Oferta arată ziua programată pentru internare.",
      en: "The offer gives the day appointed for admission.",
    },
    citation: ANNEX_10,
  },
] as const satisfies readonly RuleData[];
