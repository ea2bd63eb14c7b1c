/** The language of the translation: the official ones of the clinic's country first (E112-13). */
import { NativeSelect } from "@mantine/core";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { officialLanguagesOf, ROUTE_LANGUAGES } from "../../../domain/e112/countries.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { countryName } from "../../parts/countries.ts";
import { languageName } from "../../parts/languages.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

export function LanguageField({ form, path, values, view, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const { language } = useLanguage();
  const country = view.e112.clinic?.country ?? "";
  const official = officialLanguagesOf(country);
  const byName = new Intl.Collator(language);
  const options = (codes: readonly string[]) =>
    codes
      .map((code) => ({ code, name: languageName(code, language) }))
      .toSorted((a, b) => byName.compare(a.name, b.name))
      .map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ));
  const others = options(ROUTE_LANGUAGES.filter((code) => !official.includes(code)));
  const named = { country: countryName(country, language) };
  return (
    <NativeSelect
      name={`${form}.${path}`}
      label={
        <>
          {t("e112.language")} <small className="label-rule">E112-13</small>
        </>
      }
      description={country === "" ? t("e112.language.hint") : t("e112.language.official", named)}
      error={errors[path]}
      withAsterisk
      aria-required
      className="field-short"
      value={textAt(values, path)}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      <option value="">{t("form.choose")}</option>
      {official.length === 0 ? (
        others
      ) : (
        <>
          <optgroup label={t("e112.language.ofCountry", named)}>{options(official)}</optgroup>
          <optgroup label={t("e112.language.others")}>{others}</optgroup>
        </>
      )}
    </NativeSelect>
  );
}

export function checkLanguage(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "e112.language" } } : {};
}
