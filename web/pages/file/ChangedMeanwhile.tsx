/** When the file changes under the page by another's act, the page says so: who did what, and when. */
import { Alert } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { CaseView, TimelineEntry } from "../../../domain/case/view.ts";
import { isOwnVersion } from "../../forms/send.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";

export function ChangedMeanwhile({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const seen = useRef(view);
  const [changes, setChanges] = useState<readonly TimelineEntry[]>([]);

  useEffect(() => {
    const before = seen.current;
    seen.current = view;
    if (view.caseId !== before.caseId || view.version <= before.version || isOwnVersion(view.caseId, view.version))
      return;
    const lastSeen = Math.max(0, ...before.timeline.map(({ seq }) => seq));
    setChanges(view.timeline.filter(({ seq, kind }) => seq > lastSeen && kind === "act"));
  }, [view]);

  return (
    <div role="status">
      {changes.length > 0 && (
        <Alert
          color="blue"
          title={t("file.changed")}
          withCloseButton
          closeButtonLabel={t("close")}
          onClose={() => setChanges([])}
          className="no-print"
        >
          <ul className="notice-list">
            {changes.map((entry) => (
              <li key={entry.seq}>
                <strong>{text(entry.title)}</strong>: {entry.by?.name ?? t("timeline.program")},{" "}
                {formatInstant(entry.at)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
