/** What follows from the conditions: the issue, which nobody may refuse when they are met (E112-10), or what may be done when one fails. */
import { Link } from "@tanstack/react-router";
import { stepName } from "../../../../domain/case/process.ts";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import { outcomeText } from "../../../../domain/process-words.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import { Icon } from "../../../parts/icons.tsx";
import { ReadingChip } from "../../../parts/ReadingChip.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Line, Panel } from "../parts.tsx";

export function Decision({ view }: { view: E112CaseView }) {
  const t = useT();
  const text = useText();
  const { forms, refusal } = view.e112;
  const issued = forms[0];
  return (
    <Panel title="decision.title">
      {view.outcome !== undefined && (
        <p>
          <strong>{text(outcomeText(view.process, view.outcome))}</strong>
        </p>
      )}
      <dl className="facts">
        {view.applicationNumber !== undefined && (
          <Line label="header.applicationNumber" rule="E112-61" on={view.e112.application?.on}>
            <strong className="breaks">{view.applicationNumber}</strong>
          </Line>
        )}
        {issued !== undefined && (
          <Line label="decision.issued" rule="E112-79" on={issued.issuedOn}>
            <strong className="breaks">{issued.number}</strong>
          </Line>
        )}
        {refusal.on !== undefined && (
          <Line label="decision.refused" rule="E112-78" on={refusal.on}>
            {text(refusal.why)}
          </Line>
        )}
        {refusal.communicatedOn !== undefined && <Line label="decision.communicated" on={refusal.communicatedOn} />}
        {view.linked !== undefined && (
          <Line label="decision.linked" rule="E112-05" note={text(view.linked.institutionName)}>
            <strong className="breaks">{view.linked.registrationNumber ?? t("decision.linked.pending")}</strong>
          </Line>
        )}
      </dl>
      {view.outcome === undefined && issued === undefined && refusal.on === undefined && <RefusalNote view={view} />}
      <RouteNote view={view} />
      <p className="quiet">
        {t("decision.noTerm")} <ReadingChip id="E112-A4" />
      </p>
    </Panel>
  );
}

/** Where the refusing button would stand: the way to it, unless it stands beside this, or why there is none. */
export function RefusalNote({ view, atStep = false }: { view: E112CaseView; atStep?: boolean }) {
  const t = useT();
  const text = useText();
  const { refusal } = view.e112;
  if (refusal.possible) {
    const step = view.steps.find(({ accepts }) => accepts.includes("refuseApplication"));
    return (
      <div className="notice-warn">
        <p className="notice-title">{t("decision.possible")}</p>
        <p>
          {text(refusal.why)} <RuleChip id={refusal.rule} />
        </p>
        {step !== undefined && !atStep && (
          <p>
            <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{ pas: step.step }} className="no-print">
              {t("decision.refuse")}
            </Link>
          </p>
        )}
      </div>
    );
  }
  const isImpossible = refusal.rule === "E112-10";
  return (
    <div className={isImpossible ? "notice-right" : "notice-quiet"}>
      <p className="notice-title">
        <Icon name={isImpossible ? "check" : "dash"} size={14} />{" "}
        {t(isImpossible ? "decision.impossible" : "decision.notNow")}
      </p>
      <p>
        {text(refusal.why)} <RuleChip id={refusal.rule} />
      </p>
    </div>
  );
}

/** The Ministry's route, when A, B or C fails (E112-05). */
function RouteNote({ view }: { view: E112CaseView }) {
  const t = useT();
  const text = useText();
  const { route } = view.e112;
  if (!route.open) return null;
  const step = view.steps.find(({ step: name }) => ["ministry-route-open", "refuse-or-move"].includes(stepName(name)));
  return (
    <div className="notice-quiet">
      <p className="notice-title">{t("decision.route")}</p>
      <p>
        {t("decision.route.text", { failing: route.failing.map(({ title }) => text(title)).join("; ") })}{" "}
        <RuleChip id="E112-05" />
      </p>
      <p>
        <Link
          from="/dosare/$caseId"
          to="/dosare/$caseId"
          search={step === undefined ? {} : { pas: step.step }}
          className="no-print"
        >
          {t("decision.route.act")}
        </Link>
      </p>
    </div>
  );
}
