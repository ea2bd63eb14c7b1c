/** Who did what, newest first: the date of each act and the moment it was entered, late entries and corrections marked. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { CaseView, TimelineEntry } from "../../../domain/case/view.ts";
import { CommandForm, draftKey } from "../../forms/CommandForm.tsx";
import { correctDate } from "../../forms/every/correct-date.ts";
import { findDraft } from "../../forms/drafts.ts";
import type { FormDescription } from "../../forms/describe.ts";
import { dateLabel } from "../../forms/every/CorrectionField.tsx";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { INHERITED_REASON } from "../../../domain/imports/row.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { byText } from "../../parts/by-text.ts";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { PayloadFacts } from "./PayloadFacts.tsx";

export function TimelineTab({ view }: { view: CaseView }) {
  const entries = view.timeline.toSorted((a, b) => b.seq - a.seq);
  const mayCorrect = view.allowedCommands.some(({ type }) => type === "correctDate");
  return (
    <ol className="timeline" reversed>
      {entries.map((entry) => (
        <Entry key={entry.seq} entry={entry} view={view} mayCorrect={mayCorrect} />
      ))}
    </ol>
  );
}

function Entry({ entry, view, mayCorrect }: { entry: TimelineEntry; view: CaseView; mayCorrect: boolean }) {
  const t = useT();
  const text = useText();
  const variant = String(entry.seq);
  const [correcting, setCorrecting] = useState(
    () => findDraft(draftKey(view.caseId, "correctDate", variant))?.touched === true,
  );
  const isCorrectable = mayCorrect && entry.kind === "act" && entry.type !== "correctDate" && entry.dates !== undefined;
  return (
    <li className={`entry entry-${entry.kind}`} id={`act-${entry.seq}`}>
      <span className="entry-sign">
        <Icon name={signOf(entry)} size={14} />
      </span>
      <div className="entry-body">
        <div className="entry-title">
          {entry.occurredOn !== undefined && <strong className="entry-date">{formatDate(entry.occurredOn)}</strong>}{" "}
          <strong>{text(entry.title)}</strong>
          <Marks entry={entry} />
          {isCorrectable && (
            <Button
              variant="subtle"
              size="compact-xs"
              className="no-print entry-correct"
              aria-expanded={correcting}
              leftSection={<Icon name="pencil" size={12} />}
              onClick={() => setCorrecting((was) => !was)}
            >
              {t("timeline.correct")}
              <span className="sr-only">: {text(entry.title)}</span>
            </Button>
          )}
        </div>
        <p className="quiet">
          {entry.by === undefined ? t("timeline.program") : byText(entry.by, t)} ·{" "}
          {t("timeline.recorded", { at: formatInstant(entry.at) })}
        </p>
        {entry.lateReason !== undefined && (
          <p className="entry-note">{t("timeline.lateReason", { reason: lateReasonOf(entry.lateReason, text) })}</p>
        )}
        <OtherDates entry={entry} />
        <Moves entry={entry} />
        {entry.payload !== undefined && <PayloadFacts type={entry.type} payload={entry.payload} view={view} />}
        {isCorrectable && correcting && (
          <CommandForm
            view={view}
            form={correctionOf(entry)}
            title={t("timeline.correct.submit")}
            variant={variant}
            onDone={() => setCorrecting(false)}
          />
        )}
      </div>
    </li>
  );
}

/** The correction of this act: its dates as they stand are what the form proposes. One object an act, so that the draft is stable. */
const corrections = new Map<string, FormDescription<CaseView>>();
function correctionOf({ seq, occurredOn }: TimelineEntry): FormDescription<CaseView> {
  const key = `${seq}/${occurredOn ?? ""}`;
  const known = corrections.get(key);
  if (known !== undefined) return known;
  const made: FormDescription<CaseView> = {
    ...correctDate,
    initial: () => ({ correction: { corrects: seq, field: "occurredOn", date: occurredOn ?? "" } }),
  };
  corrections.set(key, made);
  return made;
}

function Marks({ entry }: { entry: TimelineEntry }) {
  const t = useT();
  return (
    <>
      {entry.late === true && <span className="mark mark-warn">{t("timeline.late")}</span>}
      {entry.correctedBy !== undefined && entry.correctedBy.length > 0 && (
        <a className="mark mark-warn" href={`#act-${entry.correctedBy.at(-1)}`}>
          {t("timeline.corrected")}
        </a>
      )}
      {entry.corrects !== undefined && (
        <a className="mark" href={`#act-${entry.corrects}`}>
          {t("timeline.corrects", { seq: entry.corrects })}
        </a>
      )}
    </>
  );
}

/** Which terms moved with it, from which day to which. */
function Moves({ entry: { kind, moves = [] } }: { entry: TimelineEntry }) {
  const t = useT();
  if (moves.length === 0) {
    return kind === "calendar-changed" ? <p className="quiet">{t("timeline.nothingMoved")}</p> : null;
  }
  return (
    <ul className="moves">
      {moves.map(({ deadline, rule, from, to }) => (
        <li key={deadline}>
          <span className="chip">{rule}</span> {formatDate(from)} → <strong>{formatDate(to)}</strong>
        </li>
      ))}
    </ul>
  );
}

function OtherDates({ entry }: { entry: TimelineEntry }) {
  const t = useT();
  const others = Object.entries(entry.dates ?? {}).filter(
    ([field, date]) => field !== "occurredOn" && date !== entry.occurredOn,
  );
  if (others.length === 0) return null;
  return (
    <p className="quiet">{others.map(([field, date]) => `${t(dateLabel(field))}: ${formatDate(date)}`).join(" · ")}</p>
  );
}

const ACT_SIGNS: Readonly<Record<string, IconName>> = {
  correctDate: "pencil",
  correctContact: "mail",
  suspendDeadline: "pause",
  resumeDeadline: "play",
};

function signOf(entry: TimelineEntry): IconName {
  switch (entry.kind) {
    case "act":
      return ACT_SIGNS[entry.type] ?? "dot";
    case "deadline-passed":
      return "warning";
    case "calendar-changed":
      return "calendar";
    case "step-closed":
      return "dash";
    case "case-closed":
      return "check";
  }
}

/** The reason that an import gives is said in the language of the page; every other as it was typed. */
function lateReasonOf(reason: string, text: ReturnType<typeof useText>): string {
  return reason === INHERITED_REASON.ro ? text(INHERITED_REASON) : reason;
}
