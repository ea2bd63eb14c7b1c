/** What stands around every page: the way to skip it, where to go, who is signed in, the language. */
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useMatches, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { mailTasksQuery } from "../api/administration.ts";
import { queryClient, sessionLanguage, sessionQuery } from "../api/queries.ts";
import type { Session } from "../api/types.ts";
import { keepDraftsOf } from "../forms/drafts.ts";
import { useLanguage, useT } from "../i18n/language.tsx";
import { Announcer } from "../parts/announce.tsx";
import { administersSettings, can, countsTerms, seesFunds } from "./abilities.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { PersonMenu } from "./PersonMenu.tsx";

export function Shell() {
  const t = useT();
  const { language, suggest } = useLanguage();
  const { data: session } = useQuery({ ...sessionQuery, throwOnError: false });
  useSignedOut(session);
  useSessionLanguage(session);
  const userId = session?.user.id;
  useEffect(() => {
    if (userId !== undefined) keepDraftsOf(userId);
  }, [userId]);
  const locale = session?.user.locale;
  useEffect(() => {
    if (locale !== undefined) suggest(locale);
  }, [locale, suggest]);
  return (
    <>
      <a className="skip-link" href="#continut">
        {t("shell.skip")}
      </a>
      <header className="top no-print">
        <div className="top-inner">
          <Link to="/" className="brand">
            {t("app.name")}
          </Link>
          <Navigation session={session ?? null} />
          <div className="top-end">
            <LanguageSwitch />
            {session == null ? (
              <Link to="/autentificare" className="top-link">
                {t("signIn.title")}
              </Link>
            ) : (
              <PersonMenu session={session} />
            )}
          </div>
        </div>
      </header>
      <main id="continut" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot no-print">
        <a href="/stare">{t("shell.publicStatus")}</a>
        <a href={`/ce-cale?lang=${language}`}>{t("shell.publicRoute")}</a>
        <Link to="/pregatire">{t("ownFile.title")}</Link>
        <Link to="/calculator">{t("calculator.title")}</Link>
        <Link to="/calendar">{t("calendar.title")}</Link>
      </footer>
      <Announcer />
    </>
  );
}

function Navigation({ session }: { session: Session | null }) {
  const t = useT();
  if (session === null) return <span className="top-space" />;
  return (
    <nav className="top-nav" aria-label={t("shell.navigation")}>
      {can(session, "see-files") && (
        <>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {t("queue.title")}
          </Link>
          <Link to="/dosare" activeOptions={{ exact: true, includeSearch: false }}>
            {t("files.title")}
          </Link>
        </>
      )}
      {can(session, "open-file") && <Link to="/dosare/nou">{t("newFile.title")}</Link>}
      {seesFunds(session) && (
        <Link to="/fonduri" activeOptions={{ includeSearch: false }}>
          {t("funds.title")}
        </Link>
      )}
      {can(session, "see-statistics") && (
        <Link to="/statistica" activeOptions={{ includeSearch: false }}>
          {t("statistics.short")}
        </Link>
      )}
      {countsTerms(session) && <Link to="/calculator">{t("calculator.short")}</Link>}
      <Link to="/calendar" activeOptions={{ includeSearch: false }}>
        {t("calendar.short")}
      </Link>
      {can(session, "see-rates") && (
        <Link to="/administrare/cursuri" activeOptions={{ includeSearch: false }}>
          {t("rates.short")}
        </Link>
      )}
      {can(session, "see-policies") && (
        <Link to="/administrare/mementouri" activeOptions={{ includeSearch: false }}>
          {t("reminders.title")}
        </Link>
      )}
      {can(session, "see-outbox") && (
        <>
          <Link to="/administrare/mesaje" activeOptions={{ includeSearch: false }}>
            {t("messages.title")}
          </Link>
          <AddressesLink />
        </>
      )}
      {administersSettings(session) && <Link to="/administrare/setari">{t("settings.title")}</Link>}
    </nav>
  );
}

/** With the number of addresses that wait to be put right. */
function AddressesLink() {
  const t = useT();
  const { data } = useQuery({ ...mailTasksQuery(), throwOnError: false });
  const open = data?.open ?? 0;
  return (
    <Link to="/administrare/adrese" activeOptions={{ includeSearch: false }}>
      {t("addresses.short")}
      {open > 0 && (
        <span className="nav-count" title={t("addresses.badge", { count: open })}>
          <span aria-hidden="true">{open}</span>
          <span className="sr-only">({t("addresses.badge", { count: open })})</span>
        </span>
      )}
    </Link>
  );
}

/** The names of institutions come with the session, in the language of the page. */
function useSessionLanguage(session: Session | null | undefined): void {
  const { language } = useLanguage();
  useEffect(() => {
    // A session on its way when the language changes comes in the one before.
    if (session == null || sessionLanguage() === language) return;
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }, [language, session]);
}

/** When the session ends while a page is open, the person signs in again and comes back to it. */
function useSignedOut(session: Session | null | undefined): void {
  const navigate = useNavigate();
  const { href } = useLocation();
  const needsSession = useMatches({ select: (matches) => matches.some(({ routeId }) => routeId === "/inside") });
  useEffect(() => {
    if (session !== null || !needsSession) return;
    void navigate({ to: "/autentificare", search: { inapoi: href } });
  }, [session, needsSession, href, navigate]);
}
