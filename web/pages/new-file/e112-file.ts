/** What is typed for a new E112 file: as values, checked, and as the request that the API is sent. */
import type { ApplicantRole } from "../../../domain/e112/documents.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { Institution } from "../../api/types.ts";
import type { Problems } from "../../forms/describe.ts";
import type { Draft } from "../../forms/drafts.ts";
import { checkClinic } from "../../forms/e112/ClinicFields.tsx";
import { filledIn, setAt, textAt, type Values } from "../../forms/values.ts";
import { checkFiling, countyOfHouse, envelopeOf, isChild, type Labelled } from "./filing.ts";

/** A form in which nothing is typed yet; patients belong to the house at which they come, unless it is said otherwise (E112-59). */
export function emptyFile(houses: readonly Institution[]): Values {
  const [only, ...others] = houses;
  const casId = others.length === 0 ? only?.id : undefined;
  return {
    patient: { ...countyOfHouse(houses), ...(casId === undefined ? {} : { casId }) },
    applicant: { role: "patient" },
    category: "2",
    clinic: {},
  };
}

/** Who may apply: the adult or another person; for a child a parent, the guardian or, as the house decides, another person (E112-64, E112-72, E112-A10). */
export function rolesFor(child: boolean): readonly ApplicantRole[] {
  return child ? ["parent", "guardian", "otherPerson"] : ["patient", "otherPerson"];
}

/** Another age may ask for another applicant: the first that can be is proposed. */
export function withFittingApplicant(values: Values, occurredOn: string): Values {
  const roles = rolesFor(isChild(values, occurredOn));
  return roles.some((role) => role === textAt(values, "applicant.role"))
    ? values
    : setAt(values, "applicant.role", roles[0]);
}

/** A transfer of residence is only recorded and passed on: nothing is asked about a treatment (E112-86). */
export function isTreatment(values: Values): boolean {
  return textAt(values, "category") !== "1";
}

/** The request without its id. */
export function newFileRequest(draft: Draft, today: PlainDate): Values {
  const { values } = draft;
  const role = textAt(values, "applicant.role");
  const treatment = isTreatment(values);
  return {
    ...envelopeOf("e112", draft, today),
    patient: {},
    ...filledIn({
      patient: values["patient"],
      applicant: role === "patient" ? { role } : values["applicant"],
      category: treatment ? 2 : 1,
      ...(treatment ? { clinic: values["clinic"], inBasicPackage: values["inBasicPackage"] } : {}),
    }),
  };
}

/** What is missing or misshapen before anything is sent, by path. */
export function checkNewFile(draft: Draft, today: PlainDate): Problems {
  const { values } = draft;
  const applies = textAt(values, "applicant.role") !== "patient";
  return {
    ...checkFiling(draft, today, {
      required: applies ? APPLICANT_REQUIRED : [],
      emails: applies ? [["applicant.email", "person.email"]] : [],
    }),
    ...(isTreatment(values) ? checkClinic(values, "clinic", false) : {}),
  };
}

const APPLICANT_REQUIRED: readonly Labelled[] = [
  ["applicant.surname", "person.surname"],
  ["applicant.givenName", "person.givenName"],
];
