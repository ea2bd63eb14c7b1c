import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { DoneAct } from "../../../domain/calendar/administration.ts";
import { institutionsQuery } from "../../api/queries.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";

/** For whom a day is: `everyone`, `public-sector`, or an institution by its id. */
export function useWhom(): (whom: string) => string {
  const t = useT();
  const text = useText();
  const { data: institutions } = useQuery(institutionsQuery);
  return useCallback(
    (whom) => {
      if (whom === "everyone" || whom === "public-sector") return t(`calendar.for.${whom}`);
      const known = institutions?.get(whom);
      return known === undefined ? whom : text(known.name);
    },
    [t, text, institutions],
  );
}

/** What an act does, in a line: `Zi liberă: 02.05.2025, pentru sectorul public`. */
export function useActText(): (act: DoneAct) => string {
  const t = useT();
  const whom = useWhom();
  return useCallback(
    (act) => {
      switch (act.type) {
        case "declareDayOff":
        case "declareRecoveryDay":
          return t(`calendar.act.${act.type}`, { date: formatDate(act.date), whom: whom(act.for) });
        case "withdrawDay": {
          const { day } = act;
          if (day === undefined) return t("calendar.act.withdraw");
          return t(`calendar.act.withdraw.${day.kind}`, { date: formatDate(day.date), whom: whom(day.for) });
        }
        case "confirmYear":
          return t("calendar.act.confirmYear", { year: String(act.year) });
        case "setInterruption":
          return t(act.interrupted ? "calendar.act.interrupted" : "calendar.act.notInterrupted", { rule: act.rule });
      }
    },
    [t, whom],
  );
}

/** The act of law on which it rests. */
export function groundOf(act: DoneAct): string {
  return act.type === "setInterruption" ? act.citation : act.legalAct;
}
