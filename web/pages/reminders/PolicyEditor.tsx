import { Alert, Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState, type SyntheticEvent } from "react";
import { MOST_STAGES, policyProblems } from "../../../domain/reminders/check-policy.ts";
import type { ReminderStage } from "../../../domain/reminders/policy.ts";
import { isApiError, put, remove } from "../../api/http.ts";
import { queryClient, queryString } from "../../api/queries.ts";
import type { PolicyList, PolicyView } from "../../api/reminders.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Page } from "../../parts/Page.tsx";
import { Refusal } from "../../parts/Refusal.tsx";
import { areSame, draftOf, stageOf, type DraftStage } from "./draft.ts";
import { Preview } from "./Preview.tsx";
import { PolicyFacts, PolicyOrigin } from "./PolicyFacts.tsx";
import { StageFields } from "./StageFields.tsx";
import { LeftOut, Timeline } from "./Timeline.tsx";

interface PolicyEditorProps {
  readonly list: PolicyList;
  readonly policy: PolicyView;
}

/** One term: its messages on a line around the due day, their fields, and what a real file would send. */
export function PolicyEditor({ list, policy }: PolicyEditorProps) {
  const t = useT();
  const text = useText();
  const { institution, mayChange } = list;
  const [drafts, setDrafts] = useState<readonly DraftStage[]>(() => policy.stages.map(draftOf));
  const stages = useMemo(() => drafts.map(stageOf), [drafts]);
  const problems = useProblems(policy, stages);
  const sensible = Object.keys(problems).length === 0;
  const saving = useSaving(institution, policy);
  const changed = !areSame(stages, policy.stages);
  const errors = { ...refusedFields(saving.error), ...problems };

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (sensible) saving.save(stages);
  }

  return (
    <Page title={text(policy.title)}>
      <p className="no-print">
        <Link to="/administrare/mementouri" search={{ institutie: institution }}>
          {t("reminders.back")}
        </Link>
      </p>
      <p className="lead">{text(policy.text)}</p>
      <PolicyFacts policy={policy} />
      <PolicyOrigin policy={policy} />
      <Timeline stages={sensible ? stages : policy.stages} defaults={policy.defaultStages} />
      <LeftOut stages={sensible ? stages : policy.stages} defaults={policy.defaultStages} />
      <div className="policy-work">
        {mayChange && (
          <form className="policy-form" aria-label={t("reminders.edit")} onSubmit={submit} noValidate>
            <h2>{t("reminders.edit")}</h2>
            <Failed error={saving.error} />
            <ol className="stages">
              {drafts.map((draft, index) => (
                <li key={draft.id}>
                  <StageFields
                    draft={draft}
                    number={index + 1}
                    audiences={policy.audiences}
                    errors={errorsOf(errors, index)}
                    onChange={(next) => {
                      saving.forget();
                      setDrafts((before) => before.map((each) => (each.id === draft.id ? next : each)));
                    }}
                    onRemove={() => {
                      saving.forget();
                      setDrafts((before) => before.filter(({ id }) => id !== draft.id));
                    }}
                  />
                </li>
              ))}
            </ol>
            {errors["stages"] !== undefined && <p className="field-error">{errors["stages"]}</p>}
            <div className="policy-buttons">
              <Button
                variant="default"
                disabled={drafts.length >= MOST_STAGES}
                onClick={() => {
                  saving.forget();
                  setDrafts((before) => [...before, draftOf({ kind: "before", audience: "owner", workingDays: -2 })]);
                }}
              >
                {t("reminders.add")}
              </Button>
            </div>
            <div className="policy-buttons">
              <Button type="submit" loading={saving.isPending} disabled={!changed || !sensible}>
                {t("reminders.save")}
              </Button>
              {changed && (
                <Button variant="subtle" onClick={() => setDrafts(policy.stages.map(draftOf))}>
                  {t("form.discard")}
                </Button>
              )}
              {policy.own && (
                <Button variant="subtle" className="danger" onClick={saving.reset}>
                  {t("reminders.reset")}
                </Button>
              )}
            </div>
          </form>
        )}
        <Preview institution={institution} policy={policy} stages={stages} sensible={sensible} />
      </div>
    </Page>
  );
}

/** What is wrong with the stages, by the same rules as the API. */
function useProblems(policy: PolicyView, stages: readonly ReminderStage[]): Readonly<Record<string, string>> {
  const text = useText();
  return useMemo(
    () => Object.fromEntries(policyProblems(policy.key, stages).map(({ path, message }) => [path, text(message)])),
    [policy.key, stages, text],
  );
}

function useSaving(institution: string, { key, version }: PolicyView) {
  const t = useT();
  const path = `/api/admin/reminder-policies/${encodeURIComponent(key)}`;
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async (stages: readonly ReminderStage[] | null) => {
      if (stages === null) await remove(`${path}${queryString({ institution, expectedVersion: String(version) })}`);
      else await put<unknown>(path, { institution, expectedVersion: version, stages });
    },
    onSuccess: (_answer, stages) => {
      announce(t(stages === null ? "reminders.wasReset" : "reminders.saved"));
      void queryClient.invalidateQueries({ queryKey: ["reminder-policies"] });
      void queryClient.invalidateQueries({ queryKey: ["outbox"] });
    },
  });
  return {
    error,
    isPending,
    forget: reset,
    save: (stages: readonly ReminderStage[]) => mutate(stages),
    reset: () => mutate(null),
  };
}

/** Why it was not saved; when somebody was faster, the way to what they changed. */
function Failed({ error }: { error: unknown }) {
  const t = useT();
  if (error === null) return null;
  if (!isApiError(error, 409)) return <Refusal error={error} title={t("reminders.notSaved")} />;
  return (
    <Alert color="orange" role="alert" title={t("reminders.notSaved")}>
      <p>{error.message}</p>
      <Button variant="default" onClick={() => void queryClient.invalidateQueries({ queryKey: ["reminder-policies"] })}>
        {t("reminders.seeChanged")}
      </Button>
    </Alert>
  );
}

/** The sentences of one stage, by its own fields. */
function errorsOf(errors: Readonly<Record<string, string>>, index: number): Readonly<Record<string, string>> {
  const prefix = `stages.${index}`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path === prefix || path.startsWith(`${prefix}.`))
      .map(([path, message]) => [path.slice(prefix.length + 1), message]),
  );
}
