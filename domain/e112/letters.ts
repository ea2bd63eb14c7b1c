/**
 * The letters and forms of the E112 process: who makes each, when, by which rules, in which languages.
 * Data alone: the API refuses by it, the screen shows it; the contents are in `api/documents/letters/e112/`.
 */
import type { Text } from "../case/commands.ts";
import { hasAct, lastAct, typedText, type LetterDefinition } from "../case/letters.ts";
import type { E112CaseView } from "../case/view.ts";
import type { E112CommandType } from "./commands.ts";
import { lackingOf } from "./contents.ts";
import type { FormView } from "./forms.ts";
import type { InvoiceView } from "./settlement.ts";
import type { E112Step } from "./steps.ts";

const HOUSE = { by: ["cas"], languages: ["ro"] } as const;
/** To a clinic abroad. */
const ABROAD = { by: ["cas"], languages: ["en", "fr", "de", "ro"] } as const;

export const E112_LETTERS = {
  application: {
    ...HOUSE,
    title: { ro: "Cerere-tip pentru formularul E112 (S2)", en: "Standard application for form E112 (S2)" },
    use: {
      ro: "Cererea de eliberare a formularului, completată cu datele din dosar; o semnează cel care depune. La înregistrare se cere numărul.",
      en: "The application for the form, filled from the file; signed by who files it. Its number is asked for at the registry.",
    },
    rules: ["E112-60", "E112-61", "E112-62", "E112-70", "E112-88"],
    steps: ["assemble-dossier", "register-application"],
    acts: [],
    blocked: () => undefined,
  },
  receipt: {
    ...HOUSE,
    title: { ro: "Dovada de înregistrare, fără cod", en: "Registration receipt, without the code" },
    use: {
      ro: "Numărul dosarului și unde se află stadiul lui. Codul de acces stă numai pe dovada făcută la deschidere: nu mai poate fi aflat a doua oară.",
      en: "The number of the file and where its status is seen. The access code stands only on the receipt made at the opening: it cannot be found out a second time.",
    },
    rules: ["E112-59"],
    steps: [],
    acts: ["openFile"],
    blocked: () => undefined,
  },
  "clinic-request": {
    ...ABROAD,
    title: { ro: "Cerere către clinică: accept și cost", en: "Request to the clinic: acceptance and cost" },
    use: {
      ro: "Cere clinicii acceptul și costul estimativ complet, cu lista celor pe care acceptul trebuie să le cuprindă și un model de completat. Se trimite pe e-mail; medicul se anunță și telefonic.",
      en: "Asks the clinic for the acceptance and the complete estimated cost, with the list of what the acceptance must contain and a form to fill in. Sent by e-mail; the doctor is also told by telephone.",
    },
    rules: ["E112-24", "E112-25", "E112-26", "E112-27", "E112-29", "E112-34", "E112-37"],
    steps: ["request-acceptance"],
    acts: ["sendRequestToClinic"],
    blocked: (file) => forTreatment(file) ?? withoutClinic(file),
  },
  "acceptance-lacks": {
    ...ABROAD,
    title: { ro: "Ce îi lipsește acceptului clinicii", en: "What the clinic’s acceptance lacks" },
    use: {
      ro: "Spune clinicii, element cu element și cu regula lui, ce mai trebuie să cuprindă acceptul.",
      en: "Tells the clinic, content by content and each with its rule, what the acceptance must still contain.",
    },
    rules: ["E112-28", "E112-29", "E112-30", "E112-31", "E112-32", "E112-33", "E112-34", "E112-37"],
    steps: ["await-acceptance"],
    acts: ["recordAcceptance"],
    blocked: acceptanceComplete,
  },
  "medical-report": {
    ...HOUSE,
    title: { ro: "Raport medical tipizat", en: "Standard medical report" },
    use: {
      ro: "Formularul pe care îl completează medicul curant, cu datele din dosar puse dinainte; la punctul 7 încercuiește literele a)–d).",
      en: "The form that the treating doctor completes, with what the file knows filled in; at point 7 the letters a) to d) are circled.",
    },
    rules: ["E112-41", "E112-42", "E112-44", "E112-46", "E112-47", "E112-49", "E112-51", "E112-58", "E112-89"],
    steps: ["legalise-translation", "medical-report"],
    acts: [],
    blocked: forTreatment,
  },
  "report-lacks": {
    ...HOUSE,
    title: { ro: "Ce îi lipsește raportului medical", en: "What the medical report lacks" },
    use: {
      ro: "Spune celui care a depus dosarul, element cu element și cu regula lui, ce mai trebuie să cuprindă raportul.",
      en: "Tells who opened the file, content by content and each with its rule, what the report must still contain.",
    },
    rules: ["E112-41", "E112-42", "E112-44", "E112-46", "E112-49", "E112-51", "E112-58"],
    steps: ["medical-report"],
    acts: ["recordMedicalReport"],
    blocked: reportComplete,
  },
  registration: {
    ...HOUSE,
    title: { ro: "Confirmarea înregistrării cererii", en: "Confirmation of the application’s registration" },
    use: {
      ro: "Numărul de înregistrare al cererii, pe care solicitantul trebuie să îl ceară.",
      en: "The registration number of the application, which the applicant has to ask for.",
    },
    rules: ["E112-59", "E112-60", "E112-61"],
    steps: ["check-insured-status"],
    acts: ["registerApplication"],
    blocked: ({ applicationNumber }) =>
      applicationNumber === undefined
        ? { ro: "Cererea nu este încă înregistrată.", en: "The application is not registered yet." }
        : undefined,
  },
  "refusal-notice": {
    ...HOUSE,
    title: { ro: "Înștiințare de refuz", en: "Notice of refusal" },
    use: {
      ro: "Numește condiția care nu este îndeplinită și, când se poate, calea Ministerului Sănătății. Forma refuzului nu stă în ghid (E112-A14).",
      en: "Names the condition that is not met and, where it is open, the Ministry of Health’s way. The guide says nothing of the form of a refusal (E112-A14).",
    },
    rules: ["E112-05", "E112-10", "E112-77", "E112-78"],
    steps: ["communicate-refusal"],
    acts: ["refuseApplication"],
    blocked: notRefused,
  },
  "force-majeure-report": {
    ...HOUSE,
    title: { ro: "Referat de forță majoră", en: "Force majeure report" },
    use: {
      ro: "Argumentează și justifică forța majoră; pe el se sprijină eliberarea formularului după plecarea pacientului.",
      en: "Argues and justifies the force majeure; the issue of the form after the patient’s departure rests on it.",
    },
    rules: ["E112-82", "E112-83", "E112-84"],
    steps: [],
    acts: ["drawForceMajeureReport"],
    blocked: (file) =>
      typedText(file, "drawForceMajeureReport", "reasons") === undefined
        ? {
            ro: "Argumentele (E112-84) se scriu la actul «Întocmește referatul de forță majoră»; referatul se tipărește după înregistrarea lui.",
            en: "The arguments (E112-84) are typed with the act “Draw the force majeure report”; the report is printed once it is recorded.",
          }
        : undefined,
  },
  "issue-notice": {
    ...HOUSE,
    title: {
      ro: "Comunicarea formularului, cu proces-verbal de predare",
      en: "Notice of issue, with a handing-over record",
    },
    use: {
      ro: "Comunică solicitantului formularul eliberat; a doua pagină este procesul-verbal de predare a exemplarului 2.",
      en: "Tells the applicant of the form that was issued; its second page is the record of handing over copy 2.",
    },
    rules: ["E112-38", "E112-79", "E112-80", "E112-81", "E112-85"],
    steps: ["hand-over-copies"],
    acts: ["issueForm", "replaceForm"],
    blocked: (file) =>
      validFormOf(file) === undefined
        ? { ro: "Dosarul nu are un formular valabil.", en: "The file has no valid form." }
        : undefined,
  },
  "e125-differences": {
    by: ["cas"],
    languages: ["en", "ro"],
    title: { ro: "Factură E125 cu diferențe", en: "E125 invoice with differences" },
    use: {
      ro: "Spune instituției care a facturat ce nu se potrivește între factură și formular; decontarea se face numai între instituții.",
      en: "Tells the institution that charged what does not agree between the invoice and the form; settlement is between institutions alone.",
    },
    rules: ["E112-85"],
    steps: ["settle-invoices"],
    acts: ["receiveInvoice", "settleInvoice"],
    blocked: (file) =>
      invoicesWithDifferences(file).length === 0
        ? {
            ro: "Nicio factură E125 din dosar nu are diferențe față de formular.",
            en: "No E125 invoice of the file differs from the form.",
          }
        : undefined,
  },
} as const satisfies Record<string, LetterDefinition<E112CaseView, "cas", E112Step, E112CommandType>>;
export type E112LetterId = keyof typeof E112_LETTERS;

/** The form that holds; undefined before one was issued, and after it was cancelled. */
export function validFormOf({ e112: { forms } }: E112CaseView): FormView | undefined {
  return forms.find(({ state }) => state === "valid");
}

/** The claims that do not agree with the form, or with how they were settled. */
export function invoicesWithDifferences({ e112: { invoices } }: E112CaseView): readonly InvoiceView[] {
  return invoices.filter(({ differences }) => differences.length > 0);
}

/** A transfer of residence has no treatment, and no paper of one (E112-86). */
function forTreatment({ e112: { category } }: E112CaseView): Text | undefined {
  return category === 2
    ? undefined
    : {
        ro: "Dosarul este pentru un transfer de reședință, nu pentru tratament.",
        en: "The file is for a transfer of residence, not for treatment.",
      };
}

function withoutClinic(file: E112CaseView): Text | undefined {
  if (file.e112.clinic === undefined) {
    return { ro: "Dosarul nu numește încă nicio clinică.", en: "The file names no clinic yet." };
  }
  const refusedIn = lastAct(file, "recordClinicRefusal")?.seq ?? 0;
  return refusedIn > (lastAct(file, "sendRequestToClinic")?.seq ?? 0)
    ? {
        ro: "Clinica a refuzat. Cealaltă clinică se numește la actul «Consemnează cererea către clinică».",
        en: "The clinic has refused. The other one is named with the act “Record the request to the clinic”.",
      }
    : undefined;
}

function acceptanceComplete({ e112: { acceptance } }: E112CaseView): Text | undefined {
  if (acceptance.form === undefined) {
    return { ro: "Acceptul clinicii nu a venit încă.", en: "The clinic’s acceptance has not come yet." };
  }
  return lackingOf(acceptance.contents).length === 0
    ? { ro: "Acceptul clinicii cuprinde tot ce trebuie.", en: "The clinic’s acceptance contains all that it must." }
    : undefined;
}

function reportComplete(file: E112CaseView): Text | undefined {
  if (!hasAct(file, "recordMedicalReport")) {
    return { ro: "Raportul medical nu este încă în dosar.", en: "The medical report is not in the file yet." };
  }
  return lackingOf(file.e112.report.contents).length === 0
    ? { ro: "Raportul medical cuprinde tot ce trebuie.", en: "The medical report contains all that it must." }
    : undefined;
}

/** Without a refusal there is no notice of one; the reason says when a refusal cannot exist (E112-10). */
function notRefused({ e112: { refusal } }: E112CaseView): Text | undefined {
  if (refusal.on !== undefined) return undefined;
  return refusal.rule === "E112-10"
    ? refusal.why
    : { ro: "Cererea nu a fost refuzată.", en: "The application was not refused." };
}
