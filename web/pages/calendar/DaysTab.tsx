import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { calendarQuery } from "../../api/calendar.ts";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { ProvisionalYear } from "../../parts/Provisional.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { YearSelect, yearIn } from "./CalendarPage.tsx";
import { ChosenDays, type ActForm } from "./ChosenDays.tsx";
import { DayPicker } from "./DayPicker.tsx";
import { pictureOf } from "./days.ts";
import type { CalendarDraft } from "./draft.ts";
import { actsOn, NATIONAL, type OwnedCalendar } from "./owners.ts";
import { PREPARED_ID, PreparedActs } from "./PreparedActs.tsx";
import { Legend } from "./YearPicture.tsx";

interface DaysTabProps {
  readonly calendar: OwnedCalendar;
  readonly draft: CalendarDraft;
}

/** Days are chosen in the picture of the year, and change together by one act. */
export function DaysTab({ calendar, draft }: DaysTabProps) {
  const t = useT();
  const { an } = useSearch({ from: "/inside/administrare/calendar" });
  const navigate = useNavigate({ from: "/administrare/calendar" });
  const year = yearIn(an);
  const { data, error, isPlaceholderData, refetch } = useQuery(calendarQuery(year, calendar.institution));
  const [chosen, setChosen] = useState<ReadonlySet<PlainDate>>(new Set());
  const [form, setForm] = useState<ActForm>({ legalAct: "", audience: "public-sector" });
  const isShown = data !== undefined && !isPlaceholderData;
  const months = isShown ? pictureOf(data, draft.acts) : [];
  const days = months.flatMap((month) => month.days).filter(({ date }) => chosen.has(date));

  function unchoose(dates: readonly PlainDate[]) {
    setChosen((before) => new Set([...before].filter((date) => !dates.includes(date))));
  }

  function prepare() {
    const audience = calendar.id === NATIONAL ? form.audience : calendar.id;
    const acts = actsOn(days, calendar.id, { audience, legalAct: form.legalAct.trim() });
    draft.add(acts);
    setChosen(new Set());
    announce(t("calendar.draft.added", { count: acts.length }));
    document.getElementById(PREPARED_ID)?.focus();
  }

  return (
    <div className="administration">
      <div>
        <p>{t("calendar.pick.how")}</p>
        <p className="quiet keys-hint">{t("calendar.pick.keys")}</p>
        <div className="filters">
          <YearSelect
            year={year}
            onChange={(next) => {
              setChosen(new Set());
              void navigate({
                search: (before) => ({ ...before, an: String(next) }),
                replace: true,
                resetScroll: false,
              });
            }}
          />
        </div>
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {!isShown && error === null && <Loading />}
        {isShown && (
          <>
            {!data.confirmed && <ProvisionalYear year={year} />}
            {!data.confirmed && calendar.id === NATIONAL && <ConfirmYear year={year} draft={draft} />}
            <DayPicker
              year={year}
              months={months}
              owner={calendar.id}
              chosen={chosen}
              onToggle={(date) => {
                setChosen((before) => (before.has(date) ? without(before, date) : new Set([...before, date])));
              }}
            />
            <Legend />
          </>
        )}
      </div>
      <aside className="aside">
        {days.length > 0 && (
          <ChosenDays
            days={days}
            calendar={calendar}
            form={form}
            onForm={setForm}
            onUnchoose={unchoose}
            onPrepare={prepare}
          />
        )}
        <PreparedActs draft={draft} calendar={calendar.id} />
      </aside>
      {(days.length > 0 || draft.acts.length > 0) && (
        <p className="aside-way">
          {days.length > 0 ? (
            <>
              {t("calendar.pick.count", { count: days.length })} <a href="#zile-alese">{t("calendar.pick.toForm")}</a>
            </>
          ) : (
            <a href={`#${PREPARED_ID}`}>{t("calendar.draft.count", { count: draft.acts.length })}</a>
          )}
        </p>
      )}
    </div>
  );
}

function without(dates: ReadonlySet<PlainDate>, gone: PlainDate): ReadonlySet<PlainDate> {
  return new Set([...dates].filter((date) => date !== gone));
}

/** The days of the year are known: its terms cease to be provisional. */
function ConfirmYear({ year, draft }: { year: number; draft: CalendarDraft }) {
  const t = useT();
  const [ground, setGround] = useState("");
  const [error, setError] = useState<string>();
  if (draft.acts.some((act) => act.type === "confirmYear" && act.year === year)) {
    return <p>{t("calendar.year.confirm.prepared", { year })}</p>;
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const legalAct = ground.trim();
    setError(legalAct === "" ? t("form.error.required", { label: t("calendar.year.confirm.basis") }) : undefined);
    if (legalAct === "") return;
    draft.add([{ type: "confirmYear", year, legalAct }]);
    announce(t("calendar.draft.added", { count: 1 }));
    document.getElementById(PREPARED_ID)?.focus();
  }

  return (
    <details className="confirm-year">
      <summary>{t("calendar.year.confirm", { year })}</summary>
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t("calendar.year.confirm.basis")}
          description={t("calendar.year.confirm.hint")}
          name="confirmYear"
          withAsterisk
          maxLength={300}
          value={ground}
          error={error}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t("calendar.year.confirm.submit")}
        </Button>
      </form>
    </details>
  );
}
