import { dayNumber, type PlainDate } from "../../../domain/plain-date.ts";
import type { CaseView, DeadlineView, E112CaseView, MohCaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText, type Translate } from "../../i18n/language.tsx";
import { AlertMark } from "../../parts/AlertNote.tsx";
import { DueBadge, ProvisionalMark } from "../../parts/DueBadge.tsx";
import { ReadingChip } from "../../parts/ReadingChip.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

/** Number, patient, where the file stands, and the next legal limit. */
export function FileHeader({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const { surname = "", givenName = "" } = view.subject.patient;
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
      {view.process === "moh" ? <NextLimit view={view} /> : <NoLimit view={view} />}
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

function NextLimit({ view }: { view: MohCaseView }) {
  const t = useT();
  const next = nextDeadline(view);
  return (
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
  );
}

/** The law sets no term for an E112 file (reading E112-A4): what there is instead, an alert that came and the day on which the treatment begins. */
function NoLimit({ view }: { view: E112CaseView }) {
  const t = useT();
  const alert = view.steps.find((step) => step.alert?.reached === true)?.alert;
  const { from, to } = view.e112.period ?? {};
  return (
    <>
      <div>
        <dt>{t("header.term")}</dt>
        <dd>
          {t("header.noTerm")} <ReadingChip id="E112-A4" />
          {alert !== undefined && (
            <span className="cell-note">
              <AlertMark alert={alert} />
            </span>
          )}
        </dd>
      </div>
      {from !== undefined && (
        <div>
          <dt>{t("header.treatment")}</dt>
          <dd>
            <strong>{formatDate(from)}</strong>
            {to !== undefined && <span> – {formatDate(to)}</span>}
            <span className="cell-note">{untilTreatment(view.today, from, to, t)}</span>
          </dd>
        </div>
      )}
    </>
  );
}

function untilTreatment(today: PlainDate, from: PlainDate, to: PlainDate | undefined, t: Translate): string {
  if (today < from) return t("header.treatment.ahead", { days: dayNumber(from) - dayNumber(today) });
  if (today === from) return t("header.treatment.today");
  return t(to !== undefined && to < today ? "header.treatment.over" : "header.treatment.begun");
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
