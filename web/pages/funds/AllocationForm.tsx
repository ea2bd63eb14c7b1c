import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { formatMoney, LEI } from "../../../domain/money/amounts.ts";
import type { FundMonth } from "../../../domain/moh/fund-views.ts";
import { put } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { newId } from "../../forms/send.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Refusal } from "../../parts/Refusal.tsx";
import { monthText } from "../../forms/moh/MonthField.tsx";

const FIELDS = ["amount", "legalAct"] as const;

/** Another amount for the month, by the act that allocates it. */
export function AllocationForm({ funds: { month, allocation } }: { funds: FundMonth }) {
  const t = useT();
  const { language } = useLanguage();
  const [typed, setTyped] = useState({ amount: "", legalAct: "" });
  const [commandId, setCommandId] = useState(newId);
  const [missing, setMissing] = useState<Partial<Record<(typeof FIELDS)[number], string>>>({});
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      put<FundMonth>(`/api/funds/${month}/allocation`, {
        commandId,
        expectedVersion: allocation?.version ?? 0,
        amount: exact(typed.amount),
        legalAct: typed.legalAct,
      }),
    onSuccess: ({ allocation: now }) => {
      const amount = formatMoney(now?.amount ?? "0", LEI, language);
      announce(t("funds.allocate.done", { month: monthText(month, language), amount }));
    },
    onError: () => setCommandId(newId()),
    onSettled: () => void queryClient.invalidateQueries({ queryKey: ["funds"] }),
  });
  const errors: Readonly<Record<string, string | undefined>> = { ...refusedFields(error), ...missing };

  function set(change: Partial<typeof typed>) {
    setTyped((before) => ({ ...before, ...change }));
    setMissing({});
    reset();
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const found = Object.fromEntries(
      FIELDS.filter((field) => typed[field].trim() === "").map((field) => [
        field,
        t("form.error.required", { label: t(LABELS[field]) }),
      ]),
    );
    setMissing(found);
    if (Object.keys(found).length === 0) mutate();
  }

  return (
    <form className="fund-allocation no-print" onSubmit={submit} noValidate>
      {error !== null && <Refusal error={error} title={t("funds.allocate.refused")} shown={FIELDS} />}
      <TextInput
        label={t(LABELS.amount)}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        withAsterisk
        value={typed.amount}
        error={errors["amount"]}
        onChange={(event) => set({ amount: event.currentTarget.value })}
      />
      <TextInput
        label={t(LABELS.legalAct)}
        description={t("funds.allocate.act.hint")}
        name="legalAct"
        autoComplete="off"
        withAsterisk
        value={typed.legalAct}
        error={errors["legalAct"]}
        onChange={(event) => set({ legalAct: event.currentTarget.value })}
      />
      <Button type="submit" variant={allocation === undefined ? "filled" : "default"} loading={isPending}>
        {t(allocation === undefined ? "funds.allocate.new" : "funds.allocate.change")}
      </Button>
    </form>
  );
}

const LABELS = { amount: "funds.allocate.amount", legalAct: "funds.allocate.act" } as const;

/** `1.250.000,50` as `1250000.50`; what is read otherwise is left as it was typed. */
function exact(typed: string): string {
  const compact = typed.replaceAll(/[\s\u00A0]/g, "");
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(compact) || /^\d+,\d{1,2}$/.test(compact);
  return grouped ? compact.replaceAll(".", "").replace(",", ".") : compact;
}
