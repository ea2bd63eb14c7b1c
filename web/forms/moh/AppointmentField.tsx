/** Which check: the first one, or an appointment to which nobody has come yet. */
import { NativeSelect } from "@mantine/core";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

export function AppointmentField(props: SpecialProps) {
  return <CheckField {...props} withFirst={false} />;
}

export function FirstOrAppointmentField(props: SpecialProps) {
  return <CheckField {...props} withFirst />;
}

function CheckField({
  form,
  path,
  values,
  view,
  errors,
  set,
  withFirst,
}: SpecialProps & { readonly withFirst: boolean }) {
  const t = useT();
  const first = view.deadlines.find(({ rule }) => rule === "MOH-95");
  return (
    <NativeSelect
      name={`${form}.${path}`}
      label={t("field.appointment")}
      withAsterisk
      aria-required
      error={errors[path]}
      value={textAt(values, path)}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      <option value="">{t("form.choose")}</option>
      {choices(view, withFirst).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.on === undefined
            ? t("appointment.first", { date: first === undefined ? "" : formatDate(first.effectOn ?? first.dueOn) })
            : t("appointment.of", { number: choice.value, date: formatDate(choice.on) })}
        </option>
      ))}
    </NativeSelect>
  );
}

function choices(view: MohCaseView, withFirst: boolean): { readonly value: string; readonly on?: string }[] {
  const isFirstOpen = view.steps.some(({ step }) => step === "record-first-check");
  const awaited = (view.treatment?.appointments ?? []).filter(({ state }) => state === "awaited");
  return [
    ...(withFirst && isFirstOpen ? [{ value: "first" }] : []),
    ...awaited.map(({ number, appointedOn }) => ({ value: String(number), on: appointedOn })),
  ];
}

/** The one check that may be meant, when there is only one. */
export function onlyChoice(view: MohCaseView, withFirst: boolean): Values {
  const [only, ...others] = choices(view, withFirst);
  return only === undefined || others.length > 0 ? {} : { appointment: only.value };
}

export function checkAppointment(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "field.appointment" } } : {};
}
