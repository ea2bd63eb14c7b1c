import "./calendar.css";
import "./admin.css";
import { NativeSelect, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { sessionQuery } from "../../api/queries.ts";
import type { Session } from "../../api/types.ts";
import { useT } from "../../i18n/language.tsx";
import { Page } from "../../parts/Page.tsx";
import { Empty } from "../../parts/states.tsx";
import { useCalendarDraft } from "./draft.ts";
import { DaysTab } from "./DaysTab.tsx";
import { HistoryTab } from "./HistoryTab.tsx";
import { ImportTab } from "./ImportTab.tsx";
import { NATIONAL, ownedCalendars, type OwnedCalendar } from "./owners.ts";
import { RulesTab } from "./RulesTab.tsx";

const TABS = ["zile", "import", "reguli", "istoric"] as const;

/** Where the owners of a calendar prepare its changes. */
export function AdminPage() {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const { calendar } = useSearch({ from: "/inside/administrare/calendar" });
  const owned = session == null ? [] : ownedCalendars(session);
  const chosen = owned.find(({ id }) => id === calendar) ?? owned[0];
  return (
    <Page
      title={t("calendar.admin.title")}
      actions={
        <Link to="/calendar" className="button-link">
          {t("calendar.admin.public")}
        </Link>
      }
    >
      {session == null || chosen === undefined ? (
        <Empty>{t("calendar.admin.none")}</Empty>
      ) : (
        <Administration key={chosen.id} session={session} owned={owned} calendar={chosen} />
      )}
    </Page>
  );
}

interface AdministrationProps {
  readonly session: Session;
  readonly owned: readonly OwnedCalendar[];
  readonly calendar: OwnedCalendar;
}

function Administration({ session, owned, calendar }: AdministrationProps) {
  const t = useT();
  const { fila } = useSearch({ from: "/inside/administrare/calendar" });
  const navigate = useNavigate({ from: "/administrare/calendar" });
  const draft = useCalendarDraft(session.user.id, calendar.id);
  const { id, name } = calendar;
  return (
    <>
      {owned.length > 1 && (
        <form className="filters" onSubmit={(event) => event.preventDefault()}>
          <NativeSelect
            className="filter-wide"
            label={t("calendar.admin.which")}
            value={id}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              void navigate({ search: (before) => ({ ...before, calendar: chosen }), replace: true });
            }}
          >
            {owned.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id === NATIONAL ? t("calendar.admin.national") : t("calendar.admin.own", { name: one.name })}
              </option>
            ))}
          </NativeSelect>
        </form>
      )}
      <p className="calendar-scope">
        {id === NATIONAL ? t("calendar.admin.scope.national") : t("calendar.admin.scope.own", { name })}
      </p>
      <Tabs
        value={TABS.find((tab) => tab === fila) ?? "zile"}
        keepMounted={false}
        onChange={(tab) => {
          void navigate({ search: (before) => ({ ...before, fila: tab ?? undefined }), resetScroll: false });
        }}
      >
        <Tabs.List aria-label={t("calendar.admin.tabs")}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`calendar.admin.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="zile" className="tab-panel">
          <DaysTab calendar={calendar} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="import" className="tab-panel">
          <ImportTab calendar={calendar} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="reguli" className="tab-panel">
          <RulesTab calendar={calendar} draft={draft} />
        </Tabs.Panel>
        <Tabs.Panel value="istoric" className="tab-panel">
          <HistoryTab />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
