/** What is typed for a new file: as values, checked, and as the request that the API is sent. */
import { isConsistentCnp } from "../../../domain/people/cnp.ts";
import { completedYears, isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import { DOCUMENT_KINDS, type DocumentForm, type DossierSubject, type FiledDocument } from "../../../domain/moh/documents.ts";
import type { Draft } from "../../forms/drafts.ts";
import { filledIn, getAt, textAt, type Values } from "../../forms/values.ts";
import type { MessageKey } from "../../i18n/ro.ts";

export const EMPTY: Values = { patient: {}, filer: { role: "patient" }, documents: {} };

/** The age from which a person is no longer a minor (MOH-A21). */
const MAJORITY_YEARS = 18;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who files and for whom, as far as it is known: what the list of documents depends on. */
export function subjectOf(values: Values, occurredOn: string): DossierSubject {
  const birthDate = textAt(values, "patient.birthDate");
  const otherFiler = textAt(values, "filer.role") !== "patient";
  return {
    minor: isPlainDate(birthDate) && isPlainDate(occurredOn) && completedYears(birthDate, occurredOn) < MAJORITY_YEARS,
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
    return form === "original" || form === "copy" ? [{ kind, form: form as DocumentForm }] : [];
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
export function checkNewFile(draft: Draft, today: PlainDate): Record<string, MessageKey> {
  const { values, occurredOn = today, lateReason = "" } = draft;
  const found: Record<string, MessageKey> = {};
  const required = ["patient.surname", "patient.givenName", "patient.birthDate", "patient.domicileCounty"];
  if (textAt(values, "filer.role") !== "patient") required.push("filer.surname", "filer.givenName");
  if (textAt(values, "filer.role") === "relative") required.push("filer.kinshipDegree");
  if (getAt(values, "documents.ciParinte2.waiver") !== undefined) {
    required.push("documents.ciParinte2.waiver.reason", "documents.ciParinte2.waiver.proof");
  }
  for (const path of required) if (textAt(values, path).trim() === "") found[path] = "form.error.required";
  const birthDate = textAt(values, "patient.birthDate");
  if (birthDate !== "" && !isPlainDate(birthDate)) found["patient.birthDate"] = "form.error.date";
  if (isPlainDate(birthDate) && birthDate > today) found["patient.birthDate"] = "form.error.future";
  const cnp = textAt(values, "patient.cnp").trim();
  if (cnp !== "" && isPlainDate(birthDate) && !isConsistentCnp(cnp, birthDate)) found["patient.cnp"] = "newFile.error.cnp";
  for (const path of ["patient.email", "filer.email"]) {
    const email = textAt(values, path).trim();
    if (email !== "" && !EMAIL.test(email)) found[path] = "form.error.email";
  }
  if (!isPlainDate(occurredOn)) found["occurredOn"] = "form.error.date";
  else if (occurredOn > today) found["occurredOn"] = "form.error.future";
  else if (occurredOn < today && lateReason.trim() === "") found["lateReason"] = "form.error.lateReason";
  return found;
}
