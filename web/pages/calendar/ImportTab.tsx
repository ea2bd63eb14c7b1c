/** A file of days: what it would change and what is wrong in it, line by line, before anything is prepared. */
import { Alert, Button, TextInput } from "@mantine/core";
import { useRef, useState, type DragEvent } from "react";
import type { ImportProblem, ImportView } from "../../../domain/calendar/administration.ts";
import { importDays } from "../../api/calendar.ts";
import { isApiError } from "../../api/http.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import type { CalendarDraft } from "./draft.ts";
import { NATIONAL, type OwnedCalendar } from "./owners.ts";
import { ActList, PREPARED_ID, PreparedActs } from "./PreparedActs.tsx";

interface ImportTabProps {
  readonly calendar: OwnedCalendar;
  readonly draft: CalendarDraft;
}

interface ReadFile {
  readonly name: string;
  readonly found: ImportView;
}

export function ImportTab({ calendar, draft }: ImportTabProps) {
  const t = useT();
  const [read, setRead] = useState<ReadFile>();

  function add(found: ImportView) {
    draft.add(found.acts);
    setRead(undefined);
    announce(t("calendar.draft.added", { count: found.acts.length }));
    document.getElementById(PREPARED_ID)?.focus();
  }

  return (
    <div className="administration">
      <div>
        <p>{t("calendar.import.how")}</p>
        {read === undefined ? (
          <FilePicker calendar={calendar} onRead={setRead} />
        ) : (
          <Found read={read} onAdd={() => add(read.found)} onAnother={() => setRead(undefined)} />
        )}
      </div>
      <aside className="aside">
        <PreparedActs draft={draft} calendar={calendar.id} />
      </aside>
    </div>
  );
}

function FilePicker({ calendar, onRead }: { calendar: OwnedCalendar; onRead(read: ReadFile): void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [legalAct, setLegalAct] = useState("");
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function take(file: File | undefined) {
    if (file === undefined) return;
    setReading(true);
    setFailure(undefined);
    try {
      const audience = calendar.id === NATIONAL ? "public-sector" : calendar.id;
      onRead({ name: file.name, found: await importDays(file, { for: audience, legalAct: legalAct.trim() }) });
    } catch (caught) {
      setFailure(isApiError(caught) && !caught.isUnavailable ? caught.body.message : t("calendar.import.failed"));
    } finally {
      setReading(false);
      if (input.current !== null) input.current.value = ""; // the same file may be picked again once it is mended
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  return (
    <div className="import">
      <TextInput
        label={t("calendar.pick.act")}
        description={t("calendar.import.missing")}
        name="legalAct"
        maxLength={300}
        value={legalAct}
        onChange={(event) => setLegalAct(event.currentTarget.value)}
      />
      <div
        className={over ? "upload upload-over" : "upload"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button loading={reading} leftSection={<Icon name="upload" />} onClick={() => input.current?.click()}>
          {t("calendar.import.pick")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.ics,text/csv,text/calendar"
          aria-label={t("calendar.import.pick")}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </div>
      {failure !== undefined && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

function Found({ read: { name, found }, onAdd, onAnother }: { read: ReadFile; onAdd(): void; onAnother(): void }) {
  const t = useT();
  const { acts, errors, skipped } = found;
  return (
    <section className="import-found" aria-labelledby="import-read">
      <h2 id="import-read">{t("calendar.import.read", { name })}</h2>
      <p role="status">
        {[
          t("calendar.import.acts", { count: acts.length }),
          ...(errors.length === 0 ? [] : [t("calendar.import.errors", { count: errors.length })]),
          ...(skipped.length === 0 ? [] : [t("calendar.import.skipped", { count: skipped.length })]),
        ].join("; ")}
      </p>
      {errors.length > 0 && (
        <Alert color="red" title={t("calendar.import.errors", { count: errors.length })}>
          <Problems problems={errors} />
        </Alert>
      )}
      <ActList acts={acts} />
      {skipped.length > 0 && (
        <details>
          <summary>{t("calendar.import.skipped", { count: skipped.length })}</summary>
          <Problems problems={skipped} />
        </details>
      )}
      <div className="buttons">
        {acts.length > 0 && (
          <Button onClick={onAdd}>
            {t(errors.length === 0 ? "calendar.import.add" : "calendar.import.addGood", { count: acts.length })}
          </Button>
        )}
        <Button variant="default" onClick={onAnother}>
          {t("calendar.import.another")}
        </Button>
      </div>
    </section>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  const t = useT();
  return (
    <ul className="notice-list">
      {problems.map(({ line, column, code, message }) => (
        <li key={`${line} ${column ?? ""} ${code}`}>
          <strong>
            {column === undefined
              ? t("calendar.import.line", { line })
              : t("calendar.import.lineColumn", { line, column })}
          </strong>
          : {message}
        </li>
      ))}
    </ul>
  );
}
