/** What to do on the way that was found: where to file, which papers, what they must hold, the costs and the steps. For patients, before any file. */
import type { Text } from "../case/commands.ts";
import type { ReadingId, RuleId } from "../law/index.ts";
import * as moh from "../moh/documents.ts";
import { ACCEPTANCE_CONTENTS } from "./acceptance.ts";
import { officialLanguagesOf } from "./countries.ts";
import { DOCUMENT_FORM_TITLES } from "../case/document-forms.ts";
import { dossierChecklist, type ApplicantRole, type DossierSubject } from "./documents.ts";
import { REPORT_CONTENTS } from "./report.ts";
import type { RouteDecision } from "./route.ts";

/** Something to know or to do, with the rules that say so. */
export interface Advice {
  readonly text: Text;
  readonly rules: readonly RuleId[];
  readonly readings: readonly ReadingId[];
}

export interface DocumentToBring {
  readonly kind: string;
  readonly form: string;
  /** The form in words. */
  readonly formTitle: Text;
  readonly title: Text;
  readonly rule: RuleId;
  /** It may not be asked for, on proof. */
  readonly waivable: boolean;
}

/** A paper made by others, and what it must hold to count. */
export interface PaperContents {
  readonly paper: "acceptance" | "report" | "medicalLetter";
  readonly title: Text;
  readonly items: readonly Advice[];
}

export interface Guide {
  readonly filing: Advice;
  readonly documents: readonly DocumentToBring[];
  readonly contents: readonly PaperContents[];
  readonly steps: readonly Advice[];
  readonly costs: readonly Advice[];
  /** Into which languages the medical documents are translated (ISO 639-1), when the clinic's country is known (E112-13). */
  readonly languages: readonly string[];
}

/** For whom, and who files. */
export interface GuideSubject {
  readonly minor: boolean;
  readonly applicantRole: ApplicantRole;
  /** A child with one parent to sign (E112-A10). */
  readonly oneParent: boolean;
}

/** That the guide is unofficial, and who answers officially (E112-91). */
export const UNOFFICIAL: Advice = advice(
  "Acest ghid este neoficial. Pentru informații oficiale întrebați la casa de asigurări de sănătate sau la CNAS.",
  "This guide is unofficial. For official information ask the health insurance house or CNAS.",
  ["E112-91"],
);

/** What follows from the decision; nothing while something must be asked first. */
export function guideOf({ outcome }: RouteDecision, subject: GuideSubject, country?: string): Guide | undefined {
  switch (outcome) {
    case "e112":
      return {
        ...E112_WAY,
        documents: e112Documents(subject),
        languages: country === undefined ? [] : officialLanguagesOf(country),
      };
    case "ministry":
      return { ...MINISTRY_WAY, documents: ministryDocuments(subject), languages: [] };
    case "ask":
      return undefined;
  }
}

function e112Documents({ minor, applicantRole, oneParent }: GuideSubject): DocumentToBring[] {
  // A guardianship is itself a proof by which the other parent's papers are not asked for.
  const subject: DossierSubject = {
    minor,
    applicantRole,
    secondParentWaived: oneParent || applicantRole === "guardian",
  };
  return dossierChecklist(subject, []).map(({ kind, form, title, rule, waivable }) => ({
    kind,
    form,
    formTitle: DOCUMENT_FORM_TITLES[form],
    title,
    rule,
    waivable,
  }));
}

function ministryDocuments({ minor, applicantRole, oneParent }: GuideSubject): DocumentToBring[] {
  const subject: moh.DossierSubject = {
    minor,
    otherFiler: applicantRole !== "patient",
    filerIsParent: applicantRole === "parent",
  };
  return moh.dossierChecklist(subject, []).map(({ kind, form, title, rule, waivable }) => ({
    kind,
    form,
    formTitle: DOCUMENT_FORM_TITLES[form],
    title,
    rule,
    waivable: waivable && (oneParent || applicantRole === "guardian"),
  }));
}

function advice(ro: string, en: string, rules: readonly RuleId[], readings: readonly ReadingId[] = []): Advice {
  return { text: { ro, en }, rules, readings };
}

/** The contents of the report as the guide tells them together: each letter of point 7 with what it stands for. */
const REPORT_LINES: readonly (readonly (typeof REPORT_CONTENTS)[number]["id"][])[] = [
  ["recommendation"],
  ["inBasicPackage", "point7a"],
  ["notTimely", "point7b"],
  ["reasons"],
  ["travelSafe", "point7c"],
  ["maxPeriodUntil", "point7d"],
  ["datedOn", "signature", "stamp"],
  ["country", "city", "hospital", "period"],
];

function reportLine(ids: (typeof REPORT_LINES)[number]): Advice {
  const contents = REPORT_CONTENTS.filter(({ id }) => ids.includes(id));
  const joined = (language: keyof Text): string =>
    contents.map(({ title }, index) => (index === 0 ? title[language] : lowerFirst(title[language]))).join("; ");
  return {
    text: { ro: joined("ro"), en: joined("en") },
    rules: contents.map(({ rule }) => rule),
    readings: ids.some((id) => id.startsWith("point7")) ? ["E112-A12"] : [],
  };
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

const E112_WAY: Omit<Guide, "documents" | "languages"> = {
  filing: advice(
    "Dosarul se depune la casa de asigurări de sănătate (CAS) de care aparține pacientul. Cereți numărul de înregistrare al cererii.",
    "The dossier is filed at the county health insurance house (CAS) to which the patient belongs. Ask for the registration number of the application.",
    ["E112-59", "E112-60", "E112-61"],
    ["E112-A3"],
  ),
  contents: [
    {
      paper: "acceptance",
      title: {
        ro: "Ce trebuie să cuprindă acceptul clinicii",
        en: "What the acceptance of the clinic must hold",
      },
      items: ACCEPTANCE_CONTENTS.map(({ title, rule }) => ({ text: title, rules: [rule], readings: [] })),
    },
    {
      paper: "report",
      title: {
        ro: "Ce trebuie să cuprindă raportul medical tipizat",
        en: "What the standard medical report must hold",
      },
      items: REPORT_LINES.map(reportLine),
    },
  ],
  steps: [
    advice(
      "Luați acordul prealabil al medicului curant. Medicul sau unitatea lui are contract cu o casă de asigurări de sănătate din România.",
      "Get the prior agreement of the treating doctor. The doctor or the unit has a contract with a health insurance house in Romania.",
      ["E112-11", "E112-12"],
    ),
    advice(
      "Traduceți documentele medicale în limba oficială a țării clinicii; este recomandat un birou specializat în traduceri medicale.",
      "Have the medical documents translated into the official language of the clinic’s country; an office specialised in medical translations is recommended.",
      ["E112-13", "E112-23"],
    ),
    advice(
      "Trimiteți documentele scanate, pe e-mail, medicului din străinătate și anunțați-l și la telefon. Cereți acceptul și un cost estimativ complet.",
      "Send the documents, scanned, by e-mail to the doctor abroad and tell that doctor by telephone as well. Ask for the acceptance and for a complete estimated cost.",
      ["E112-24", "E112-25", "E112-26", "E112-27"],
    ),
    advice(
      "Cereți o programare peste 3–5 luni: mai devreme, este posibil ca formularul să nu vină la timp. Este o recomandare, nu un termen.",
      "Ask for an appointment 3 to 5 months ahead: with a sooner one the form may not come in time. This is advice, not a limit.",
      ["E112-35", "E112-36"],
      ["E112-A5"],
    ),
    advice(
      "Faceți traducerea medicală legalizată a acceptului. Originalul ei rămâne la dumneavoastră, pentru dosar; medicului îi lăsați o copie.",
      "Have the acceptance put into a legalised medical translation. Keep its original, for the dossier; leave the doctor a copy.",
      ["E112-39", "E112-40"],
    ),
    advice(
      "Cu traducerea, medicul curant completează raportul medical tipizat, cu aceeași perioadă a programării ca în accept.",
      "With the translation, the treating doctor completes the standard medical report, with the same period of the appointment as in the acceptance.",
      ["E112-41", "E112-58"],
      ["E112-A7"],
    ),
    advice(
      "Depuneți dosarul la casă. Casa verifică întâi calitatea de asigurat, apoi cele două condiții: pachetul de bază și lipsa tratamentului la timp. Ghidul nu pune un termen pentru răspuns.",
      "File the dossier at the house. The house first checks insured status, then the two conditions: the basic package, and no treatment in time. The guide sets no limit for the answer.",
      ["E112-59", "E112-77", "E112-78"],
      ["E112-A4"],
    ),
    advice(
      "Nu plecați înainte de a avea formularul: după plecare se eliberează numai în caz de forță majoră. Se fac două exemplare; unul este al dumneavoastră.",
      "Do not leave before you have the form: after the departure it is issued only in force majeure. Two copies are made; one is yours.",
      ["E112-79", "E112-81", "E112-82", "E112-83"],
    ),
  ],
  costs: [
    advice(
      "Pacientul plătește transportul și cazarea însoțitorilor.",
      "The patient pays the transport and the accommodation of companions.",
      ["E112-38"],
      ["E112-A8"],
    ),
    advice(
      "Tratamentul se decontează numai între instituții, pe facturi (formularul E125); casa nu dă bani pacientului.",
      "The treatment is settled only between institutions, on invoices (form E125); the house gives no money to the patient.",
      ["E112-85"],
    ),
  ],
};

const MINISTRY_WAY: Omit<Guide, "documents" | "languages"> = {
  filing: advice(
    "Actele se depun la direcția de sănătate publică (DSP) a județului în care domiciliază pacientul, care alcătuiește dosarul. Le depune pacientul, reprezentantul legal, soțul sau soția, ori o rudă până la gradul al patrulea.",
    "The papers are filed at the public-health directorate (DSP) of the county where the patient is domiciled, which makes up the dossier. The patient, a legal representative, the spouse, or a relative up to the fourth degree files them.",
    ["MOH-10", "MOH-04"],
    ["MOH-A24"],
  ),
  contents: [
    {
      paper: "medicalLetter",
      title: {
        ro: "Ce trebuie să cuprindă scrisoarea medicală",
        en: "What the medical letter must hold",
      },
      items: [
        advice(
          "parafa medicului curant și ștampila unității în care a fost tratat pacientul",
          "the stamp of the treating doctor and that of the unit where the patient was treated",
          ["MOH-06"],
        ),
        advice(
          "că tratamentul nu poate fi făcut în România, spus limpede",
          "that the treatment cannot be given in Romania, said clearly",
          ["MOH-07"],
        ),
        advice("motivele acestui caz", "the reasons of this case", ["MOH-08"]),
        advice(
          "recomandarea tratamentului într-o unitate medicală din străinătate",
          "the recommendation of treatment in a medical unit abroad",
          ["MOH-09"],
        ),
      ],
    },
  ],
  steps: [
    advice(
      "Cereți medicului curant de specialitate scrisoarea medicală.",
      "Ask the treating specialist for the medical letter.",
      ["MOH-05"],
    ),
    advice(
      "Luați cererea-tip de la DSP și depuneți acolo toate actele. Primiți un număr de înregistrare, cu care aflați stadiul dosarului.",
      "Take the standard application from the DSP and file all the papers there. You get a registration number, by which you can follow the file.",
      ["MOH-11", "MOH-21", "MOH-22"],
    ),
    advice(
      "DSP trimite dosarul complet comisiei teritoriale; mergeți la comisie pentru investigații când sunteți chemat.",
      "The DSP sends the complete dossier to the territorial commission; go to the commission for investigations when you are called.",
      ["MOH-23", "MOH-24"],
    ),
  ],
  costs: [
    advice(
      "Fără aprobare dată înainte de tratament, cheltuielile nu se decontează.",
      "Without an approval given before the treatment, expenses are not reimbursed.",
      ["MOH-93"],
    ),
  ],
};
