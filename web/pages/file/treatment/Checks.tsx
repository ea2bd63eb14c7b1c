/** Checks at the treating doctor, appointments, the report, the bar, and check-ups asked by the clinic (MOH-86 to MOH-98). */
import { formatDate } from "../../../i18n/dates.ts";
import { useT } from "../../../i18n/language.tsx";
import { byText } from "../../../parts/by-text.ts";
import { Icon } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Line, Panel, Sum } from "../parts.tsx";
import type { PartProps } from "./TreatmentTab.tsx";

/** Over everything else while it holds: no other request of this patient is approved (MOH-98). */
export function StandingBar({ treatment: { bar } }: PartProps) {
  const t = useT();
  if (bar === undefined || bar.lifted !== undefined) return null;
  return (
    <p className="standing-bar" role="status">
      <Icon name="warning" /> {t("bar.standing", { date: formatDate(bar.on) })} <RuleChip id="MOH-98" />
    </p>
  );
}

export function ChecksPanel({ view, treatment }: PartProps) {
  const t = useT();
  const { returned, firstCheck, appointments, report, bar } = treatment;
  if (returned === undefined) return null;
  const term = view.deadlines.find(({ rule }) => rule === "MOH-95");
  const reportTerm = view.deadlines.find(({ rule }) => rule === "MOH-96");
  return (
    <Panel title="treatment.checks">
      <dl className="facts">
        <Line label="treatment.firstCheck" rule="MOH-95" on={firstCheck?.on} note={firstCheck?.findings}>
          {firstCheck === undefined
            ? t("treatment.expectedBy", { date: term === undefined ? "–" : formatDate(term.dueOn) })
            : firstCheck.doctor}
        </Line>
        {appointments.map(({ number, appointedOn, state, settledOn, note, findings }) => (
          <div key={number}>
            <dt>{t("treatment.appointment", { number })}</dt>
            <dd>
              {formatDate(appointedOn)} <span className={`mark appointment-${state}`}>{t(`appointment.${state}`)}</span>
              {settledOn !== undefined && settledOn !== appointedOn && (
                <span className="line-date"> {formatDate(settledOn)}</span>
              )}
              {[note, findings].map(
                (words) =>
                  words !== undefined && (
                    <span key={words} className="cell-note pre">
                      {words}
                    </span>
                  ),
              )}
            </dd>
          </div>
        ))}
        {(report !== undefined || reportTerm !== undefined) && (
          <Line label="treatment.report" rule="MOH-96" on={report?.on} note={report?.report}>
            {report === undefined
              ? t("treatment.expectedBy", { date: reportTerm === undefined ? "–" : formatDate(reportTerm.dueOn) })
              : report.sentToDspOn !== undefined && t("treatment.sentOn", { date: formatDate(report.sentToDspOn) })}
          </Line>
        )}
        {bar !== undefined && <BarLines view={view} bar={bar} />}
      </dl>
    </Panel>
  );
}

function BarLines({ view, bar }: Pick<PartProps, "view"> & { bar: NonNullable<PartProps["treatment"]["bar"]> }) {
  const t = useT();
  const by = (act: number): string | undefined => {
    const found = view.timeline.find(({ seq }) => seq === act)?.by;
    return found === undefined ? undefined : byText(found, t);
  };
  const what =
    bar.appointment === undefined ? t("bar.firstMissed") : t("bar.appointmentMissed", { number: bar.appointment });
  return (
    <>
      <Line label="bar.set" rule="MOH-98" on={bar.on} note={lines(bar.note, by(bar.act))}>
        {bar.confirmedBy === undefined ? what : t("bar.confirmedBy", { what, who: bar.confirmedBy })}
      </Line>
      {bar.lifted !== undefined && (
        <Line label="bar.lifted" on={bar.lifted.on} note={lines(bar.lifted.reason, by(bar.lifted.act))} />
      )}
    </>
  );
}

function lines(...texts: readonly (string | undefined)[]): string | undefined {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join("\n");
}

export function CheckUpsPanel({ treatment: { checkUps } }: PartProps) {
  const t = useT();
  if (checkUps.length === 0) return null;
  return (
    <Panel title="treatment.checkUps">
      {checkUps.map(({ act, on, note, decided }) => (
        <dl key={act} className="facts">
          <Line label="treatment.checkUpAsked" rule="MOH-86" on={on} note={note} />
          <Line label="field.fundingDecision" on={decided?.on} note={decided?.reason}>
            {decided === undefined ? t("treatment.undecided") : t(`decision.${decided.decision}`)}
          </Line>
          {decided?.evaluation !== undefined && (
            <Line label="field.evaluation" rule="MOH-87">
              {decided.evaluation}
            </Line>
          )}
          {decided?.minutes !== undefined && (
            <Line label="field.checkUpMinutes" rule="MOH-88">
              {decided.minutes}
            </Line>
          )}
          {decided?.amount !== undefined && (
            <Line label="field.amount">
              <Sum amount={decided.amount} currency={decided.currency ?? ""} />
            </Line>
          )}
        </dl>
      ))}
    </Panel>
  );
}
