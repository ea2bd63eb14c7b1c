/** The clinic abroad: where it is, who takes over the case, and whether it works with the public insurance of its country. */
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { RuleId } from "../../../domain/law/index.ts";
import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import { AnswerInput } from "../AnswerInput.tsx";
import { misshapen } from "../check.ts";
import { CountrySelect } from "../CountrySelect.tsx";
import type { FieldErrors, Problem, Problems } from "../describe.ts";
import { getAt, prune, textAt, type Values } from "../values.ts";

interface ClinicFieldsProps {
  /** Prefix of the names of the inputs: the command, or nothing. */
  readonly form?: string;
  readonly path: string;
  readonly values: Values;
  readonly errors: FieldErrors;
  /** The name and the country are asked for. */
  readonly required: boolean;
  set(path: string, value: unknown): void;
}

export function ClinicFields({ form, path, values, errors, required, set }: ClinicFieldsProps) {
  const t = useT();
  const common = (name: string, label: MessageKey, rule?: RuleId) => ({
    name: form === undefined ? `${path}.${name}` : `${form}.${path}.${name}`,
    label: labelled(t(label), rule),
    error: errors[`${path}.${name}`],
  });
  const typed = (name: string) => ({
    value: textAt(values, `${path}.${name}`),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => set(`${path}.${name}`, event.currentTarget.value),
  });
  return (
    <div className="group-fields">
      <TextInput
        {...common("name", "field.clinicName")}
        {...typed("name")}
        withAsterisk={required}
        aria-required={required}
      />
      <CountrySelect
        {...common("country", "field.country", "E112-02")}
        required={required}
        value={textAt(values, `${path}.country`)}
        onChange={(country) => set(`${path}.country`, country)}
      />
      <TextInput {...common("city", "field.city")} {...typed("city")} />
      <TextInput {...common("email", "field.email")} {...typed("email")} type="email" />
      <TextInput {...common("doctor", "e112.clinicDoctor")} {...typed("doctor")} />
      <div className="span-2">
        <AnswerInput
          {...common("publicInsuranceContract", "e112.publicInsuranceContract", "E112-03")}
          value={getAt(values, `${path}.publicInsuranceContract`)}
          onChange={(is) => set(`${path}.publicInsuranceContract`, is)}
        />
      </div>
    </div>
  );
}

function labelled(text: string, rule: RuleId | undefined): ReactNode {
  if (rule === undefined) return text;
  return (
    <>
      {text} <small className="label-rule">{rule}</small>
    </>
  );
}

/** A clinic that is asked for, or of which something was typed, has its name and its country. */
export function checkClinic(values: Values, path: string, required: boolean): Problems {
  if (!required && prune(getAt(values, path)) === undefined) return {};
  const found: Record<string, Problem> = {};
  for (const [name, label] of NEEDED) {
    const at = `${path}.${name}`;
    if (textAt(values, at).trim() === "") found[at] = { message: "form.error.required", label };
  }
  const email = misshapen("email", textAt(values, `${path}.email`).trim());
  if (email !== undefined) found[`${path}.email`] = { message: email, label: "field.email" };
  return found;
}

const NEEDED = [
  ["name", "field.clinicName"],
  ["country", "field.country"],
] as const satisfies readonly (readonly [string, MessageKey])[];
