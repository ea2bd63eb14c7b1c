/** The addresses. The address bar is the state: what a page shows can be sent as a link. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { institutionsQuery, queryClient, queryString, sessionQuery } from "./api/queries.ts";
import { searchFor } from "./pages/files/search.ts";
import { can } from "./shell/abilities.ts";
import { ErrorPage } from "./shell/ErrorPage.tsx";
import { NotFoundPage } from "./shell/NotFoundPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { Loading } from "./parts/states.tsx";

/** What an address carries after its question mark: texts only. */
export type Search = Readonly<Record<string, string | undefined>>;
const validateSearch = (search: Record<string, unknown>): Search => search as Search;

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/autentificare",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/sign-in/SignInPage.tsx"), "SignInPage"),
});

const calculator = createRoute({
  getParentRoute: () => root,
  path: "/calculator",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/calculator/CalculatorPage.tsx"), "CalculatorPage"),
});

const preparation = createRoute({
  getParentRoute: () => root,
  path: "/pregatire",
  component: lazyRouteComponent(() => import("./pages/preparation/PreparationPage.tsx"), "PreparationPage"),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: "/calendar",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/calendar/CalendarPage.tsx"), "CalendarPage"),
});

/** Pages for people who signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: "/autentificare", search: { inapoi: location.href } });
  },
  component: Outlet,
});

const queue = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch,
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    // An administrator has no files, and so no work in them; nor has the CNAS.
    if (session !== null && !can(session, "see-files"))
      throw redirect({ to: can(session, "see-outbox") ? "/administrare/mesaje" : "/statistica" });
  },
  component: lazyRouteComponent(() => import("./pages/queue/QueuePage.tsx"), "QueuePage"),
});

const files = createRoute({
  getParentRoute: () => inside,
  path: "/dosare",
  validateSearch,
  beforeLoad: ({ search }) => {
    const { state } = searchFor(search["cauta"] ?? "");
    // A name in an old link: it is looked for, and does not stay in the address.
    if (state.surname !== undefined)
      throw redirect({ to: "/dosare", search: { ...search, cauta: undefined }, state, replace: true });
  },
  component: lazyRouteComponent(() => import("./pages/files/FilesPage.tsx"), "FilesPage"),
});

const newFile = createRoute({
  getParentRoute: () => inside,
  path: "/dosare/nou",
  validateSearch,
  // The form proposes what the house says, its county; what is typed before that is known would stand without it.
  loader: () => queryClient.ensureQueryData(institutionsQuery),
  component: lazyRouteComponent(() => import("./pages/new-file/NewFilePage.tsx"), "NewFilePage"),
});

const file = createRoute({
  getParentRoute: () => inside,
  path: "/dosare/$caseId",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/file/FilePage.tsx"), "FilePage"),
});

const registerImport = createRoute({
  getParentRoute: () => inside,
  path: "/registru/import",
  // Before the houses are known, the template and the file of who works in several would be of no certain one.
  loader: () => queryClient.ensureQueryData(institutionsQuery),
  component: lazyRouteComponent(() => import("./pages/imports/ImportPage.tsx"), "ImportPage"),
});

const registerImportProgress = createRoute({
  getParentRoute: () => inside,
  path: "/registru/import/$importId",
  component: lazyRouteComponent(() => import("./pages/imports/ImportProgressPage.tsx"), "ImportProgressPage"),
});

const funds = createRoute({
  getParentRoute: () => inside,
  path: "/fonduri",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/funds/FundsPage.tsx"), "FundsPage"),
});

const fundRanking = createRoute({
  getParentRoute: () => inside,
  path: "/fonduri/$month/ordine/$number",
  component: lazyRouteComponent(() => import("./pages/funds/RankingPage.tsx"), "RankingPage"),
});

const absences = createRoute({
  getParentRoute: () => inside,
  path: "/absente",
  component: lazyRouteComponent(() => import("./pages/absences/AbsencesPage.tsx"), "AbsencesPage"),
});

const statistics = createRoute({
  getParentRoute: () => inside,
  path: "/statistica",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/statistics/StatisticsPage.tsx"), "StatisticsPage"),
});

const addresses = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/adrese",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/addresses/AddressesPage.tsx"), "AddressesPage"),
});

const reminders = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/mementouri",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/reminders/RemindersPage.tsx"), "RemindersPage"),
});

const rates = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/cursuri",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/rates/RatesPage.tsx"), "RatesPage"),
});

const messages = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/mesaje",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/messages/MessagesPage.tsx"), "MessagesPage"),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/setari",
  component: lazyRouteComponent(() => import("./pages/settings/SettingsPage.tsx"), "SettingsPage"),
});

const calendarAdmin = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/calendar",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/calendar/AdminPage.tsx"), "AdminPage"),
});

const calendarSimulation = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/calendar/simulare",
  validateSearch,
  component: lazyRouteComponent(() => import("./pages/calendar/SimulationPage.tsx"), "SimulationPage"),
});

const calendarChange = createRoute({
  getParentRoute: () => inside,
  path: "/administrare/calendar/schimbari/$number",
  component: lazyRouteComponent(() => import("./pages/calendar/ChangePage.tsx"), "ChangePage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    calculator,
    preparation,
    calendar,
    inside.addChildren([
      queue,
      files,
      newFile,
      registerImport,
      registerImportProgress,
      file,
      statistics,
      funds,
      fundRanking,
      absences,
      addresses,
      reminders,
      rates,
      messages,
      settings,
      calendarAdmin,
      calendarSimulation,
      calendarChange,
    ]),
  ]),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => queryString(withoutEmpty(search)),
  defaultPendingComponent: Loading,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

function withoutEmpty(search: Record<string, unknown>): Record<string, string> {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(set.map(([key, value]) => [key, String(value)]));
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
