/** Documents added to the file: what is still missing, one line each, and any other. A scan may come with each. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { DOSSIER, type DocumentKind } from "../../../domain/moh/documents.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import type { Problem, Problems, SpecialProps } from "../describe.ts";
import { listAt, textAt, type Values } from "../values.ts";
import { UploadPicker } from "./UploadPicker.tsx";
import { checkWaiver, WaiverFields } from "./WaiverFields.tsx";

/** Kinds that may be added at any time, missing or not. */
const OTHER_KINDS = ["dovadaCorespondenta", "altDocument"] as const satisfies readonly DocumentKind[];

export function DocumentsField(props: SpecialProps) {
  const t = useT();
  const text = useText();
  const { path, values, view, errors, set } = props;
  const documents = listAt(values, path);
  const missing = view.checklist.filter(({ status }) => status === "missing" || status === "wrong-form");
  const offered = missing.filter(({ kind }) => documents.every((document) => textAt(document, "kind") !== kind));
  const add = (document: Values) => set(path, [...documents, document]);

  return (
    <fieldset className="group">
      <legend>{t("field.documents")}</legend>
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      {offered.length > 0 && (
        <>
          <p className="field-note">{t("documents.missing.pick")}</p>
          <div className="pick">
            {offered.length > 1 && (
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => set(path, [...documents, ...offered.map(({ kind, form }) => ({ kind, form }))])}
              >
                {t("documents.addAll")}
              </Button>
            )}
            {offered.map(({ kind, form, title }) => (
              <Button
                key={kind}
                variant="default"
                size="compact-sm"
                className="wrap"
                leftSection={<Icon name="plus" size={12} />}
                onClick={() => add({ kind, form })}
              >
                {text(title)}
              </Button>
            ))}
          </div>
        </>
      )}
      <ol className="rows">
        {documents.map((_, index) => (
          // Rows have no identity but their place.
          <DocumentRow key={index} {...props} index={index} />
        ))}
      </ol>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="plus" size={12} />}
        onClick={() => add({ kind: "altDocument", form: "copy" })}
      >
        {t("documents.addOther")}
      </Button>
    </fieldset>
  );
}

function DocumentRow({ path, values, view, errors, set, index }: SpecialProps & { index: number }) {
  const t = useT();
  const text = useText();
  const documents = listAt(values, path);
  const document = documents[index];
  const at = `${path}.${index}`;
  const kind = textAt(document, "kind");
  const field = (name: string) => ({
    name: `addDocument.${at}.${name}`,
    value: textAt(document, name),
    error: errors[`${at}.${name}`],
  });
  const put = (name: string) => (value: unknown) => set(`${at}.${name}`, value);
  return (
    <li className="row-fields document-row">
      <NativeSelect
        {...field("kind")}
        label={t("field.documentKind")}
        onChange={(event) => put("kind")(event.currentTarget.value)}
      >
        {DOSSIER.filter((line) => isOffered(view, line.kind)).map((line) => (
          <option key={line.kind} value={line.kind}>
            {text(line.title)}
          </option>
        ))}
        {OTHER_KINDS.map((other) => (
          <option key={other} value={other}>
            {t(`document.${other}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        {...field("form")}
        label={t("field.documentForm")}
        onChange={(event) => put("form")(event.currentTarget.value)}
      >
        <option value="original">{t("form.original")}</option>
        <option value="copy">{t("form.copy")}</option>
      </NativeSelect>
      {kind === "dovadaCorespondenta" && (
        <NativeSelect
          {...field("clinic")}
          label={t("field.clinic")}
          withAsterisk
          onChange={(event) => put("clinic")(event.currentTarget.value)}
        >
          <option value="">{t("form.chooseClinic")}</option>
          {view.clinics.map((clinic) => (
            <option key={clinic.id} value={clinic.id}>
              {clinic.name}
            </option>
          ))}
        </NativeSelect>
      )}
      <TextInput
        {...field("title")}
        label={t("field.documentTitle")}
        onChange={(event) => put("title")(event.currentTarget.value)}
      />
      <UploadPicker
        caseId={view.caseId}
        value={(document as Values | undefined)?.["upload"]}
        onChange={put("upload")}
        error={errors[`${at}.upload`]}
      />
      {kind === "ciParinte2" && <WaiverFields path={at} values={values} errors={errors} set={set} />}
      <Button
        variant="subtle"
        size="compact-sm"
        className="row-remove"
        aria-label={t("documents.remove", { number: index + 1 })}
        onClick={() => set(path, documents.toSpliced(index, 1))}
      >
        <Icon name="cross" size={12} />
      </Button>
    </li>
  );
}

/** The documents of this patient's list; those of other patients are not offered. */
function isOffered(view: MohCaseView, kind: DocumentKind): boolean {
  return view.checklist.some((line) => line.kind === kind);
}

export function checkDocuments(values: Values, path: string): Problems {
  const documents = listAt(values, path);
  if (documents.length === 0) return { [path]: { message: "documents.error.none", label: "field.documents" } };
  const found: Record<string, Problem> = {};
  documents.forEach((document, index) => {
    const at = `${path}.${index}`;
    if (textAt(document, "kind") === "dovadaCorespondenta" && textAt(document, "clinic") === "") {
      found[`${at}.clinic`] = { message: "form.error.required", label: "field.clinic" };
    }
    if (isWaived(document)) Object.assign(found, checkWaiver(document, at));
  });
  return found;
}

function isWaived(document: unknown): boolean {
  return textAt(document, "kind") === "ciParinte2" && (document as Values)["waiver"] !== undefined;
}

/** A document as it is sent: the upload by its id, what belongs to other kinds left out. */
export function documentToSend(document: Values): Values {
  const { kind, form, title, clinic, upload, waiver } = document;
  return {
    kind,
    form,
    ...(title === undefined ? {} : { title }),
    ...(kind === "dovadaCorespondenta" && clinic !== undefined ? { clinic } : {}),
    ...(upload === undefined ? {} : { upload: textAt(upload, "id") }),
    ...(kind === "ciParinte2" && waiver !== undefined ? { waiver } : {}),
  };
}
