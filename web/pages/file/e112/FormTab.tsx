/** The issued forms with their two copies; a departure before the issue, its force majeure; the costs (E112-79 to E112-84, E112-38). */
import "./e112.css";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { FormView } from "../../../../domain/e112/forms.ts";
import { formIdOf } from "../../../../domain/e112/form-id.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useT } from "../../../i18n/language.tsx";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { Empty } from "../../../parts/states.tsx";
import { Line, Panel, Sum } from "../parts.tsx";
import { WarningNotes } from "./WarningNotes.tsx";

export function FormTab({ view }: { view: E112CaseView }) {
  const t = useT();
  const { forms, warnings } = view.e112;
  return (
    <>
      <WarningNotes warnings={warnings} />
      {forms.length === 0 && (
        <Empty>
          {t("issued.none")} <RuleChip id="E112-79" />
        </Empty>
      )}
      {/* The one that holds before those in whose place it came. */}
      {forms.toReversed().map((form) => (
        <Form key={form.number ?? form.issuedOn} form={form} caseId={view.caseId} />
      ))}
      <div className="panels">
        <Departure view={view} />
        <Costs view={view} />
      </div>
    </>
  );
}

const SIGNS = { valid: "check", replaced: "dash", cancelled: "cross" } as const satisfies Record<
  FormView["state"],
  IconName
>;

function Form({ form, caseId }: { form: FormView; caseId: string }) {
  const t = useT();
  const { number, name, state, issuedOn, validFrom, validUntil, replaces, copies } = form;
  return (
    <section className={`issued issued-${state}`} aria-labelledby={`form-${number ?? ""}`}>
      <div className="issued-head">
        <h2 id={`form-${number ?? ""}`} className="breaks">
          {t("issued.title", { name, number: number ?? t("issued.noNumber") })}
        </h2>
        <span className={`issued-state issued-state-${state}`}>
          <Icon name={SIGNS[state]} size={14} /> {t(`issued.${state}`)}
        </span>
      </div>
      <dl className="facts">
        <Line label="issued.on" rule="E112-79" on={issuedOn} />
        <Line label="issued.validity">
          {validFrom === undefined || validUntil === undefined
            ? t("issued.noValidity")
            : t("issued.period", { from: formatDate(validFrom), to: formatDate(validUntil) })}
        </Line>
        {replaces !== undefined && (
          <Line label="issued.replaces">
            <span className="breaks">{replaces}</span>
          </Line>
        )}
        {copies.map(({ copy, to, on }) => (
          <Line
            key={copy}
            label={copy === 1 ? "issued.copy1" : "issued.copy2"}
            rule={copy === 1 ? "E112-80" : "E112-81"}
          >
            {on === undefined ? (
              <span className="quiet">{t(state === "valid" ? "issued.notYet" : "issued.never")}</span>
            ) : (
              <>
                <Icon name="check" size={14} /> {t(`issued.to.${to}`, { date: formatDate(on) })}
              </>
            )}
          </Line>
        ))}
      </dl>
      {number !== undefined && <FormLinks caseId={caseId} number={number} />}
    </section>
  );
}

function FormLinks({ caseId, number }: { caseId: string; number: string }) {
  const t = useT();
  const address = `/api/cases/${encodeURIComponent(caseId)}/forms/${formIdOf(number)}`;
  return (
    <p className="issued-links no-print">
      <a href={`${address}/form.pdf`} target="_blank" rel="noreferrer" className="button-link">
        <Icon name="print" /> {t("issued.pdf")}
      </a>
      <a href={`${address}/s2.json`} target="_blank" rel="noreferrer" className="button-link">
        <Icon name="file" /> {t("issued.json")}
      </a>
    </p>
  );
}

/** The patient left: before the issue only force majeure, the house's report and an unpaid cost leave a form possible (E112-83, E112-84). */
function Departure({ view }: { view: E112CaseView }) {
  const t = useT();
  const { departure, costs } = view.e112;
  if (departure === undefined) return null;
  const isPaid = costs.some(({ kind, payer, paid }) => kind === "treatment" && payer === "patient" && paid);
  return (
    <Panel title="departure.title">
      <dl className="facts">
        <Line label="departure.on" rule="E112-82" on={departure.on}>
          {t(departure.beforeIssue ? "departure.before" : "departure.after")}
        </Line>
        {departure.beforeIssue && (
          <>
            <Line label="departure.report" rule="E112-84" on={departure.forceMajeureReportOn}>
              {departure.forceMajeureReportOn === undefined ? t("departure.noReport") : t("departure.drawn")}
            </Line>
            <Line label="departure.cost" rule="E112-83">
              {t(isPaid ? "departure.paid" : "departure.unpaid")}
            </Line>
          </>
        )}
      </dl>
      {departure.beforeIssue && (
        <p className="quiet">
          {t("departure.text")} <RuleChip id="E112-83" />
        </p>
      )}
    </Panel>
  );
}

function Costs({ view }: { view: E112CaseView }) {
  const t = useT();
  const { costs } = view.e112;
  if (costs.length === 0) return null;
  return (
    <Panel title="costs.title">
      <table className="list">
        <caption className="sr-only">{t("costs.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("costs.kind")}</th>
            <th scope="col">{t("costs.payer")}</th>
            <th scope="col">{t("costs.paid")}</th>
            <th scope="col" className="amount">
              {t("costs.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {costs.map(({ kind, payer, paid, amount, currency }, index) => (
            // A cost has no identity beside its place.
            <tr key={index}>
              <th scope="row">{t(`costs.${kind}`)}</th>
              <td data-label={t("costs.payer")}>{t(`costs.payer.${payer}`)}</td>
              <td data-label={t("costs.paid")}>{t(paid ? "costs.paid.yes" : "costs.paid.no")}</td>
              <td data-label={t("costs.amount")} className="amount">
                <Sum amount={amount} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t("costs.text")} <RuleChip id="E112-38" />
      </p>
    </Panel>
  );
}
