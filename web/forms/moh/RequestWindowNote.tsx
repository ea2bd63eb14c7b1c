/** What would follow if the request left today: when the clinic's time ends, against the day by which the dossier goes (MOH-A6). */
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import type { SpecialProps } from "../describe.ts";
import { textAt } from "../values.ts";

export function RequestWindowNote({ path, values, view }: SpecialProps) {
  const t = useT();
  const chosen = view.clinics.find(({ id }) => id === textAt(values, path))?.requestWindow;
  const window = chosen ?? view.clinics.find(({ askedOn }) => askedOn === undefined)?.requestWindow;
  if (window === undefined) return null;
  const dates = { endsOn: formatDate(window.endsOn), sendBy: formatDate(window.sendBy) };
  return window.late ? (
    <p className="mark mark-warn" role="status">
      {t("window.today.late", dates)}
    </p>
  ) : (
    <p className="field-note">{t("window.today", dates)}</p>
  );
}
