/** What an act says when a scenario does not: a standard dossier, standard minutes, standard offers; and the short ways to say a part. */
import { isMinor } from "../../../domain/people/age.ts";
import { DOSSIER } from "../../../domain/moh/documents.ts";
import { amountToPay } from "../../../domain/moh/treatment.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import { plainDate, type PlainDate } from "../../../domain/plain-date.ts";
import { asFields, correctionOf, moneyOf, patientOf, sumIn, sumOf, withoutNull } from "../given.ts";
import type { Data } from "../process.ts";
import type { Scenario } from "../scenario.ts";

const OFFER = {
  letterhead: true,
  signature: true,
  clinicAddress: "Hauptstraße 1, München",
  contactPerson: "Dr. Muster",
  phone: "+49 89 123456",
  fax: "none",
  email: "offer@clinic.example",
  bankAccount: "DE89370400440532013000",
  patientSurname: "Popescu",
  patientGivenName: "Ana",
  diagnosis: "diagnostic",
  costPerDay: "400.00",
  paymentConditions: "în avans",
};

/** Patient, filer and documents of the file that a scenario files. */
export function filingOf(scenario: Scenario, filedOn: PlainDate, given: Data = {}): Data {
  const { patient: own, filer: ownFiler, ...rest } = given;
  const patient = patientOf(scenario, own);
  const filer = filerOf((ownFiler ?? scenario.filer) as Data | string);
  const subject = {
    minor: isMinor(plainDate(patient.birthDate), filedOn),
    otherFiler: filer["role"] !== "patient",
    filerIsParent: filer["isParent"] === true,
  };
  const missing: readonly string[] = scenario.documents.without;
  const documents = DOSSIER.filter((document) => document.appliesTo(subject) && !missing.includes(document.kind)).map(
    ({ kind, form }) => ({ kind, form }),
  );
  return { patient, filer, documents, ...rest };
}

function filerOf(given: Data | string): Data {
  const { role, ...rest } = asFields(given);
  const person = { surname: "Popescu", givenName: "Ioan" };
  switch (role) {
    case "patient":
      return { role };
    case "parent":
      return { role: "legalRepresentative", isParent: true, ...person, ...rest };
    case "relative":
      return { role, kinshipDegree: 2, ...person, ...rest };
    default:
      return { role, ...person, ...rest };
  }
}

/** What the act says: the standard, with what the scenario says instead. */
export function payloadOf(type: MohCommandType, given: Data, state: MohState, on: PlainDate): Data {
  const short = given["clinic"];
  const named = typeof short === "number" ? { ...given, clinic: `clinic-${short}` } : given;
  return withoutNull(PAYLOADS[type]?.(named, state, on) ?? named);
}

const PAYLOADS: Partial<Record<MohCommandType, (given: Data, state: MohState, on: PlainDate) => Data>> = {
  finishExamination: (given) => ({ decision: "approved", ...given }),
  registerDecision: (given, { facts }) => {
    const decision = given["decision"] ?? facts.examinationDecision ?? "approved";
    if (decision === "rejected") {
      return {
        decision,
        causes: "există tratament în țară",
        medicalConduct: "tratament conservator",
        recommendedUnitInRomania: "Institutul Clinic Cluj",
        ...given,
      };
    }
    const { class: urgencyClass, clinics = 2, minutes, ...rest } = given;
    return {
      decision,
      ...rest,
      minutes: {
        ...(urgencyClass === undefined ? {} : { urgencyClass }),
        clinics: clinicsOf(clinics),
        ...(minutes as object | undefined),
      },
    };
  },
  sendClinicRequest: (given) => ({ evidence: "e-mail nr. 1", ...given }),
  recordClinicAnswer: (given, { facts }) => {
    const { offer, refusal, incomplete, ...rest } = given;
    const clinic = String(rest["clinic"]);
    const place = facts.clinics.findIndex(({ id }) => id === clinic) + 1;
    if (refusal === true) return { kind: "refusal", ...rest };
    if (incomplete === true) return { kind: "incomplete-offer", offer: { costTotal: "21500.00" }, ...rest };
    return { kind: "offer", offer: offerOf(offer ?? "21500 EUR", place), ...rest };
  },
  signUndertaking: (given) => ({ signedBy: "patient", ...given }),
  reportDelay: (given) => ({ causes: "clinicile au răspuns târziu", ...given }),
  correctDate: correctionOf,
  suspendDeadline: (given) => ({
    causedBy: "PATIENT_SIDE",
    cause: "lipsește un act",
    legalBasis: "art. 1 din simulare",
    ...given,
  }),
  withdrawApplication: (given) => ({ reason: "pacientul renunță", ...given }),
  addDocument: (given) => {
    const { kinds, ...rest } = given;
    const documents = (Array.isArray(kinds) ? kinds : []).map((kind: unknown) => ({
      kind,
      form: DOSSIER.find((document) => document.kind === kind)?.form ?? "copy",
    }));
    return documents.length === 0 ? rest : { documents, ...rest };
  },
  decideAtMinistry: (given) => {
    if (given["decision"] === "rejected") return { reasons: "fără indicație", ...given };
    return { decision: "approved", clinic: "clinic-1", ...given, ...sumIn(given["amount"] ?? "21500 EUR") };
  },
  registerNewMinutes: (given, { facts }) => {
    const { class: urgencyClass, clinics, ...rest } = given;
    return {
      ...(urgencyClass === undefined ? {} : { urgencyClass }),
      ...(clinics === undefined ? {} : { clinics: clinicsOf(clinics, facts.clinics.length) }),
      ...rest,
    };
  },
  closeWithoutClinic: (given) => ({ reason: "nicio clinică nu primește pacientul", ...given }),
  confirmFunds: (given) => ({ sufficient: true, ...given }),
  recordLabourMinistryPart: (given) => {
    if (given["part"] === undefined) return { bearsPart: false, ...given };
    const { amount: part, currency } = sumIn(given["part"]);
    return { bearsPart: true, ...given, part, currency };
  },
  recordGovernmentDecision: (given) => ({ number: "HG nr. 1 din simulare", ...given }),
  recordPublication: (given) => ({ gazette: "nr. 1 din simulare", ...given }),
  payClinic: (given, state) => {
    const { amount = amountToPay(state), ...rest } = given;
    return { clinic: state.facts.approval?.clinic, ...rest, ...moneyOf(amount) };
  },
  recordDeparture: ({ companions, ...rest }) => ({
    ...(companions === undefined ? {} : { companions: companionsOf(companions) }),
    ...rest,
  }),
  fileJustification: ({ sum, ...rest }, { facts }) => {
    const { amount, currency } = moneyOf(sum ?? facts.payment);
    return { sums: [{ purpose: "tratament", amount, document: "factura nr. 1" }], currency, ...rest };
  },
  fileExpenseClaim: (given) => ({ currency: "EUR", ...given }),
  liftBar: (given) => ({ reason: "a fost internat", ...given }),
  recordLaterCheck: (given) => ({ appointment: 1, ...given }),
  requestClinicCheckUp: (given, { facts }) => ({ clinic: facts.approval?.clinic, ...given }),
  fundCheckUp: (given) => ({ evaluation: "evaluarea nr. 1", minutes: "procesul-verbal nr. 2", ...given }),
  settleCompanions: (given) => ({
    journeys: [{ companion: "Ioan Popescu", direction: "outward", amount: "150.00", proof: "biletul nr. 1" }],
    currency: "EUR",
    ...given,
  }),
  recordDeath: (given, _state, on) => ({ diedOn: on, ...given }),
};

function companionsOf(companions: unknown): unknown {
  if (typeof companions !== "number") return companions;
  return Array.from({ length: companions }, (_, index) => ({ name: `Însoțitor ${index + 1}` }));
}

function clinicsOf(clinics: unknown, named = 0): unknown {
  if (typeof clinics !== "number") return clinics;
  return Array.from({ length: clinics }, (_, index) => ({ name: `Clinica ${named + index + 1}`, country: "DE" }));
}

/** `21500 EUR`: a complete offer whose parts make the sum; or an offer with what differs from the standard. */
function offerOf(offer: unknown, place: number): Data {
  const given = typeof offer === "object" && offer !== null ? (offer as Data) : {};
  const [total, currency] = sumOf(typeof offer === "object" ? "21500 EUR" : offer);
  const [evaluation, after] = Number(total) > 1_500 ? [1_000, 500] : [0, 0];
  const procedure = (Number(total) - evaluation - after).toFixed(2);
  return {
    ...OFFER,
    clinicName: `Clinica ${place}`,
    costEvaluation: evaluation.toFixed(2),
    costProcedure: procedure,
    costPostEvaluation: after.toFixed(2),
    costTotal: total,
    currency,
    admissionDate: "2030-03-01",
    ...given,
  };
}
