import { guide, stepsToFile } from "../citations.ts";
import type { RuleData } from "../rule.ts";

const OPENING = guide("paragraful introductiv", "opening paragraph");
const LETTER = stepsToFile("pct. 1", "point 1");
const DOSSIER = stepsToFile("pct. 2", "point 2");
const IMPORTANT = stepsToFile("nota „Important” după pct. 2", "note “Important” after point 2");

/** Who may come, by which route, and what the dossier filed at the DSP holds: MOH-01 to MOH-22. */
export const DOSSIER_RULES = [
  {
    id: "MOH-01",
    kind: "condition",
    text: {
      ro: "Ruta Ministerului Sănătății este pentru afecțiuni al căror tratament nu intră în pachetul de servicii de bază al CNAS.",
      en: "The Ministry of Health route is for conditions whose treatment is outside the CNAS basic package.",
    },
    citation: OPENING,
    readings: ["MOH-A26"],
  },
  {
    id: "MOH-02",
    kind: "condition",
    text: {
      ro: "Fiecare dosar păstrează temeiul legal așa cum îl numește ghidul, alături de corectura care trebuie confirmată.",
      en: "Each file keeps the legal basis as the guide names it, beside the correction to be confirmed.",
    },
    citation: OPENING,
    readings: ["MOH-A25"],
  },
  {
    id: "MOH-03",
    kind: "route",
    text: {
      ro: "Dacă lipsește oricare dintre condițiile a, b, c ale rutei E112, se pot cere fonduri de la Ministerul Sănătății.",
      en: "When any of conditions a, b, c of the E112 route fails, funds may be asked of the Ministry of Health.",
    },
    citation: guide("încheierea condițiilor A)–C) pentru E112", "closing paragraph of conditions A)–C) for E112"),
    readings: ["MOH-A26"],
  },
  {
    id: "MOH-04",
    kind: "right",
    text: {
      ro: "Demersurile le face pacientul, reprezentantul legal, soțul sau soția ori o rudă până la gradul al patrulea.",
      en: "The steps are taken by the patient, a legal representative, the spouse or a relative up to the fourth degree.",
    },
    citation: stepsToFile("titlu", "heading"),
  },
  {
    id: "MOH-05",
    kind: "document",
    text: {
      ro: "Înainte de depunere, medicul curant întocmește, la cerere, o scrisoare medicală.",
      en: "Before filing, the treating doctor is asked to write a medical letter.",
    },
    citation: LETTER,
  },
  {
    id: "MOH-06",
    kind: "content",
    text: {
      ro: "Scrisoarea medicală poartă parafa medicului curant și ștampila unității unde a fost tratat pacientul.",
      en: "The medical letter bears the treating doctor's stamp and that of the unit where the patient was treated.",
    },
    citation: LETTER,
  },
  {
    id: "MOH-07",
    kind: "content",
    text: {
      ro: "Scrisoarea medicală arată limpede că tratamentul nu poate fi făcut în România.",
      en: "The medical letter says clearly that the treatment cannot be given in Romania.",
    },
    citation: LETTER,
  },
  {
    id: "MOH-08",
    kind: "content",
    text: {
      ro: "Scrisoarea medicală dă motivele cazului, de pildă lipsa unei bănci de donatori sau a aparaturii.",
      en: "The medical letter gives the reasons of this case, such as the lack of a donor bank or of equipment.",
    },
    citation: LETTER,
  },
  {
    id: "MOH-09",
    kind: "content",
    text: {
      ro: "Scrisoarea medicală recomandă tratamentul într-o unitate medicală din străinătate.",
      en: "The medical letter recommends treatment in a medical unit abroad.",
    },
    citation: LETTER,
  },
  {
    id: "MOH-10",
    kind: "route",
    text: {
      ro: "Actele se depun la DSP-ul județului de reședință, care alcătuiește dosarul medical.",
      en: "The documents are filed at the DSP of the county of residence, which makes up the medical dossier.",
    },
    citation: DOSSIER,
    readings: ["MOH-A24"],
  },
  {
    id: "MOH-11",
    kind: "document",
    text: {
      ro: "Cererea-tip pentru examinarea pacientului de către comisia de specialitate, în original; formularul se ia de la DSP.",
      en: "The standard application for an examination by the specialist commission, in original; the form is at the DSP.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-12",
    kind: "document",
    text: {
      ro: "Scrisoarea sau raportul medicului curant de specialitate, în original.",
      en: "The letter or report of the treating specialist, in original.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-13",
    kind: "document",
    text: {
      ro: "Adeverința medicului de familie că pacientul este pe lista sa, în original.",
      en: "The family doctor's certificate that the patient is on the doctor's list, in original.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-14",
    kind: "document",
    text: {
      ro: "Copia actului de identitate al pacientului.",
      en: "A copy of the patient's identity card.",
    },
    citation: DOSSIER,
    readings: ["MOH-A21"],
  },
  {
    id: "MOH-15",
    kind: "document",
    text: {
      ro: "Când depune altcineva, copia actului de identitate al acelei persoane.",
      en: "When somebody else files, a copy of that person's identity card.",
    },
    citation: DOSSIER,
    readings: ["DEC-13"],
  },
  {
    id: "MOH-16",
    kind: "document",
    text: {
      ro: "Pentru un minor, copiile actelor de identitate ale părinților.",
      en: "For a minor, copies of the parents' identity documents.",
    },
    citation: DOSSIER,
    readings: ["MOH-A21", "DEC-9", "DEC-13"],
  },
  {
    id: "MOH-17",
    kind: "document",
    text: {
      ro: "Pentru un minor, copia certificatului de naștere.",
      en: "For a minor, a copy of the birth certificate.",
    },
    citation: DOSSIER,
    readings: ["MOH-A21", "DEC-9"],
  },
  {
    id: "MOH-18",
    kind: "document",
    text: {
      ro: "Copia biletului de ieșire din spital.",
      en: "A copy of the hospital discharge note.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-19",
    kind: "document",
    text: {
      ro: "Copii ale analizelor și ale rezultatelor investigațiilor.",
      en: "Copies of the tests and of the results of investigations.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-20",
    kind: "document",
    text: {
      ro: "Copia foii de observație clinică.",
      en: "A copy of the clinical observation sheet.",
    },
    citation: DOSSIER,
  },
  {
    id: "MOH-21",
    kind: "field",
    text: {
      ro: "La depunere, registratura DSP dă dosarului un număr de înregistrare.",
      en: "On filing, the DSP registry gives the dossier a registration number.",
    },
    citation: IMPORTANT,
    readings: ["MOH-A3"],
  },
  {
    id: "MOH-22",
    kind: "right",
    text: {
      ro: "Cine are numărul poate întreba în ce stadiu este dosarul.",
      en: "Whoever holds the number may ask how far the dossier has come.",
    },
    citation: IMPORTANT,
    readings: ["DEC-17"],
  },
] as const satisfies readonly RuleData[];
