import type { ChangeState } from "../../../domain/calendar/administration.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";

const SIGNS = {
  saved: "clock",
  running: "hourglass",
  stopped: "dash",
  done: "check",
} as const satisfies Record<ChangeState, IconName>;

/** How far a change of the calendar has come. */
export function ChangeStateSign({ state }: { state: ChangeState }) {
  const t = useT();
  return (
    <span className={`status change-${state}`}>
      <Icon name={SIGNS[state]} size={14} /> {t(`calendar.change.${state}`)}
    </span>
  );
}
