/** Which date of an earlier act is wrong, and what it should be. */
import { NativeSelect } from "@mantine/core";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { DateInput } from "../../parts/DateInput.tsx";
import { misshapen } from "../check.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { getAt, textAt, type Values } from "../values.ts";

export function CorrectionField({ path, values, view, errors, set }: SpecialProps) {
  const t = useT();
  const act = view.timeline.find(({ seq }) => seq === getAt(values, `${path}.corrects`));
  const dates = Object.entries(act?.dates ?? {});
  const field = textAt(values, `${path}.field`);
  const error =
    errors[`${path}.date`] ?? errors["newOccurredOn"] ?? errors["newValue"] ?? errors["field"] ?? errors["corrects"];
  return (
    <div className="row-fields">
      {dates.length > 1 && (
        <NativeSelect
          label={t("field.whichDate")}
          name="correctDate.field"
          value={field}
          onChange={(event) => set(`${path}.field`, event.currentTarget.value)}
        >
          {dates.map(([name, date]) => (
            <option key={name} value={name}>
              {t(dateLabel(name))}: {formatDate(date)}
            </option>
          ))}
        </NativeSelect>
      )}
      <DateInput
        label={t("field.newDate")}
        name="correctDate.newDate"
        required
        max={view.today}
        error={error}
        value={textAt(values, `${path}.date`)}
        onChange={(date) => set(`${path}.date`, date)}
      />
    </div>
  );
}

export function checkCorrection(values: Values, path: string): Problems {
  const date = textAt(values, `${path}.date`).trim();
  const message = date === "" ? "form.error.required" : misshapen("date", date);
  return message === undefined ? {} : { [`${path}.date`]: { message, label: "field.newDate" } };
}

/** The name of a date that an act carries. */
export function dateLabel(field: string): MessageKey {
  const key = `date.${field}`;
  return Object.hasOwn(ro, key) ? (key as MessageKey) : "date.other";
}
