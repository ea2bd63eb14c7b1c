/** A row of an insurance house's register as the acts that its E112 file has behind it, in their order. */
import { TRANSLATED_KINDS, type E112CommandType, type TranslatedKind } from "../../../domain/e112/commands.ts";
import { DOCUMENT_KINDS, DOSSIER, type ApplicantRole, type DocumentKind } from "../../../domain/e112/documents.ts";
import { INHERITED_REASON } from "../../../domain/imports/row.ts";
import { isMinor } from "../../../domain/people/age.ts";
import { countryOf, type RowCells } from "../cells.ts";
import { plainWords } from "../column.ts";
import type { ColumnKey } from "../columns.ts";
import {
  ANY_DAY,
  checked,
  dated,
  filerOf,
  given,
  needs,
  numberOf,
  PATIENT_COLUMNS,
  patientOf,
  type FieldColumns,
  type RowAct,
} from "../row-act.ts";
import { ACCEPTANCE_WORDS, CONDITION_WORDS, REPORT_WORDS } from "./contents.ts";

type Act = RowAct<E112CommandType>;

/** What is said of an act stands nowhere when its date is empty. */
const DETAILS: Partial<Record<ColumnKey, readonly ColumnKey[]>> = {
  clinicName: ["clinicCountry", "clinicCity", "clinicEmail", "clinicDoctor", "clinicContracted"],
  agreed: ["agreedBy", "agreedUnit"],
  translated: ["translatedKinds", "translatedInto", "translator"],
  requested: ["requestPhoned"],
  accepted: [
    "acceptanceForm",
    "acceptanceContents",
    "acceptanceFrom",
    "acceptanceTo",
    "acceptanceCost",
    "acceptanceCurrency",
  ],
  reported: [
    "reportContents",
    "reportReasons",
    "reportUntil",
    "reportCountry",
    "reportCity",
    "reportHospital",
    "reportFrom",
    "reportTo",
  ],
  assembled: ["documents"],
  applied: ["applicationNumber", "registry"],
  insuredChecked: ["insured", "parent1Insured", "parent2Insured", "insuredReason"],
  analysed: ["conditions"],
  refused: ["refusalReason"],
  forceMajeure: ["forceMajeureReasons"],
  issued: ["formNumber", "formName"],
  settled: ["settledWith", "settledAmount", "settledCurrency", "settledLast"],
  withdrawn: ["withdrawalReason"],
};

/** The acts of a row, the opening first; what is wrong is left in `cells`. `house` is the name of the insurance house. */
export function actsOf(cells: RowCells, house: string): RowAct[] {
  for (const [at, details] of Object.entries(DETAILS) as [ColumnKey, readonly ColumnKey[]][]) {
    const detail = details.find((column) => cells.has(column));
    if (detail !== undefined && !cells.has(at)) needs(cells, at, detail);
  }
  const acts = [
    ...openingOf(cells),
    ...clinicActs(cells),
    ...dossierActs(cells),
    ...houseActs(cells),
    ...formActs(cells, house),
    ...endingActs(cells),
  ];
  return acts.map((act) => checked("e112", cells, act));
}

const OPENING_COLUMNS: FieldColumns = {
  ...PATIENT_COLUMNS,
  "applicant.role": "filerRole",
  "applicant.surname": "filerSurname",
  "applicant.givenName": "filerGivenName",
  "applicant.phone": "filerPhone",
  "applicant.email": "filerEmail",
  "clinic.name": "clinicName",
  "clinic.country": "clinicCountry",
  "clinic.city": "clinicCity",
  "clinic.email": "clinicEmail",
  "clinic.doctor": "clinicDoctor",
  "clinic.publicInsuranceContract": "clinicContracted",
  category: "category",
  inBasicPackage: "statedInPackage",
};

function openingOf(cells: RowCells): Act[] {
  const occurredOn = cells.neededDate("filedOn");
  const birthDate = cells.neededDate("birthDate");
  const role = cells.word("filerRole") ?? "patient";
  const name = cells.text("clinicName");
  const payload = {
    patient: patientOf(cells, birthDate),
    applicant: { role, ...(role === "patient" ? {} : filerOf(cells)) },
    ...(name === undefined
      ? {}
      : {
          clinic: {
            name,
            ...given("country", countryIn(cells, "clinicCountry")),
            ...given("city", cells.text("clinicCity")),
            ...given("email", cells.text("clinicEmail")),
            ...given("doctor", cells.text("clinicDoctor")),
            ...given("publicInsuranceContract", cells.yes("clinicContracted")),
          },
        }),
    category: Number(cells.word("category") ?? "2"),
    ...given("inBasicPackage", cells.yes("statedInPackage")),
  };
  if (birthDate !== undefined && occurredOn !== undefined && birthDate > occurredOn) {
    cells.wrong("birthDate", "BORN_AFTER_FILING", { birthDate, filedOn: occurredOn });
  }
  // Without a day the rest is judged all the same, so that everything wrong is said at once.
  return [{ type: "openFile", occurredOn: occurredOn ?? ANY_DAY, at: "filedOn", payload, columns: OPENING_COLUMNS }];
}

function countryIn(cells: RowCells, column: ColumnKey): string | undefined {
  const text = cells.text(column);
  return text === undefined ? undefined : countryOf(text);
}

/** From the agreement to the legalised translation of the acceptance (E112-11 to E112-40). */
function clinicActs(cells: RowCells): Act[] {
  const translated = translatedKinds(cells);
  const amount = cells.amount("acceptanceCost");
  const translator = cells.text("translator");
  const acceptance = {
    form: cells.word("acceptanceForm") ?? "original",
    ...truths(cells, "acceptanceContents", ACCEPTANCE_WORDS),
    ...given("periodFrom", cells.date("acceptanceFrom")),
    ...given("periodTo", cells.date("acceptanceTo")),
    ...(amount === undefined
      ? {}
      : { estimatedCost: { amount, ...given("currency", cells.text("acceptanceCurrency")?.toUpperCase()) } }),
  };
  return [
    ...dated(
      cells,
      "recordPriorAgreement" as const,
      "agreed",
      {
        ...given("casContract", cells.yes("doctorContracted")),
        ...given("doctor", cells.text("agreedBy")),
        ...given("unit", cells.text("agreedUnit")),
      },
      { casContract: "doctorContracted", doctor: "agreedBy", unit: "agreedUnit" },
    ),
    ...dated(
      cells,
      "recordTranslations" as const,
      "translated",
      {
        existing: translated,
        translated,
        ...given("language", cells.text("translatedInto")?.toLowerCase()),
        ...(translator === undefined ? {} : { translator: { name: translator } }),
      },
      { language: "translatedInto", translated: "translatedKinds", translator: "translator" },
    ),
    ...dated(
      cells,
      "sendRequestToClinic" as const,
      "requested",
      { ...given("phoned", cells.yes("requestPhoned")), asksAcceptance: true, asksCompleteCost: true },
      { phoned: "requestPhoned", clinic: "clinicName" },
    ),
    ...dated(cells, "recordClinicRefusal" as const, "clinicRefused"),
    ...dated(
      cells,
      "recordAcceptance" as const,
      "accepted",
      { acceptance },
      {
        "acceptance.form": "acceptanceForm",
        "acceptance.periodFrom": "acceptanceFrom",
        "acceptance.periodTo": "acceptanceTo",
        "acceptance.estimatedCost.currency": "acceptanceCurrency",
        "acceptance.estimatedCost": "acceptanceCost",
      },
    ),
    ...dated(cells, "recordLegalisedTranslation" as const, "legalised", { originalKeptBy: "patient" }),
  ];
}

function translatedKinds(cells: RowCells): TranslatedKind[] {
  return namesIn(cells, "translatedKinds").flatMap((name) => {
    const kind = TRANSLATED_KINDS.find((each) => each.toLowerCase() === name);
    if (kind === undefined) unknown(cells, "translatedKinds", name, TRANSLATED_KINDS);
    return kind ?? [];
  });
}

/** The report, and the dossier with the list of an adult or of a child (E112-41 to E112-76). */
function dossierActs(cells: RowCells): Act[] {
  const { a = false, b = false, c = false, d = false, ...contents } = truths(cells, "reportContents", REPORT_WORDS);
  const report = {
    ...contents,
    point7: { a, b, c, d },
    ...given("reasons", cells.text("reportReasons")),
    ...given("maxPeriodUntil", cells.date("reportUntil")),
    ...given("datedOn", cells.date("reported")),
    ...given("country", countryIn(cells, "reportCountry")),
    ...given("city", cells.text("reportCity")),
    ...given("hospital", cells.text("reportHospital")),
    ...given("periodFrom", cells.date("reportFrom")),
    ...given("periodTo", cells.date("reportTo")),
  };
  const proof = cells.word("otherParent");
  const opened = cells.date("filedOn");
  return [
    ...dated(
      cells,
      "recordMedicalReport" as const,
      "reported",
      {
        report,
        ...given("doctor", cells.text("agreedBy")),
        ...given("casContract", cells.yes("doctorContracted")),
      },
      {
        doctor: "agreedBy",
        casContract: "doctorContracted",
        "report.reasons": "reportReasons",
        "report.maxPeriodUntil": "reportUntil",
        "report.country": "reportCountry",
        "report.city": "reportCity",
        "report.hospital": "reportHospital",
        "report.periodFrom": "reportFrom",
        "report.periodTo": "reportTo",
      },
    ),
    ...(proof === undefined || opened === undefined
      ? []
      : [
          {
            type: "waiveSecondParent",
            occurredOn: opened,
            at: "otherParent",
            payload: { proof, reason: INHERITED_REASON.ro },
            columns: {},
          } as const,
        ]),
    ...dated(
      cells,
      "assembleDossier" as const,
      "assembled",
      { documents: documentsOf(cells, proof !== undefined) },
      {
        documents: "documents",
      },
    ),
  ];
}

const FORMS: Readonly<Record<string, string>> = { original: "original", copie: "copy", copy: "copy", scan: "scan" };

function documentsOf(cells: RowCells, secondParentWaived: boolean): { kind: DocumentKind; form: string }[] {
  const [opened, birthDate] = [cells.date("filedOn"), cells.date("birthDate")];
  if (opened === undefined || birthDate === undefined) return [];
  const subject = {
    minor: isMinor(birthDate, opened),
    applicantRole: (cells.word("filerRole") ?? "patient") as ApplicantRole, // a word of the column
    secondParentWaived,
  };
  const asked = DOSSIER.filter(({ appliesTo }) => appliesTo(subject));
  const text = cells.text("documents");
  if (text === undefined) return [];
  if (isComplete(text)) return asked.map(({ kind, form }) => ({ kind, form }));
  return namesIn(cells, "documents").flatMap((name) => {
    const [wrote = "", word] = name.split(" ");
    const kind = DOCUMENT_KINDS.find((each) => each.toLowerCase() === wrote);
    const usual = asked.find((each) => each.kind === kind)?.form ?? "copy";
    const form = word === undefined ? usual : FORMS[word];
    if (kind !== undefined && form !== undefined) return [{ kind, form }];
    cells.wrong("documents", "CELL_DOCUMENT", { wrote: name, kinds: DOCUMENT_KINDS.join(", ") });
    return [];
  });
}

/** What the house does: the registration, the insured status, the conditions, a refusal (E112-59 to E112-61, E112-77, E112-78). */
function houseActs(cells: RowCells): Act[] {
  if (cells.has("analysed") && !cells.has("conditions")) needs(cells, "conditions", "analysed");
  const number = numberOf(cells.text("applicationNumber"));
  return [
    ...dated(
      cells,
      "registerApplication" as const,
      "applied",
      { ...given("registry", cells.word("registry")) },
      {
        registry: "registry",
      },
    ).map((act) => ({ ...act, beside: given("legacyNumber", number) })),
    ...dated(
      cells,
      "checkInsuredStatus" as const,
      "insuredChecked",
      {
        ...given("insured", cells.yes("insured")),
        ...given("parent1Insured", cells.yes("parent1Insured")),
        ...given("parent2Insured", cells.yes("parent2Insured")),
        ...given("reason", cells.text("insuredReason")),
      },
      {
        insured: "insured",
        parent1Insured: "parent1Insured",
        parent2Insured: "parent2Insured",
        reason: "insuredReason",
      },
    ),
    ...dated(
      cells,
      "analyseConditions" as const,
      "analysed",
      truths(cells, "conditions", CONDITION_WORDS),
      Object.fromEntries(Object.keys(CONDITION_WORDS).map((condition) => [condition, "conditions"] as const)),
    ),
    ...dated(
      cells,
      "refuseApplication" as const,
      "refused",
      { ...given("reason", cells.text("refusalReason")) },
      {
        reason: "refusalReason",
      },
    ),
    ...dated(cells, "communicateRefusal" as const, "refusalCommunicated"),
  ];
}

/** The form, its copies, the treatment and the settlement (E112-79 to E112-87). A departure stands before an issue that comes after it. */
function formActs(cells: RowCells, house: string): Act[] {
  const [departedOn, issuedOn] = [cells.date("departed"), cells.date("issued")];
  const departure = dated(cells, "recordDeparture" as const, "departed", { departedOn });
  const isBefore = departedOn !== undefined && issuedOn !== undefined && departedOn < issuedOn;
  const afterwards = cells.has("forceMajeure")
    ? { forceMajeure: true, couldNotIssueBefore: true, costPaid: false }
    : {};
  const number = numberOf(cells.text("formNumber"));
  const copy = (at: ColumnKey, payload: object): Act[] => dated(cells, "handOverCopy" as const, at, payload);
  return [
    ...(isBefore ? departure : []),
    ...dated(
      cells,
      "drawForceMajeureReport" as const,
      "forceMajeure",
      { ...given("reasons", cells.text("forceMajeureReasons")) },
      { reasons: "forceMajeureReasons" },
    ),
    ...dated(
      cells,
      "issueForm" as const,
      "issued",
      { ...given("name", cells.word("formName")), ...afterwards },
      { name: "formName", forceMajeure: "forceMajeure", couldNotIssueBefore: "forceMajeure", costPaid: "forceMajeure" },
    ).map((act) => ({ ...act, beside: given("legacyNumber", number) })),
    ...copy("copyKept", { copy: 1, to: "issuer" }),
    ...copy("copyHanded", { copy: 2, to: "applicant" }),
    ...(isBefore ? [] : departure),
    ...dated(cells, "recordTreatmentDone" as const, "treated"),
    ...dated(
      cells,
      "settleInvoice" as const,
      "settled",
      {
        form: "E125",
        ...given("from", cells.text("settledWith")),
        to: house,
        ...given("amount", cells.amount("settledAmount")),
        ...given("currency", cells.text("settledCurrency")?.toUpperCase()),
        last: cells.yes("settledLast") ?? true,
      },
      { from: "settledWith", amount: "settledAmount", currency: "settledCurrency", last: "settledLast" },
    ),
  ];
}

/** What ends a file before the form. */
function endingActs(cells: RowCells): Act[] {
  const died = { diedOn: cells.date("died") };
  const withdrawal = given("reason", cells.text("withdrawalReason"));
  return [
    ...dated(cells, "withdrawApplication" as const, "withdrawn", withdrawal, { reason: "withdrawalReason" }),
    ...dated(cells, "recordDeath" as const, "died", died, { diedOn: "died" }),
  ];
}

/** Which of these a cell names, each true or false; none of them when it is empty. */
function truths<Name extends string>(
  cells: RowCells,
  column: ColumnKey,
  words: Readonly<Record<Name, string>>,
): Partial<Record<Name, boolean>> {
  const text = cells.text(column);
  if (text === undefined) return {};
  const all = Object.entries(words) as [Name, string][];
  const named = ["niciuna", "none"].includes(plainWords(text)) ? [] : namesIn(cells, column);
  const found = isComplete(text) ? all.map(([, word]) => word.toLowerCase()) : named;
  for (const name of found) {
    if (!all.some(([, word]) => word.toLowerCase() === name)) unknown(cells, column, name, Object.values(words));
  }
  return Object.fromEntries(all.map(([name, word]) => [name, found.includes(word.toLowerCase())])) as Record<
    Name,
    boolean
  >; // its own names
}

function isComplete(text: string): boolean {
  return ["complet", "complete"].includes(plainWords(text));
}

/** What a cell lists, in lower case and without diacritics. */
function namesIn(cells: RowCells, column: ColumnKey): string[] {
  return (cells.text(column) ?? "")
    .split(/[;,\n]/)
    .map(plainWords)
    .filter((name) => name !== "");
}

function unknown(cells: RowCells, column: ColumnKey, wrote: string, words: readonly string[]): void {
  const known = ["complet", ...words].join(", ");
  cells.wrong(column, "CELL_WORD", { wrote, words: { ro: known, en: known } });
}
