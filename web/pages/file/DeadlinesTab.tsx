/** The legal terms of the file, those that run first, each with its working. */
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { CaseView, DeadlineView, RuleView } from "../../../domain/case/view.ts";
import { explanationQuery } from "../../api/queries.ts";
import { formatDate, formatInstant } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { DayByDay } from "../../parts/DayByDay.tsx";
import { DueBadge } from "../../parts/DueBadge.tsx";
import { Icon, type IconName } from "../../parts/icons.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { Empty, Failure, Loading } from "../../parts/states.tsx";

const SIGNS = { met: "check", "met-late": "check", cancelled: "dash" } as const satisfies Record<string, IconName>;
const ORDER: readonly DeadlineView["state"][] = ["overdue", "open", "met-late", "met", "cancelled"];

export function DeadlinesTab({ view }: { view: CaseView }) {
  const t = useT();
  const { termen } = useSearch({ from: "/inside/dosare/$caseId" });
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  if (view.deadlines.length === 0) return <Empty>{t("deadlines.none")}</Empty>;
  const sorted = view.deadlines.toSorted(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.dueOn.localeCompare(b.dueOn),
  );
  return (
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
  const clinicName = view.clinics.find(({ id }) => id === clinic)?.name;
  return (
    <li className={`deadline deadline-${state}`}>
      <UnstyledButton className="deadline-toggle" aria-expanded={open} onClick={onToggle}>
        <Icon name="down" size={14} />
        <span className="deadline-title">
          <span className="chip">{deadline.rule}</span> {text(deadline.title)}
          {clinicName !== undefined && <span className="cell-note">{clinicName}</span>}
        </span>
        <span className="deadline-due">
          {formatDate(practicalDueOn ?? dueOn)}
          <span className="cell-note">{t(`duty.${deadline.duty}`)}</span>
        </span>
        <span className="deadline-state">
          {state === "open" || state === "overdue" ? (
            <DueBadge dueOn={practicalDueOn ?? dueOn} workingDaysLeft={deadline.workingDaysLeft} today={view.today} />
          ) : (
            <span className={`status status-${state}`}>
              <Icon name={SIGNS[state]} size={14} /> {t(`deadline.${state}`)}
              {deadline.metOn !== undefined && ` ${formatDate(deadline.metOn)}`}
            </span>
          )}
        </span>
      </UnstyledButton>
      {open && <Working deadline={deadline} view={view} />}
    </li>
  );
}

function Working({ deadline, view }: { deadline: DeadlineView; view: CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { data, error, isPending, refetch } = useQuery(
    explanationQuery(view.caseId, deadline.id, view.version, language),
  );
  const { practicalDueOn, effectOn, passedAt, readings } = deadline;
  return (
    <div className="working">
      <div>
        <dl className="facts">
          <Fact label={t("deadline.startsOn")}>{formatDate(deadline.startsOn)}</Fact>
          <Fact label={t("deadline.dueOn")}>{formatDate(deadline.dueOn)}</Fact>
          {practicalDueOn !== undefined && (
            <Fact label={t("deadline.practicalDueOn")}>{formatDate(practicalDueOn)}</Fact>
          )}
          {effectOn !== undefined && <Fact label={t("deadline.effectOn")}>{formatDate(effectOn)}</Fact>}
          {passedAt !== undefined && <Fact label={t("deadline.passedAt")}>{formatInstant(passedAt)}</Fact>}
          {data !== undefined && <Fact label={t("deadline.mode")}>{data.modeText}</Fact>}
          <Fact label={t("deadline.versions")}>
            {deadline.calendarVersion}; {deadline.lawVersion}
          </Fact>
        </dl>
        {data?.calendarChanged === true && <p className="mark mark-warn">{t("deadline.calendarChanged")}</p>}
        <RuleList rules={[deadline.rule]} />
        <Readings ids={readings} known={data?.rule?.readings ?? []} />
      </div>
      <div>
        {isPending && <Loading />}
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {data !== undefined && <DayByDay days={data.days} dueOn={deadline.dueOn} />}
      </div>
    </div>
  );
}

/** How the product reads the law where it is unclear, as far as it acts here. */
function Readings({ ids, known }: { ids: readonly string[]; known: RuleView["readings"] }) {
  const t = useT();
  const text = useText();
  if (ids.length === 0) return null;
  return (
    <details className="readings">
      <summary>{t("deadline.readings", { count: ids.length })}</summary>
      <dl>
        {ids.map((id) => {
          const reading = known.find((candidate) => candidate.id === id);
          return (
            <div key={id}>
              <dt>{id}</dt>
              <dd>{reading === undefined ? null : text(reading.text)}</dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
