/** What an act of an E112 file says when a scenario does not: papers from which nothing lacks; and the short ways to say a part. */
import { routeCountry, officialLanguagesOf } from "../../../domain/e112/countries.ts";
import { DOSSIER, type DossierSubject } from "../../../domain/e112/documents.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import { dayOf, validForm, type E112State } from "../../../domain/e112/facts.ts";
import { COPY_TO, numberOf } from "../../../domain/e112/forms.ts";
import { dossierSubject } from "../../../domain/e112/preparation.ts";
import { addDays, addMonths, type PlainDate } from "../../../domain/plain-date.ts";
import { asFields, correctionOf, moneyOf, patientOf, withoutNull } from "../given.ts";
import type { Data } from "../process.ts";
import type { Scenario } from "../scenario.ts";

const CLINIC = { name: "Klinikum Test", country: "DE", city: "München", publicInsuranceContract: true };
const DOCTOR = "Dr. Ionescu";
/** The appointment of a standard acceptance: so long after the request, for so many days. */
const APPOINTMENT = { months: 4, days: 20 };

/** Patient, applicant and clinic of the file that a scenario opens. `clinic: none`: it is not known yet. */
export function filingOf(scenario: Scenario, _on: PlainDate, given: Data): Data {
  const { patient, applicant, clinic, ...rest } = given;
  return {
    patient: patientOf(scenario, patient),
    applicant: applicantOf(asFields((applicant ?? scenario.filer) as Data | string)),
    ...(clinic === "none" ? {} : { clinic: { ...CLINIC, ...(clinic as object | undefined) } }),
    ...rest,
  };
}

function applicantOf({ role, ...rest }: Data): Data {
  return role === "patient" ? { role } : { role, surname: "Popescu", givenName: "Ioan", ...rest };
}

/** What the act says: the standard, with what the scenario says instead. */
export function payloadOf(
  type: E112CommandType,
  given: Data,
  state: E112State,
  on: PlainDate,
  scenario: Scenario,
): Data {
  return withoutNull(PAYLOADS[type]?.(given, { state, on, scenario }) ?? given);
}

interface Around {
  readonly state: E112State;
  readonly on: PlainDate;
  readonly scenario: Scenario;
}

const PAYLOADS: Partial<Record<E112CommandType, (given: Data, around: Around) => Data>> = {
  recordPriorAgreement: (given) => ({ casContract: true, doctor: DOCTOR, ...given }),
  recordTranslations: (given, { state }) => ({
    existing: ["biletIesire", "ct"],
    translated: given["existing"] ?? ["biletIesire", "ct"],
    language: languageOf(state),
    ...given,
  }),
  sendRequestToClinic: ({ clinic, ...given }) => ({
    ...(clinic === undefined ? {} : { clinic: { ...CLINIC, ...(clinic as object) } }),
    byEmail: true,
    phoned: true,
    asksAcceptance: true,
    asksCompleteCost: true,
    ...given,
  }),
  recordAcceptance: (given, { state, on }) => ({ acceptance: acceptanceOf(given, state, on) }),
  recordLegalisedTranslation: (given) => ({ originalKeptBy: "patient", ...given }),
  recordMedicalReport: ({ doctor = DOCTOR, casContract = true, ...given }, { state, on }) => ({
    report: reportOf(given, state, on),
    doctor,
    casContract,
  }),
  assembleDossier: (given, { state, scenario }) => {
    const missing = scenario.documents.without;
    return {
      documents: documentsFor(dossierSubject(state)).filter(({ kind }) => !missing.includes(kind)),
      ...given,
    };
  },
  addDocument: ({ kinds, ...rest }, { state }) => {
    const subject = dossierSubject(state);
    const documents = (Array.isArray(kinds) ? kinds : []).map((kind: unknown) => ({
      kind,
      form: formOf(kind, subject),
    }));
    return documents.length === 0 ? rest : { documents, ...rest };
  },
  waiveSecondParent: (given) => ({ proof: "death", reason: "certificatul de deces nr. 1", ...given }),
  checkInsuredStatus: (given, { state: { facts } }) => {
    if (!facts.minor) return { insured: true, ...given };
    return { parent1Insured: true, ...(facts.waiver === undefined ? { parent2Insured: true } : {}), ...given };
  },
  analyseConditions: (given, { state: { facts } }) => ({
    clinicInEu: facts.clinic === undefined || routeCountry(facts.clinic.country),
    clinicContracted: facts.clinic?.publicInsuranceContract ?? true,
    inBasicPackage: facts.statedInBasicPackage ?? true,
    notTimelyInRomania: true,
    ...given,
  }),
  refuseApplication: (given) => ({ reason: "condiție neîndeplinită", ...given }),
  recordDeparture: (given, { on }) => ({ departedOn: on, ...given }),
  recordCosts: ({ paid, ...given }) => {
    const { amount, currency } = moneyOf(paid ?? "15000 EUR");
    return { currency, costs: [{ kind: "treatment", amount, payer: "patient", paid: paid !== undefined }], ...given };
  },
  drawForceMajeureReport: (given) => ({ reasons: "internat de urgență în timpul unei călătorii", ...given }),
  closeAfterDeparture: (given) => ({ reason: "nu mai poate fi eliberat", ...given }),
  handOverCopy: (given) => ({ to: COPY_TO[given["copy"] === 1 ? 1 : 2], ...given }),
  replaceForm: (given) => ({ reason: "exemplarul s-a pierdut", ...given }),
  cancelForm: (given) => ({ reason: "tratamentul nu mai are loc", applicantGivesUp: true, ...given }),
  receiveInvoice: ({ sum = "14000 EUR", ...given }, { state }) => {
    const form = validForm(state);
    return {
      number: "E125-1",
      formNumber: form === undefined ? "E112-necunoscut" : (numberOf(state, form) ?? "E112-necunoscut"),
      from: "AOK Bayern",
      to: "CAS Cluj",
      ...moneyOf(sum),
      ...given,
    };
  },
  settleInvoice: ({ sum, ...given }, { state }) => {
    const claim = state.facts.invoices.find(({ number }) => number !== undefined && number === given["invoice"]);
    const { amount, currency } = claim ?? { amount: "14000.00", currency: "EUR" };
    return {
      form: "E125",
      from: "CAS Cluj",
      to: "AOK Bayern",
      ...(sum === undefined ? { amount, currency } : moneyOf(sum)),
      ...given,
    };
  },
  passOnResidenceTransfer: (given) => ({ to: "Serviciul formulare europene", ...given }),
  correctDate: (given, { state }) => correctionOf(given, state),
  annulEntry: ({ entry, ...given }, { state }) => ({ entry: entryOf(entry, state), reason: "greșeală", ...given }),
  withdrawApplication: (given) => ({ reason: "pacientul renunță", ...given }),
  recordDeath: (given, { on }) => ({ diedOn: on, ...given }),
};

/** The last act of that type, or the entry of that number. */
function entryOf(entry: unknown, { acts }: E112State): unknown {
  return Object.values(acts).findLast(({ type }) => type === entry)?.seq ?? entry;
}

/** An official language of the clinic's country. */
function languageOf({ facts: { clinic } }: E112State): string {
  return (clinic === undefined ? undefined : officialLanguagesOf(clinic.country)[0]) ?? "en";
}

/** The appointment, counted from the request to the clinic. */
function appointmentOf(state: E112State, on: PlainDate): { periodFrom: PlainDate; periodTo: PlainDate } {
  const { request } = state.facts;
  const periodFrom = addMonths((request && dayOf(state, request.act)) ?? on, APPOINTMENT.months);
  return { periodFrom, periodTo: addDays(periodFrom, APPOINTMENT.days - 1) };
}

/** `without: [unitStamp, period]` leaves contents out; `cost: 15000 EUR`. */
function acceptanceOf(given: Data, state: E112State, on: PlainDate): Data {
  const { without = [], cost = "15000 EUR", ...rest } = given;
  const whole = {
    form: "original",
    doctorSignature: true,
    doctorStamp: true,
    unitStamp: true,
    doctorAgrees: true,
    managementAgrees: true,
    necessity: true,
    travelSafe: true,
    ...appointmentOf(state, on),
    estimatedCost: moneyOf(cost),
    ...rest,
  };
  return leftOut(whole, without as readonly string[]);
}

/** `without: [reasons, point7b]` leaves contents out. */
function reportOf(given: Data, state: E112State, on: PlainDate): Data {
  const { without = [], ...rest } = given;
  const lacking = without as readonly string[];
  const { periodFrom, periodTo } = { ...appointmentOf(state, on), ...state.facts.acceptance };
  const letters = ["a", "b", "c", "d"].map((letter) => [letter, !lacking.includes(`point7${letter}`)]);
  const whole = {
    recommendation: true,
    inBasicPackage: true,
    notTimely: true,
    reasons: "listă de așteptare de peste un an",
    travelSafe: true,
    maxPeriodUntil: addMonths(periodTo, 2),
    datedOn: on,
    signature: true,
    stamp: true,
    country: state.facts.clinic?.country ?? CLINIC.country,
    city: CLINIC.city,
    hospital: CLINIC.name,
    periodFrom,
    periodTo,
    ...rest,
    point7: Object.fromEntries(letters),
  };
  return leftOut(whole, lacking);
}

function leftOut(paper: Data, contents: readonly string[]): Data {
  const fields = new Set(
    contents.flatMap((content) => (content === "period" ? ["periodFrom", "periodTo"] : [content])),
  );
  return Object.fromEntries(Object.entries(paper).filter(([field]) => !fields.has(field)));
}

function documentsFor(subject: DossierSubject): { kind: string; form: string }[] {
  return DOSSIER.filter((document) => document.appliesTo(subject)).map(({ kind, form }) => ({ kind, form }));
}

function formOf(kind: unknown, subject: DossierSubject): string {
  return documentsFor(subject).find((document) => document.kind === kind)?.form ?? "copy";
}
