/** The rules whose term somebody owes, and whether declared days interrupt each. */
import { Button, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode, type SyntheticEvent } from "react";
import type { RuleView } from "../../../domain/case/view.ts";
import { rulesQuery } from "../../api/queries.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { Failure, Loading } from "../../parts/states.tsx";
import type { CalendarDraft } from "./draft.ts";
import { NATIONAL, type OwnedCalendar } from "./owners.ts";
import { PREPARED_ID, PreparedActs } from "./PreparedActs.tsx";

interface RulesTabProps {
  readonly calendar: OwnedCalendar;
  readonly draft: CalendarDraft;
}

type RuleWithTerm = RuleView & { readonly deadline: NonNullable<RuleView["deadline"]> };

const COLUMNS = 4;

export function RulesTab({ calendar, draft }: RulesTabProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(rulesQuery);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const withTerm = [...data.values()].filter(isOwed);
  return (
    <div className="administration">
      <div>
        <p>{t("calendar.rules.how")}</p>
        <table className="list rules-table">
          <caption className="sr-only">{t("calendar.rules.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("calendar.rules.rule")}</th>
              <th scope="col">{t("calendar.rules.term")}</th>
              <th scope="col">{t("calendar.rules.last")}</th>
              <th scope="col">{t("calendar.rules.interrupted")}</th>
            </tr>
          </thead>
          <tbody>
            {withTerm.map((rule) => (
              <RuleRow key={rule.id} rule={rule} {...(calendar.id === NATIONAL ? { draft } : {})} />
            ))}
          </tbody>
        </table>
      </div>
      <aside className="aside">
        <PreparedActs draft={draft} calendar={calendar.id} />
      </aside>
    </div>
  );
}

/** Nothing interrupts advice. */
function isOwed(rule: RuleView): rule is RuleWithTerm {
  return rule.deadline !== undefined && rule.deadline.advisory !== true;
}

interface RuleRowProps {
  readonly rule: RuleWithTerm;
  /** Absent for those who may not change it. */
  readonly draft?: CalendarDraft;
}

function RuleRow({ rule, draft }: RuleRowProps) {
  const t = useT();
  const text = useText();
  const [changing, setChanging] = useState(false);
  const { id, deadline } = rule;
  const prepared = draft?.acts.find((act) => act.type === "setInterruption" && act.rule === id);
  const {
    interruptedByDeclaredDays: interrupted,
    interruptionCitation,
    modeText,
    modeCitation,
    rollCitation,
  } = deadline;
  return (
    <>
      <tr>
        <th scope="row">
          <RuleChip id={id} /> {text(rule.text)}
        </th>
        <td data-label={t("calendar.rules.term")}>
          {t(`calendar.unit.${deadline.unit}`, { count: deadline.value })}
          <Ground summary={t("calendar.rules.mode")}>
            {text(modeText)} ({text(modeCitation)})
          </Ground>
        </td>
        <td data-label={t("calendar.rules.last")}>
          {deadline.rollsForward ? t("calendar.rules.rolls") : t("calendar.rules.rollsNot")}
          {rollCitation !== undefined && <span className="cell-note">{text(rollCitation)}</span>}
        </td>
        <td data-label={t("calendar.rules.interrupted")} className="rule-interrupted">
          <span className="status">
            <Icon name={interrupted ? "check" : "dash"} size={14} />{" "}
            {t(interrupted ? "calendar.rules.yes" : "calendar.rules.no")}
          </span>
          <Ground summary={t("calendar.rules.ground")}>{text(interruptionCitation)}</Ground>
          {prepared !== undefined && <span className="mark mark-warn">{t("calendar.pick.prepared")}</span>}
          {draft !== undefined && prepared === undefined && !changing && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t("calendar.rules.changeOf", { rule: id })}
              onClick={() => setChanging(true)}
            >
              {t("calendar.rules.change")}
            </Button>
          )}
        </td>
      </tr>
      {draft !== undefined && changing && (
        <tr>
          <td colSpan={COLUMNS}>
            <InterruptionForm rule={id} interrupted={interrupted} draft={draft} onClose={() => setChanging(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function Ground({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="cell-note">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

interface InterruptionFormProps {
  readonly rule: string;
  readonly interrupted: boolean;
  readonly draft: CalendarDraft;
  onClose(): void;
}

function InterruptionForm({ rule, interrupted, draft, onClose }: InterruptionFormProps) {
  const t = useT();
  const [wanted, setWanted] = useState(interrupted ? "no" : "yes");
  const [citation, setCitation] = useState("");
  const [error, setError] = useState<string>();

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const ground = citation.trim();
    setError(ground === "" ? t("form.error.required", { label: t("calendar.rules.citation") }) : undefined);
    if (ground === "") return;
    draft.add([{ type: "setInterruption", rule, interrupted: wanted === "yes", citation: ground }]);
    onClose();
    announce(t("calendar.draft.added", { count: 1 }));
    document.getElementById(PREPARED_ID)?.focus();
  }

  return (
    <form className="interruption" onSubmit={submit} noValidate aria-label={t("calendar.rules.changeOf", { rule })}>
      <Radio.Group
        label={t("calendar.rules.interrupted")}
        name={`interrupted ${rule}`}
        value={wanted}
        onChange={setWanted}
      >
        <div className="radios">
          <Radio value="yes" label={t("calendar.rules.yes")} />
          <Radio value="no" label={t("calendar.rules.no")} />
        </div>
      </Radio.Group>
      <TextInput
        label={t("calendar.rules.citation")}
        description={t("calendar.rules.citation.hint")}
        name="citation"
        withAsterisk
        maxLength={500}
        value={citation}
        error={error}
        onChange={(event) => setCitation(event.currentTarget.value)}
      />
      <div className="buttons">
        <Button type="submit" size="compact-md">
          {t("calendar.pick.submit")}
        </Button>
        <Button variant="default" size="compact-md" onClick={onClose}>
          {t("calendar.rules.cancel")}
        </Button>
      </div>
    </form>
  );
}
