/** A dossier is filed at the registry of a DSP: who, by whom, with which documents. */
import { useMemo } from "react";
import { dossierChecklist, type ChecklistItem } from "../../../domain/moh/documents.ts";
import { isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import type { Draft } from "../../forms/drafts.ts";
import { textAt, type Values } from "../../forms/values.ts";
import { ChecklistFields } from "./ChecklistFields.tsx";
import { FilingForm, type FiledHere } from "./FilingForm.tsx";
import { checkNewFile, emptyFile, newFileRequest, presentedDocuments, subjectOf } from "./moh-file.ts";
import { FilerFields, PatientFields } from "./PersonFields.tsx";
import { useOwnHouses } from "./use-own-houses.ts";

export function MohFiling({ onFiled }: { onFiled: (filed: FiledHere) => void }) {
  const directorates = useOwnHouses("moh");
  const initial = useMemo(() => emptyFile(directorates), [directorates]);
  return (
    <FilingForm
      type="fileDossier"
      process="moh"
      initial={initial}
      houses={directorates}
      labels={{ house: "newFile.institution", filing: "newFile.filing", submit: "newFile.submit" }}
      check={checkNewFile}
      request={requestOf}
      onFiled={onFiled}
    >
      {({ values, errors, today, occurredOn, set }) => {
        const subject = subjectOf(values, occurredOn);
        return (
          <>
            <PatientFields values={values} errors={errors} set={set} today={today} domicileDecides />
            <FilerFields values={values} errors={errors} set={set} minor={subject.minor} />
            <ChecklistFields
              checklist={checklistOf(values, occurredOn)}
              subject={subject}
              ageKnown={isPlainDate(textAt(values, "patient.birthDate"))}
              values={values}
              errors={errors}
              set={set}
            />
          </>
        );
      }}
    </FilingForm>
  );
}

function checklistOf(values: Values, occurredOn: string): ChecklistItem[] {
  return dossierChecklist(subjectOf(values, occurredOn), presentedDocuments(values));
}

function requestOf(draft: Draft, today: PlainDate): Values {
  const kinds = new Set<string>(checklistOf(draft.values, draft.occurredOn ?? today).map(({ kind }) => kind));
  return newFileRequest(draft, kinds, today);
}
