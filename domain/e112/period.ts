/**
 * What does not agree between the papers of the preparation: warnings to a person, never a block (readings E112-A5, E112-A7,
 * E112-A13, E112-A10, decision 14). The words of the papers are sealed: what is compared by words comes in beside the state.
 */
import type { Text } from "../case/commands.ts";
import { formatDate } from "../i18n/dates.ts";
import { getDeadlineRule, type RuleId } from "../law/index.ts";
import { bucharestDate, addMonths, type PlainDate } from "../plain-date.ts";
import { officialLanguagesOf } from "./countries.ts";
import { dayOf, departedOn, type E112State, validForm } from "./facts.ts";
import type { E112Step } from "./steps.ts";

export interface Warning {
  readonly code: string;
  readonly text: Text;
  readonly rules: readonly RuleId[];
  readonly readings: readonly string[];
}

/** What is sealed and was opened for the reader: the clinic, the doctors and the places that the papers name. */
export interface OpenedWords {
  readonly clinic?: { readonly name?: string; readonly city?: string };
  readonly agreementDoctor?: string;
  readonly report?: { readonly doctor?: string; readonly hospital?: string; readonly city?: string };
}

/** The warnings of one step of the preparation. */
export function warningsOf(state: E112State, step: E112Step, words: OpenedWords = {}): Warning[] {
  switch (step) {
    case "translate-documents":
      return translationWarnings(state);
    case "await-acceptance":
      return appointmentWarnings(state);
    case "medical-report":
      return [...reportWarnings(state), ...wordWarnings(words)];
    case "assemble-dossier":
      return filingWarnings(state);
    case "issue-form":
      return issueWarnings(state);
    default:
      return [];
  }
}

/** A translator who is not specialised, or a language that is not one of the clinic's country (E112-13, E112-23). */
function translationWarnings({ facts }: E112State): Warning[] {
  const official = facts.clinic === undefined ? [] : officialLanguagesOf(facts.clinic.country);
  const others = [...new Set(facts.translations.map(({ language }) => language))].filter(
    (language) => official.length > 0 && !official.includes(language),
  );
  return [
    ...(facts.specialised === false
      ? [
          warning(
            "TRANSLATOR_NOT_SPECIALISED",
            {
              ro: "Traducătorul nu este un birou specializat în traduceri medicale: este recomandat, nu obligatoriu.",
              en: "The translator is not an office specialised in medical translations: recommended, not required.",
            },
            ["E112-23"],
          ),
        ]
      : []),
    ...others.map((language) =>
      warning(
        "OTHER_LANGUAGE",
        {
          ro: `Limba „${language}” nu este oficială în țara clinicii (${official.join(", ")}).`,
          en: `The language “${language}” is not an official one of the clinic’s country (${official.join(", ")}).`,
        },
        ["E112-13"],
      ),
    ),
  ];
}

/** The appointment is best three to five months after the request (E112-35, E112-36, reading E112-A5). */
function appointmentWarnings(state: E112State): Warning[] {
  const { acceptance, request } = state.facts;
  const from = acceptance?.periodFrom;
  const requestedOn = request === undefined ? undefined : dayOf(state, request.act);
  if (from === undefined || requestedOn === undefined) return [];
  const soonest = adviceFrom("E112-35", requestedOn);
  const latest = adviceFrom("E112-36", requestedOn);
  if (from < soonest.on) {
    return [
      warning(
        "APPOINTMENT_SOON",
        {
          ro: `Programarea începe la ${ro(from)}, mai devreme de ${soonest.months} luni de la cerere (${ro(soonest.on)}): formularul s-ar putea să nu fie gata la timp.`,
          en: `The appointment begins on ${en(from)}, sooner than ${soonest.months} months from the request (${en(soonest.on)}): the form may not be ready in time.`,
        },
        ["E112-35"],
        ["E112-A5"],
      ),
    ];
  }
  if (from <= latest.on) return [];
  return [
    warning(
      "APPOINTMENT_LATE",
      {
        ro: `Programarea începe la ${ro(from)}, mai târziu de ${latest.months} luni de la cerere (${ro(latest.on)}).`,
        en: `The appointment begins on ${en(from)}, later than ${latest.months} months from the request (${en(latest.on)}).`,
      },
      ["E112-36"],
      ["E112-A5"],
    ),
  ];
}

/** The period and the place of the report against those of the acceptance; the doctor's contract (E112-A7, E112-A13, decision 14). */
function reportWarnings({ facts: { acceptance, report, clinic } }: E112State): Warning[] {
  if (report === undefined) return [];
  const found: Warning[] = [];
  const { periodFrom, periodTo, maxPeriodUntil, country } = report;
  const differs = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other;
  if (differs(periodFrom, acceptance?.periodFrom) || differs(periodTo, acceptance?.periodTo)) {
    found.push(
      warning(
        "PERIOD_DIFFERS",
        {
          ro: "Perioada din raport nu este cea din acceptul clinicii.",
          en: "The period of the report is not the one of the clinic’s acceptance.",
        },
        ["E112-34", "E112-58"],
        ["E112-A7", "DEC-14"],
      ),
    );
  }
  const lastDay = [periodTo, acceptance?.periodTo]
    .flatMap((to) => to ?? [])
    .toSorted()
    .at(-1);
  if (maxPeriodUntil !== undefined && lastDay !== undefined && lastDay > maxPeriodUntil) {
    found.push(
      warning(
        "PERIOD_BEYOND_MAXIMUM",
        {
          ro: `Programarea ține până la ${ro(lastDay)}, peste perioada maximă din raport (${ro(maxPeriodUntil)}).`,
          en: `The appointment lasts until ${en(lastDay)}, beyond the longest period of the report (${en(maxPeriodUntil)}).`,
        },
        ["E112-50", "E112-58"],
        ["E112-A7", "DEC-14"],
      ),
    );
  }
  if (differs(country, clinic?.country)) {
    found.push(
      warning(
        "OTHER_COUNTRY",
        {
          ro: "Țara din raport nu este țara clinicii care a dat acceptul.",
          en: "The country of the report is not that of the clinic that accepted.",
        },
        ["E112-55"],
        ["E112-A7"],
      ),
    );
  }
  if (!report.casContract) {
    found.push(
      warning(
        "REPORT_DOCTOR_WITHOUT_CONTRACT",
        {
          ro: "Medicul care a întocmit raportul nu are contract cu o casă de asigurări; textul cere contractul numai pentru acordul prealabil.",
          en: "The doctor who drew the report has no contract with an insurance house; the text asks for it of the prior agreement alone.",
        },
        ["E112-12", "E112-41"],
        ["E112-A13"],
      ),
    );
  }
  return found;
}

/** Another hospital than the clinic, another doctor than the one who agreed (E112-A7, E112-A13). */
function wordWarnings({ clinic, agreementDoctor, report }: OpenedWords): Warning[] {
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && plain(one) !== plain(other);
  return [
    ...(differ(clinic?.name, report?.hospital) || differ(clinic?.city, report?.city)
      ? [
          warning(
            "OTHER_HOSPITAL",
            {
              ro: "Spitalul din raport nu este clinica din dosar; verificați dacă este aceeași unitate.",
              en: "The hospital of the report is not the clinic of the file; check whether it is the same unit.",
            },
            ["E112-56", "E112-57"],
            ["E112-A7"],
          ),
        ]
      : []),
    ...(differ(agreementDoctor, report?.doctor)
      ? [
          warning(
            "OTHER_DOCTOR",
            {
              ro: "Raportul este al altui medic decât cel care și-a dat acordul prealabil.",
              en: "The report is of another doctor than the one who gave the prior agreement.",
            },
            ["E112-11", "E112-41"],
            ["E112-A13"],
          ),
        ]
      : []),
  ];
}

/** The guide does not foresee a third person who files for a child (E112-A10). */
function filingWarnings({ facts: { minor, applicantRole } }: E112State): Warning[] {
  return minor && applicantRole === "otherPerson"
    ? [
        warning(
          "THIRD_PERSON_FOR_CHILD",
          {
            ro: "Pentru copil depune o terță persoană: ghidul nu prevede procură în lista copilului; hotărăște o persoană de la casă.",
            en: "A third person files for a child: the guide foresees no power of attorney in the child’s list; a person at the house decides.",
          },
          ["E112-64", "E112-72"],
          ["E112-A10"],
        ),
      ]
    : [];
}

/** What a person should look at once a form was issued: who had left by then, and a period that has changed since (E112-82, E112-34). */
function issueWarnings(state: E112State): Warning[] {
  return [...departureWarnings(state), ...changedPeriod(state)];
}

/** A departure before the issue, or before the issue was entered (E112-82). */
function departureWarnings(state: E112State): Warning[] {
  const [first] = state.facts.forms;
  const left = departedOn(state);
  const issuedOn = first === undefined ? undefined : dayOf(state, first.act);
  if (first === undefined || left === undefined || issuedOn === undefined) return [];
  if (state.facts.forceMajeureReport !== undefined) return [];
  const rules: RuleId[] = ["E112-82", "E112-83", "E112-84"];
  if (left < issuedOn) {
    return [
      warning(
        "DEPARTED_BEFORE_ISSUE",
        {
          ro: `Pacientul plecase la ${ro(left)}, înainte de eliberarea din ${ro(issuedOn)}, fără referat de forță majoră.`,
          en: `The patient had left on ${en(left)}, before the issue of ${en(issuedOn)}, without a force majeure report.`,
        },
        rules,
      ),
    ];
  }
  const enteredOn = enteredOnOf(state, first.act);
  // Entered after the departure, of a departure that was already known: the legal date alone says that it came before.
  const isKnown = (state.facts.departure?.act ?? first.act) < first.act;
  if (enteredOn === undefined || enteredOn <= left || !isKnown) return [];
  return [
    warning(
      "ISSUE_ENTERED_LATE",
      {
        ro: `Eliberarea din ${ro(issuedOn)} a fost înregistrată abia la ${ro(enteredOn)}, după plecarea din ${ro(left)}.`,
        en: `The issue of ${en(issuedOn)} was entered only on ${en(enteredOn)}, after the departure of ${en(left)}.`,
      },
      rules,
    ),
  ];
}

function enteredOnOf({ acts }: E112State, act: number): PlainDate | undefined {
  const recordedAt = acts[act]?.recordedAt;
  return recordedAt === undefined ? undefined : bucharestDate(Date.parse(recordedAt));
}

/** The clinic moved the appointment after the issue: the form still has the former period. */
function changedPeriod(state: E112State): Warning[] {
  const form = validForm(state);
  const { periodFrom, periodTo } = state.facts.acceptance ?? {};
  if (form === undefined || (form.validFrom === periodFrom && form.validUntil === periodTo)) return [];
  return [
    warning(
      "PERIOD_CHANGED_SINCE_ISSUE",
      {
        ro: "Perioada din accept s-a schimbat după eliberare: formularul se înlocuiește cu unul pentru noua perioadă.",
        en: "The period of the acceptance has changed since the issue: the form is replaced by one for the new period.",
      },
      ["E112-34", "E112-79"],
    ),
  ];
}

/** The months of an advice, and the day that they come to from the day of the request. */
function adviceFrom(rule: "E112-35" | "E112-36", requestedOn: PlainDate): { months: number; on: PlainDate } {
  const months = getDeadlineRule(rule, requestedOn).deadline.value;
  return { months, on: addMonths(requestedOn, months) };
}

function warning(code: string, text: Text, rules: readonly RuleId[], readings: readonly string[] = []): Warning {
  return { code, text, rules, readings };
}

/** Without case, accents and spaces at the ends, so that a spelling is no difference. */
function plain(words: string): string {
  return words
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\s.,]+/g, " ")
    .trim()
    .toLowerCase();
}

function ro(date: PlainDate): string {
  return formatDate(date, "ro");
}

function en(date: PlainDate): string {
  return formatDate(date, "en");
}
