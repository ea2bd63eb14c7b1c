import { UnstyledButton } from "@mantine/core";
import { useLanguage, useT, type Language } from "../i18n/language.tsx";

const NAMES = { ro: "Română", en: "English" } as const satisfies Record<Language, string>;

/** Each language is offered in its own words. */
export function LanguageSwitch() {
  const t = useT();
  const { language, choose } = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t("shell.language")}>
      {(["ro", "en"] as const).map((offered) => (
        <UnstyledButton
          key={offered}
          lang={offered}
          className="language"
          aria-pressed={language === offered}
          onClick={() => choose(offered)}
        >
          {offered.toUpperCase()}
          <span className="sr-only"> {NAMES[offered]}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
