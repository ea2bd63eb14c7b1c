/** What may still change because the calendar of a year is not confirmed. Never shown by a colour alone. */
import type { ReactNode } from "react";
import { useT } from "../i18n/language.tsx";
import { Icon } from "./icons.tsx";

function Band({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="provisional" role="note">
      <Icon name="hourglass" />
      <p>
        <strong>{title}.</strong> {children}
      </p>
    </div>
  );
}

/** A year whose days may still change. */
export function ProvisionalYear({ year }: { year: number }) {
  const t = useT();
  return <Band title={t("calendar.provisional", { year: String(year) })}>{t("calendar.provisional.text")}</Band>;
}

/** A date counted through such years. */
export function ProvisionalDate({ years }: { years: readonly number[] }) {
  const t = useT();
  return (
    <Band title={t("provisional.date")}>
      {t("provisional.date.text", { count: years.length, years: years.join(", ") })}
    </Band>
  );
}
