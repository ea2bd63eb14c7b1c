/** The messages of a term around its due day, day by day. */
import { messageTitle } from "../../../domain/i18n/message-titles.ts";
import { audienceText } from "../../../domain/messages/audience.ts";
import type { ReminderStage } from "../../../domain/reminders/policy.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";

const SIGNS = {
  before: "hourglass",
  due: "clock",
  overdue: "warning",
  escalation: "warning",
  "second-escalation": "warning",
} as const satisfies Record<ReminderStage["kind"], IconName>;

interface TimelineProps {
  readonly stages: readonly ReminderStage[];
  /** What the product has: what is not among it is marked. */
  readonly defaults: readonly ReminderStage[];
}

export function Timeline({ stages, defaults }: TimelineProps) {
  const t = useT();
  const text = useText();
  const days = [...new Set([0, ...stages.map(({ workingDays }) => workingDays)])].toSorted((a, b) => a - b);
  return (
    <ol className="timeline" aria-label={t("reminders.timeline")}>
      {days.map((day) => {
        const said = stages.filter(({ workingDays }) => workingDays === day);
        return (
          <li key={day} className={day === 0 ? "timeline-day timeline-due" : "timeline-day"}>
            <span className="timeline-when">{dayText(day, t)}</span>
            {said.length === 0 && <span className="quiet">{t("reminders.nothing")}</span>}
            <ul>
              {said.map((stage) => (
                <li key={`${stage.kind} ${stage.audience}`} className={`timeline-stage timeline-${stage.kind}`}>
                  <Icon name={SIGNS[stage.kind]} size={14} />
                  <span>
                    {text(audienceText(stage.audience))}
                    <span className="cell-note">{text(messageTitle(stage.kind))}</span>
                    {!defaults.some((other) => isSameMessage(stage, other)) && (
                      <span className="mark mark-warn">{t("reminders.added")}</span>
                    )}
                    {stage.words !== undefined && <span className="mark">{t("reminders.ownWords")}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

/** `cu 2 zile lucrătoare înainte`, `în ziua termenului`, `la 3 zile lucrătoare după`. */
export function dayText(day: number, t: Translate): string {
  if (day === 0) return t("reminders.onDay");
  return day < 0 ? t("reminders.before", { days: -day }) : t("reminders.after", { days: day });
}

/** The same message to the same people on the same day, in whatever words. */
function isSameMessage(one: ReminderStage, other: ReminderStage): boolean {
  return one.kind === other.kind && one.audience === other.audience && one.workingDays === other.workingDays;
}

/** What the stages leave out of the product's own, in words; nothing when they hold all of it. */
export function LeftOut({ stages, defaults }: TimelineProps) {
  const t = useT();
  const text = useText();
  const gone = defaults.filter((stage) => !stages.some((other) => isSameMessage(stage, other)));
  if (gone.length === 0) return null;
  return (
    <div className="left-out">
      <p>{t("reminders.leftOut")}</p>
      <ul>
        {gone.map((stage) => (
          <li key={`${stage.kind} ${stage.audience} ${stage.workingDays}`}>
            <del>
              {dayText(stage.workingDays, t)}: {text(messageTitle(stage.kind))}, {text(audienceText(stage.audience))}
            </del>
          </li>
        ))}
      </ul>
    </div>
  );
}
