/** One field of a form, drawn from its description. */
import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import type { CaseView, ClinicView } from "../../domain/case/view.ts";
import { useT } from "../i18n/language.tsx";
import { DateInput } from "../parts/DateInput.tsx";
import { AnswerInput } from "./AnswerInput.tsx";
import { CountrySelect } from "./CountrySelect.tsx";
import type { Field, FieldErrors } from "./describe.ts";
import { getAt, listAt, textAt, type Values } from "./values.ts";

interface FieldViewProps<View extends CaseView> {
  readonly field: Field<View>;
  readonly values: Values;
  readonly view: View;
  readonly errors: FieldErrors;
  /** Prefix of the names of the inputs, so that two forms on a page do not share any. */
  readonly form: string;
  set(path: string, value: unknown): void;
}

export function FieldView<View extends CaseView>({ field, values, view, errors, form, set }: FieldViewProps<View>) {
  const t = useT();
  const { path, required = false } = field;
  const common = {
    name: `${form}.${path}`,
    label: field.rule === undefined ? t(field.label) : <LabelWithRule text={t(field.label)} rule={field.rule} />,
    description: field.hint === undefined ? undefined : t(field.hint),
    error: errors[path],
    withAsterisk: required,
  };
  const needed = { "aria-required": required };
  const value = textAt(values, path);

  switch (field.kind) {
    case "text":
    case "email":
    case "phone":
    case "currency":
    case "amount":
      return (
        <TextInput
          {...common}
          {...needed}
          {...INPUTS[field.kind]}
          className={field.kind === "amount" || field.kind === "currency" ? "field-short" : ""}
          value={value}
          onChange={(event) => set(path, event.currentTarget.value)}
        />
      );
    case "long":
      return (
        <Textarea {...common} {...needed} value={value} onChange={(event) => set(path, event.currentTarget.value)} />
      );
    case "date":
      return (
        <DateInput
          name={common.name}
          label={common.label}
          description={common.description}
          error={common.error}
          required={required}
          max={field.ahead === true ? undefined : view.today}
          value={value}
          onChange={(date) => set(path, date)}
        />
      );
    case "check":
      return (
        <Checkbox
          {...common}
          checked={getAt(values, path) === true}
          onChange={(event) => set(path, event.currentTarget.checked)}
        />
      );
    case "answer":
      return (
        <AnswerInput {...common} required={required} value={getAt(values, path)} onChange={(is) => set(path, is)} />
      );
    case "country":
      return <CountrySelect {...common} required={required} value={value} onChange={(country) => set(path, country)} />;
    case "choice":
      return (
        <Radio.Group {...common} value={value} onChange={(chosen) => set(path, chosen)}>
          <Stack gap={6} mt={4}>
            {field.options.map((option) => (
              <Radio key={option.value} value={option.value} label={t(option.label)} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case "select":
      return (
        <NativeSelect {...common} {...needed} value={value} onChange={(event) => set(path, event.currentTarget.value)}>
          <option value="">{t("form.unset")}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {t(option.label)}
            </option>
          ))}
        </NativeSelect>
      );
    case "clinic":
      return (
        <NativeSelect {...common} {...needed} value={value} onChange={(event) => set(path, event.currentTarget.value)}>
          <option value="">{t("form.chooseClinic")}</option>
          {clinicsOf(view, field.which).map((clinic) => (
            <option key={clinic.id} value={clinic.id}>
              {clinic.name} ({clinic.country})
            </option>
          ))}
        </NativeSelect>
      );
    case "clinics": {
      const offered = clinicsOf(view, field.which);
      if (offered.length === 0) return null;
      return (
        <Checkbox.Group {...common} value={listAt(values, path) as string[]} onChange={(chosen) => set(path, chosen)}>
          <Stack gap={6} mt={4}>
            {offered.map((clinic) => (
              <Checkbox key={clinic.id} value={clinic.id} label={`${clinic.name} (${clinic.country})`} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    }
    case "special":
      return <field.component form={form} path={path} values={values} view={view} errors={errors} set={set} />;
  }
}

/** The clinics of the file that are meant; only the Ministry's files name several. */
function clinicsOf(view: CaseView, which: Extract<Field, { kind: "clinic" }>["which"] = () => true): ClinicView[] {
  return view.process === "moh" ? view.clinics.filter((clinic) => which(clinic, view)) : [];
}

const INPUTS = {
  text: {},
  email: { type: "email", inputMode: "email", spellCheck: false },
  phone: { type: "tel", inputMode: "tel" },
  currency: { maxLength: 3, autoCapitalize: "characters", spellCheck: false },
  amount: { inputMode: "decimal" },
} as const;

function LabelWithRule({ text, rule }: { text: string; rule: string }) {
  return (
    <>
      {text} <small className="label-rule">{rule}</small>
    </>
  );
}
