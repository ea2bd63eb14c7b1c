/** Which date of an earlier act is wrong, or which estimate of the Ministry's decision, and what it should be. */
import { NativeSelect } from "@mantine/core";
import type { CaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { DateInput } from "../../parts/DateInput.tsx";
import { misshapen } from "../check.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { getAt, textAt, type Values } from "../values.ts";

export function CorrectionField({ path, values, view, errors, set }: SpecialProps<CaseView>) {
  const t = useT();
  const act = view.timeline.find(({ seq }) => seq === getAt(values, `${path}.corrects`));
  const dates = Object.entries(act?.dates ?? {});
  const field = textAt(values, `${path}.field`);
  const estimates = act?.type === "decideAtMinistry" && waitsForFunds(view) ? ESTIMATES : [];
  const error =
    errors[`${path}.date`] ?? errors["newOccurredOn"] ?? errors["newValue"] ?? errors["field"] ?? errors["corrects"];
  return (
    <div className="row-fields">
      {dates.length + estimates.length > 1 && (
        <NativeSelect
          label={t("field.whichDate")}
          name="correctDate.field"
          value={field}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (isEstimate(chosen) !== isEstimate(field)) set(`${path}.date`, "");
            set(`${path}.field`, chosen);
          }}
        >
          {dates.map(([name, date]) => (
            <option key={name} value={name}>
              {t(dateLabel(name))}: {formatDate(date)}
            </option>
          ))}
          {estimates.map((name) => (
            <option key={name} value={name}>
              {t(`field.${name}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      {isEstimate(field) ? (
        <NativeSelect
          label={t("field.newEstimate")}
          name="correctDate.newEstimate"
          withAsterisk
          error={error}
          value={textAt(values, `${path}.date`)}
          onChange={(event) => set(`${path}.date`, event.currentTarget.value)}
        >
          <option value="">{t("form.choose")}</option>
          {(["1", "2", "3", "4", "5"] as const).map((value) => (
            <option key={value} value={value}>
              {t(`estimate.${value}`)}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <DateInput
          label={t("field.newDate")}
          name="correctDate.newDate"
          required
          max={view.today}
          error={error}
          value={textAt(values, `${path}.date`)}
          onChange={(date) => set(`${path}.date`, date)}
        />
      )}
    </div>
  );
}

/** What the order of priority follows from; they change while the file waits for funds (MOH-78, MOH-79). */
const ESTIMATES = ["vitalRisk", "benefit"] as const;

function isEstimate(field: string): boolean {
  return ESTIMATES.some((estimate) => estimate === field);
}

function waitsForFunds({ steps }: CaseView): boolean {
  return steps.some(({ step }) => step === "confirm-funds" || step === "wait-for-funds");
}

export function checkCorrection(values: Values, path: string): Problems {
  const date = textAt(values, `${path}.date`).trim();
  if (isEstimate(textAt(values, `${path}.field`))) {
    return date === "" ? { [`${path}.date`]: { message: "form.error.required", label: "field.newEstimate" } } : {};
  }
  const message = date === "" ? "form.error.required" : misshapen("date", date);
  return message === undefined ? {} : { [`${path}.date`]: { message, label: "field.newDate" } };
}

/** The name of a date that an act carries. */
export function dateLabel(field: string): MessageKey {
  const key = `date.${field}`;
  return Object.hasOwn(ro, key) ? (key as MessageKey) : "date.other";
}
