/** The language of the pages: Romanian first, English loaded when it is asked for. The choice is kept in the browser. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { IntlProvider, useIntl, type PrimitiveType } from "react-intl";
import type { Text } from "../../domain/case/commands.ts";
import { setRequestLanguage } from "../api/http.ts";
import { ro, type Catalogue, type MessageKey } from "./ro.ts";

export type Language = keyof Text;
const STORED_AS = "dosar.limba";

interface LanguageChoice {
  readonly language: Language;
  /** Switches for good: the choice is stored. */
  choose(language: Language): void;
  /** Follows the signed-in person's own language unless one was chosen in this browser. */
  suggest(language: string): void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(() => storedLanguage() ?? "ro");
  const [catalogue, setCatalogue] = useState<{ language: Language; messages: Catalogue }>({
    language: "ro",
    messages: ro,
  });

  useEffect(() => {
    let current = true;
    void loadCatalogue(wanted).then((messages) => {
      if (current) setCatalogue({ language: wanted, messages });
    });
    return () => {
      current = false;
    };
  }, [wanted]);

  const { language, messages } = catalogue;
  setRequestLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = useCallback((chosen: Language) => {
    storeLanguage(chosen);
    setWanted(chosen);
  }, []);
  const suggest = useCallback((suggested: string) => {
    if (storedLanguage() === undefined) setWanted(suggested.startsWith("en") ? "en" : "ro");
  }, []);
  const choice = useMemo(() => ({ language, choose, suggest }), [language, choose, suggest]);

  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={language} messages={messages} defaultLocale="ro">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (choice === null) throw new Error("useLanguage outside of LanguageProvider");
  return choice;
}

export type Translate = (key: MessageKey, values?: Record<string, PrimitiveType>) => string;

/** A text of the catalogue in the language of the page. */
export function useT(): Translate {
  const intl = useIntl();
  return useCallback((key, values) => intl.formatMessage({ id: key }, values), [intl]);
}

/** A text that came with the data, in the language of the page. */
export function useText(): (text: Text) => string {
  const { language } = useLanguage();
  return useCallback((text) => text[language], [language]);
}

async function loadCatalogue(language: Language): Promise<Catalogue> {
  return language === "ro" ? ro : (await import("./en.ts")).en;
}

function storedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored === "ro" || stored === "en" ? stored : undefined;
  } catch {
    return undefined;
  }
}

function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // A browser that stores nothing still shows the language until it is closed.
  }
}
