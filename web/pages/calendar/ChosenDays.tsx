/** What becomes of the chosen days, by which act and for whom. */
import { Button, CloseButton, Radio, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { formatDate, weekdayName } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import type { PictureDay } from "./days.ts";
import { NATIONAL, possibleOn, type OwnedCalendar, type Possible } from "./owners.ts";

/** What was last written, for the next days of the same act. */
export interface ActForm {
  readonly legalAct: string;
  readonly audience: "public-sector" | "everyone";
}

const GROUPS = ["declareDayOff", "declareRecoveryDay", "withdrawDay"] as const satisfies readonly Possible["type"][];

interface ChosenDaysProps {
  readonly days: readonly PictureDay[];
  readonly calendar: OwnedCalendar;
  readonly form: ActForm;
  onForm(form: ActForm): void;
  onUnchoose(dates: readonly PlainDate[]): void;
  onPrepare(): void;
}

export function ChosenDays({ days, calendar, form, onForm, onUnchoose, onPrepare }: ChosenDaysProps) {
  const t = useT();
  const [error, setError] = useState<string>();
  const isNational = calendar.id === NATIONAL;
  const groups = GROUPS.map((type) => ({
    type,
    members: days.filter((day) => possibleOn(day, calendar.id).type === type),
  }));
  const declares = groups.some(({ type, members }) => type !== "withdrawDay" && members.length > 0);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const missing = form.legalAct.trim() === "";
    setError(missing ? t("form.error.required", { label: t("calendar.pick.act") }) : undefined);
    if (!missing) onPrepare();
  }

  return (
    <form className="chosen" id="zile-alese" onSubmit={submit} noValidate aria-labelledby="chosen-title">
      <h2 id="chosen-title">{t("calendar.pick.title")}</h2>
      {groups.map(
        ({ type, members }) =>
          members.length > 0 && (
            <div key={type}>
              <ul className="chosen-days">
                {members.map((day) => (
                  <ChosenDay key={day.date} day={day} onRemove={() => onUnchoose([day.date])} />
                ))}
              </ul>
              <p className="chosen-what">{t(`calendar.pick.${type}`)}</p>
            </div>
          ),
      )}
      {declares && isNational && (
        <Radio.Group
          label={t("calendar.pick.for")}
          name="audience"
          value={form.audience}
          onChange={(audience) => onForm({ ...form, audience: audience === "everyone" ? "everyone" : "public-sector" })}
        >
          <div className="radios">
            <Radio value="public-sector" label={t("calendar.pick.for.public-sector")} />
            <Radio value="everyone" label={t("calendar.pick.for.everyone")} />
          </div>
        </Radio.Group>
      )}
      {declares && !isNational && <p>{t("calendar.pick.for.own", { name: calendar.name })}</p>}
      <TextInput
        label={t("calendar.pick.act")}
        description={t("calendar.pick.act.hint")}
        name="legalAct"
        withAsterisk
        maxLength={300}
        value={form.legalAct}
        error={error}
        onChange={(event) => onForm({ ...form, legalAct: event.currentTarget.value })}
      />
      <div className="buttons">
        <Button type="submit">{t("calendar.pick.submit")}</Button>
        <Button variant="default" onClick={() => onUnchoose(days.map(({ date }) => date))}>
          {t("calendar.pick.clear")}
        </Button>
      </div>
    </form>
  );
}

function ChosenDay({ day: { date, weekday }, onRemove }: { day: PictureDay; onRemove(): void }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <li>
      {formatDate(date)} <span className="day-name">{weekdayName(weekday, language)}</span>
      <CloseButton size="sm" aria-label={t("calendar.pick.unchoose", { date: formatDate(date) })} onClick={onRemove} />
    </li>
  );
}
