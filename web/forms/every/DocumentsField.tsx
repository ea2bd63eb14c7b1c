/** Documents added to the file: what is still missing, one line each, and any other. A scan may come with each. */
import { useContext } from "react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { DOCUMENT_FORM_TITLES, type DocumentForm } from "../../../domain/case/document-forms.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import type { Option, Problem, Problems, SpecialCheck, SpecialComponent, SpecialProps } from "../describe.ts";
import { DeskContext } from "../send.ts";
import { listAt, textAt, type Values } from "../values.ts";
import { UploadPicker } from "./UploadPicker.tsx";

/** What the documents of a process are beside the list that its files show. */
export interface DocumentsDefinition<View extends CaseView> {
  /** The forms in which a document may be presented. */
  readonly forms: readonly DocumentForm[];
  /** Kinds that may be added at any time, missing or not. */
  readonly others: (view: View) => readonly Option[];
  /** What some kinds ask for beside their form, and what under it; `path` is where the document stands. */
  readonly Beside?: SpecialComponent<View>;
  readonly Below?: SpecialComponent<View>;
  /** What is wrong with one document; `at` is where it stands. */
  readonly missing?: (document: unknown, at: string) => Problems;
}

/** The part of a form for documents, and what can be said about them before they are sent. */
export function documentsField<View extends CaseView>(
  definition: DocumentsDefinition<View>,
): {
  readonly kind: "special";
  readonly component: SpecialComponent<View>;
  readonly missing: SpecialCheck;
} {
  return {
    kind: "special",
    component: (props: SpecialProps<View>) => <DocumentsField {...props} definition={definition} />,
    missing: (values, path) => checkDocuments(values, path, definition),
  };
}

type DefinedProps<View extends CaseView> = SpecialProps<View> & { readonly definition: DocumentsDefinition<View> };

function DocumentsField<View extends CaseView>(props: DefinedProps<View>) {
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

function DocumentRow<View extends CaseView>(props: DefinedProps<View> & { index: number }) {
  const t = useT();
  const text = useText();
  const { takesScans } = useContext(DeskContext);
  const { form: command, path, values, view, errors, set, index, definition } = props;
  const documents = listAt(values, path);
  const document = documents[index] as Values | undefined;
  const at = `${path}.${index}`;
  const { Beside, Below } = definition;
  const field = (name: string) => ({
    name: `${command}.${at}.${name}`,
    value: textAt(document, name),
    error: errors[`${at}.${name}`],
  });
  const put = (name: string) => (value: unknown) => set(`${at}.${name}`, value);

  /** A document of the list is asked in its own form. */
  function choose(kind: string) {
    const asked = view.checklist.find((line) => line.kind === kind)?.form;
    set(at, { ...document, kind, ...(asked === undefined ? {} : { form: asked }) });
  }

  return (
    <li
      className={definition.forms.length > 2 ? "row-fields document-row document-row-long" : "row-fields document-row"}
    >
      <NativeSelect
        {...field("kind")}
        label={t("field.documentKind")}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {view.checklist.map((line) => (
          <option key={line.kind} value={line.kind}>
            {text(line.title)}
          </option>
        ))}
        {definition.others(view).map((other) => (
          <option key={other.value} value={other.value}>
            {t(other.label)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        {...field("form")}
        label={t("field.documentForm")}
        onChange={(event) => put("form")(event.currentTarget.value)}
      >
        {definition.forms.map((form) => (
          <option key={form} value={form}>
            {text(DOCUMENT_FORM_TITLES[form])}
          </option>
        ))}
      </NativeSelect>
      {Beside !== undefined && <Beside {...props} path={at} />}
      <TextInput
        {...field("title")}
        label={t("field.documentTitle")}
        onChange={(event) => put("title")(event.currentTarget.value)}
      />
      {takesScans && (
        <UploadPicker
          caseId={view.caseId}
          value={document?.["upload"]}
          onChange={put("upload")}
          error={errors[`${at}.upload`]}
        />
      )}
      {Below !== undefined && <Below {...props} path={at} />}
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

function checkDocuments<View extends CaseView>(
  values: Values,
  path: string,
  { missing }: DocumentsDefinition<View>,
): Problems {
  const documents = listAt(values, path);
  if (documents.length === 0) return { [path]: { message: "documents.error.none", label: "field.documents" } };
  const found: Record<string, Problem> = {};
  documents.forEach((document, index) => Object.assign(found, missing?.(document, `${path}.${index}`)));
  return found;
}

/** What of a document every process is sent: the upload by its id. */
export function documentToSend({ kind, form, title, upload }: Values): Values {
  return {
    kind,
    form,
    ...(title === undefined ? {} : { title }),
    ...(upload === undefined ? {} : { upload: textAt(upload, "id") }),
  };
}
