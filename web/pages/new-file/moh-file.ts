/** What is typed for a new file of the Ministry's route: as values, checked, and as the request that the API is sent. */
import type { PlainDate } from "../../../domain/plain-date.ts";
import { DOCUMENT_KINDS, type DossierSubject, type FiledDocument } from "../../../domain/moh/documents.ts";
import type { Problems } from "../../forms/describe.ts";
import type { Draft } from "../../forms/drafts.ts";
import { checkWaiver } from "../../forms/moh/WaiverFields.tsx";
import { filledIn, getAt, textAt, type Values } from "../../forms/values.ts";
import type { Institution } from "../../api/types.ts";
import { checkFiling, countyOfHouse, envelopeOf, isChild, type Labelled } from "./filing.ts";

/** A form in which nothing is typed yet. */
export function emptyFile(directorates: readonly Institution[]): Values {
  return { patient: countyOfHouse(directorates), filer: { role: "patient" }, documents: {} };
}

/** Who files and for whom, as far as it is known: what the list of documents depends on. */
export function subjectOf(values: Values, occurredOn: string): DossierSubject {
  const otherFiler = textAt(values, "filer.role") !== "patient";
  return {
    minor: isChild(values, occurredOn),
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
  const { values } = draft;
  const { patient, filer } = filledIn({ patient: values["patient"], filer: filerToSend(values) });
  const documents = presentedDocuments(values)
    .filter(({ kind }) => kinds.has(kind))
    .map(({ kind, form, waiver }) => ({ kind, form, ...(waiver === undefined ? {} : { waiver }) }));
  return { ...envelopeOf("moh", draft, today), patient: patient ?? {}, filer, documents };
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
  const required = [...(role === "patient" ? [] : FILER_REQUIRED), ...(role === "relative" ? [KINSHIP] : [])];
  const second = getAt(values, SECOND_PARENT);
  const waiver = getAt(second, "waiver") === undefined ? {} : checkWaiver(second, SECOND_PARENT);
  return { ...checkFiling(draft, today, { required, emails: [["filer.email", "person.email"]] }), ...waiver };
}

const FILER_REQUIRED: readonly Labelled[] = [
  ["filer.surname", "person.surname"],
  ["filer.givenName", "person.givenName"],
];
const KINSHIP: Labelled = ["filer.kinshipDegree", "person.kinshipDegree"];
const SECOND_PARENT = "documents.ciParinte2";
