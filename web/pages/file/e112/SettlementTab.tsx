/** The claims on form E125: which form they name, where they do not agree, what was settled (E112-85). */
import "./e112.css";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { InvoiceView } from "../../../../domain/e112/settlement.ts";
import { addAmounts } from "../../../../domain/money/amounts.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../../i18n/language.tsx";
import { countryName } from "../../../parts/countries.ts";
import { Icon } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Empty } from "../../../parts/states.tsx";
import { Sum } from "../parts.tsx";

export function SettlementTab({ view }: { view: E112CaseView }) {
  const t = useT();
  const { invoices } = view.e112;
  return (
    <>
      <p className="lead">
        {t("settlement.text")} <RuleChip id="E112-85" />
      </p>
      {invoices.length === 0 ? (
        <Empty>{t("settlement.none")}</Empty>
      ) : (
        <>
          <table className="list">
            <caption className="sr-only">{t("settlement.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("settlement.invoice")}</th>
                <th scope="col">{t("settlement.form")}</th>
                <th scope="col">{t("settlement.care")}</th>
                <th scope="col">{t("column.state")}</th>
                <th scope="col" className="amount">
                  {t("settlement.claimed")}
                </th>
                <th scope="col" className="amount">
                  {t("settlement.settled")}
                </th>
              </tr>
            </thead>
            <tbody>
              {invoices.map((invoice, index) => (
                <Invoice key={invoice.number ?? index} invoice={invoice} />
              ))}
            </tbody>
          </table>
          <Sums invoices={invoices} />
        </>
      )}
    </>
  );
}

function Invoice({ invoice }: { invoice: InvoiceView }) {
  const t = useT();
  const text = useText();
  const { language } = useLanguage();
  const { number, formNumber, careFrom, careTo, country, state, receivedOn, settledOn, differences } = invoice;
  return (
    <tr>
      <th scope="row" className="breaks">
        {number ?? t("settlement.unnumbered")}
        {country !== undefined && <span className="cell-note">{countryName(country, language)}</span>}
      </th>
      <td data-label={t("settlement.form")} className="breaks">
        {formNumber ?? "–"}
        {differences.length > 0 && (
          <ul className="differences">
            {differences.map(({ code, text: words }) => (
              <li key={code}>
                <Icon name="warning" size={12} /> {text(words)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={t("settlement.care")}>
        {careFrom === undefined && careTo === undefined
          ? "–"
          : [careFrom, careTo].map((day) => (day === undefined ? "…" : formatDate(day))).join(" – ")}
      </td>
      <td data-label={t("column.state")}>
        <span className={`status status-${state === "settled" ? "met" : "open"}`}>
          <Icon name={state === "settled" ? "check" : "hourglass"} size={14} /> {t(`settlement.state.${state}`)}
        </span>
        {receivedOn !== undefined && number !== undefined && (
          <span className="cell-note">{t("settlement.receivedOn", { date: formatDate(receivedOn) })}</span>
        )}
        {settledOn !== undefined && (
          <span className="cell-note">{t("settlement.settledOn", { date: formatDate(settledOn) })}</span>
        )}
      </td>
      <td data-label={t("settlement.claimed")} className="amount">
        <Sum amount={invoice.amount} currency={invoice.currency} />
      </td>
      <td data-label={t("settlement.settled")} className="amount">
        {invoice.settledAmount === undefined ? (
          "–"
        ) : (
          <Sum amount={invoice.settledAmount} currency={invoice.settledCurrency ?? invoice.currency} />
        )}
      </td>
    </tr>
  );
}

/** Claimed and settled, for each currency: amounts of different currencies are never added. */
function Sums({ invoices }: { invoices: readonly InvoiceView[] }) {
  const t = useT();
  const settled = invoices.flatMap(({ settledAmount, settledCurrency, currency }) =>
    settledAmount === undefined ? [] : [{ amount: settledAmount, currency: settledCurrency ?? currency }],
  );
  const currencies = [...new Set([...invoices, ...settled].map(({ currency }) => currency))].toSorted();
  const sumOf = (sums: readonly { amount: string; currency: string }[], currency: string): string =>
    addAmounts(sums.filter((sum) => sum.currency === currency).map(({ amount }) => amount));
  return (
    <section aria-labelledby="settlement-sums">
      <h2 id="settlement-sums">{t("settlement.sums")}</h2>
      <dl className="facts">
        {currencies.map((currency) => (
          <div key={currency}>
            <dt>{currency}</dt>
            <dd>
              {t("settlement.claimed.sum")} <Sum amount={sumOf(invoices, currency)} currency={currency} />{" "}
              <span className="quiet">·</span> {t("settlement.settled.sum")}{" "}
              <Sum amount={sumOf(settled, currency)} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
