import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import type { RateView } from "../../../domain/money/rate-views.ts";
import { formatRate, isRate } from "../../../domain/money/rates.ts";
import { isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import { post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { Refusal } from "../../parts/Refusal.tsx";

const FIELDS = ["currency", "date", "rate"] as const;

/** One rate, typed as the National Bank gives it; a comma is as good as a point. */
export function RateForm({ today }: { today: PlainDate }) {
  const t = useT();
  const { language } = useLanguage();
  const empty = { currency: "", date: today as string, rate: "" };
  const [typed, setTyped] = useState(empty);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (rate: typeof empty) => post<RateView>("/api/exchange-rates", rate),
    onSuccess: ({ currency, rate, date }) => {
      setTyped({ ...empty, date });
      announce(t("rates.new.done", { currency, rate: formatRate(rate, language), date: formatDate(date) }));
      void queryClient.invalidateQueries({ queryKey: ["case"] });
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["exchange-rates"] }),
  });
  const errors = { ...refusedFields(error), ...missing };

  function set(change: Partial<typeof empty>) {
    setTyped((before) => ({ ...before, ...change }));
    setMissing({});
    reset();
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const currency = typed.currency.trim().toUpperCase();
    const rate = typed.rate.trim().replace(",", ".");
    const found = {
      ...(/^[A-Z]{3}$/.test(currency) ? {} : { currency: t("rates.new.currency.wrong") }),
      ...(isPlainDate(typed.date) ? {} : { date: t("form.error.date", { label: t("rates.date") }) }),
      ...(isRate(rate) ? {} : { rate: t("rates.new.rate.wrong") }),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) mutate({ currency, date: typed.date, rate });
  }

  return (
    <form className="group rate-form" aria-labelledby="rate-new" onSubmit={submit} noValidate>
      <h2 id="rate-new">{t("rates.new")}</h2>
      {error !== null && <Refusal error={error} title={t("rates.new.refused")} shown={FIELDS} />}
      <TextInput
        label={t("rates.currency")}
        name="currency"
        withAsterisk
        aria-required
        maxLength={3}
        placeholder="EUR"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed.currency}
        error={errors["currency"]}
        onChange={(event) => set({ currency: event.currentTarget.value })}
      />
      <DateInput
        label={t("rates.date")}
        name="date"
        required
        max={today}
        value={typed.date}
        error={errors["date"]}
        onChange={(date) => set({ date })}
      />
      <TextInput
        label={t("rates.rate")}
        description={t("rates.rate.hint")}
        name="rate"
        withAsterisk
        aria-required
        inputMode="decimal"
        placeholder={formatRate("4.9770", language)}
        value={typed.rate}
        error={errors["rate"]}
        onChange={(event) => set({ rate: event.currentTarget.value })}
      />
      <div>
        <Button type="submit" loading={isPending}>
          {t("rates.new.submit")}
        </Button>
      </div>
    </form>
  );
}
