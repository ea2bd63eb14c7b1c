/** Documents of the Ministry's dossier: the correspondence with a clinic names it, the other parent's may be waived. */
import { NativeSelect } from "@mantine/core";
import { useT } from "../../i18n/language.tsx";
import type { FormDescription, Problems, SpecialProps } from "../describe.ts";
import { documentsField, documentToSend } from "../every/DocumentsField.tsx";
import { textAt, type Values } from "../values.ts";
import { checkWaiver, WaiverFields } from "./WaiverFields.tsx";

export const addDocument: FormDescription = {
  type: "addDocument",
  fields: [
    {
      path: "documents",
      label: "field.documents",
      ...documentsField({
        forms: ["original", "copy"],
        others: () => [
          { value: "dovadaCorespondenta", label: "document.dovadaCorespondenta" },
          { value: "altDocument", label: "document.altDocument" },
        ],
        Beside: ClinicOfProof,
        Below: WaiverOfParent,
        missing: checkDocument,
      }),
    },
  ],
  payload: ({ documents }) => ({ documents: ((documents ?? []) as Values[]).map(toSend) }),
};

function ClinicOfProof({ form, path, values, view, errors, set }: SpecialProps) {
  const t = useT();
  if (textAt(values, `${path}.kind`) !== "dovadaCorespondenta") return null;
  const at = `${path}.clinic`;
  return (
    <NativeSelect
      name={`${form}.${at}`}
      label={t("field.clinic")}
      withAsterisk
      value={textAt(values, at)}
      error={errors[at]}
      onChange={(event) => set(at, event.currentTarget.value)}
    >
      <option value="">{t("form.chooseClinic")}</option>
      {view.clinics.map((clinic) => (
        <option key={clinic.id} value={clinic.id}>
          {clinic.name}
        </option>
      ))}
    </NativeSelect>
  );
}

function WaiverOfParent({ path, values, errors, set }: SpecialProps) {
  if (textAt(values, `${path}.kind`) !== "ciParinte2") return null;
  return <WaiverFields path={path} values={values} errors={errors} set={set} />;
}

function checkDocument(document: unknown, at: string): Problems {
  const kind = textAt(document, "kind");
  if (kind === "dovadaCorespondenta" && textAt(document, "clinic") === "") {
    return { [`${at}.clinic`]: { message: "form.error.required", label: "field.clinic" } };
  }
  const isWaived = kind === "ciParinte2" && (document as Values)["waiver"] !== undefined;
  return isWaived ? checkWaiver(document, at) : {};
}

/** What belongs to other kinds is left out. */
function toSend(document: Values): Values {
  const { kind, clinic, waiver } = document;
  return {
    ...documentToSend(document),
    ...(kind === "dovadaCorespondenta" && clinic !== undefined ? { clinic } : {}),
    ...(kind === "ciParinte2" && waiver !== undefined ? { waiver } : {}),
  };
}
