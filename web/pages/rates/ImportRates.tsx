/** A file of the National Bank: what it brings and what is wrong in it, before anything is saved. */
import { Alert, Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { RateImport } from "../../../domain/money/rate-views.ts";
import { formatRate } from "../../../domain/money/rates.ts";
import { isApiError } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { importRates } from "../../api/rates.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";

interface Read {
  readonly file: File;
  readonly found: RateImport;
}

export function ImportRates() {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function send(file: File, save: boolean) {
    setBusy(true);
    setFailure(undefined);
    try {
      const found = await importRates(file, save);
      setRead(save ? undefined : { file, found });
      if (save) {
        announce(t("rates.import.done", { count: found.found }));
        void queryClient.invalidateQueries({ queryKey: ["exchange-rates"] });
        void queryClient.invalidateQueries({ queryKey: ["case"] });
      }
    } catch (caught) {
      setFailure(isApiError(caught) && !caught.isUnavailable ? caught.body.message : t("failure.unavailable"));
    } finally {
      setBusy(false);
      if (input.current !== null) input.current.value = ""; // the same file may be picked again once it is mended
    }
  }

  return (
    <section className="group rate-import" aria-labelledby="rate-import">
      <h2 id="rate-import">{t("rates.import")}</h2>
      <p>{t("rates.import.how")}</p>
      <div>
        <Button
          variant={read === undefined ? "filled" : "default"}
          loading={busy}
          leftSection={<Icon name="upload" />}
          onClick={() => input.current?.click()}
        >
          {t(read === undefined ? "rates.import.pick" : "rates.import.another")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xml,application/xml,text/xml"
          aria-label={t("rates.import.pick")}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void send(file, false);
          }}
        />
      </div>
      {failure !== undefined && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      {read !== undefined && <Found read={read} busy={busy} onSave={() => void send(read.file, true)} />}
    </section>
  );
}

function Found({ read: { file, found }, busy, onSave }: { read: Read; busy: boolean; onSave(): void }) {
  const t = useT();
  const { language } = useLanguage();
  const { errors, errorCount, currencies, firstOn, lastOn } = found;
  return (
    <div role="status">
      <p>
        <strong>{file.name}</strong>: {t("rates.import.found", { count: found.found })}
        {firstOn !== undefined &&
          lastOn !== undefined &&
          `, ${firstOn === lastOn ? formatDate(firstOn) : `${formatDate(firstOn)} – ${formatDate(lastOn)}`}`}
        {found.known > 0 && `; ${t("rates.import.known", { count: found.known })}`}
      </p>
      {errorCount > 0 && (
        <Alert color="red" title={t("rates.import.errors", { count: errorCount })}>
          <ul className="notice-list">
            {errors.map(({ line, code, message }) => (
              <li key={`${line} ${code}`}>
                <strong>{t("calendar.import.line", { line })}</strong>: {message}
              </li>
            ))}
          </ul>
          {errorCount > errors.length && <p>{t("rates.import.more", { count: errorCount - errors.length })}</p>}
        </Alert>
      )}
      {currencies.length > 0 && (
        <ul className="import-currencies">
          {currencies.map(({ currency, count, rate, date }) => (
            <li key={currency}>
              {t("rates.import.currency", {
                currency,
                count,
                rate: formatRate(rate, language),
                date: formatDate(date),
              })}
            </li>
          ))}
        </ul>
      )}
      {errorCount === 0 && found.found > 0 && (
        <Button loading={busy} onClick={onSave}>
          {t("rates.import.save", { count: found.found })}
        </Button>
      )}
    </div>
  );
}
