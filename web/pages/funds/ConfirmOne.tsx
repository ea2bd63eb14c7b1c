import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import type { FundLine } from "../../../domain/moh/fund-views.ts";
import { get, post } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { newId } from "../../forms/send.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Refusal } from "../../parts/Refusal.tsx";

/** Confirms the funds of one file, as its own form does. */
export function ConfirmOne({ line: { caseId, ministryNumber: number }, month }: { line: FundLine; month: string }) {
  const t = useT();
  const [commandId, setCommandId] = useState(newId);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const path = `/api/cases/${encodeURIComponent(caseId)}`;
      const { version } = await get<CaseView>(path);
      const payload = { sufficient: true, month };
      return await post(`${path}/commands`, { commandId, expectedVersion: version, type: "confirmFunds", payload });
    },
    onSuccess: () => announce(t("funds.confirmOne.done", { number })),
    onError: () => setCommandId(newId()),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ["funds"] });
      void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
  return (
    <div className="fund-one no-print">
      <Button
        size="compact-sm"
        variant="default"
        loading={isPending}
        aria-label={t("funds.confirmOne.label", { number })}
        onClick={() => mutate()}
      >
        {t("funds.confirmOne")}
      </Button>
      {error !== null && <Refusal error={error} title={t("funds.confirmOne.refused")} />}
    </div>
  );
}
