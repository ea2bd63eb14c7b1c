/** The preparation of the dossier as a checklist in the order of the guide (E0 to E7): what is done, what is still lacking and by which rule. */
import "./e112.css";
import { Link } from "@tanstack/react-router";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { PreparationLine, PreparationStatus } from "../../../../domain/e112/view.ts";
import { stepName } from "../../../../domain/case/process.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useT, useText } from "../../../i18n/language.tsx";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Contents } from "./Contents.tsx";
import { RuleChips } from "./RuleChips.tsx";
import { WarningNotes } from "./WarningNotes.tsx";

const SIGNS = {
  done: "check",
  open: "dot",
  lacking: "warning",
  todo: "ring",
} as const satisfies Record<PreparationStatus, IconName>;

/** `linked`: inside the page of the file, where each open step has its forms. */
export function PreparationTab({ view, linked = true }: { view: E112CaseView; linked?: boolean }) {
  const t = useT();
  const { preparation } = view.e112;
  const done = preparation.filter(({ status }) => status === "done").length;
  const warnings = preparation.reduce((count, line) => count + line.warnings.length, 0);
  return (
    <>
      <p>
        {t("preparation.count", { done, count: preparation.length })}
        {warnings > 0 && <> {t("preparation.warnings", { count: warnings })}</>}
      </p>
      <ol className="preparation">
        {preparation.map((line) => (
          <Line key={line.step} line={line} view={view} linked={linked} />
        ))}
      </ol>
    </>
  );
}

function Line({ line, view, linked }: { line: PreparationLine; view: E112CaseView; linked: boolean }) {
  const t = useT();
  const text = useText();
  const { step, status, on, rules, warnings } = line;
  const { acceptance, report } = view.e112;
  const contents = step === "await-acceptance" ? acceptance.contents : step === "medical-report" ? report.contents : [];
  const open = view.steps.find((each) => stepName(each.step) === step);
  return (
    <li className={`preparation-line preparation-${status}`}>
      <span className="preparation-sign">
        <Icon name={SIGNS[status]} />
      </span>
      <div className="preparation-body">
        <div className="preparation-head">
          <h3>{text(line.title)}</h3>
          <span className={`preparation-state preparation-state-${status}`}>
            {t(`preparation.${status}`)}
            {on !== undefined && <span className="line-date"> {formatDate(on)}</span>}
          </span>
        </div>
        <p className="preparation-rules">
          <RuleChips rules={rules.filter((rule) => !contents.some((content) => content.rule === rule))} />
          {linked && open !== undefined && (
            <Link
              from="/dosare/$caseId"
              to="/dosare/$caseId"
              search={{ pas: open.step }}
              className="no-print"
              aria-label={t("preparation.openStep.of", { step: text(line.title) })}
            >
              {t("preparation.openStep")}
            </Link>
          )}
        </p>
        {contents.length > 0 ? (
          <Contents
            heading={step === "await-acceptance" ? "contents.acceptance" : "contents.report"}
            contents={contents}
            isHere={
              step === "await-acceptance" ? acceptance.form !== undefined : contents.some(({ present }) => present)
            }
          />
        ) : (
          <Lacks line={line} />
        )}
        {step === "await-acceptance" && acceptance.form === "scan" && (
          <p className="quiet">
            {t("preparation.scanOnly")} <RuleChip id="E112-28" />
          </p>
        )}
        <WarningNotes warnings={warnings} />
      </div>
    </li>
  );
}

/** What an open step still lacks, piece by piece. */
function Lacks({ line: { status, lacks } }: { line: PreparationLine }) {
  const t = useT();
  const text = useText();
  if (lacks.length === 0 || status === "todo") return null;
  return (
    <div className="lacks">
      <p>{t("preparation.lacks", { count: lacks.length })}</p>
      <ul>
        {lacks.map(({ rule, title }) => (
          <li key={`${rule} ${title.ro}`}>
            <Icon name="cross" size={14} /> <span>{text(title)}</span> <RuleChip id={rule} />
          </li>
        ))}
      </ul>
    </div>
  );
}
