/** Absences one under the other, each with its place in the coming weeks. */
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { addDays, dayNumber, weekday, type PlainDate } from "../../../domain/plain-date.ts";
import { post } from "../../api/http.ts";
import type { AbsenceList, AbsenceView } from "../../api/people.ts";
import { institutionsQuery, queryClient } from "../../api/queries.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";

const WEEKS = 6;
const WEEK_DAYS = 7;
const MONDAY = 1;

interface AbsenceRowsProps {
  readonly list: AbsenceList;
  readonly items: readonly AbsenceView[];
  /** Says whose each is. */
  readonly named?: boolean;
}

export function AbsenceRows({ list, items, named = false }: AbsenceRowsProps) {
  const first = addDays(list.today, MONDAY - weekday(list.today));
  const places = new Set(list.people.map(({ institution }) => institution));
  return (
    <div className="absence-rows">
      <Weeks first={first} />
      <ul>
        {items.map((absence) => (
          <AbsenceRow
            key={absence.id}
            absence={absence}
            first={first}
            today={list.today}
            named={named}
            placed={places.size > 1}
          />
        ))}
      </ul>
    </div>
  );
}

/** The Mondays over the strips; what they say stands in words in each row. */
function Weeks({ first }: { first: PlainDate }) {
  return (
    <div className="absence-weeks" aria-hidden="true">
      <div>
        {Array.from({ length: WEEKS }, (_, week) => (
          <span key={week}>{formatDate(addDays(first, week * WEEK_DAYS)).slice(0, 5)}</span>
        ))}
      </div>
    </div>
  );
}

interface AbsenceRowProps {
  readonly absence: AbsenceView;
  readonly first: PlainDate;
  readonly today: PlainDate;
  readonly named: boolean;
  readonly placed: boolean;
}

function AbsenceRow({ absence, first, today, named, placed }: AbsenceRowProps) {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  const { user, substitute, fromOn, untilOn, withdrawnAt, declaredBy } = absence;
  const place = institutions?.get(absence.institution)?.name;
  const state = stateOf(absence, today);
  return (
    <li className={`absence absence-${state}`}>
      <div className="absence-words">
        {named && <strong className="absence-who">{user.name}</strong>}
        <span className={named ? "absence-days" : "absence-days absence-who"}>
          {t(fromOn === untilOn ? "absences.day" : "absences.days", {
            from: formatDate(fromOn),
            until: formatDate(untilOn),
          })}
        </span>
        {state === "now" && <span className="mark mark-warn">{t("absences.now")}</span>}
        {state === "over" && <span className="mark">{t("absences.over")}</span>}
        <span className="cell-note">{t("absences.substitute", { name: substitute.name })}</span>
        {declaredBy !== user.name && (
          <span className="cell-note">{t("absences.declaredBy", { name: declaredBy })}</span>
        )}
        {placed && place !== undefined && <span className="cell-note">{text(place)}</span>}
        {withdrawnAt !== undefined && (
          <span className="cell-note">{t("absences.withdrawn", { at: formatInstant(withdrawnAt) })}</span>
        )}
        {absence.mayWithdraw && <Withdraw absence={absence} />}
      </div>
      <Strip absence={absence} first={first} today={today} />
    </li>
  );
}

function stateOf(
  { fromOn, untilOn, withdrawnAt }: AbsenceView,
  today: PlainDate,
): "withdrawn" | "over" | "now" | "ahead" {
  if (withdrawnAt !== undefined) return "withdrawn";
  if (untilOn < today) return "over";
  return fromOn <= today ? "now" : "ahead";
}

/** The days away as a bar over six weeks. */
function Strip({ absence, first, today }: { absence: AbsenceView; first: PlainDate; today: PlainDate }) {
  const days = WEEKS * WEEK_DAYS;
  const from = Math.max(0, dayNumber(absence.fromOn) - dayNumber(first));
  const until = Math.min(days - 1, dayNumber(absence.untilOn) - dayNumber(first));
  return (
    <div className="absence-strip" aria-hidden="true">
      <span className="absence-today" style={{ gridColumn: dayNumber(today) - dayNumber(first) + 1 }} />
      {from <= until && <span className="absence-bar" style={{ gridColumn: `${from + 1} / ${until + 2}` }} />}
    </div>
  );
}

function Withdraw({ absence }: { absence: AbsenceView }) {
  const t = useT();
  const { user, fromOn, untilOn } = absence;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<unknown>(`/api/absences/${encodeURIComponent(absence.id)}/withdraw`, {}),
    onSuccess: () => announce(t("absences.withdrawn.done", { name: user.name })),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ["absences"] });
      void queryClient.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        aria-label={t("absences.withdraw.of", {
          name: user.name,
          from: formatDate(fromOn),
          until: formatDate(untilOn),
        })}
        onClick={() => mutate()}
      >
        {t("absences.withdraw")}
      </Button>
      {error !== null && <span className="field-error">{error.message}</span>}
    </>
  );
}
