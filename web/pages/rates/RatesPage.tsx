import "./rates.css";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { formatRate, type RateOn } from "../../../domain/money/rates.ts";
import { sessionQuery } from "../../api/queries.ts";
import { ratesQuery } from "../../api/rates.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";
import { Paging } from "../../parts/Paging.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import { can } from "../../shell/abilities.ts";
import { ImportRates } from "./ImportRates.tsx";
import { RateForm } from "./RateForm.tsx";
import { RateRows } from "./RateRows.tsx";

/** The rates by which sums in other currencies are shown in lei: those that count today, what was entered, by whom. */
export function RatesPage() {
  const t = useT();
  const { moneda = "", dupa = "" } = useSearch({ from: "/inside/administrare/cursuri" });
  const { data, error, refetch } = useQuery(ratesQuery({ currency: moneda, cursor: dupa }));
  const { data: session } = useQuery(sessionQuery);
  const mayChange = session != null && can(session, "change-rates");
  return (
    <Page title={t("rates.title")}>
      <p className="lead">{t("rates.intro")}</p>
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <div className={mayChange ? "rates" : ""}>
          <div>
            <Latest rates={data.latest} />
            <section aria-labelledby="rates-entered">
              <h2 id="rates-entered">{t("rates.entered")}</h2>
              <CurrencyFilter currency={moneda} latest={data.latest} />
              {data.items.length === 0 ? (
                <Empty>{t("rates.none")}</Empty>
              ) : (
                <RateRows items={data.items} mayChange={mayChange} />
              )}
              <Paging after={dupa} next={data.nextCursor} />
            </section>
          </div>
          {mayChange && (
            <aside className="rates-entry no-print">
              <RateForm today={data.today} />
              <ImportRates />
            </aside>
          )}
        </div>
      )}
    </Page>
  );
}

function Latest({ rates }: { rates: readonly RateOn[] }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <section aria-labelledby="rates-latest">
      <h2 id="rates-latest">{t("rates.latest")}</h2>
      {rates.length === 0 && <Empty>{t("rates.latest.none")}</Empty>}
      <ul className="latest-rates">
        {rates.map(({ currency, rate, date, old }) => (
          <li key={currency}>
            <span>1 {currency}</span>
            <strong>{t("rates.lei", { rate: formatRate(rate, language) })}</strong>
            <span className="cell-note">{formatDate(date)}</span>
            {old && (
              <span className="mark mark-warn">
                <Icon name="warning" size={12} /> {t("offers.rate.old")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CurrencyFilter({ currency, latest }: { currency: string; latest: readonly RateOn[] }) {
  const t = useT();
  const navigate = useNavigate({ from: "/administrare/cursuri" });
  const known = new Set([...latest.map((rate) => rate.currency), ...(currency === "" ? [] : [currency])]);
  return (
    <NativeSelect
      className="rates-filter no-print"
      label={t("rates.currency")}
      value={currency}
      onChange={(event) => {
        const moneda = event.currentTarget.value;
        void navigate({ search: moneda === "" ? {} : { moneda }, resetScroll: false });
      }}
    >
      <option value="">{t("rates.currency.all")}</option>
      {[...known].toSorted().map((code) => (
        <option key={code} value={code}>
          {code}
        </option>
      ))}
    </NativeSelect>
  );
}
