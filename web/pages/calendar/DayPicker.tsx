/** The year as a grid in which days are chosen. One stop of the Tab key; within it the arrow keys move. */
import { useRef, useState, type KeyboardEvent } from "react";
import { addDays, addMonths, plainDate, weekday, yearOf, type PlainDate } from "../../../domain/plain-date.ts";
import { formatDate, longDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { today } from "../../parts/clock.ts";
import { Icon } from "../../parts/icons.tsx";
import type { PictureDay, PictureMonth } from "./days.ts";
import { possibleOn } from "./owners.ts";
import { useReason } from "./reason.ts";
import { DayFace, YearPicture } from "./YearPicture.tsx";

interface DayPickerProps {
  readonly year: number;
  readonly months: readonly PictureMonth[];
  /** Whose calendar is changed. */
  readonly owner: string;
  readonly chosen: ReadonlySet<PlainDate>;
  onToggle(date: PlainDate): void;
}

export function DayPicker({ year, months, owner, chosen, onToggle }: DayPickerProps) {
  const t = useT();
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<PlainDate>(today());
  const first = plainDate(`${year}-01-01`);
  const current = yearOf(reached) === year ? reached : first;

  function toggle(day: PictureDay) {
    setReached(day.date);
    const possible = possibleOn(day, owner);
    if (possible.type === "none") {
      announce(t(`calendar.pick.no.${possible.why}`, { date: formatDate(day.date) }), "warning");
    } else onToggle(day.date);
  }

  function move(event: KeyboardEvent) {
    const next = movedBy(event.key, current);
    if (next === undefined) return;
    event.preventDefault();
    if (yearOf(next) !== year) return;
    setReached(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  }

  return (
    // The keys are those of the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={grid} onKeyDown={move}>
      <YearPicture
        year={year}
        months={months}
        today={today()}
        grid
        day={(day) => (
          <PickableDay
            day={day}
            isReached={day.date === current}
            isChosen={chosen.has(day.date)}
            isPossible={possibleOn(day, owner).type !== "none"}
            onPick={() => toggle(day)}
          />
        )}
      />
    </div>
  );
}

/** The day to which a key leads. */
function movedBy(key: string, from: PlainDate): PlainDate | undefined {
  switch (key) {
    case "ArrowLeft":
      return addDays(from, -1);
    case "ArrowRight":
      return addDays(from, 1);
    case "ArrowUp":
      return addDays(from, -7);
    case "ArrowDown":
      return addDays(from, 7);
    case "PageUp":
      return addMonths(from, -1);
    case "PageDown":
      return addMonths(from, 1);
    case "Home":
      return addDays(from, 1 - weekday(from));
    case "End":
      return addDays(from, 7 - weekday(from));
    default:
      return undefined;
  }
}

interface PickableDayProps {
  readonly day: PictureDay;
  readonly isReached: boolean;
  readonly isChosen: boolean;
  readonly isPossible: boolean;
  onPick(): void;
}

function PickableDay({ day, isReached, isChosen, isPossible, onPick }: PickableDayProps) {
  const t = useT();
  const { language } = useLanguage();
  const reason = useReason();
  const isPrepared = day.drafted.length > 0;
  const words = [
    longDate(day.date, language),
    reason(day),
    ...(day.date === today() ? [t("calendar.today")] : []),
    ...(isPrepared ? [t("calendar.pick.prepared")] : []),
  ];
  return (
    <button
      type="button"
      className={`pick-day${isChosen ? " pick-chosen" : ""}${isPrepared ? " pick-prepared" : ""}`}
      data-date={day.date}
      tabIndex={isReached ? 0 : -1}
      aria-pressed={isChosen}
      aria-disabled={!isPossible}
      aria-label={words.join(", ")}
      title={reason(day)}
      onClick={onPick}
    >
      <DayFace day={day} />
      {(isChosen || isPrepared) && (
        <span className="pick-sign">
          <Icon name={isChosen ? "check" : "pencil"} size={11} />
        </span>
      )}
    </button>
  );
}
