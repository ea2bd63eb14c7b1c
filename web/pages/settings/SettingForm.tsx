import { Alert, Button, Radio, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { definitionOf, OFF } from "../../../domain/settings/settings.ts";
import type { SettingView } from "../../../domain/settings/views.ts";
import { isApiError, put } from "../../api/http.ts";
import { queryClient } from "../../api/queries.ts";
import { settingsQuery } from "../../api/settings.ts";
import { refusedFields } from "../../forms/refusal.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Refusal } from "../../parts/Refusal.tsx";

interface SettingFormProps {
  readonly setting: SettingView;
  onClose(): void;
}

const SHOWN = ["value", "reason", "legalBasis"];

export function SettingForm({ setting, onClose }: SettingFormProps) {
  const t = useT();
  const text = useText();
  const [value, setValue] = useState(String(setting.value));
  const [reason, setReason] = useState("");
  const [legalBasis, setLegalBasis] = useState("");
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      put<SettingView>(`/api/settings/${setting.key}`, {
        expectedVersion: setting.version,
        value: valueOf(value),
        reason,
        ...(legalBasis.trim() === "" ? {} : { legalBasis }),
      }),
    onSuccess: (changed) => {
      announce(t("settings.saved", { title: text(changed.title), value: text(changed.valueText) }));
      void queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
      onClose();
    },
  });
  const errors = refusedFields(error);
  const title = text(setting.title);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    mutate();
  }

  return (
    <form className="setting-form" aria-label={t("settings.change.of", { title })} onSubmit={submit} noValidate>
      <Failed error={error} />
      <ValueField setting={setting} value={value} error={errors["value"]} onChange={setValue} />
      <Textarea
        label={t("settings.reason")}
        description={t("settings.reason.hint")}
        name="reason"
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={errors["reason"]}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        label={t("settings.legalBasis")}
        description={t("settings.legalBasis.hint")}
        name="legalBasis"
        maxLength={300}
        value={legalBasis}
        error={errors["legalBasis"]}
        onChange={(event) => setLegalBasis(event.currentTarget.value)}
      />
      <div className="buttons">
        <Button type="submit" loading={isPending}>
          {t("settings.save")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("settings.cancel")}
        </Button>
      </div>
    </form>
  );
}

interface ValueFieldProps {
  readonly setting: SettingView;
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
}

/** One of a few, or a number that may be off. */
function ValueField({ setting, value, error, onChange }: ValueFieldProps) {
  const t = useT();
  const text = useText();
  const { key, values, mayBeOff, allowed } = setting;
  const { say } = definitionOf(key);
  if (values !== undefined) {
    return (
      <Radio.Group label={t("settings.new")} name={`value ${key}`} value={value} error={error} onChange={onChange}>
        <div className="radios">
          {values.map((each) => (
            <Radio key={each} value={String(each)} label={text(say(each))} />
          ))}
        </div>
      </Radio.Group>
    );
  }
  const isOff = value === OFF;
  return (
    <>
      {mayBeOff && (
        <Radio.Group
          label={t("settings.new")}
          name={`on ${key}`}
          value={isOff ? OFF : "on"}
          onChange={(chosen) => onChange(chosen === OFF ? OFF : String(setting.default))}
        >
          <div className="radios">
            <Radio value="on" label={t("settings.on")} />
            <Radio value={OFF} label={t("settings.off")} />
          </div>
        </Radio.Group>
      )}
      {isOff ? (
        error !== undefined && <p className="field-error">{error}</p>
      ) : (
        <TextInput
          className="setting-days"
          label={t("settings.new.number")}
          description={text(allowed)}
          name="value"
          inputMode="numeric"
          maxLength={3}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** What was typed that is no number is refused by the API, in words. */
function valueOf(typed: string): string | number {
  if (typed === OFF) return OFF;
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
}

/** Why it was not saved; when somebody was faster, the way to what they changed. */
function Failed({ error }: { error: unknown }) {
  const t = useT();
  if (error === null) return null;
  if (!isApiError(error, 409)) return <Refusal error={error} title={t("settings.notSaved")} shown={SHOWN} />;
  return (
    <Alert color="orange" role="alert" title={t("settings.notSaved")}>
      <p>{error.message}</p>
      {error.body.changes?.map(({ title, by, at }) => (
        <p key={at}>
          <strong>{title}</strong> ({by})
        </p>
      ))}
      <Button
        variant="default"
        onClick={() => void queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey })}
      >
        {t("settings.seeChanged")}
      </Button>
    </Alert>
  );
}
