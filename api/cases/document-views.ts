import type { DocumentForm } from "../../domain/case/document-forms.ts";
import type { Seq } from "../../domain/case/events.ts";
import { withPlaces } from "../../domain/case/places.ts";
import { dateOf, type CaseState } from "../../domain/case/state.ts";
import type { DocumentView } from "../../domain/case/view.ts";
import type { OpenedAct, OpenedFile } from "./open-seals.ts";
import type { UploadRow } from "./read-case.ts";

interface Typed {
  readonly title?: string;
  readonly waiver?: { readonly reason: string; readonly proof: string };
}

/** A document of any process, filed by an act. */
export interface FiledIn {
  readonly kind: string;
  readonly form: DocumentForm;
  readonly act: Seq;
  readonly clinic?: string;
  readonly upload?: string;
}

/** The documents of the file, in the order of filing, with the titles and waivers that were typed. */
export function documentViews(
  state: CaseState,
  documents: readonly FiledIn[],
  opened: ReadonlyMap<number, OpenedAct>,
  uploads: readonly UploadRow[],
  file: OpenedFile,
): DocumentView[] {
  return withPlaces(documents).map(({ place, ...document }) => {
    const typed = (opened.get(document.act)?.payload?.["documents"] as readonly Typed[] | undefined)?.[place];
    const upload = uploads.find(({ id }) => id === document.upload?.toLowerCase());
    return {
      kind: document.kind,
      form: document.form,
      ...(typed?.title === undefined ? {} : { title: typed.title }),
      filedOn: dateOf(state, { act: document.act, field: "occurredOn" }),
      act: document.act,
      ...(document.clinic === undefined ? {} : { clinic: document.clinic }),
      ...(typed?.waiver === undefined ? {} : { waiver: typed.waiver }),
      ...(upload === undefined
        ? {}
        : { upload: { id: upload.id, name: file.uploadName(upload), mime: upload.mime, size: upload.size } }),
    };
  });
}
