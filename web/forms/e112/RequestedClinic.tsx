/** To which clinic the request goes: the one of the file, or one that is named here. */
import { Checkbox } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { countryName } from "../../parts/countries.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { getAt, prune, type Values } from "../values.ts";
import { checkClinic, ClinicFields } from "./ClinicFields.tsx";
import { isRefused } from "./known.ts";

export function RequestedClinic({ form, path, values, view, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const { language } = useLanguage();
  const known = view.e112.clinic;
  const refused = isRefused(view);
  const isAsked = getAt(values, path) !== undefined;
  const where =
    known === undefined
      ? ""
      : [known.name, known.city, countryName(known.country, language)].filter((part) => part !== undefined).join(", ");
  return (
    <fieldset className="group">
      <legend>{t("e112.requestedClinic")}</legend>
      {known !== undefined && !refused && (
        <>
          <p>
            <strong>{where}</strong>
          </p>
          <Checkbox
            name={`${form}.otherClinic`}
            label={t("e112.otherClinic")}
            checked={isAsked}
            onChange={(event) => set(path, event.currentTarget.checked ? known : undefined)}
          />
        </>
      )}
      {refused && <p className="field-note">{t("e112.clinicRefused", { clinic: where })}</p>}
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      {isAsked && <ClinicFields form={form} path={path} values={values} errors={errors} required set={set} />}
    </fieldset>
  );
}

/** The clinic is needed, or one is being named. */
export function checkRequestedClinic(values: Values, path: string): Problems {
  return getAt(values, path) === undefined ? {} : checkClinic(values, path, true);
}

/** True when something of a clinic was typed. */
export function isClinicAsked(filled: Values): boolean {
  return prune(filled["clinic"]) !== undefined;
}
