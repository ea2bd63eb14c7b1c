import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { wordsOf } from "../../../domain/process-words.ts";
import { sessionQuery } from "../../api/queries.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { can } from "../../shell/abilities.ts";
import { isFiltered, type QueueSearch } from "./search.ts";

interface QueueFiltersProps {
  readonly search: QueueSearch;
  /** Those whose work the person has. */
  readonly processes: readonly CaseView["process"][];
  onChange(change: Partial<QueueSearch>): void;
}

/** The rules that set the terms of the Ministry's process; those by which the work of an E112 file is done, which has no terms. */
const RULES: Readonly<Record<CaseView["process"], readonly string[]>> = {
  moh: [
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
  ],
  e112: [
    "E112-05",
    "E112-11",
    "E112-13",
    "E112-24",
    "E112-28",
    "E112-39",
    "E112-41",
    "E112-59",
    "E112-61",
    "E112-77",
    "E112-78",
    "E112-79",
    "E112-80",
    "E112-85",
    "E112-86",
  ],
};

export function QueueFilters({ search, processes, onChange }: QueueFiltersProps) {
  const t = useT();
  const text = useText();
  const [open, setOpen] = useState(false);
  const { data: session } = useQuery(sessionQuery);
  const hasTerms = processes.includes("moh");
  const canHaveFiles = session != null && can(session, "have-files");
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
      {hasTerms && (
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
      )}
      <NativeSelect
        label={t("queue.step")}
        value={search.pas ?? ""}
        className="filter-wide"
        onChange={(event) => onChange({ pas: event.currentTarget.value })}
      >
        <option value="">{t("queue.step.all")}</option>
        {processes
          .flatMap((process) => Object.entries(wordsOf(process).steps))
          .map(([id, { title }]) => (
            <option key={id} value={id}>
              {text(title)}
            </option>
          ))}
      </NativeSelect>
      {hasTerms && (
        <NativeSelect
          label={t("queue.class")}
          value={search.clasa ?? ""}
          onChange={(event) => onChange({ clasa: event.currentTarget.value })}
        >
          <option value="">{t("queue.class.all")}</option>
          <option value="A">{t("urgency.short", { class: "A" })}</option>
          <option value="B">{t("urgency.short", { class: "B" })}</option>
        </NativeSelect>
      )}
      <NativeSelect
        label={t("queue.rule")}
        value={search.regula ?? ""}
        onChange={(event) => onChange({ regula: event.currentTarget.value })}
      >
        <option value="">{t("queue.rule.all")}</option>
        {processes
          .flatMap((process) => RULES[process])
          .map((rule) => (
            <option key={rule} value={rule}>
              {rule}
            </option>
          ))}
      </NativeSelect>
      {hasTerms && (
        <NativeSelect
          label={t("queue.sort")}
          value={search.ordine ?? ""}
          onChange={(event) => onChange({ ordine: event.currentTarget.value })}
        >
          <option value="">{t("queue.sort.due")}</option>
          <option value="data">{t("queue.sort.since")}</option>
        </NativeSelect>
      )}
      {hasTerms && (
        <Checkbox
          className="filter-check"
          label={t("queue.mine")}
          checked={search.ale_mele === "da"}
          onChange={(event) => onChange({ ale_mele: event.currentTarget.checked ? "da" : undefined })}
        />
      )}
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
