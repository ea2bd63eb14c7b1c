import { e112Guide, e112Step } from "../citations.ts";
import type { RuleData } from "../rule.ts";

const NUMBER = e112Guide("nota „Important” după lista copiilor", "note “Important” after the children's list");
const BY_ANOTHER = adults(3);

/** Where the dossier is filed and what it holds, of an adult and of a child: E112-59 to E112-76. */
export const DOSSIER_RULES = [
  {
    id: "E112-59",
    kind: "route",
    text: {
      ro: "Dosarul se depune la casa de asigurări de sănătate în evidența căreia se află pacientul.",
      en: "The dossier is filed at the health insurance house that has the patient on its books.",
    },
    citation: e112Step("pct. 7", "point 7"),
    readings: ["E112-A3"],
  },
  {
    id: "E112-60",
    kind: "route",
    text: {
      ro: "Cererea-tip se înregistrează la registratura CNAS.",
      en: "The standard application goes to the registry of CNAS.",
    },
    citation: NUMBER,
    readings: ["E112-A3"],
  },
  {
    id: "E112-61",
    kind: "field",
    text: {
      ro: "Solicitantul trebuie să ceară numărul sub care i s-a înregistrat cererea.",
      en: "The applicant must ask under which number the application was registered.",
    },
    citation: NUMBER,
    readings: ["E112-A3"],
  },
  {
    id: "E112-62",
    kind: "document",
    text: {
      ro: "Adult: cererea-tip prin care se solicită formularul.",
      en: "Adult: the standard application for the form.",
    },
    citation: adults(1),
  },
  {
    id: "E112-63",
    kind: "document",
    text: {
      ro: "Adult: cartea de identitate a pacientului, în copie, cu originalul arătat pentru conformitate.",
      en: "Adult: the patient's identity card, in copy, with the original shown to certify it.",
    },
    citation: adults(2),
  },
  {
    id: "E112-64",
    kind: "document",
    text: {
      ro: "Adult: cine depune cererea în numele pacientului aduce cartea sa de identitate și o procură legalizată de notar.",
      en: "Adult: whoever files in the patient's name brings an own identity card and a power of attorney legalised by a notary.",
    },
    citation: BY_ANOTHER,
  },
  {
    id: "E112-65",
    kind: "right",
    text: {
      ro: "Pentru un adult, cererea poate fi făcută și de altcineva, în numele pacientului.",
      en: "For an adult, somebody else may ask for the form in the patient's name.",
    },
    citation: BY_ANOTHER,
  },
  {
    id: "E112-66",
    kind: "document",
    text: {
      ro: "Adult: adeverința de asigurat, eliberată de casa de asigurări a pacientului.",
      en: "Adult: the certificate of insured status, given by the patient's own insurance house.",
    },
    citation: adults(4),
    readings: ["E112-A11"],
  },
  {
    id: "E112-67",
    kind: "document",
    text: {
      ro: "Adult: actele medicale, în copie.",
      en: "Adult: the medical documents, in copy.",
    },
    citation: adults(5),
  },
  {
    id: "E112-68",
    kind: "document",
    text: {
      ro: "Adult: originalul raportului medical tipizat al medicului curant.",
      en: "Adult: the original of the treating doctor's standard medical report.",
    },
    citation: adults(6),
  },
  {
    id: "E112-69",
    kind: "document",
    text: {
      ro: "Adult: acceptul clinicii din UE sau SEE, în original și în traducere legalizată, cu perioada tratamentului.",
      en: "Adult: the acceptance of the EU or EEA clinic, in original and in legalised translation, with the period of treatment.",
    },
    citation: adults(7),
    readings: ["E112-A2", "E112-A6"],
  },
  {
    id: "E112-70",
    kind: "document",
    text: {
      ro: "Copil: cererea-tip prin care se solicită formularul.",
      en: "Child: the standard application for the form.",
    },
    citation: children(1),
    readings: ["E112-A10"],
  },
  {
    id: "E112-71",
    kind: "document",
    text: {
      ro: "Copil: certificatul de naștere ori cartea de identitate, în copie, cu originalul arătat pentru conformitate.",
      en: "Child: the birth certificate or the identity card, in copy, with the original shown to certify it.",
    },
    citation: children(2),
    readings: ["E112-A10"],
  },
  {
    id: "E112-72",
    kind: "document",
    text: {
      ro: "Copil: cărțile de identitate ale celor doi părinți, în copie, cu originalele arătate pentru conformitate.",
      en: "Child: the identity cards of the two parents, in copy, with the originals shown to certify them.",
    },
    citation: children(3),
    readings: ["E112-A10", "DEC-13"],
  },
  {
    id: "E112-73",
    kind: "document",
    text: {
      ro: "Copil: adeverința de asigurat a fiecărui părinte, eliberată de casa lui de asigurări.",
      en: "Child: each parent's certificate of insured status, given by that parent's insurance house.",
    },
    citation: children(4),
    readings: ["E112-A10", "E112-A11", "DEC-13", "DEC-14"],
  },
  {
    id: "E112-74",
    kind: "document",
    text: {
      ro: "Copil: actele medicale, în copie.",
      en: "Child: the medical documents, in copy.",
    },
    citation: children(5),
  },
  {
    id: "E112-75",
    kind: "document",
    text: {
      ro: "Copil: originalul raportului medical tipizat al medicului curant.",
      en: "Child: the original of the treating doctor's standard medical report.",
    },
    citation: children(6),
  },
  {
    id: "E112-76",
    kind: "document",
    text: {
      ro: "Copil: acceptul clinicii din UE sau SEE, în original și în traducere legalizată, cu perioada tratamentului.",
      en: "Child: the acceptance of the EU or EEA clinic, in original and in legalised translation, with the period of treatment.",
    },
    citation: children(7),
    readings: ["E112-A2", "E112-A6"],
  },
] as const satisfies readonly RuleData[];

function adults(item: number) {
  return e112Step(`pct. 7, «Pentru adulți», ${item})`, `point 7, “For adults”, ${item})`);
}

function children(item: number) {
  return e112Step(`pct. 7, «Pentru copii», ${item})`, `point 7, “For children”, ${item})`);
}
