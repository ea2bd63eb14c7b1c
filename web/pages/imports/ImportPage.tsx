/** A register on its way into the product: the template, the file, what each row would become, and only then the import. */
import "./imports.css";
import { Alert, Button, NativeSelect } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type DragEvent } from "react";
import type { ImportPreview } from "../../../domain/imports/views.ts";
import { isApiError } from "../../api/http.ts";
import { importsQuery, previewImport, startImport, templateAddress } from "../../api/imports.ts";
import { queryClient } from "../../api/queries.ts";
import type { Institution } from "../../api/types.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Loading } from "../../parts/states.tsx";
import { useOwnHouses } from "../new-file/use-own-houses.ts";
import { PreviewRows } from "./PreviewRows.tsx";

interface ReadRegister {
  readonly name: string;
  readonly found: ImportPreview;
}

export function ImportPage() {
  const t = useT();
  const houses = [...useOwnHouses("moh"), ...useOwnHouses("e112")];
  const [read, setRead] = useState<ReadRegister>();
  const [chosen, setChosen] = useState("");
  const institution = chosen === "" ? (houses[0]?.id ?? "") : chosen;
  return (
    <Page title={t("import.title")}>
      {read === undefined ? (
        <>
          <p className="import-how">{t("import.how")}</p>
          <div className="import-steps">
            <Template institution={institution} />
            <Picker houses={houses} institution={institution} onChoice={setChosen} onRead={setRead} />
          </div>
          <PastImports />
        </>
      ) : (
        <Found read={read} onAnother={() => setRead(undefined)} />
      )}
    </Page>
  );
}

function Template({ institution }: { institution: string }) {
  const t = useT();
  return (
    <section aria-labelledby="import-template">
      <h2 id="import-template">{t("import.template")}</h2>
      <p>{t("import.template.how")}</p>
      <p className="import-downloads">
        <a className="button-link" href={templateAddress("xlsx", institution)} download>
          {t("import.template.xlsx")}
        </a>
        <a className="button-link" href={templateAddress("csv", institution)} download>
          {t("import.template.csv")}
        </a>
      </p>
    </section>
  );
}

interface PickerProps {
  readonly houses: readonly Institution[];
  readonly institution: string;
  onChoice(institution: string): void;
  onRead(read: ReadRegister): void;
}

function Picker({ houses, institution, onChoice, onRead }: PickerProps) {
  const t = useT();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => previewImport(file, institution),
    onSuccess: (found, { name }) => onRead({ name, found }),
  });

  function take(file: File | undefined) {
    if (file !== undefined && !isPending) mutate(file);
    if (input.current !== null) input.current.value = ""; // the same file may be picked again once it is mended
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <section aria-labelledby="import-file">
      <h2 id="import-file">{t("import.file")}</h2>
      <p>{t("import.file.how")}</p>
      {houses.length > 1 && (
        <NativeSelect
          label={t("import.institution")}
          value={institution}
          onChange={(event) => onChoice(event.currentTarget.value)}
        >
          {houses.map(({ id, name }) => (
            <option key={id} value={id}>
              {text(name)}
            </option>
          ))}
        </NativeSelect>
      )}
      <div
        className={over ? "upload import-drop upload-over" : "upload import-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button loading={isPending} leftSection={<Icon name="upload" />} onClick={() => input.current?.click()}>
          {t("import.pick")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t("import.pick")}
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </div>
      {isPending && <p role="status">{t("import.reading")}</p>}
      {error !== null && (
        <p className="field-error" role="alert">
          {isApiError(error) && !error.isUnavailable ? error.body.message : t("import.failed")}
        </p>
      )}
    </section>
  );
}

function Found({ read: { name, found }, onAnother }: { read: ReadRegister; onAnother(): void }) {
  const t = useT();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, counts, ignored } = found;
  const { mutate, isPending, error } = useMutation({
    mutationFn: startImport,
    onSuccess: async (started) => {
      await queryClient.invalidateQueries({ queryKey: importsQuery.queryKey });
      await navigate({ to: "/registru/import/$importId", params: { importId: started.id } });
    },
  });
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="import-read">
      <h2 id="import-read" ref={heading} tabIndex={-1}>
        {t("import.read", { name })}
      </h2>
      <p role="status" className="import-counts">
        {[
          t("import.new", { count: counts.new }),
          t("import.there", { count: counts.there }),
          t("import.wrong", { count: counts.wrong }),
        ].join("; ")}
      </p>
      {ignored.length > 0 && <p className="quiet">{t("import.ignored", { names: ignored.join("; ") })}</p>}
      {counts.wrong > 0 && (
        <Alert color="red" variant="light" className="import-notice">
          {t("import.mend")}
        </Alert>
      )}
      {counts.wrong === 0 && counts.new === 0 && (
        <Alert variant="light" className="import-notice">
          {t("import.nothingNew")}
        </Alert>
      )}
      <div className="buttons">
        {id !== undefined && (
          <Button loading={isPending} onClick={() => mutate(id)}>
            {t("import.go", { count: counts.new })}
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {t("import.another")}
        </Button>
      </div>
      {error !== null && (
        <p className="field-error" role="alert">
          {isApiError(error) ? error.body.message : t("import.failed")}
        </p>
      )}
      <PreviewRows rows={found.rows} />
    </section>
  );
}

function PastImports() {
  const t = useT();
  const { data } = useQuery(importsQuery);
  return (
    <section aria-labelledby="import-past">
      <h2 id="import-past">{t("import.past")}</h2>
      {data === undefined && <Loading />}
      {data?.items.length === 0 && <Empty>{t("import.past.none")}</Empty>}
      <ul className="import-past">
        {data?.items.map(({ id, by, at, state, rows, done }) => (
          <li key={id}>
            <Link to="/registru/import/$importId" params={{ importId: id }}>
              {t("import.done", { done, rows })}
            </Link>
            , {t(`import.state.${state}`)}
            <span className="cell-note">{t("import.by", { by, at: formatInstant(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
