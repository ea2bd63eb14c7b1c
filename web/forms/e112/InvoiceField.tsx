/** Which of the received invoices is settled, with what does not match in it. */
import { NativeSelect } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { formatMoney } from "../../../domain/money/amounts.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import type { SpecialProps } from "../describe.ts";
import { textAt } from "../values.ts";
import { openInvoices } from "./known.ts";

export function InvoiceField({ form, path, values, view, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const text = useText();
  const { language } = useLanguage();
  const invoices = openInvoices(view);
  const chosen = invoices.find(({ number }) => number === textAt(values, path));
  if (invoices.length === 0) return <p className="field-note">{t("e112.invoice.none")}</p>;
  return (
    <>
      <NativeSelect
        name={`${form}.${path}`}
        label={t("e112.invoice")}
        error={errors[path]}
        value={textAt(values, path)}
        onChange={(event) => set(path, event.currentTarget.value)}
      >
        <option value="">{t("e112.invoice.another")}</option>
        {invoices.map(({ number = "", amount, currency }) => (
          <option key={number} value={number}>
            {number}: {formatMoney(amount, currency, language)}
          </option>
        ))}
      </NativeSelect>
      {chosen?.differences.map(({ code, text: said }) => (
        <p key={code} className="mark mark-warn">
          {text(said)}
        </p>
      ))}
    </>
  );
}
