/** Which of the two copies is handed over; one that is where it belongs is not offered (E112-80, E112-81). */
import { Radio, Stack } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { validForm } from "./known.ts";

const RULES = { 1: "E112-80", 2: "E112-81" } as const;

export function CopyField({ form, path, values, view, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const valid = validForm(view);
  return (
    <Radio.Group
      name={`${form}.${path}`}
      label={t("e112.copy", { number: valid?.number ?? "" })}
      withAsterisk
      error={errors[path] ?? errors["to"]}
      value={textAt(values, path)}
      onChange={(copy) => set(path, copy)}
    >
      <Stack gap={6} mt={4}>
        {(valid?.copies ?? []).map(({ copy, on }) => (
          <Radio
            key={copy}
            value={String(copy)}
            disabled={on !== undefined}
            label={
              <>
                {t(`e112.copy.${copy}`)} <small className="label-rule">{RULES[copy]}</small>
                {on !== undefined && (
                  <span className="quiet"> {t("e112.copy.handedOver", { date: formatDate(on) })}</span>
                )}
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function checkCopy(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "e112.whichCopy" } } : {};
}
