/** The conditions on which the form hangs, each met, failed or not known, and what follows: the issue, a refusal, the Ministry's route. */
import "./e112.css";
import type { ReactNode } from "react";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { ConditionId, ConditionView } from "../../../../domain/e112/conditions.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT, useText } from "../../../i18n/language.tsx";
import { countryName } from "../../../parts/countries.ts";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import { ReadingChip } from "../../../parts/ReadingChip.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Line, Panel } from "../parts.tsx";
import { Decision } from "./Decision.tsx";

export function ConditionsTab({ view }: { view: E112CaseView }) {
  const t = useT();
  const { conditions } = view.e112;
  const one = (id: ConditionId): ConditionView[] => conditions.filter((condition) => condition.id === id);
  return (
    <div className="panels">
      <Panel title="conditions.route">
        <p className="quiet">
          {t("conditions.route.text")} <RuleChip id="E112-01" />
        </p>
        <ol className="conditions">
          {/* The package is asked for twice: as the third condition of the route, and as the first that the house examines. */}
          {one("clinicInEu").map((condition) => (
            <Condition key="A" mark="A" condition={condition} />
          ))}
          {one("clinicContracted").map((condition) => (
            <Condition key="B" mark="B" condition={condition} />
          ))}
          {one("inBasicPackage").map((condition) => (
            <Condition key="C" mark="C" condition={condition} rule="E112-04" />
          ))}
        </ol>
        <Clinic view={view} />
      </Panel>
      <Panel title="conditions.insured">
        <ol className="conditions">
          {one("insured").map((condition) => (
            <Condition key={condition.id} condition={condition}>
              <Parents view={view} />
            </Condition>
          ))}
        </ol>
      </Panel>
      <Panel title="conditions.examined">
        <p className="quiet">
          {t("conditions.examined.text")} <RuleChip id="E112-78" /> <ReadingChip id="E112-A1" />
        </p>
        <ol className="conditions">
          {one("inBasicPackage").map((condition) => (
            <Condition key="1" mark="1" condition={condition} />
          ))}
          {one("notTimely").map((condition) => (
            <Condition key="2" mark="2" condition={condition} />
          ))}
        </ol>
      </Panel>
      <Decision view={view} />
    </div>
  );
}

const STATES = { true: "met", false: "failed", undefined: "unknown" } as const;
const SIGNS = { met: "check", failed: "cross", unknown: "ring" } as const satisfies Record<string, IconName>;

interface ConditionProps {
  readonly condition: ConditionView;
  /** Its letter or number in the guide. */
  readonly mark?: string;
  readonly rule?: string;
  readonly children?: ReactNode;
}

function Condition({ condition, mark, rule, children }: ConditionProps) {
  const t = useT();
  const text = useText();
  const state = STATES[`${condition.met}`];
  return (
    <li className={`condition condition-${state}`}>
      <Icon name={SIGNS[state]} size={16} />
      <div>
        {mark !== undefined && <strong className="condition-mark">{mark}. </strong>}
        {text(condition.title)} <RuleChip id={rule ?? condition.rule} />
        <span className="condition-state">{t(`conditions.${state}`)}</span>
        {children}
      </div>
    </li>
  );
}

/** Of a child, each parent's status, as the house found it (E112-A11). */
function Parents({ view }: { view: E112CaseView }) {
  const t = useT();
  const { insured, waiver } = view.e112;
  if (!view.subject.minor) return insured === undefined ? null : <CheckedOn on={insured.on} />;
  return (
    <>
      <ul className="parents">
        {(insured?.parents ?? []).map((isInsured, index) => (
          // The parents are the first and the second of the check.
          <li key={index}>
            <Icon name={isInsured ? "check" : "cross"} size={14} />{" "}
            {t(isInsured ? "conditions.parent.insured" : "conditions.parent.notInsured", { number: index + 1 })}
          </li>
        ))}
      </ul>
      {insured?.parents?.includes(true) === true && insured.parents.includes(false) && (
        <p className="quiet">
          {t("conditions.parents.person")} <ReadingChip id="E112-A11" />
        </p>
      )}
      {waiver !== undefined && (
        <p className="quiet">
          {t("waiver.secondParent", { proof: t(`waiver.proof.${waiver.proof}`), date: formatDate(waiver.on) })}{" "}
          <ReadingChip id="E112-A10" />
        </p>
      )}
      {insured !== undefined && <CheckedOn on={insured.on} />}
    </>
  );
}

function CheckedOn({ on }: { on: string | undefined }) {
  const t = useT();
  return on === undefined ? null : <p className="quiet">{t("conditions.checkedOn", { date: formatDate(on) })}</p>;
}

/** The clinic to which A and B refer. */
function Clinic({ view }: { view: E112CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { clinic } = view.e112;
  if (clinic === undefined) return <p className="quiet">{t("conditions.noClinic")}</p>;
  return (
    <dl className="facts">
      <Line label="conditions.clinic">
        {clinic.name}
        <span className="cell-note">
          {[clinic.city, countryName(clinic.country, language)].filter((part) => part !== undefined).join(", ")}
        </span>
      </Line>
    </dl>
  );
}
