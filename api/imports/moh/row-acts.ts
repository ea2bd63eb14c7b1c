/** A row of a register as the acts that its file has behind it, in their order. Each is judged by the schema of its command. */
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import { DOCUMENT_KINDS, DOSSIER, type DocumentKind, type DossierSubject } from "../../../domain/moh/documents.ts";
import { INHERITED_REASON } from "../../../domain/imports/row.ts";
import { isMinor } from "../../../domain/people/age.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { amountOf, countryOf, takeDate, type ClinicEntry, type RowCells } from "../cells.ts";
import { plainWords } from "../column.ts";
import type { ColumnKey } from "../columns.ts";
import {
  ANY_DAY,
  checked,
  dated,
  filerOf,
  given,
  needs,
  PATIENT_COLUMNS,
  patientOf,
  type FieldColumns,
  type RowAct,
} from "../row-act.ts";

type Act = RowAct<MohCommandType>;
type Columns = FieldColumns;

/** The acts of a row, the filing first; what is wrong is left in `cells`. */
export function actsOf(cells: RowCells): RowAct[] {
  const filing = filingOf(cells);
  const first = namedClinics(cells, "clinics");
  const clinics = [...first, ...namedClinics(cells, "newClinics")];
  const acts = [
    ...filing,
    ...commissionActs(cells, first),
    ...correspondenceActs(cells, clinics, first.length),
    ...ministryActs(cells, clinics),
    ...treatmentActs(cells),
  ];
  return acts.map((act) => checked("moh", cells, act));
}

const FILING_COLUMNS: Columns = {
  ...PATIENT_COLUMNS,
  "filer.role": "filerRole",
  "filer.kinshipDegree": "kinshipDegree",
  "filer.surname": "filerSurname",
  "filer.givenName": "filerGivenName",
  "filer.phone": "filerPhone",
  "filer.email": "filerEmail",
  documents: "documents",
};

function filingOf(cells: RowCells): Act[] {
  const occurredOn = cells.neededDate("filedOn");
  const birthDate = cells.neededDate("birthDate");
  const patient = patientOf(cells, birthDate);
  const role = cells.word("filerRole") ?? "patient";
  const filer =
    role === "patient"
      ? { role }
      : {
          role: role === "parent" ? "legalRepresentative" : role,
          ...(role === "parent" ? { isParent: true } : {}),
          ...(role === "relative" ? { kinshipDegree: cells.number("kinshipDegree") } : {}),
          ...filerOf(cells),
        };
  if (occurredOn === undefined || birthDate === undefined) {
    // The rest is judged all the same, so that everything wrong is said at once.
    const payload = { patient, filer, documents: [] };
    return [{ type: "fileDossier", occurredOn: ANY_DAY, at: "filedOn", payload, columns: FILING_COLUMNS }];
  }
  if (birthDate > occurredOn) cells.wrong("birthDate", "BORN_AFTER_FILING", { birthDate, filedOn: occurredOn });
  const subject: DossierSubject = {
    minor: isMinor(birthDate, occurredOn),
    otherFiler: role !== "patient",
    filerIsParent: role === "parent",
  };
  const documents = documentsOf(cells, subject, occurredOn);
  const filed = documents.filter(({ on }) => on === occurredOn).map(({ document }) => document);
  const later = documents.filter(({ on }) => on !== occurredOn);
  const payload = { patient, filer, documents: filed };
  return [
    { type: "fileDossier", occurredOn, at: "filedOn", payload, columns: FILING_COLUMNS },
    ...[...new Set(later.map(({ on }) => on))].toSorted().map((on): Act => ({
      type: "addDocument",
      occurredOn: on,
      at: cells.has("completeOn") ? "completeOn" : "documents",
      payload: { documents: later.filter((each) => each.on === on).map(({ document }) => document) },
      columns: { documents: "documents" },
    })),
  ];
}

interface DatedDocument {
  readonly on: PlainDate;
  readonly document: Record<string, unknown>;
}

const FORMS: ReadonlyMap<DocumentKind, string> = new Map(DOSSIER.map(({ kind, form }) => [kind, form]));
const KIND_BY_NAME: ReadonlyMap<string, DocumentKind> = new Map([
  ...DOCUMENT_KINDS.map((kind) => [kind.toLowerCase(), kind] as const),
  ["cerere", "cerereTip"],
  ["raportmedical", "scrisoareMedicala"],
  ["adeverinta", "adeverintaMedicFamilie"],
  ["biletexternare", "biletIesire"],
]);

function documentsOf(cells: RowCells, subject: DossierSubject, filedOn: PlainDate): DatedDocument[] {
  const text = cells.text("documents");
  const completeOn = cells.date("completeOn");
  if (text === undefined) {
    if (completeOn !== undefined) needs(cells, "documents", "completeOn");
    return [];
  }
  const { rest, date, wrote } = takeDate(text);
  if (["complet", "complete"].includes(plainWords(rest))) {
    if (wrote !== undefined && date === undefined) cells.wrong("documents", "CELL_DATE", { wrote });
    return askedOf(subject).map((kind) => documentOf(kind, completeOn ?? date ?? filedOn));
  }
  return text
    .split(/[;,\n]/)
    .filter((part) => part.trim() !== "")
    .flatMap((part) => documentIn(cells, part.trim(), completeOn ?? filedOn));
}

/** What the list asks of this patient and filer, each once: what another document stands for is not filed beside it. */
function askedOf(subject: DossierSubject): DocumentKind[] {
  const asked = DOSSIER.filter(({ appliesTo }) => appliesTo(subject));
  const kinds = asked.map(({ kind }): DocumentKind => kind);
  return asked
    .filter((each) => !("insteadOf" in each && each.insteadOf.when(subject) && kinds.includes(each.insteadOf.kind)))
    .map(({ kind }) => kind);
}

function documentOf(kind: DocumentKind, on: PlainDate, form = FORMS.get(kind) ?? "copy"): DatedDocument {
  return { on, document: { kind, form } };
}

function documentIn(cells: RowCells, part: string, usually: PlainDate): DatedDocument[] {
  const { rest, date, wrote } = takeDate(part);
  if (wrote !== undefined && date === undefined) {
    cells.wrong("documents", "CELL_DATE", { wrote });
    return [];
  }
  const words = plainWords(rest);
  const waived = /^(scutit|scutire|waived) /.test(words);
  const copy = / (copie|copy)$/.test(words);
  const name = words.replace(/^(scutit|scutire|waived) /, "").replace(/ (copie|copy|original)$/, "");
  const kind = KIND_BY_NAME.get(name.replaceAll(" ", ""));
  if (kind === undefined) {
    cells.wrong("documents", "CELL_DOCUMENT", { wrote: part, kinds: DOCUMENT_KINDS.join(", ") });
    return [];
  }
  const found = documentOf(kind, date ?? usually, copy ? "copy" : undefined);
  const waiver = { reason: INHERITED_REASON.ro, proof: INHERITED_REASON.ro };
  return [waived ? { ...found, document: { ...found.document, waiver } } : found];
}

interface RowClinic {
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  readonly email?: string;
}

function namedClinics(cells: RowCells, column: "clinics" | "newClinics"): RowClinic[] {
  const text = cells.text(column);
  return (text ?? "")
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => {
      const [name = "", country = "", ...rest] = part.split("|").map((value) => value.trim());
      if (name === "" || country === "" || rest.length > 2) {
        cells.wrong(column, "CELL_CLINICS", { wrote: part });
        return [];
      }
      const email = rest.find((value) => value.includes("@"));
      const city = rest.find((value) => value !== "" && value !== email);
      return [{ name, country: countryOf(country), ...given("city", city), ...given("email", email) }];
    });
}

function commissionActs(cells: RowCells, clinics: readonly RowClinic[]): Act[] {
  const decision = cells.word("commissionDecision");
  const finished = dated(
    cells,
    "finishExamination",
    "examinationFinished",
    { decision },
    { decision: "commissionDecision" },
  );
  if (finished.length > 0 && !cells.has("commissionDecision"))
    needs(cells, "commissionDecision", "examinationFinished");
  return [
    ...dated(cells, "sendToCommission", "sentToCommission"),
    ...dated(cells, "beginExamination", "examinationBegun"),
    ...finished,
    ...registered(cells, decision, clinics),
  ];
}

function registered(cells: RowCells, decision: string | undefined, clinics: readonly RowClinic[]): Act[] {
  const communicatedOn = given("communicatedOn", cells.date("communicatedOn"));
  if (decision === "rejected") {
    const payload = {
      decision,
      ...communicatedOn,
      ...given("causes", cells.text("rejectionCauses")),
      ...given("medicalConduct", cells.text("medicalConduct")),
      ...given("recommendedUnitInRomania", cells.text("recommendedUnit")),
    };
    return dated(cells, "registerDecision", "decisionRegistered", payload, {
      decision: "commissionDecision",
      communicatedOn: "communicatedOn",
      causes: "rejectionCauses",
      medicalConduct: "medicalConduct",
      recommendedUnitInRomania: "recommendedUnit",
    });
  }
  const minutes = {
    ...given("number", cells.text("minutesNumber")),
    ...given("receivedOn", cells.date("minutesReceived")),
    ...given("registeredOn", cells.date("minutesRegistered")),
    ...given("urgencyClass", cells.word("urgencyClass")),
    clinics,
  };
  const acts = dated(
    cells,
    "registerDecision",
    "decisionRegistered",
    { decision: "approved", ...given("approvedOn", cells.date("approvedOn")), ...communicatedOn, minutes },
    {
      decision: "commissionDecision",
      approvedOn: "approvedOn",
      communicatedOn: "communicatedOn",
      "minutes.number": "minutesNumber",
      "minutes.receivedOn": "minutesReceived",
      "minutes.registeredOn": "minutesRegistered",
      "minutes.urgencyClass": "urgencyClass",
      "minutes.clinics": "clinics",
    },
  );
  if (acts.length > 0 && !cells.has("clinics")) needs(cells, "clinics", "decisionRegistered");
  return acts;
}

/**
 * What runs side by side after the approval: each after what it answers to. The clinics of other minutes are asked after
 * those of the first have been given up (MOH-62, MOH-63).
 */
function correspondenceActs(cells: RowCells, clinics: readonly RowClinic[], named: number): Act[] {
  const numbers = clinics.map((_, index) => index + 1);
  const signedBy = cells.word("undertakingBy") ?? "patient";
  const requests = cells.clinics("requests", numbers).flatMap((entry) => requestOf(cells, entry));
  const answers = answersOf(cells, clinics, numbers);
  const first = numbers.slice(0, named).map((number) => `clinic-${number}`);
  const isOfFirst = ({ payload }: Act): boolean => first.includes((payload as { clinic: string }).clinic);
  return [
    ...dated(cells, "notifyPatient", "notified"),
    ...dated(cells, "signUndertaking", "undertakingSigned", { signedBy }, { signedBy: "undertakingBy" }),
    ...requests.filter(isOfFirst),
    ...answers.filter(isOfFirst),
    ...otherClinics(cells, clinics.slice(named)),
    ...requests.filter((act) => !isOfFirst(act)),
    ...answers.filter((act) => !isOfFirst(act)),
    ...dated(cells, "presentCorrespondence", "correspondencePresented"),
    ...dated(cells, "reportDelay", "delayReported", given("causes", cells.text("delayCauses")), {
      causes: "delayCauses",
    }),
    ...dated(cells, "registerDelayReport", "delayRegistered"),
    ...dated(cells, "intervene", "intervened"),
  ];
}

function otherClinics(cells: RowCells, clinics: readonly RowClinic[]): Act[] {
  const payload = {
    ...given("number", cells.text("newMinutesNumber")),
    ...given("receivedOn", cells.date("newMinutesReceived")),
    clinics,
  };
  const minutes = dated(cells, "registerNewMinutes", "newMinutesRegistered", payload, {
    number: "newMinutesNumber",
    receivedOn: "newMinutesReceived",
    clinics: "newClinics",
  });
  if (minutes.length === 0 && clinics.length > 0) needs(cells, "newMinutesRegistered", "newClinics");
  return [...dated(cells, "announceCommission", "commissionAnnounced"), ...minutes];
}

function requestOf(cells: RowCells, { clinic, text }: ClinicEntry): Act[] {
  const [first = "", ...parts] = text.split("|").map((part) => part.trim());
  const { date, wrote } = takeDate(first);
  if (date === undefined) {
    cells.wrong("requests", wrote === undefined ? "CELL_CLINIC_ENTRY" : "CELL_DATE", { wrote: wrote ?? text });
    return [];
  }
  const isPatientSide = (part: string): boolean =>
    ["pacient", "patient", "aparținător"].map(plainWords).includes(plainWords(part));
  const evidence = parts.find((part) => part !== "" && !isPatientSide(part));
  const payload = {
    clinic: `clinic-${clinic}`,
    by: parts.some(isPatientSide) ? "patientSide" : "DSP",
    ...given("evidence", evidence),
  };
  return [{ type: "sendClinicRequest", occurredOn: date, at: "requests", payload, columns: {} }];
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  offer: ["ofertă", "oferta completă", "offer", "complete offer"],
  "incomplete-offer": ["ofertă incompletă", "incomplete offer"],
  refusal: ["refuz", "refusal", "refuzat"],
};

/** The columns from which the offer of a clinic comes, by the names of its fields. */
const OFFER_COLUMNS = {
  clinicAddress: "offerAddress",
  contactPerson: "offerContact",
  phone: "offerPhone",
  fax: "offerFax",
  email: "offerEmail",
  bankAccount: "offerAccount",
  diagnosis: "offerDiagnosis",
  costEvaluation: "offerEvaluation",
  costProcedure: "offerProcedure",
  costPostEvaluation: "offerPostEvaluation",
  costPerDay: "offerPerDay",
  costTotal: "offerTotal",
  currency: "offerCurrency",
  paymentConditions: "offerConditions",
  admissionDate: "offerAdmission",
} as const satisfies Record<string, ColumnKey>;
type OfferField = keyof typeof OFFER_COLUMNS;

function answersOf(cells: RowCells, clinics: readonly RowClinic[], numbers: readonly number[]): Act[] {
  const entries = cells.clinics("answers", numbers).flatMap((entry) => {
    const { date, wrote, rest } = takeDate(entry.text.replaceAll("|", " "));
    const said = plainWords(rest);
    const kind = Object.keys(ANSWERS).find((name) => ANSWERS[name]?.some((word) => plainWords(word) === said));
    if (date !== undefined && kind !== undefined) return [{ clinic: entry.clinic, date, kind }];
    if (wrote !== undefined && date === undefined) cells.wrong("answers", "CELL_DATE", { wrote });
    else cells.wrong("answers", "CELL_ANSWER", { wrote: entry.text });
    return [];
  });
  const offering = entries.filter(({ kind }) => kind === "offer").map(({ clinic }) => clinic);
  const offers = offersOf(cells, offering, numbers);
  return entries.map(({ clinic, date, kind }): Act => {
    const named = clinics[clinic - 1];
    const id = { clinic: `clinic-${clinic}`, kind };
    const payload =
      kind === "refusal"
        ? id
        : kind === "incomplete-offer"
          ? { ...id, offer: {} }
          : {
              ...id,
              offer: {
                letterhead: true,
                signature: true,
                clinicName: named?.name,
                ...given("email", named?.email),
                patientSurname: cells.text("surname"),
                patientGivenName: cells.text("givenName"),
                ...given("diagnosis", cells.text("diagnosis")),
                ...Object.fromEntries(offers.get(clinic) ?? []),
              },
            };
    const columns = Object.fromEntries(
      Object.entries(OFFER_COLUMNS).map(([field, column]) => [`offer.${field}`, column]),
    );
    return { type: "recordClinicAnswer", occurredOn: date, at: "answers", payload, columns };
  });
}

/** The fields of the offers, by the number of the clinic. */
function offersOf(
  cells: RowCells,
  offering: readonly number[],
  numbers: readonly number[],
): ReadonlyMap<number, (readonly [string, string])[]> {
  const offers = new Map<number, (readonly [string, string])[]>();
  for (const field of Object.keys(OFFER_COLUMNS) as OfferField[]) {
    const column = OFFER_COLUMNS[field];
    if (offering.length === 0 && cells.has(column)) {
      cells.wrong(column, "CELL_NO_OFFER", { answers: cells.titleOf("answers") });
      continue;
    }
    // One value alone is that of every offer; with numbers it may also speak of a clinic that made none, which is wrong.
    for (const { clinic, text } of cells.clinics(column, numbers)) {
      if (!offering.includes(clinic)) continue;
      offers.set(clinic, [...(offers.get(clinic) ?? []), [field, offerValue(cells, field, column, text)]]);
    }
  }
  return offers;
}

function offerValue(cells: RowCells, field: OfferField, column: ColumnKey, text: string): string {
  if (field === "admissionDate") {
    const { date } = takeDate(text);
    if (date === undefined) cells.wrong(column, "CELL_DATE", { wrote: text });
    return date ?? text;
  }
  if (field.startsWith("cost")) return amountOf(text);
  if (field === "currency") return text.toUpperCase();
  if (field === "fax") return ["fara", "nu are", "none"].includes(plainWords(text)) ? "none" : text;
  return text;
}

function ministryActs(cells: RowCells, clinics: readonly RowClinic[]): Act[] {
  const registered = dated(cells, "registerAtMinistry", "ministryRegistered");
  if (registered.length > 0 && !cells.has("ministryNumber")) needs(cells, "ministryNumber", "ministryRegistered");
  if (cells.has("ministryNumber") && !cells.has("ministryRegistered"))
    needs(cells, "ministryRegistered", "ministryNumber");
  return [...dated(cells, "sendToMinistry", "sentToMinistry"), ...registered, ...decidedAtMinistry(cells, clinics)];
}

function decidedAtMinistry(cells: RowCells, clinics: readonly RowClinic[]): Act[] {
  const decision = cells.word("ministryDecision");
  const number = cells.number("selectedClinic");
  if (number !== undefined && (number < 1 || number > clinics.length)) {
    const known = clinics.map((_, index) => index + 1).join(", ") || "–";
    cells.wrong("selectedClinic", "CELL_NO_CLINIC", { number, known });
  }
  const payload =
    decision === "approved"
      ? {
          decision,
          ...given("clinic", number === undefined ? undefined : `clinic-${number}`),
          ...given("amount", cells.amount("amount")),
          ...given("currency", cells.text("currency")?.toUpperCase()),
          ...given("reasons", cells.text("choiceReasons")),
        }
      : { decision };
  const acts = dated(cells, "decideAtMinistry", "ministryDecided", payload, {
    decision: "ministryDecision",
    clinic: "selectedClinic",
    amount: "amount",
    currency: "currency",
    reasons: "choiceReasons",
  });
  if (acts.length > 0 && !cells.has("ministryDecision")) needs(cells, "ministryDecision", "ministryDecided");
  if (acts.length === 0 && cells.has("ministryDecision")) needs(cells, "ministryDecided", "ministryDecision");
  return acts;
}

/** From the funds to the first check after the return (MOH-77 … MOH-95). */
function treatmentActs(cells: RowCells): Act[] {
  const part = cells.amount("labourPart");
  const labour = part === undefined ? { bearsPart: false } : { bearsPart: true, part };
  const number = cells.number("selectedClinic");
  const payment = {
    ...given("clinic", number === undefined ? undefined : `clinic-${number}`),
    ...given("amount", cells.amount("paidAmount") ?? cells.amount("amount")),
    ...given("currency", cells.text("currency")?.toUpperCase()),
    ...given("explanation", cells.text("paidExplanation")),
  };
  return [
    ...dated(cells, "notifyPatient", "ministryNotified"),
    ...dated(cells, "confirmFunds", "fundsConfirmed", { sufficient: true }),
    ...dated(cells, "recordLabourMinistryPart", "labourDecided", labour, { part: "labourPart" }),
    ...dated(cells, "recordGovernmentDecision", "governmentDecided", given("number", cells.text("governmentNumber")), {
      number: "governmentNumber",
    }),
    ...dated(cells, "recordPublication", "published", given("gazette", cells.text("gazette")), { gazette: "gazette" }),
    ...dated(cells, "recordDisposition", "dispositionRegistered"),
    ...dated(cells, "payClinic", "paid", payment, {
      clinic: "selectedClinic",
      amount: "paidAmount",
      currency: "currency",
      explanation: "paidExplanation",
    }),
    ...dated(cells, "recordDeparture", "departed"),
    ...dated(cells, "recordReturn", "returned"),
    ...dated(cells, "recordFirstCheck", "firstCheck"),
  ];
}
