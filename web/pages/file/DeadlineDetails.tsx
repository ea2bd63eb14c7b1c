/** One term, opened: its dates, how it was counted day by day, what happened to it, and what may be done with it. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CaseView, DeadlineView, RuleView } from "../../../domain/case/view.ts";
import { explanationQuery } from "../../api/queries.ts";
import { CommandForm, draftKey } from "../../forms/CommandForm.tsx";
import type { FormDescription } from "../../forms/describe.ts";
import { findDraft } from "../../forms/drafts.ts";
import { resumeDeadline, suspendDeadline } from "../../forms/every/suspensions.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../i18n/language.tsx";
import { CountingGround } from "../../parts/CountingGround.tsx";
import { DayByDay } from "../../parts/DayByDay.tsx";
import { Fact } from "../../parts/Fact.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleList } from "../../parts/RuleNote.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import { DeadlineHistory } from "./DeadlineHistory.tsx";

export function DeadlineDetails({ deadline, view }: { deadline: DeadlineView; view: CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { data, error, isPending, refetch } = useQuery(
    explanationQuery(view.caseId, deadline.id, view.version, language),
  );
  const { practicalDueOn, effectOn, readings } = deadline;
  const address = `/api/cases/${view.caseId}/deadlines/${encodeURIComponent(deadline.id)}`;
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
          {data !== undefined && <Fact label={t("deadline.mode")}>{data.modeText}</Fact>}
          <Fact label={t("deadline.versions")}>
            {deadline.calendarVersion}; {deadline.lawVersion}
          </Fact>
        </dl>
        {data?.today !== undefined && (
          <p className="mark mark-warn">
            {t("deadline.calendarChanged", { date: formatDate(data.today.practicalDueOn ?? data.today.due) })}
          </p>
        )}
        <DeadlineHistory deadline={deadline} />
        <Keeping deadline={deadline} view={view} />
        <RuleList rules={[deadline.rule]} />
        {data?.rule !== undefined && <CountingGround rule={data.rule} />}
        <Readings ids={readings} known={data?.rule?.readings ?? []} />
      </div>
      <div>
        {isPending && <Loading />}
        {error !== null && <Failure error={error} retry={() => void refetch()} />}
        {data !== undefined && <DayByDay days={data.days} dueOn={deadline.dueOn} />}
        <a
          className="button-link certificate no-print"
          href={`${address}/certificate.pdf?lang=${language}`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="print" size={14} /> {t("deadline.certificate")}
        </a>
      </div>
    </div>
  );
}

/** Suspending and resuming, for the person whose part it is (reading DEC-21). */
function Keeping({ deadline: { id }, view }: { deadline: DeadlineView; view: CaseView }) {
  const t = useT();
  const command = view.allowedCommands.find(({ deadlines }) => deadlines?.includes(id));
  const type = command?.type === "resumeDeadline" ? "resumeDeadline" : "suspendDeadline";
  const [open, setOpen] = useState(() => findDraft(draftKey(view.caseId, type, id))?.touched === true);
  if (command === undefined) return null;
  const title = t(type === "resumeDeadline" ? "deadline.resume" : "deadline.suspend");
  return (
    <div className="no-print keeping">
      <Button
        variant="default"
        size="compact-sm"
        aria-expanded={open}
        leftSection={<Icon name={type === "resumeDeadline" ? "play" : "pause"} size={12} />}
        onClick={() => setOpen((was) => !was)}
      >
        {title}
      </Button>
      {open && (
        <CommandForm view={view} form={formFor(type, id)} title={title} variant={id} onDone={() => setOpen(false)} />
      )}
    </div>
  );
}

/** The form with this term filled in. One object a term, so that the draft is stable. */
const FORMS = { suspendDeadline, resumeDeadline };
const forms = new Map<string, FormDescription<CaseView>>();
function formFor(type: "suspendDeadline" | "resumeDeadline", deadline: string): FormDescription<CaseView> {
  const key = `${type}/${deadline}`;
  const known = forms.get(key);
  if (known !== undefined) return known;
  const made: FormDescription<CaseView> = { ...FORMS[type], initial: () => ({ deadline }) };
  forms.set(key, made);
  return made;
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
