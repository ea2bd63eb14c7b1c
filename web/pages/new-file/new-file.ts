/** What is typed for a new file: as values, checked, and as the request that the API is sent. */
import { isConsistentCnp } from "../../../domain/people/cnp.ts";
import { EARLIEST_BIRTH, isMinor } from "../../../domain/people/age.ts";
import { isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import { DOCUMENT_KINDS, type DossierSubject, type FiledDocument } from "../../../domain/moh/documents.ts";
import { checkLegalDate, misshapen } from "../../forms/check.ts";
import type { Problem, Problems } from "../../forms/describe.ts";
import type { Draft } from "../../forms/drafts.ts";
import { checkWaiver } from "../../forms/moh/WaiverFields.tsx";
import { filledIn, getAt, textAt, type Values } from "../../forms/values.ts";
import type { Institution } from "../../api/types.ts";
import type { MessageKey } from "../../i18n/ro.ts";

/** A form in which nothing is typed yet; patients mostly come from the county of the DSP. */
export function emptyFile(directorates: readonly Institution[]): Values {
  const [only, ...others] = directorates;
  const county = others.length === 0 ? only?.county : undefined;
  return { patient: county === undefined ? {} : { domicileCounty: county }, filer: { role: "patient" }, documents: {} };
}

/** Who files and for whom, as far as it is known: what the list of documents depends on. */
export function subjectOf(values: Values, occurredOn: string): DossierSubject {
  const birthDate = textAt(values, "patient.birthDate");
  const otherFiler = textAt(values, "filer.role") !== "patient";
  return {
    minor: isPlainDate(birthDate) && isPlainDate(occurredOn) && isMinor(birthDate, occurredOn),
    otherFiler,
    filerIsParent: otherFiler && getAt(values, "filer.isParent") === true,
  };
}

/** The documents presented now, in the form presented. */
export function presentedDocuments(values: Values): (FiledDocument & { waiver?: unknown })[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const form = textAt(values, `documents.${kind}.form`);
    const waiver = getAt(values, `documents.${kind}.waiver`);
    if (kind === "ciParinte2" && waiver !== undefined) return [{ kind, form: "copy", waived: true, waiver } as const];
    return form === "original" || form === "copy" ? [{ kind, form }] : [];
  });
}

/** The request without its id; documents that this patient's list does not ask for are left out. */
export function newFileRequest(draft: Draft, kinds: ReadonlySet<string>, today: PlainDate): Values {
  const { values, occurredOn = today, lateReason = "" } = draft;
  const { patient, filer } = filledIn({ patient: values["patient"], filer: filerToSend(values) });
  const documents = presentedDocuments(values)
    .filter(({ kind }) => kinds.has(kind))
    .map(({ kind, form, waiver }) => ({ kind, form, ...(waiver === undefined ? {} : { waiver }) }));
  return {
    process: "moh",
    ...(textAt(values, "institution") === "" ? {} : { institution: textAt(values, "institution") }),
    occurredOn,
    ...(occurredOn < today ? { lateReason: lateReason.trim() } : {}),
    patient: patient ?? {},
    filer,
    documents,
  };
}

function filerToSend(values: Values): Values {
  const { role, kinshipDegree, isParent, ...person } = (values["filer"] ?? {}) as Values;
  if (role === "patient") return { role };
  return {
    role,
    ...person,
    ...(isParent === true ? { isParent } : {}),
    ...(role === "relative" ? { kinshipDegree: Number(kinshipDegree) } : {}),
  };
}

/** What is missing or misshapen before anything is sent, by path. */
export function checkNewFile(draft: Draft, today: PlainDate): Problems {
  const { values } = draft;
  const role = textAt(values, "filer.role");
  const required: readonly Labelled[] = [
    ["patient.surname", "person.surname"],
    ["patient.givenName", "person.givenName"],
    ["patient.birthDate", "person.birthDate"],
    ["patient.domicileCounty", "person.domicileCounty"],
    ...(role === "patient" ? [] : FILER_REQUIRED),
    ...(role === "relative" ? [KINSHIP] : []),
  ];
  const found: Record<string, Problem> = {};
  for (const [path, label] of required) {
    if (textAt(values, path).trim() === "") found[path] = { message: "form.error.required", label };
  }
  for (const [path, label] of EMAILS) {
    const message = misshapen("email", textAt(values, path).trim());
    if (message !== undefined) found[path] = { message, label };
  }
  const second = getAt(values, SECOND_PARENT);
  const waiver = getAt(second, "waiver") === undefined ? {} : checkWaiver(second, SECOND_PARENT);
  return {
    ...found,
    ...checkBirth(values, draft.occurredOn ?? today, today),
    ...waiver,
    ...checkLegalDate(draft, today),
  };
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

type Labelled = readonly [path: string, label: MessageKey];
const FILER_REQUIRED: readonly Labelled[] = [
  ["filer.surname", "person.surname"],
  ["filer.givenName", "person.givenName"],
];
const KINSHIP: Labelled = ["filer.kinshipDegree", "person.kinshipDegree"];
const EMAILS: readonly Labelled[] = [
  ["patient.email", "person.email"],
  ["filer.email", "person.email"],
];
const SECOND_PARENT = "documents.ciParinte2";
