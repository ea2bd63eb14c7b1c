/** What happened to a term: from when it ran, how its last day moved and why, when it stood still, how it ended. */
import type { ReactNode } from "react";
import type { DeadlineView, MoveView, SuspensionView } from "../../../domain/case/view.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { byText } from "../../parts/by-text.ts";
import { Fact } from "../../parts/Fact.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";

type Happening =
  | { readonly kind: "moved"; readonly seq: number; readonly move: MoveView }
  | { readonly kind: "suspended"; readonly seq: number; readonly suspension: SuspensionView }
  | { readonly kind: "resumed"; readonly seq: number; readonly on: string };

/** In the order in which it was recorded. */
export function happenings({ moves, suspensions }: Pick<DeadlineView, "moves" | "suspensions">): Happening[] {
  const stops = suspensions.flatMap((suspension): Happening[] => [
    { kind: "suspended", seq: suspension.act, suspension },
    ...(suspension.until === undefined || suspension.resumedIn === undefined
      ? []
      : [{ kind: "resumed", seq: suspension.resumedIn, on: suspension.until } as const]),
  ]);
  return [...stops, ...moves.map((move) => ({ kind: "moved", seq: move.seq, move }) as const)].toSorted(
    (a, b) => a.seq - b.seq,
  );
}

export function DeadlineHistory({ deadline }: { deadline: DeadlineView }) {
  const t = useT();
  const { startsOn, passedAt, metOn, state } = deadline;
  return (
    <section className="history">
      <h3>{t("history.heading")}</h3>
      <ol>
        <Line icon="dot">{t("history.started", { date: formatDate(startsOn) })}</Line>
        {happenings(deadline).map((happening) => (
          <HappeningLine key={`${happening.kind}-${happening.seq}`} happening={happening} />
        ))}
        {passedAt !== undefined && (
          <Line icon="warning" note={[formatInstant(passedAt)]}>
            {t("history.passed")}
          </Line>
        )}
        {metOn !== undefined && (
          <Line icon="check">
            {t(state === "met-late" ? "history.met-late" : "history.met", { date: formatDate(metOn) })}
          </Line>
        )}
        {state === "cancelled" && <Line icon="dash">{t("history.cancelled")}</Line>}
      </ol>
    </section>
  );
}

function HappeningLine({ happening }: { happening: Happening }) {
  const t = useT();
  switch (happening.kind) {
    case "moved": {
      const { cause, from, to, at, by } = happening.move;
      return (
        <Line
          icon="calendar"
          note={[t(`move.${cause}`), ...(by === undefined ? [] : [byText(by, t)]), formatInstant(at)]}
        >
          {t("history.moved", { from: formatDate(from), to: formatDate(to) })}
        </Line>
      );
    }
    case "suspended":
      return <SuspensionLine suspension={happening.suspension} />;
    case "resumed":
      return <Line icon="play">{t("history.resumed", { date: formatDate(happening.on) })}</Line>;
  }
}

function SuspensionLine({ suspension: { from, causedBy, cause, legalBasis, by } }: { suspension: SuspensionView }) {
  const t = useT();
  return (
    <Line icon="pause" note={by === undefined ? [] : [byText(by, t)]}>
      {t("history.suspended", { date: formatDate(from) })}
      <dl className="facts facts-inline">
        <Fact label={t("field.causedBy")}>{t(`duty.${causedBy}`)}</Fact>
        {cause !== undefined && <Fact label={t("field.cause")}>{cause}</Fact>}
        {legalBasis !== undefined && <Fact label={t("field.legalBasis")}>{legalBasis}</Fact>}
      </dl>
    </Line>
  );
}

interface LineProps {
  readonly icon: IconName;
  readonly note?: readonly string[];
  readonly children: ReactNode;
}

function Line({ icon, note = [], children }: LineProps) {
  return (
    <li>
      <Icon name={icon} size={14} />
      <div>
        {children}
        {note.length > 0 && <span className="cell-note">{note.join(" · ")}</span>}
      </div>
    </li>
  );
}
