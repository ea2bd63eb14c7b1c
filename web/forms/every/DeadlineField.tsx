/** Which term of the file: those that the person may name. */
import { NativeSelect } from "@mantine/core";
import type { CaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { clinicName } from "../../parts/clinic-name.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

export function SuspendableField(props: SpecialProps<CaseView>) {
  return <DeadlineField {...props} type="suspendDeadline" />;
}

export function ResumableField(props: SpecialProps<CaseView>) {
  return <DeadlineField {...props} type="resumeDeadline" />;
}

function DeadlineField({
  path,
  values,
  view,
  errors,
  set,
  type,
}: SpecialProps<CaseView> & { readonly type: "suspendDeadline" | "resumeDeadline" }) {
  const t = useT();
  const text = useText();
  const allowed = view.allowedCommands.find((command) => command.type === type)?.deadlines ?? [];
  const deadlines = view.deadlines.filter(({ id }) => allowed.includes(id));
  return (
    <NativeSelect
      name={`${type}.${path}`}
      label={t("field.deadline")}
      withAsterisk
      aria-required
      error={errors[path]}
      value={textAt(values, path)}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      <option value="">{t("form.unset")}</option>
      {deadlines.map(({ id, title, clinic, dueOn, practicalDueOn }) => {
        const name = clinicName(view, clinic);
        return (
          <option key={id} value={id}>
            {[id, text(title), ...(name === undefined ? [] : [name]), formatDate(practicalDueOn ?? dueOn)].join(" · ")}
          </option>
        );
      })}
    </NativeSelect>
  );
}

export function checkDeadline(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "field.deadline" } } : {};
}
