import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { StepDefinition } from "../../../domain/case/process.ts";
import { MOH_STEPS } from "../../../domain/moh/steps.ts";
import { sessionQuery } from "../../api/queries.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { can } from "../../shell/abilities.ts";
import { isFiltered, type QueueSearch } from "./search.ts";

interface QueueFiltersProps {
  readonly search: QueueSearch;
  onChange(change: Partial<QueueSearch>): void;
}

const STEPS: readonly (readonly [string, StepDefinition])[] = Object.entries(MOH_STEPS);
/** The rules that set the terms of this process. */
const RULES = [
  "MOH-23",
  "MOH-26",
  "MOH-27",
  "MOH-28",
  "MOH-42",
  "MOH-61",
  "MOH-64",
  "MOH-69",
  "MOH-70",
  "MOH-73",
  "MOH-75",
  "MOH-76",
];

export function QueueFilters({ search, onChange }: QueueFiltersProps) {
  const t = useT();
  const text = useText();
  const [open, setOpen] = useState(false);
  const { data: session } = useQuery(sessionQuery);
  const canHaveFiles = session != null && can(session, "file-dossier");
  return (
    <form
      className={open ? "filters" : "filters filters-folded"}
      role="search"
      aria-label={t("queue.filters")}
      onSubmit={(event) => event.preventDefault()}
    >
      <Button
        variant="default"
        size="compact-sm"
        className="filters-toggle"
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {t("queue.filters")}
      </Button>
      <NativeSelect
        label={t("queue.show")}
        value={search.arata ?? ""}
        onChange={(event) => onChange({ arata: event.currentTarget.value })}
      >
        <option value="">{t("queue.show.all")}</option>
        <option value="depasite">{t("queue.show.overdue")}</option>
        <option value="azi">{t("queue.show.today")}</option>
        <option value="saptamana">{t("queue.show.week")}</option>
      </NativeSelect>
      <NativeSelect
        label={t("queue.step")}
        value={search.pas ?? ""}
        className="filter-wide"
        onChange={(event) => onChange({ pas: event.currentTarget.value })}
      >
        <option value="">{t("queue.step.all")}</option>
        {STEPS.map(([id, { title }]) => (
          <option key={id} value={id}>
            {text(title)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t("queue.class")}
        value={search.clasa ?? ""}
        onChange={(event) => onChange({ clasa: event.currentTarget.value })}
      >
        <option value="">{t("queue.class.all")}</option>
        <option value="A">{t("urgency.short", { class: "A" })}</option>
        <option value="B">{t("urgency.short", { class: "B" })}</option>
      </NativeSelect>
      <NativeSelect
        label={t("queue.rule")}
        value={search.regula ?? ""}
        onChange={(event) => onChange({ regula: event.currentTarget.value })}
      >
        <option value="">{t("queue.rule.all")}</option>
        {RULES.map((rule) => (
          <option key={rule} value={rule}>
            {rule}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={t("queue.sort")}
        value={search.ordine ?? ""}
        onChange={(event) => onChange({ ordine: event.currentTarget.value })}
      >
        <option value="">{t("queue.sort.due")}</option>
        <option value="data">{t("queue.sort.since")}</option>
      </NativeSelect>
      <Checkbox
        className="filter-check"
        label={t("queue.mine")}
        checked={search.ale_mele === "da"}
        onChange={(event) => onChange({ ale_mele: event.currentTarget.checked ? "da" : undefined })}
      />
      {canHaveFiles && (
        <Checkbox
          className="filter-check"
          label={t("queue.ownFiles")}
          checked={search.dosare === "mele"}
          onChange={(event) => onChange({ dosare: event.currentTarget.checked ? "mele" : undefined })}
        />
      )}
      {isFiltered(search) && (
        <Link to="/" className="filter-clear">
          {t("queue.clear")}
        </Link>
      )}
    </form>
  );
}
