/** Yes or no, and, where nobody has to say it yet, not known. */
import { Group, Radio } from "@mantine/core";
import type { ReactNode } from "react";
import { useT } from "../i18n/language.tsx";

interface AnswerInputProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** True, false, or nothing while it is open. */
  readonly value: unknown;
  onChange(value: boolean | undefined): void;
}

export function AnswerInput({ name, label, description, error, required = false, value, onChange }: AnswerInputProps) {
  const t = useT();
  return (
    <Radio.Group
      name={name}
      label={label}
      description={description}
      error={error}
      withAsterisk={required}
      value={typeof value === "boolean" ? String(value) : required ? null : ""}
      onChange={(chosen) => onChange(chosen === "" ? undefined : chosen === "true")}
    >
      <Group gap="lg" mt={4} mb={error === undefined ? 0 : 6}>
        <Radio value="true" label={t("answer.yes")} />
        <Radio value="false" label={t("answer.no")} />
        {!required && <Radio value="" label={t("answer.unknown")} />}
      </Group>
    </Radio.Group>
  );
}
