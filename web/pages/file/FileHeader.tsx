import type { CaseView, DeadlineView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { DueBadge, ProvisionalMark } from "../../parts/DueBadge.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

/** Number, patient, where the file stands, and the next legal limit. */
export function FileHeader({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const { surname = "", givenName = "" } = view.subject.patient;
  const next = nextDeadline(view);
  return (
    <dl className="file-header">
      <div>
        <dt>{t("header.patient")}</dt>
        <dd>
          <strong>
            {surname} {givenName}
          </strong>
          {view.subject.minor && <span className="cell-note">{t("header.minor")}</span>}
        </dd>
      </div>
      <div className="grow">
        <dt>{t("header.status")}</dt>
        <dd>
          <strong>{text(view.statusTitle)}</strong>
          <span className="cell-note">{t("header.since", { date: formatDate(view.statusSince) })}</span>
        </dd>
      </div>
      <div>
        <dt>{t("header.next")}</dt>
        <dd>
          {next === undefined ? (
            t("header.noLimit")
          ) : (
            <>
              <DueBadge dueOn={lastGoodDay(next)} workingDaysLeft={next.workingDaysLeft} today={view.today} />
              <span className="cell-note">
                {formatDate(lastGoodDay(next))} <RuleChip id={next.rule} /> {t(`duty.${next.duty}`)}
              </span>
              <ProvisionalMark years={next.provisionalYears} />
            </>
          )}
        </dd>
      </div>
      {view.process === "moh" && (
        <div>
          <dt>{t("header.class")}</dt>
          <dd>{view.urgencyClass === undefined ? t("urgency.unset") : t(`urgency.${view.urgencyClass}`)}</dd>
        </div>
      )}
      <div className="header-officer">
        <dt>{t("header.officer")}</dt>
        <dd>
          {view.officer.name}
          {view.officer.standIn !== undefined && (
            <span className="cell-note">
              {t("header.standIn", {
                name: view.officer.standIn.name,
                date: formatDate(view.officer.standIn.untilOn),
              })}
            </span>
          )}
        </dd>
      </div>
      {view.legacyNumber !== undefined && (
        <div>
          <dt>{t("header.legacyNumber")}</dt>
          <dd>{view.legacyNumber}</dd>
        </div>
      )}
      {view.process === "e112" && view.applicationNumber !== undefined && (
        <div>
          <dt>{t("header.applicationNumber")}</dt>
          <dd>{view.applicationNumber}</dd>
        </div>
      )}
      {view.process === "moh" && view.ministryNumber !== undefined && (
        <div>
          <dt>{t("header.ministryNumber")}</dt>
          <dd>{view.ministryNumber}</dd>
        </div>
      )}
    </dl>
  );
}

/** The earliest limit that still runs. */
function nextDeadline(view: CaseView): DeadlineView | undefined {
  return view.deadlines
    .filter(({ state }) => state === "open" || state === "overdue")
    .toSorted((a, b) => lastGoodDay(a).localeCompare(lastGoodDay(b)))[0];
}

function lastGoodDay({ dueOn, practicalDueOn }: DeadlineView) {
  return practicalDueOn ?? dueOn;
}
