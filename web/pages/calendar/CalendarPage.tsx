import "./calendar.css";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FIRST_YEAR, LAST_YEAR } from "../../../domain/calendar/romanian-holidays.ts";
import { yearOf } from "../../../domain/plain-date.ts";
import { calendarQuery } from "../../api/calendar.ts";
import type { CalendarYearView } from "../../../domain/calendar/administration.ts";
import { institutionsQuery, queryString, sessionQuery } from "../../api/queries.ts";
import { longDate } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { today } from "../../parts/clock.ts";
import { Icon } from "../../parts/icons.tsx";
import { useInstitutionsByName } from "../../parts/institutions.ts";
import { Page } from "../../parts/Page.tsx";
import { ProvisionalYear } from "../../parts/Provisional.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { can } from "../../shell/abilities.ts";
import { DayList, listedId } from "./DayList.tsx";
import { pictureOf, type PictureDay } from "./days.ts";
import { useReason } from "./reason.ts";
import { DayFace, Legend, YearPicture } from "./YearPicture.tsx";

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
/** In the address: the calendar without any institution's days. */
const NOBODY = "oricine";

/** The calendar of a year, open to everybody; made to be printed on one page. */
export function CalendarPage() {
  const t = useT();
  const { an, institutie } = useSearch({ from: "/calendar" });
  const { data: session } = useQuery({ ...sessionQuery, throwOnError: false });
  const year = yearIn(an);
  const own = session?.memberships[0]?.institution ?? "";
  const institution = institutie === undefined ? own : institutie === NOBODY ? "" : institutie;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...calendarQuery(year, institution),
    enabled: session !== undefined,
  });
  return (
    <Page
      title={t("calendar.title.year", { year })}
      actions={
        <>
          {session != null && can(session, "administer-calendar") && (
            <Link to="/administrare/calendar" search={{ an: String(year) }} className="button-link">
              {t("calendar.administer")}
            </Link>
          )}
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {t("calendar.print")}
          </Button>
        </>
      }
    >
      <p className="no-print">{t("calendar.intro")}</p>
      <Choice year={year} institution={institution} />
      {error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && error === null && (
        <div className={`calendar-page${isPlaceholderData ? " waiting" : ""}`}>
          <Year calendar={data} />
        </div>
      )}
    </Page>
  );
}

/** The year in the address; this year when there is none that the calendar knows. */
export function yearIn(text: string | undefined): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : yearOf(today());
}

function Choice({ year, institution }: { year: number; institution: string }) {
  const t = useT();
  const navigate = useNavigate({ from: "/calendar" });
  const institutions = useInstitutionsByName();
  return (
    <form className="filters no-print" aria-label={t("calendar.choose")} onSubmit={(event) => event.preventDefault()}>
      <YearSelect
        year={year}
        onChange={(chosen) => {
          void navigate({ search: (before) => ({ ...before, an: String(chosen) }), replace: true, resetScroll: false });
        }}
      />
      <NativeSelect
        className="filter-wide"
        label={t("calendar.institution")}
        value={institution}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          void navigate({
            search: (before) => ({ ...before, institutie: chosen === "" ? NOBODY : chosen }),
            replace: true,
            resetScroll: false,
          });
        }}
      >
        <option value="">{t("calendar.institution.none")}</option>
        {institutions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <p className="calendar-export">
        {t("calendar.export")}:{" "}
        {(["csv", "ics"] as const).map((format) => (
          <a
            key={format}
            href={`/api/calendar/export${queryString({ format, year: String(year), institution })}`}
            download
          >
            {t(`calendar.export.${format}`)}
          </a>
        ))}
      </p>
    </form>
  );
}

/** The year, with the one before and the one after within reach. */
export function YearSelect({ year, onChange }: { year: number; onChange(year: number): void }) {
  const t = useT();
  return (
    <div className="year-select">
      <Button
        variant="default"
        aria-label={t("calendar.year.of", { year: year - 1 })}
        disabled={year === FIRST_YEAR}
        onClick={() => onChange(year - 1)}
      >
        ‹
      </Button>
      <NativeSelect
        label={t("calendar.year")}
        value={String(year)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {YEARS.map((known) => (
          <option key={known}>{known}</option>
        ))}
      </NativeSelect>
      <Button
        variant="default"
        aria-label={t("calendar.year.of", { year: year + 1 })}
        disabled={year === LAST_YEAR}
        onClick={() => onChange(year + 1)}
      >
        ›
      </Button>
    </div>
  );
}

function Year({ calendar }: { calendar: CalendarYearView }) {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  const months = pictureOf(calendar);
  const { year, confirmed, institution } = calendar;
  const owner = institution === undefined ? undefined : institutions?.get(institution);
  const count = months.reduce((sum, { workingDays }) => sum + workingDays, 0);
  return (
    <>
      <p className="calendar-whose">
        {owner === undefined ? t("calendar.institution.none") : text(owner.name)}:{" "}
        <strong>{t("calendar.yearTotal", { count, year })}</strong>
      </p>
      {!confirmed && <ProvisionalYear year={year} />}
      <YearPicture year={year} months={months} today={today()} day={(day) => <LinkedDay day={day} />} />
      <Legend />
      <DayList calendar={calendar} months={months} />
    </>
  );
}

/** A day that is more than a working day leads to its line in the list. */
function LinkedDay({ day }: { day: PictureDay }) {
  const { language } = useLanguage();
  const reason = useReason();
  if (day.reason?.kind !== "holiday" && day.declared.length === 0) return <DayFace day={day} />;
  const words = reason(day);
  return (
    <a href={`#${listedId(day)}`} title={words} aria-label={`${longDate(day.date, language)}: ${words}`}>
      <DayFace day={day} />
    </a>
  );
}
