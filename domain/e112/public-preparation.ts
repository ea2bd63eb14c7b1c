/** What the public page says while the dossier is prepared (E0 to E7): what the patient side does next, with which papers. */
import type { Text } from "../case/commands.ts";
import { PATIENT, stageDay } from "../case/public-parts.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ContentView } from "./contents.ts";
import { DOCUMENT_FORM_TITLES } from "../case/document-forms.ts";
import { dossierChecklist } from "./documents.ts";
import type { E112State } from "./facts.ts";
import { acceptanceLacks, dossierSubject, reportLacks } from "./preparation.ts";
import { CARERS, CAS, type Situation } from "./public-parts.ts";
import type { E112Stage } from "./steps.ts";

type Said = Pick<Situation, "step" | "patientMust"> & Partial<Situation>;

export function preparationStatus(state: E112State, openedOn: PlainDate): Situation {
  return {
    holder: PATIENT,
    since: stageDay(state, openedOn),
    lacks: [],
    notes: [],
    closed: false,
    ...said(state),
  };
}

function said(state: E112State): Said {
  const { facts } = state;
  switch (state.stage as E112Stage) {
    case "preparing":
      return {
        step: { ro: "Dosar deschis, în pregătire", en: "File opened, in preparation" },
        patientMust: {
          ro: "Cereți medicului curant acordul prealabil pentru tratament. Medicul sau unitatea trebuie să aibă contract cu o casă de asigurări de sănătate (E112-11, E112-12).",
          en: "Ask your treating doctor for the prior agreement to the treatment. The doctor or the unit must have a contract with a health insurance house (E112-11, E112-12).",
        },
      };
    case "agreed":
      return {
        step: {
          ro: "Medicul curant și-a dat acordul; documentele medicale se traduc",
          en: "The treating doctor has agreed; the medical documents are being translated",
        },
        patientMust: {
          ro: "Traduceți în limba oficială a țării clinicii documentele medicale pe care le aveți: bilet de ieșire, analize, rapoarte, rezultate de imagistică (E112-13).",
          en: "Have the medical documents that you have translated into the official language of the clinic’s country: discharge note, tests, reports, imaging results (E112-13).",
        },
        notes: [
          {
            ro: "Este recomandat un birou specializat în traduceri medicale; nu este obligatoriu (E112-23).",
            en: "An office specialised in medical translations is recommended, not required (E112-23).",
          },
        ],
      };
    case "translated":
      return toTheClinic(state);
    case "awaiting-acceptance":
      return facts.acceptance === undefined
        ? {
            step: { ro: "Se așteaptă acceptul clinicii", en: "Waiting for the clinic’s acceptance" },
            holder: CLINIC,
            patientMust: {
              ro: "Așteptați acceptul clinicii. Când vine, aduceți-l la casă.",
              en: "Wait for the clinic’s acceptance. When it comes, bring it to the house.",
            },
          }
        : {
            step: { ro: "Acceptul clinicii nu este complet", en: "The clinic’s acceptance is not complete" },
            holder: CLINIC,
            patientMust: {
              ro: "Cereți clinicii un accept care să cuprindă și ce lipsește.",
              en: "Ask the clinic for an acceptance that holds what is missing too.",
            },
            lacks: contents(acceptanceLacks(state)),
          };
    case "accepted":
      return {
        step: { ro: "Clinica a trimis acceptul", en: "The clinic has sent its acceptance" },
        patientMust: {
          ro: "Faceți traducerea medicală legalizată a acceptului (E112-39) și păstrați originalul traducerii: medicului îi lăsați numai o copie (E112-40).",
          en: "Have a legalised medical translation of the acceptance made (E112-39) and keep the original of the translation: leave the doctor a copy only (E112-40).",
        },
        notes: [CARERS],
      };
    case "translation-legalised":
      return facts.report === undefined
        ? {
            step: {
              ro: "Acceptul are traducere legalizată; urmează raportul medical",
              en: "The acceptance has its legalised translation; the medical report comes next",
            },
            holder: DOCTOR,
            patientMust: {
              ro: "Mergeți cu o copie a traducerii la medicul curant, pentru raportul medical tipizat, cu literele a, b, c și d ale punctului 7 încercuite (E112-41, E112-44 – E112-51).",
              en: "Take a copy of the translation to your treating doctor for the standard medical report, with letters a, b, c and d of point 7 circled (E112-41, E112-44 – E112-51).",
            },
            notes: [CARERS],
          }
        : {
            step: { ro: "Raportul medical nu este complet", en: "The medical report is not complete" },
            holder: DOCTOR,
            patientMust: {
              ro: "Rugați medicul curant să completeze raportul cu ce lipsește.",
              en: "Ask your treating doctor to complete the report with what is missing.",
            },
            lacks: contents(reportLacks(state)),
          };
    case "report-issued":
      return {
        step: { ro: "Se întocmește dosarul pentru casă", en: "The dossier for the house is being assembled" },
        patientMust: {
          ro: "Aduceți la casa de asigurări de sănătate documentele care lipsesc (E112-59).",
          en: "Bring the health insurance house the documents that are missing (E112-59).",
        },
        lacks: [...contents([...acceptanceLacks(state), ...reportLacks(state)]), ...documents(state)],
        notes: [CARERS],
      };
    default:
      return {
        step: {
          ro: "Dosarul este complet; casa înregistrează cererea",
          en: "The dossier is complete; the house registers the application",
        },
        holder: CAS,
        patientMust: {
          ro: "Cereți casei numărul sub care se înregistrează cererea (E112-61).",
          en: "Ask the house for the number under which the application is registered (E112-61).",
        },
        notes: [CARERS],
      };
  }
}

const CLINIC: Text = { ro: "Clinica din străinătate", en: "The clinic abroad" };
const DOCTOR: Text = { ro: "Medicul curant", en: "The treating doctor" };

/** Sent and not phoned yet, or to be sent: to another clinic after one refused. */
function toTheClinic({ facts: { request, clinicRefused } }: E112State): Said {
  if (request !== undefined && !request.phoned) {
    return {
      step: { ro: "Cererea a fost trimisă clinicii prin e-mail", en: "The request was e-mailed to the clinic" },
      patientMust: {
        ro: "Anunțați medicul din străinătate și prin telefon că i-ați scris (E112-25).",
        en: "Tell the doctor abroad by telephone too that you have written (E112-25).",
      },
    };
  }
  return {
    step: clinicRefused
      ? {
          ro: "Clinica nu a primit cazul; se poate scrie alteia",
          en: "The clinic did not take the case; another can be asked",
        }
      : {
          ro: "Documentele sunt traduse; urmează cererea către clinică",
          en: "The documents are translated; the request to the clinic comes next",
        },
    patientMust: {
      ro: "Trimiteți prin e-mail, scanate, documentele și traducerile medicului din străinătate; cereți acceptul și un cost estimativ complet; anunțați-l și prin telefon (E112-24 – E112-27).",
      en: "E-mail the scanned documents and translations to the doctor abroad; ask for the acceptance and a complete estimated cost; tell the doctor by telephone too (E112-24 – E112-27).",
    },
    notes: [
      {
        ro: "Este de preferat o programare peste 3–5 luni: formularul s-ar putea să nu fie gata mai devreme (E112-35).",
        en: "An appointment in 3 to 5 months is preferable: the form may not be ready sooner (E112-35).",
      },
    ],
  };
}

function contents(views: readonly ContentView[]): Situation["lacks"] {
  return views.map(({ title, rule }) => ({ title, rule }));
}

function documents(state: E112State): Situation["lacks"] {
  return dossierChecklist(dossierSubject(state), state.facts.documents)
    .filter(({ status }) => status === "missing" || status === "wrong-form")
    .map(({ title, form, rule }) => ({ title, form: DOCUMENT_FORM_TITLES[form], rule }));
}
