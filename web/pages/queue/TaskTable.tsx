/** The lines of the queue: a table on a wide screen, cards on a narrow one. */
import { Link } from "@tanstack/react-router";
import type { CaseView, TaskView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { today } from "../../parts/clock.ts";
import { AlertMark } from "../../parts/AlertNote.tsx";
import { DueBadge, ProvisionalMark } from "../../parts/DueBadge.tsx";
import { RuleChip, useTermsFirst } from "../../parts/RuleNote.tsx";

const CHIPS_SHOWN = 2;

type Process = CaseView["process"];

/** The columns of a process are shown to those who have its work. */
export function TaskTable({ tasks, processes }: { tasks: readonly TaskView[]; processes: readonly Process[] }) {
  const t = useT();
  const has = (process: Process): boolean => processes.includes(process);
  return (
    <table className="list">
      <caption className="sr-only">{t("queue.caption")}</caption>
      <thead>
        <tr>
          {has("moh") && <th scope="col">{t("column.due")}</th>}
          <th scope="col">{t("column.file")}</th>
          {processes.length > 1 && <th scope="col">{t("column.process")}</th>}
          <th scope="col">{t("column.step")}</th>
          <th scope="col">{t("column.duty")}</th>
          <th scope="col">{t("column.rules")}</th>
          {has("e112") && <th scope="col">{t("column.treatmentFrom")}</th>}
          {has("moh") && <th scope="col">{t("column.class")}</th>}
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} processes={processes} />
        ))}
      </tbody>
    </table>
  );
}

function TaskLine({ task, processes }: { task: TaskView; processes: readonly Process[] }) {
  const t = useT();
  const text = useText();
  const { dueOn, workingDaysLeft, provisionalYears } = task;
  const rules = useTermsFirst(task.rules);
  const has = (process: Process): boolean => processes.includes(process);
  return (
    <tr>
      {has("moh") && (
        <td className="cell-due">
          <DueBadge dueOn={dueOn} workingDaysLeft={workingDaysLeft} today={today()} />
          {dueOn !== undefined && <span className="cell-date">{formatDate(dueOn)}</span>}
          <ProvisionalMark years={provisionalYears} />
        </td>
      )}
      <th scope="row" className="cell-file">
        <Link to="/dosare/$caseId" params={{ caseId: task.caseId }} search={{ pas: task.step }} className="number">
          {task.registrationNumber}
        </Link>
        <span className="cell-patient">{task.patient}</span>
        {task.inPlaceOf !== undefined && (
          <span className="mark mark-place">{t("queue.inPlaceOf", { name: task.inPlaceOf })}</span>
        )}
      </th>
      {processes.length > 1 && <td data-label={t("column.process")}>{t(`process.short.${task.process}`)}</td>}
      <td>
        {text(task.title)}
        <span className="cell-note">{t("queue.since", { date: formatDate(task.since) })}</span>
        <AlertMark alert={task.alert} />
      </td>
      <td data-label={t("column.duty")}>
        {t(`duty.${task.duty}`)}
        {!task.acts && <span className="cell-note">{t("queue.recordedElsewhere")}</span>}
      </td>
      <td className="cell-rules">
        {rules.slice(0, CHIPS_SHOWN).map((rule) => (
          <RuleChip key={rule} id={rule} />
        ))}
        {rules.length > CHIPS_SHOWN && <span className="cell-more">+{rules.length - CHIPS_SHOWN}</span>}
      </td>
      {has("e112") && (
        <td className={task.treatmentFrom === undefined ? "cell-blank" : ""} data-label={t("column.treatmentFrom")}>
          {task.treatmentFrom === undefined ? "–" : formatDate(task.treatmentFrom)}
        </td>
      )}
      {has("moh") && (
        <td
          className={task.urgencyClass === undefined ? "cell-class cell-blank" : "cell-class"}
          data-label={t("column.class")}
        >
          {task.urgencyClass ?? "–"}
        </td>
      )}
    </tr>
  );
}
