/** The changes that are prepared and not yet saved. */
import { Button, CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { groundOf, useActText } from "./act-text.ts";
import type { DoneAct } from "../../../domain/calendar/administration.ts";
import type { CalendarDraft } from "./draft.ts";

export const PREPARED_ID = "schimbari-pregatite";

export function PreparedActs({ draft, calendar }: { draft: CalendarDraft; calendar: string }) {
  const t = useT();
  const say = useActText();
  const { acts } = draft;
  return (
    <section className="prepared" aria-labelledby={PREPARED_ID}>
      <h2 id={PREPARED_ID} tabIndex={-1}>
        {t("calendar.draft.title")} {acts.length > 0 && <span className="quiet">({acts.length})</span>}
      </h2>
      {acts.length === 0 && <p className="quiet">{t("calendar.draft.none")}</p>}
      <ActList
        acts={acts}
        action={(act) => (
          <CloseButton
            size="sm"
            aria-label={t("calendar.draft.remove", { act: say(act) })}
            onClick={() => {
              draft.remove(act);
              announce(t("calendar.draft.removed", { act: say(act) }));
              document.getElementById(PREPARED_ID)?.focus();
            }}
          />
        )}
      />
      {acts.length > 0 && (
        <div className="buttons">
          <Button
            renderRoot={(props) => <Link {...props} to="/administrare/calendar/simulare" search={{ calendar }} />}
          >
            {t("calendar.draft.simulate")}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              draft.clear();
              document.getElementById(PREPARED_ID)?.focus();
            }}
          >
            {t("calendar.draft.clear")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ActListProps {
  readonly acts: readonly DoneAct[];
  /** What may be done with one. */
  action?(act: DoneAct): ReactNode;
  /** What is wrong with one, by its place. */
  readonly errors?: ReadonlyMap<number, string>;
}

/** Acts in the order in which they are done, each with its ground. */
export function ActList({ acts, action, errors }: ActListProps) {
  const say = useActText();
  if (acts.length === 0) return null;
  return (
    <ol className="acts">
      {acts.map((act, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- their order is what they are
        <li key={at}>
          <span className="act-text">
            {say(act)}
            <span className="cell-note">{groundOf(act)}</span>
            {errors?.has(at) === true && <span className="field-error">{errors.get(at)}</span>}
          </span>
          {action?.(act)}
        </li>
      ))}
    </ol>
  );
}
