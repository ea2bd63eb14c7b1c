/**
 * The letters and forms of the Ministry's process: who makes each, when, by which rules, in which languages.
 * Data alone: the API refuses by it, the screen shows it; the contents are in `api/documents/letters/`.
 */
import type { Text } from "../case/commands.ts";
import { filledText, hasAct, lastAct, typedText, type LetterDefinition } from "../case/letters.ts";
import type { MohCaseView } from "../case/view.ts";
import type { RuleId } from "../law/index.ts";
import { stillNeeded } from "../i18n/sendable.ts";
import type { MohHouse } from "../people/roles.ts";
import type { MohCommandType } from "./commands.ts";
import type { MohStep } from "./steps.ts";

const DSP = { by: ["dsp"], languages: ["ro"] } as const;

export const LETTERS = {
  application: {
    ...DSP,
    title: { ro: "Cerere-tip", en: "Standard application" },
    use: {
      ro: "Cererea de examinare de către comisie, completată cu datele din dosar; se semnează de cel care depune și se păstrează în original.",
      en: "The application for examination by the commission, filled from the file; it is signed by the person who files and kept in original.",
    },
    rules: ["MOH-04", "MOH-10", "MOH-11"],
    steps: ["complete-dossier"],
    acts: [],
    blocked: () => undefined,
  },
  receipt: {
    ...DSP,
    title: { ro: "Dovada de înregistrare, fără cod", en: "Registration receipt, without the code" },
    use: {
      ro: "Numărul dosarului și unde se află stadiul lui. Codul de acces stă numai pe dovada făcută la depunere: nu mai poate fi aflat a doua oară.",
      en: "The number of the file and where its status is seen. The access code stands only on the receipt made at filing: it cannot be found out a second time.",
    },
    rules: ["MOH-21", "MOH-22"],
    steps: [],
    acts: ["fileDossier"],
    blocked: () => undefined,
  },
  undertaking: {
    ...DSP,
    title: { ro: "Angajament scris", en: "Written undertaking" },
    use: {
      ro: "Se semnează când pacientul, aparținătorul sau reprezentantul legal vrea să scrie el clinicilor.",
      en: "Signed when the patient, a carer or the legal representative wants to write to the clinics.",
    },
    rules: ["MOH-34", "MOH-35", "MOH-42"],
    steps: ["correspond-with-clinics"],
    acts: ["signUndertaking"],
    blocked: withoutClinics,
  },
  "approval-notice": {
    ...DSP,
    title: { ro: "Înștiințare de aprobare", en: "Notice of approval" },
    use: {
      ro: "Se trimite pacientului în cel mult 7 zile lucrătoare de la înregistrarea deciziei; arată clinicile și data până la care se prezintă corespondența.",
      en: "Sent to the patient within 7 working days of the registration of the decision; it names the clinics and the date by which the correspondence is due.",
    },
    rules: ["MOH-27", "MOH-32", "MOH-42"],
    steps: ["notify-approval"],
    acts: [],
    blocked: (file) => withoutDecision(file, "approved"),
  },
  "rejection-notice": {
    ...DSP,
    title: { ro: "Înștiințare de respingere", en: "Notice of rejection" },
    use: {
      ro: "Se trimite pacientului în cel mult 2 zile lucrătoare de la înregistrarea deciziei; nu se poate face fără cauze, conduita medicală și unitatea din România.",
      en: "Sent to the patient within 2 working days of the registration of the decision; it cannot be made without the causes, the medical conduct and the unit in Romania.",
    },
    rules: ["MOH-28", "MOH-29", "MOH-30", "MOH-31"],
    steps: ["notify-rejection"],
    acts: [],
    blocked: (file) => withoutDecision(file, "rejected") ?? incompleteRejection(file),
  },
  "clinic-request": {
    by: ["dsp"],
    languages: ["en", "fr", "de", "ro"],
    title: { ro: "Cerere către clinică, cu formularul ofertei", en: "Request to a clinic, with the form of the offer" },
    use: {
      ro: "Cere clinicii programarea, costul total și condițiile de plată; are alăturat formularul cu cele 16 date din Anexa 10.",
      en: "Asks the clinic for an appointment, the total cost and the terms of payment; the form with the 16 data of Annex 10 is enclosed.",
    },
    rules: ["MOH-38", "MOH-39", "MOH-40", "MOH-41", "MOH-43", "MOH-44", "MOH-61"],
    steps: ["correspond-with-clinics"],
    acts: ["sendClinicRequest"],
    perClinic: true,
    blocked: withoutClinics,
  },
  "commission-announcement": {
    ...DSP,
    title: {
      ro: "Anunț către comisie: clinici fără răspuns",
      en: "Announcement to the commission: no or negative answers",
    },
    use: {
      ro: "Se trimite comisiei în cel mult 2 zile lucrătoare de când, cu clinicile numite, nu se mai poate ajunge la răspunsurile cerute; comisia numește alte clinici.",
      en: "Sent to the commission within 2 working days of the clinics named no longer being able to give the answers needed; the commission names others.",
    },
    rules: ["MOH-61", "MOH-62", "MOH-63"],
    steps: ["announce-commission"],
    acts: ["announceCommission"],
    blocked: (file) =>
      withoutClinics(file) ??
      (hasAct(file, "announceCommission") || file.sendable?.outOfReach === true
        ? undefined
        : {
            ro: "Cu clinicile numite de comisie se mai poate ajunge la răspunsurile cerute; nu este nimic de anunțat.",
            en: "The clinics named by the commission can still give the answers needed; there is nothing to announce.",
          }),
  },
  cover: {
    ...DSP,
    title: { ro: "Coperta dosarului", en: "File cover" },
    use: {
      ro: "Prima filă a dosarului trimis Ministerului.",
      en: "The first leaf of the dossier sent to the Ministry.",
    },
    rules: ["MOH-64", "MOH-69", "MOH-70"],
    steps: ["send-to-ministry"],
    acts: ["sendToMinistry"],
    blocked: notSendable,
  },
  inventory: {
    ...DSP,
    title: { ro: "Opisul dosarului", en: "Inventory of the dossier" },
    use: {
      ro: "Lista actelor din dosarul trimis Ministerului: original sau copie, răspunsurile clinicilor și dovezile corespondenței.",
      en: "The list of papers in the dossier sent to the Ministry: original or copy, the clinics’ answers and the proofs of correspondence.",
    },
    rules: ["MOH-64", "MOH-65", "MOH-66"],
    steps: ["send-to-ministry"],
    acts: ["sendToMinistry"],
    blocked: notSendable,
  },
  "delay-report": {
    ...DSP,
    title: { ro: "Informare despre întârziere", en: "Delay report" },
    use: {
      ro: "Se trimite Ministerului în a 23-a zi lucrătoare de la înregistrarea procesului-verbal, cu cauzele întârzierii.",
      en: "Sent to the Ministry on the 23rd working day from the registration of the minutes, with the causes of the delay.",
    },
    rules: ["MOH-73", "MOH-74", "MOH-75"],
    steps: [],
    acts: ["reportDelay"],
    blocked: (file) =>
      typedText(file, "reportDelay", "causes") !== undefined
        ? undefined
        : {
            ro: "Cauzele (MOH-74) se scriu la actul «Informează Ministerul despre întârziere»; scrisoarea se face după înregistrarea lui.",
            en: "The causes (MOH-74) are typed with the act “Report the delay to the Ministry”; the letter is made once it is recorded.",
          },
  },
  "ministry-notice": {
    by: ["dsp", "ministry"],
    languages: ["ro"],
    title: { ro: "Înștiințare despre decizia Ministerului", en: "Notice of the Ministry’s decision" },
    use: {
      ro: "Comunică pacientului decizia comisiei Ministerului. Actele citate nu pun un termen și nu cer un cuprins anume (MOH-A15).",
      en: "Tells the patient the decision of the Ministry’s commission. The acts cited set no term and ask for no particular contents (MOH-A15).",
    },
    rules: ["MOH-76"],
    steps: ["notify-ministry-approval", "notify-ministry-rejection"],
    acts: [],
    blocked: (file) => afterAct(file, "decideAtMinistry"),
  },
  disposition: {
    by: ["ministry"],
    languages: ["ro"],
    title: { ro: "Dispoziție către DSP", en: "Disposition to the DSP" },
    use: {
      ro: "Ministerul dispune, după publicarea hotărârii Guvernului, plata tratamentului de către DSP.",
      en: "Once the Government Decision is published, the Ministry has the DSP pay for the treatment.",
    },
    rules: ["MOH-81", "MOH-82", "MOH-83", "MOH-84"],
    steps: ["record-disposition"],
    acts: ["recordPublication"],
    blocked: (file) => afterAct(file, "recordPublication"),
  },
  settlement: {
    ...DSP,
    title: { ro: "Decontarea cheltuielilor proprii", en: "Settlement of own expenses" },
    use: {
      ro: "Comunică pacientului ce se decontează din cererea sa, pe fiecare cheltuială, și de ce.",
      en: "Tells the patient what is reimbursed of the claim, expense by expense, and why.",
    },
    rules: ["MOH-91", "MOH-92", "MOH-93"],
    steps: [],
    acts: ["settleClaim"],
    blocked: (file) => afterAct(file, "settleClaim"),
  },
  "statement-of-expenses": {
    ...DSP,
    title: { ro: "Decont de cheltuieli", en: "Statement of expenses" },
    use: {
      ro: "Se întocmește după ce familia anunță decesul pacientului pentru care s-au acordat sume.",
      en: "Drawn after the family has announced the death of a patient to whom sums were granted.",
    },
    rules: ["MOH-99", "MOH-100"],
    steps: ["draw-statement-of-expenses"],
    acts: ["drawStatementOfExpenses"],
    blocked: (file) =>
      file.steps.some(({ step }) => step === "draw-statement-of-expenses")
        ? undefined
        : afterAct(file, "drawStatementOfExpenses"),
  },
} as const satisfies Record<string, LetterDefinition<MohCaseView, MohHouse, MohStep, MohCommandType>>;
export type LetterId = keyof typeof LETTERS;

/** What a rejection must say (MOH-29 to MOH-31), by the name of its field. */
export const REJECTION_CONTENTS = {
  causes: {
    rule: "MOH-29",
    title: {
      ro: "Cauzele pentru care afecțiunea nu are indicație de tratament în străinătate",
      en: "Why the condition does not call for treatment abroad",
    },
    named: {
      ro: "cauzele pentru care afecțiunea nu are indicație de tratament în străinătate",
      en: "the causes why the condition does not call for treatment abroad",
    },
  },
  medicalConduct: {
    rule: "MOH-30",
    title: { ro: "Conduita medicală impusă în acest caz", en: "The medical conduct to be followed" },
    named: { ro: "conduita medicală", en: "the medical conduct" },
  },
  recommendedUnitInRomania: {
    rule: "MOH-31",
    title: {
      ro: "Unitatea sanitară din România în care se recomandă tratamentul",
      en: "The health unit in Romania recommended for the treatment",
    },
    named: { ro: "unitatea sanitară din România", en: "the health unit in Romania" },
  },
} as const satisfies Record<string, { rule: RuleId; title: Text; named: Text }>;
export type RejectionContent = keyof typeof REJECTION_CONTENTS;
const CONTENTS = Object.keys(REJECTION_CONTENTS) as RejectionContent[]; // its own keys

/** The contents of the commission's rejection, as registered; what the notice said of them goes before. */
export function rejectionContents(file: MohCaseView): Partial<Record<RejectionContent, string>> {
  const notice = hasAct(file, "decideAtMinistry") ? undefined : lastAct(file, "notifyPatient")?.payload;
  return textsOf(CONTENTS, { ...file.decision, ...filled(notice) });
}

/** What the notice of rejection still lacks (MOH-29 to MOH-31); without all three it is not made. */
export function missingContents(file: MohCaseView): RejectionContent[] {
  const contents = rejectionContents(file);
  return CONTENTS.filter((name) => contents[name] === undefined);
}

/** The sentence that names what a notice of rejection lacks. */
export function missingContentsText(missing: readonly RejectionContent[]): Text {
  const list = (language: "ro" | "en"): string =>
    missing.map((name) => `${REJECTION_CONTENTS[name].named[language]} (${REJECTION_CONTENTS[name].rule})`).join(", ");
  return {
    ro: `Înștiințarea de respingere nu se poate face: lipsesc ${list("ro")}.`,
    en: `The notice of rejection cannot be made: ${list("en")} ${missing.length === 1 ? "is" : "are"} missing.`,
  };
}

function incompleteRejection(file: MohCaseView): Text | undefined {
  const missing = missingContents(file);
  return missing.length === 0 ? undefined : missingContentsText(missing);
}

function afterAct(file: MohCaseView, type: keyof typeof AFTER): Text | undefined {
  return hasAct(file, type) ? undefined : AFTER[type];
}

const AFTER = {
  decideAtMinistry: {
    ro: "Ministerul nu a hotărât încă în acest dosar.",
    en: "The Ministry has not decided in this file yet.",
  },
  recordPublication: {
    ro: "Hotărârea Guvernului nu este încă publicată în Monitorul Oficial.",
    en: "The Government Decision has not appeared in the Official Gazette yet.",
  },
  settleClaim: {
    ro: "Nu este nicio cerere de decontare hotărâtă în acest dosar.",
    en: "No claim for reimbursement has been settled in this file.",
  },
  drawStatementOfExpenses: {
    ro: "Decontul se întocmește numai după decesul anunțat al unui pacient pentru care s-au acordat sume.",
    en: "The statement is drawn only after the announced death of a patient to whom sums were granted.",
  },
} as const satisfies Record<string, Text>;

function withoutClinics(file: MohCaseView): Text | undefined {
  return file.clinics.length > 0
    ? undefined
    : {
        ro: "Comisia nu a numit încă nicio clinică în acest dosar.",
        en: "The commission has not named a clinic in this file yet.",
      };
}

function withoutDecision(file: MohCaseView, decision: "approved" | "rejected"): Text | undefined {
  const registered = file.decision?.["decision"];
  if (registered === decision) return undefined;
  if (registered === undefined) {
    return {
      ro: "Decizia comisiei nu este încă înregistrată la DSP.",
      en: "The decision of the commission is not registered at the DSP yet.",
    };
  }
  return decision === "approved"
    ? { ro: "Comisia a respins cererea.", en: "The commission has rejected the application." }
    : { ro: "Comisia a aprobat cererea.", en: "The commission has approved the application." };
}

function notSendable(file: MohCaseView): Text | undefined {
  if (hasAct(file, "sendToMinistry") || file.sendable?.sendable === true) return undefined;
  const still = file.sendable === undefined ? undefined : stillNeeded(file.sendable);
  return withoutClinics(file) ?? still ?? { ro: "Dosarul nu este gata.", en: "The dossier is not ready." };
}

function textsOf<Name extends string>(
  names: readonly Name[],
  payload: Readonly<Record<string, unknown>>,
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = filledText(payload[name]);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

function filled(payload: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => filledText(value) !== undefined));
}
