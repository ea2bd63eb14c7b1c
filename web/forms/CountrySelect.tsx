/** A country, chosen by its name in the language of the page. */
import { NativeSelect } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useLanguage, useT } from "../i18n/language.tsx";
import { countryName, COUNTRIES } from "../parts/countries.ts";

interface CountrySelectProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** The code of the country; empty while none is chosen. */
  readonly value: string;
  onChange(country: string): void;
}

export function CountrySelect({ required = false, onChange, ...rest }: CountrySelectProps) {
  const t = useT();
  const { language } = useLanguage();
  const countries = useMemo(() => {
    const byName = new Intl.Collator(language);
    return COUNTRIES.map((code) => ({ code, name: countryName(code, language) })).toSorted((a, b) =>
      byName.compare(a.name, b.name),
    );
  }, [language]);
  return (
    <NativeSelect
      {...rest}
      withAsterisk={required}
      aria-required={required}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{required ? t("form.choose") : t("form.unset")}</option>
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
