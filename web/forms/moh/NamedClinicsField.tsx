/** The clinics that the minutes name, one row each. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { countryName, COUNTRIES } from "../../parts/countries.ts";
import { misshapen } from "../check.ts";
import type { Problem, Problems, SpecialProps } from "../describe.ts";
import { listAt, textAt, type Values } from "../values.ts";

const MOST_CLINICS = 20;

export function NamedClinicsField({ form, path, values, errors, set }: SpecialProps) {
  const t = useT();
  const { language } = useLanguage();
  const clinics = listAt(values, path);
  return (
    <fieldset className="group">
      <legend>
        {t("field.clinics")} <small className="label-rule">{form === "registerNewMinutes" ? "MOH-63" : "MOH-33"}</small>
      </legend>
      <p className="field-note">{t("field.clinics.hint")}</p>
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      <ol className="rows">
        {clinics.map((clinic, index) => {
          const at = `${path}.${index}`;
          const input = (name: string) => ({
            name: `${form}.${at}.${name}`,
            value: textAt(clinic, name),
            error: errors[`${at}.${name}`],
          });
          return (
            // Rows have no identity but their place.
            <li key={index} className="row-fields clinic-row">
              <TextInput
                {...input("name")}
                label={t("field.clinicName")}
                withAsterisk
                onChange={(event) => set(`${at}.name`, event.currentTarget.value)}
              />
              <NativeSelect
                {...input("country")}
                label={t("field.country")}
                withAsterisk
                onChange={(event) => set(`${at}.country`, event.currentTarget.value)}
              >
                <option value="">{t("form.choose")}</option>
                {COUNTRIES.map((code) => (
                  <option key={code} value={code}>
                    {countryName(code, language)}
                  </option>
                ))}
              </NativeSelect>
              <TextInput
                {...input("city")}
                label={t("field.city")}
                onChange={(event) => set(`${at}.city`, event.currentTarget.value)}
              />
              <TextInput
                {...input("email")}
                label={t("field.email")}
                type="email"
                onChange={(event) => set(`${at}.email`, event.currentTarget.value)}
              />
              {clinics.length > 1 && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className="row-remove"
                  aria-label={t("field.clinics.remove", { number: index + 1 })}
                  onClick={() => set(path, clinics.toSpliced(index, 1))}
                >
                  <Icon name="cross" size={12} />
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {clinics.length < MOST_CLINICS && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={12} />}
          onClick={() => set(path, [...clinics, {}])}
        >
          {t("field.clinics.add")}
        </Button>
      )}
    </fieldset>
  );
}

export function checkNamedClinics(values: Values, path: string): Problems {
  const found: Record<string, Problem> = {};
  listAt(values, path).forEach((clinic, index) => {
    const at = `${path}.${index}`;
    if (textAt(clinic, "name").trim() === "")
      found[`${at}.name`] = { message: "form.error.required", label: "field.clinicName" };
    if (textAt(clinic, "country") === "")
      found[`${at}.country`] = { message: "form.error.required", label: "field.country" };
    if (misshapen("email", textAt(clinic, "email").trim()) !== undefined) {
      found[`${at}.email`] = { message: "form.error.email", label: "field.email" };
    }
  });
  return found;
}
