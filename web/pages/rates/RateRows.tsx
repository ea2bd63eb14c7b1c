import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { RateView } from "../../../domain/money/rate-views.ts";
import { formatRate } from "../../../domain/money/rates.ts";
import { post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";

interface RateRowsProps {
  readonly items: readonly RateView[];
  readonly mayChange: boolean;
}

/** What was entered, by whom and when; what was withdrawn stays in sight. */
export function RateRows({ items, mayChange }: RateRowsProps) {
  const t = useT();
  return (
    <table className="list rate-rows">
      <caption className="sr-only">{t("rates.entered")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rates.date")}</th>
          <th scope="col">{t("rates.currency")}</th>
          <th scope="col">{t("rates.rate")}</th>
          <th scope="col">{t("rates.by")}</th>
          {mayChange && (
            <th scope="col">
              <span className="sr-only">{t("rates.withdraw")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((rate) => (
          <RateRow key={rate.id} rate={rate} mayChange={mayChange} />
        ))}
      </tbody>
    </table>
  );
}

function RateRow({ rate, mayChange }: { rate: RateView; mayChange: boolean }) {
  const t = useT();
  const { language } = useLanguage();
  const { withdrawnAt, withdrawnBy = "–" } = rate;
  return (
    <tr className={withdrawnAt === undefined ? "" : "rate-withdrawn"}>
      <td>{formatDate(rate.date)}</td>
      <th scope="row">{rate.currency}</th>
      <td className="rate-value">{formatRate(rate.rate, language)}</td>
      <td>
        {t(`rates.source.${rate.source}`)}
        {rate.enteredBy !== undefined && <span className="cell-note">{rate.enteredBy}</span>}
        <span className="cell-note">{formatInstant(rate.enteredAt)}</span>
        {withdrawnAt !== undefined && (
          <span className="mark mark-warn">
            {t("rates.withdrawn", { name: withdrawnBy, at: formatInstant(withdrawnAt) })}
          </span>
        )}
      </td>
      {mayChange && <td>{withdrawnAt === undefined && <Withdraw rate={rate} />}</td>}
    </tr>
  );
}

function Withdraw({ rate: { id, currency, date } }: { rate: RateView }) {
  const t = useT();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<RateView>(`/api/exchange-rates/${encodeURIComponent(id)}/withdraw`, {}),
    onSuccess: () => {
      announce(t("rates.withdrawn.done", { currency, date: formatDate(date) }));
      void queryClient.invalidateQueries({ queryKey: ["case"] });
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["exchange-rates"] }),
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        aria-label={t("rates.withdraw.of", { currency, date: formatDate(date) })}
        onClick={() => mutate()}
      >
        {t("rates.withdraw")}
      </Button>
      {error !== null && <span className="field-error">{error.message}</span>}
    </>
  );
}
