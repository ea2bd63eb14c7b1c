import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { put } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import type { PolicyList } from "../../api/reminders.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Refusal } from "../../parts/Refusal.tsx";

/** Between which hours messages leave, on working days. */
export function OfficeHoursForm({ list }: { list: PolicyList }) {
  const t = useT();
  const { institution, hours, mayChange } = list;
  const [opens, setOpens] = useState(String(hours.opens));
  const [closes, setCloses] = useState(String(hours.closes));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      put<unknown>(`/api/admin/institutions/${encodeURIComponent(institution)}/office-hours`, {
        opens: Number(opens),
        closes: Number(closes),
      }),
    onSuccess: () => {
      announce(t("hours.saved", { opens, closes }));
      void queryClient.invalidateQueries({ queryKey: ["reminder-policies"] });
      void queryClient.invalidateQueries({ queryKey: ["reminder-preview"] });
    },
  });
  const errors = refusedFields(error);
  if (!mayChange) return <p>{t("hours.are", { opens: hours.opens, closes: hours.closes })}</p>;
  const changed = opens !== String(hours.opens) || closes !== String(hours.closes);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <form className="group hours" aria-label={t("hours.title")} onSubmit={submit} noValidate>
      <p>
        <strong>{t("hours.title")}</strong> <span className="quiet">{t("hours.hint")}</span>
      </p>
      {error !== null && <Refusal error={error} title={t("hours.refused")} shown={["opens", "closes"]} />}
      <div className="hours-fields">
        <TextInput
          label={t("hours.opens")}
          name="opens"
          inputMode="numeric"
          maxLength={2}
          value={opens}
          error={errors["opens"]}
          onChange={(event) => setOpens(event.currentTarget.value)}
        />
        <TextInput
          label={t("hours.closes")}
          name="closes"
          inputMode="numeric"
          maxLength={2}
          value={closes}
          error={errors["closes"]}
          onChange={(event) => setCloses(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isPending} disabled={!changed}>
          {t("hours.save")}
        </Button>
      </div>
    </form>
  );
}
