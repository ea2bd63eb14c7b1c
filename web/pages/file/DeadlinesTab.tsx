/** The legal terms of the file, those that run first, each with its working. */
import { UnstyledButton } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { CaseView, DeadlineView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { clinicName } from "../../parts/clinic-name.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { DueBadge } from "../../parts/DueBadge.tsx";
import { DutyDaysTable } from "../../parts/DutyDays.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { Empty } from "../../parts/states.tsx";
import { DeadlineDetails } from "./DeadlineDetails.tsx";

const SIGNS = {
  suspended: "pause",
  met: "check",
  "met-late": "check",
  cancelled: "dash",
} as const satisfies Record<string, IconName>;
const ORDER: readonly DeadlineView["state"][] = ["overdue", "open", "suspended", "met-late", "met", "cancelled"];

export function DeadlinesTab({ view }: { view: CaseView }) {
  const t = useT();
  const { termen } = useSearch({ from: "/inside/dosare/$caseId" });
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  const sorted = view.deadlines.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn),
  );
  return (
    <>
      {sorted.length === 0 && <Empty>{t("deadlines.none")}</Empty>}
      <ul className="deadlines">
        {sorted.map((deadline) => (
          <DeadlineLine
            key={deadline.id}
            deadline={deadline}
            view={view}
            open={termen === deadline.id}
            onToggle={() => {
              const next = termen === deadline.id ? undefined : deadline.id;
              void navigate({ search: (before) => ({ ...before, termen: next }), replace: true, resetScroll: false });
            }}
          />
        ))}
      </ul>
      {view.daysByDuty.length > 0 && (
        <section>
          <h2>{t("dutyDays.heading")}</h2>
          <DutyDaysTable duties={view.daysByDuty} caption={t("dutyDays.heading")} />
          <p className="quiet">{t("dutyDays.hint")}</p>
        </section>
      )}
    </>
  );
}

interface DeadlineLineProps {
  readonly deadline: DeadlineView;
  readonly view: CaseView;
  readonly open: boolean;
  onToggle(): void;
}

function DeadlineLine({ deadline, view, open, onToggle }: DeadlineLineProps) {
  const t = useT();
  const text = useText();
  const { state, dueOn, practicalDueOn, clinic } = deadline;
  const named = clinicName(view, clinic);
  return (
    <li className={`deadline deadline-${state}`}>
      <UnstyledButton className="deadline-toggle" aria-expanded={open} onClick={onToggle}>
        <Icon name="down" size={14} />
        <span className="deadline-title">
          <span className="chip">{deadline.rule}</span> {text(deadline.title)}
          {named !== undefined && <span className="cell-note">{named}</span>}
        </span>
        <span className="deadline-due">
          {formatDate(practicalDueOn ?? dueOn)}
          {state === "suspended" && <span className="cell-note">{t("deadline.beforeSuspension")}</span>}
          <span className="cell-note">{t(`duty.${deadline.duty}`)}</span>
        </span>
        <span className="deadline-state">
          <State deadline={deadline} view={view} />
          <Marks deadline={deadline} />
        </span>
      </UnstyledButton>
      {open && <DeadlineDetails deadline={deadline} view={view} />}
    </li>
  );
}

/** What a person should know of the date beside its state: that it may still change, that it was changed. */
function Marks({ deadline: { provisionalYears, moves, state } }: { deadline: DeadlineView }) {
  const t = useT();
  const corrected = moves.some(({ cause }) => cause === "correction");
  return (
    <>
      {provisionalYears !== undefined && (state === "open" || state === "overdue" || state === "suspended") && (
        <span className="mark mark-warn">{t("deadline.provisional", { years: provisionalYears.join(", ") })}</span>
      )}
      {moves.length > 0 && <span className="mark">{t(corrected ? "deadline.corrected" : "deadline.moved")}</span>}
    </>
  );
}

function State({ deadline, view }: { deadline: DeadlineView; view: CaseView }) {
  const t = useT();
  const { state, dueOn, practicalDueOn, metOn, suspensions } = deadline;
  if (state === "open" || state === "overdue") {
    return <DueBadge dueOn={practicalDueOn ?? dueOn} workingDaysLeft={deadline.workingDaysLeft} today={view.today} />;
  }
  const date = formatDate((state === "suspended" ? suspensions.at(-1)?.from : metOn) ?? dueOn);
  return (
    <span className={`status status-${state}`}>
      <Icon name={SIGNS[state]} size={14} /> {t(`deadline.${state}`, { date })}
    </span>
  );
}
