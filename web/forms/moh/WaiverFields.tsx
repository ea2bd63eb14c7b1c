/** The second parent's document is not asked for when a reason and its proof are given (decision 13). */
import { Checkbox, TextInput } from "@mantine/core";
import { useT } from "../../i18n/language.tsx";
import type { FieldErrors, Problem, Problems } from "../describe.ts";
import { getAt, textAt, type Values } from "../values.ts";

interface WaiverFieldsProps {
  /** Where the document stands; the waiver is at `waiver` of it. */
  readonly path: string;
  readonly values: Values;
  readonly errors: FieldErrors;
  set(path: string, value: unknown): void;
}

export function WaiverFields({ path, values, errors, set }: WaiverFieldsProps) {
  const t = useT();
  const at = `${path}.waiver`;
  const waived = getAt(values, at) !== undefined;
  return (
    <div className="waiver">
      <Checkbox
        name={`${at}.waived`}
        label={t("waiver.label")}
        checked={waived}
        onChange={(event) => set(at, event.currentTarget.checked ? { reason: "", proof: "" } : undefined)}
      />
      {waived && (
        <div className="row-fields">
          <TextInput
            name={`${at}.reason`}
            label={t("waiver.reason")}
            withAsterisk
            error={errors[`${at}.reason`]}
            value={textAt(values, `${at}.reason`)}
            onChange={(event) => set(`${at}.reason`, event.currentTarget.value)}
          />
          <TextInput
            name={`${at}.proof`}
            label={t("waiver.proof")}
            withAsterisk
            error={errors[`${at}.proof`]}
            value={textAt(values, `${at}.proof`)}
            onChange={(event) => set(`${at}.proof`, event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
}

/** A waiver has its reason and its proof. `at` is where the document stands. */
export function checkWaiver(document: unknown, at: string): Problems {
  const found: Record<string, Problem> = {};
  for (const name of ["reason", "proof"] as const) {
    if (textAt(document, `waiver.${name}`).trim() === "") {
      found[`${at}.waiver.${name}`] = { message: "form.error.required", label: `waiver.${name}` };
    }
  }
  return found;
}
