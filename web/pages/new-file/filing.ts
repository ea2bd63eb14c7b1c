/** What is typed for a new file of any process: how it is checked and what of it every request carries. */
import type { CaseView } from "../../../domain/case/view.ts";
import { EARLIEST_BIRTH, isMinor } from "../../../domain/people/age.ts";
import { isConsistentCnp } from "../../../domain/people/cnp.ts";
import { isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import type { Institution } from "../../api/types.ts";
import { checkLegalDate, misshapen } from "../../forms/check.ts";
import type { Problem, Problems } from "../../forms/describe.ts";
import type { Draft } from "../../forms/drafts.ts";
import { textAt, type Values } from "../../forms/values.ts";
import type { MessageKey } from "../../i18n/ro.ts";

/** A field and its name. */
export type Labelled = readonly [path: string, label: MessageKey];

/** Patients mostly come from the county of the house. */
export function countyOfHouse(houses: readonly Institution[]): Values {
  const [only, ...others] = houses;
  const county = others.length === 0 ? only?.county : undefined;
  return county === undefined ? {} : { domicileCounty: county };
}

/** Under 18 on the day of filing, as far as both dates are known. */
export function isChild(values: Values, occurredOn: string): boolean {
  const birthDate = textAt(values, "patient.birthDate");
  return isPlainDate(birthDate) && isPlainDate(occurredOn) && isMinor(birthDate, occurredOn);
}

/** What every request carries beside what is filed. */
export function envelopeOf(
  process: CaseView["process"],
  { values, occurredOn, lateReason = "" }: Draft,
  today: PlainDate,
): Values {
  const institution = textAt(values, "institution");
  const filedOn = occurredOn ?? today;
  return {
    process,
    ...(institution === "" ? {} : { institution }),
    occurredOn: filedOn,
    ...(filedOn < today ? { lateReason: lateReason.trim() } : {}),
  };
}

const PATIENT_REQUIRED: readonly Labelled[] = [
  ["patient.surname", "person.surname"],
  ["patient.givenName", "person.givenName"],
  ["patient.birthDate", "person.birthDate"],
  ["patient.domicileCounty", "person.domicileCounty"],
];

/** What is missing or misshapen of the patient, of the legal date, and of what the process asks for beside. */
export function checkFiling(
  draft: Draft,
  today: PlainDate,
  { required, emails }: { readonly required: readonly Labelled[]; readonly emails: readonly Labelled[] },
): Problems {
  const { values } = draft;
  const found: Record<string, Problem> = {};
  for (const [path, label] of [...PATIENT_REQUIRED, ...required]) {
    if (textAt(values, path).trim() === "") found[path] = { message: "form.error.required", label };
  }
  for (const [path, label] of [["patient.email", "person.email"] as const, ...emails]) {
    const message = misshapen("email", textAt(values, path).trim());
    if (message !== undefined) found[path] = { message, label };
  }
  return { ...found, ...checkBirth(values, draft.occurredOn ?? today, today), ...checkLegalDate(draft, today) };
}

/** Born before the day of filing, and not in another century than the patient can be. */
function checkBirth(values: Values, filedOn: string, today: PlainDate): Problems {
  const birthDate = textAt(values, "patient.birthDate").trim();
  const label = "person.birthDate";
  if (birthDate === "") return {};
  if (!isPlainDate(birthDate)) return { "patient.birthDate": { message: "form.error.date", label } };
  if (birthDate > today) return { "patient.birthDate": { message: "form.error.future", label } };
  if (isPlainDate(filedOn) && birthDate > filedOn)
    return { "patient.birthDate": { message: "newFile.error.bornAfterFiling", label } };
  if (birthDate < EARLIEST_BIRTH) return { "patient.birthDate": { message: "newFile.error.bornTooEarly", label } };
  const cnp = textAt(values, "patient.cnp").trim();
  return cnp === "" || isConsistentCnp(cnp, birthDate)
    ? {}
    : { "patient.cnp": { message: "newFile.error.cnp", label: "person.cnp" } };
}
