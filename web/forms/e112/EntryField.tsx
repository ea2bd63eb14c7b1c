/** Which of the entries that may turn out to be mistakes is annulled. */
import { NativeSelect } from "@mantine/core";
import type { E112CaseView, TimelineEntry } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

const ANNULLABLE: readonly string[] = [
  "recordDeparture",
  "recordCosts",
  "drawForceMajeureReport",
] satisfies E112CommandType[];

export function EntryField({ form, path, values, view, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const text = useText();
  return (
    <NativeSelect
      name={`${form}.${path}`}
      label={t("e112.entry")}
      withAsterisk
      aria-required
      error={errors[path]}
      value={textAt(values, path)}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      <option value="">{t("form.unset")}</option>
      {standing(view).map(({ seq, title, occurredOn }) => (
        <option key={seq} value={seq}>
          {[text(title), ...(occurredOn === undefined ? [] : [formatDate(occurredOn)])].join(", ")}
        </option>
      ))}
    </NativeSelect>
  );
}

/** Those that were not annulled before. */
function standing({ timeline }: E112CaseView): TimelineEntry[] {
  const annulled = timeline.filter(({ type }) => type === "annulEntry").map(({ payload }) => payload?.["entry"]);
  return timeline.filter(({ seq, type }) => ANNULLABLE.includes(type) && !annulled.includes(seq));
}

export function checkEntry(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "e112.entry" } } : {};
}
