import { useCallback } from "react";
import { useT, useText } from "../../i18n/language.tsx";
import type { PictureDay } from "./days.ts";

/** What a day is, in words: `sărbătoare legală: Vinerea Mare`. */
export function useReason(): (day: PictureDay) => string {
  const t = useT();
  const text = useText();
  return useCallback(
    ({ mark, reason }) => {
      const what = t(`calendar.mark.${mark}`);
      return mark === "holiday" && reason?.name !== undefined ? `${what}: ${text(reason.name)}` : what;
    },
    [t, text],
  );
}
