import { e112Step } from "../citations.ts";
import type { RuleData } from "../rule.ts";
import { advice } from "../terms.ts";

const AGREEMENT = e112Step("pct. 1", "point 1");
const TRANSLATION = e112Step("pct. 2", "point 2");
const TRANSLATED = e112Step("pct. 2, paranteza", "point 2, the parenthesis");
const REQUEST = e112Step("pct. 3", "point 3");
const ACCEPTANCE = e112Step("pct. 4", "point 4");
const APPOINTMENT = e112Step("pct. 4, a patra liniuță", "point 4, fourth dash");
const COST = e112Step("pct. 4, a cincea liniuță", "point 4, fifth dash");

/** From the treating doctor's agreement to the clinic's acceptance, in legalised translation: E112-11 to E112-40. */
export const PREPARATION_RULES = [
  {
    id: "E112-11",
    kind: "document",
    text: {
      ro: "Mai întâi, medicul curant își dă acordul prealabil ca pacientul să fie tratat în străinătate.",
      en: "First, the treating doctor gives prior agreement that the patient be treated abroad.",
    },
    citation: AGREEMENT,
    readings: ["E112-A13"],
  },
  {
    id: "E112-12",
    kind: "condition",
    text: {
      ro: "Acordul vine de la un medic sau de la o unitate care are contract cu o casă de asigurări de sănătate din România.",
      en: "The agreement comes from a doctor or a unit that has a contract with a health insurance house in Romania.",
    },
    citation: e112Step("pct. 1, nota „Important”", "point 1, note “Important”"),
    readings: ["E112-A13"],
  },
  {
    id: "E112-13",
    kind: "document",
    text: {
      ro: "Actele medicale se traduc în limba oficială a statului în care se face tratamentul.",
      en: "The medical documents are translated into the official language of the state of treatment.",
    },
    citation: TRANSLATION,
  },
  {
    id: "E112-14",
    kind: "document",
    text: {
      ro: "Se traduce biletul de ieșire din spital, dacă există.",
      en: "The hospital discharge note is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-15",
    kind: "document",
    text: {
      ro: "Se traduc analizele medicale, dacă există.",
      en: "Medical tests are translated, where there are any.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-16",
    kind: "document",
    text: {
      ro: "Se traduc rapoartele medicale, dacă există.",
      en: "Medical reports are translated, where there are any.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-17",
    kind: "document",
    text: {
      ro: "Se traduce rezultatul examenului histopatologic, dacă există.",
      en: "The histopathology result is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-18",
    kind: "document",
    text: {
      ro: "Se traduce rezultatul RMN, dacă există.",
      en: "The MRI result is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-19",
    kind: "document",
    text: {
      ro: "Se traduce rezultatul CT, dacă există.",
      en: "The CT result is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-20",
    kind: "document",
    text: {
      ro: "Se traduce rezultatul PET/CT, dacă există.",
      en: "The PET/CT result is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-21",
    kind: "document",
    text: {
      ro: "Se traduce buletinul radiologic, dacă există.",
      en: "The radiology report is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-22",
    kind: "document",
    text: {
      ro: "Se traduce buletinul ecografic, dacă există.",
      en: "The ultrasound report is translated, where there is one.",
    },
    citation: TRANSLATED,
  },
  {
    id: "E112-23",
    kind: "condition",
    text: {
      ro: "Traducerea de către un birou specializat în texte medicale este recomandată, nu obligatorie.",
      en: "Translation by an office that specialises in medical texts is recommended, not required.",
    },
    citation: TRANSLATION,
  },
  {
    id: "E112-24",
    kind: "route",
    text: {
      ro: "Actele scanate pleacă prin e-mail la medicul din străinătate care urmează să trateze pacientul.",
      en: "The documents leave, scanned, by e-mail for the doctor abroad who is to treat the patient.",
    },
    citation: REQUEST,
    readings: ["E112-A6"],
  },
  {
    id: "E112-25",
    kind: "condition",
    text: {
      ro: "Despre e-mail, medicul din străinătate este înștiințat și la telefon.",
      en: "The doctor abroad is also told of the e-mail by telephone.",
    },
    citation: e112Step("pct. 3, nota „Important”", "point 3, note “Important”"),
  },
  {
    id: "E112-26",
    kind: "content",
    text: {
      ro: "E-mailul cere clinicii să accepte tratamentul.",
      en: "The e-mail asks the clinic to accept the treatment.",
    },
    citation: REQUEST,
  },
  {
    id: "E112-27",
    kind: "content",
    text: {
      ro: "E-mailul cere estimarea întregului cost: investigațiile și tratamentul sau operația.",
      en: "The e-mail asks for an estimate of the whole cost: the investigations and the treatment or operation.",
    },
    citation: REQUEST,
  },
  {
    id: "E112-28",
    kind: "document",
    text: {
      ro: "Medicul din străinătate trimite pacientului acceptul scris al clinicii.",
      en: "The doctor abroad sends the patient the clinic's written acceptance.",
    },
    citation: ACCEPTANCE,
    readings: ["E112-A6"],
  },
  {
    id: "E112-29",
    kind: "content",
    text: {
      ro: "Acceptul este semnat și parafat de medicul care preia pacientul.",
      en: "The acceptance is signed and stamped by the doctor who takes over the patient.",
    },
    citation: ACCEPTANCE,
  },
  {
    id: "E112-30",
    kind: "content",
    text: {
      ro: "Acceptul are ștampila spitalului sau a clinicii.",
      en: "The acceptance has the stamp of the hospital or clinic.",
    },
    citation: ACCEPTANCE,
  },
  {
    id: "E112-31",
    kind: "content",
    text: {
      ro: "Din accept reiese acordul medicului și al conducerii spitalului pentru tratamentul necesar.",
      en: "The acceptance shows that both the doctor and the hospital's management agree to the treatment needed.",
    },
    citation: e112Step("pct. 4, prima liniuță", "point 4, first dash"),
  },
  {
    id: "E112-32",
    kind: "content",
    text: {
      ro: "Acceptul arată de ce este necesar tratamentul sau operația.",
      en: "The acceptance shows why the treatment or operation is needed.",
    },
    citation: e112Step("pct. 4, a doua liniuță", "point 4, second dash"),
  },
  {
    id: "E112-33",
    kind: "content",
    text: {
      ro: "Acceptul confirmă că deplasarea nu pune în primejdie viața sau sănătatea pacientului.",
      en: "The acceptance confirms that the journey is no danger to the patient's life or health.",
    },
    citation: e112Step("pct. 4, a treia liniuță", "point 4, third dash"),
  },
  {
    id: "E112-34",
    kind: "content",
    text: {
      ro: "Acceptul arată perioada programării, cu începutul și sfârșitul ei.",
      en: "The acceptance gives the period of the appointment, its start and its end.",
    },
    citation: APPOINTMENT,
    readings: ["E112-A7", "DEC-14"],
  },
  {
    id: "E112-35",
    kind: "deadline",
    text: {
      ro: "Recomandare: programarea să nu fie mai devreme de 3 luni de la cererea către clinică, altfel formularul poate veni prea târziu.",
      en: "Advice: let the appointment be no sooner than 3 months after the request to the clinic, or the form may come too late.",
    },
    citation: APPOINTMENT,
    readings: ["E112-A5"],
    deadline: advice(3, "months", "AcceptanceRequested", "PATIENT_SIDE"),
  },
  {
    id: "E112-36",
    kind: "deadline",
    text: {
      ro: "Recomandare: programarea să nu treacă de 5 luni de la cererea către clinică.",
      en: "Advice: let the appointment be no later than 5 months after the request to the clinic.",
    },
    citation: APPOINTMENT,
    readings: ["E112-A5"],
    deadline: advice(5, "months", "AcceptanceRequested", "PATIENT_SIDE"),
  },
  {
    id: "E112-37",
    kind: "content",
    text: {
      ro: "Acceptul estimează costul tratamentului sau al operației.",
      en: "The acceptance estimates the cost of the treatment or operation.",
    },
    citation: COST,
  },
  {
    id: "E112-38",
    kind: "money",
    text: {
      ro: "Transportul, precum și cazarea aparținătorilor, sunt în sarcina pacientului, nu a unei instituții.",
      en: "Transport, and the carers' accommodation, are at the patient's charge, not at an institution's.",
    },
    citation: COST,
    readings: ["E112-A8"],
  },
  {
    id: "E112-39",
    kind: "document",
    text: {
      ro: "Din acceptul clinicii din UE se face o traducere medicală, care se legalizează.",
      en: "Of the EU clinic's acceptance a medical translation is made, and legalised.",
    },
    citation: e112Step("pct. 5", "point 5"),
  },
  {
    id: "E112-40",
    kind: "condition",
    text: {
      ro: "Originalul traducerii legalizate rămâne la pacient, pentru dosar; medicul poate opri doar o copie.",
      en: "The original of the legalised translation stays with the patient, for the dossier; the doctor may keep only a copy.",
    },
    citation: e112Step("pct. 6", "point 6"),
  },
] as const satisfies readonly RuleData[];
