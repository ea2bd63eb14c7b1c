import type { PlainDate } from "../../domain/plain-date.ts";
import { useT, type Translate } from "../i18n/language.tsx";
import { Icon, type IconName } from "./icons.tsx";

export interface DueProps {
  readonly dueOn?: PlainDate | undefined;
  readonly workingDaysLeft?: number | undefined;
  readonly today: PlainDate;
}

type Urgency = "overdue" | "today" | "soon" | "later" | "none";
const SOON_WORKING_DAYS = 2;
const SIGNS = {
  overdue: "warning",
  today: "clock",
  soon: "hourglass",
  later: "calendar",
  none: "dash",
} as const satisfies Record<Urgency, IconName>;

/** Working days left in words, with a shape and a colour that say the same. */
export function DueBadge(due: DueProps) {
  const t = useT();
  const urgency = urgencyOf(due);
  return (
    <span className={`due due-${urgency}`}>
      <Icon name={SIGNS[urgency]} size={14} />
      <span>{dueText(due, t)}</span>
    </span>
  );
}

/** Says of a date that it may still change, and because of which years; nothing when it will not. */
export function ProvisionalMark({ years }: { readonly years: readonly number[] | undefined }) {
  const t = useT();
  if (years === undefined) return null;
  return (
    <span className="mark mark-provisional">
      <Icon name="hourglass" size={12} /> {t("due.provisional", { years: years.join(", ") })}
    </span>
  );
}

export function urgencyOf({ dueOn, workingDaysLeft, today }: DueProps): Urgency {
  if (dueOn === undefined || workingDaysLeft === undefined) return "none";
  if (dueOn < today || workingDaysLeft < 0) return "overdue";
  if (dueOn === today) return "today";
  return workingDaysLeft <= SOON_WORKING_DAYS ? "soon" : "later";
}

/** `depășit cu 3 zile lucrătoare`, `azi`, `mai sunt 2 zile lucrătoare`. */
export function dueText(due: DueProps, t: Translate): string {
  const left = due.workingDaysLeft ?? 0;
  switch (urgencyOf(due)) {
    case "none":
      return t("due.none");
    case "overdue":
      return left < 0 ? t("due.overdue", { days: -left }) : t("due.overdueToday");
    case "today":
      return t("due.today");
    case "soon":
    case "later":
      return t("due.left", { days: left });
  }
}
