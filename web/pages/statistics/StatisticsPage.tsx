/** Whose days the files spent, between two days, for an institution or for all that the person may see. */
import { NativeSelect } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { DutyDays } from "../../../domain/case/days-by-duty.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { get } from "../../api/http.ts";
import { institutionsQuery, queryString } from "../../api/queries.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { DutyDaysTable } from "../../parts/DutyDays.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";
import type { Search } from "../../router.tsx";

interface DaysByDuty {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly institutions: readonly string[];
  readonly files: number;
  readonly duties: readonly (DutyDays & { readonly files: number })[];
}

function daysByDutyQuery(params: Readonly<Record<string, string>>) {
  return queryOptions({
    queryKey: ["days-by-duty", params],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<DaysByDuty>(`/api/statistics/days-by-duty${queryString(params)}`, signal),
  });
}

export function StatisticsPage() {
  const t = useT();
  const { institutie = "", din = "", pana = "" } = useSearch({ from: "/inside/statistica" });
  const { data, error, isPending, refetch } = useQuery(
    daysByDutyQuery({ institution: institutie, from: din, to: pana }),
  );
  return (
    <Page title={t("statistics.title")}>
      <p>{t("statistics.intro")}</p>
      <Filters data={data} institution={institutie} from={din} to={pana} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {isPending && error === null && <Loading />}
      {data !== undefined && (
        <p className="quiet">
          {t("statistics.period", { from: formatDate(data.from), to: formatDate(data.to), count: data.files })}
        </p>
      )}
      {data !== undefined && data.duties.length === 0 && <Empty>{t("statistics.none")}</Empty>}
      {data !== undefined && data.duties.length > 0 && (
        <DutyDaysTable duties={data.duties} caption={t("statistics.title")} />
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly data: DaysByDuty | undefined;
  readonly institution: string;
  readonly from: string;
  readonly to: string;
}

function Filters({ data, institution, from, to }: FiltersProps) {
  const t = useT();
  const text = useText();
  const navigate = useNavigate({ from: "/statistica" });
  const { data: institutions } = useQuery(institutionsQuery);
  const filter = (change: Search): void => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const nameOf = (id: string): string => {
    const known = institutions?.get(id);
    return known === undefined ? id : text(known.name);
  };
  const choices = data?.institutions ?? [];
  return (
    <div className="filters no-print" role="search" aria-label={t("queue.filters")}>
      {choices.length > 1 && (
        <NativeSelect
          label={t("statistics.institution")}
          value={institution}
          onChange={(event) => filter({ institutie: event.currentTarget.value || undefined })}
        >
          <option value="">{t("statistics.all")}</option>
          {choices.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </NativeSelect>
      )}
      <DateInput
        label={t("statistics.from")}
        value={from === "" ? (data?.from ?? "") : from}
        onChange={(date) => isPlainDate(date) && filter({ din: date })}
      />
      <DateInput
        label={t("statistics.to")}
        value={to === "" ? (data?.to ?? "") : to}
        onChange={(date) => isPlainDate(date) && filter({ pana: date })}
      />
    </div>
  );
}
