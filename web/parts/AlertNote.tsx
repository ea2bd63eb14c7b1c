/** A monitoring alert: unlike a due date in shape and colour, and said to be none. */
import type { AlertView } from "../../domain/case/view.ts";
import { formatDate } from "../i18n/dates.ts";
import { useT } from "../i18n/language.tsx";
import { Icon } from "./icons.tsx";

export function AlertNote({ alert }: { alert: AlertView | undefined }) {
  const t = useT();
  if (alert === undefined) return null;
  const { reached, days, reading } = alert;
  const values = { days, since: formatDate(alert.since), on: formatDate(alert.on) };
  return (
    <p className={reached ? "alert-note" : "alert-note alert-ahead"}>
      <Icon name="bell" size={14} />
      <span>
        {reached ? t("alert.reached", values) : t("alert.ahead", values)} {t("alert.nature", { reading })}
      </span>
    </p>
  );
}

/** The same in a line of a list, when its day has come. */
export function AlertMark({ alert }: { alert: AlertView | undefined }) {
  const t = useT();
  if (alert?.reached !== true) return null;
  return (
    <span className="mark mark-alert">
      <Icon name="bell" size={12} /> {t("alert.inQueue", { days: alert.days })}
    </span>
  );
}
