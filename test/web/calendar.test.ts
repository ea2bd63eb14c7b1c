import { yearView } from "../../api/calendar/year-view.ts";
import { withAct, type CalendarAct, type StandingCalendar } from "../../domain/calendar/acts.ts";
import type { CalendarYearView, DoneAct } from "../../domain/calendar/administration.ts";
import { plainDate } from "../../domain/plain-date.ts";
import type { Session } from "../../web/api/types.ts";
import { longDate } from "../../web/i18n/dates.ts";
import { listedDays, pictureOf, weeksOf, type PictureDay } from "../../web/pages/calendar/days.ts";
import { actsOn, NATIONAL, ownedCalendars, possibleOn } from "../../web/pages/calendar/owners.ts";

const STANDING: StandingCalendar = standingWith([
  { id: "a", date: plainDate("2025-05-02"), kind: "day-off", scope: "public-sector", legalAct: "HG nr. 2/2025" },
  { id: "b", date: plainDate("2025-05-10"), kind: "recovery-day", scope: "everyone", legalAct: "HG nr. 2/2025" },
  {
    id: "c",
    date: plainDate("2025-10-27"),
    kind: "day-off",
    scope: "institution",
    institution: "DSP-CJ",
    legalAct: "Dispoziția nr. 114",
  },
]);

function standingWith(days: StandingCalendar["days"]): StandingCalendar {
  return { data: { number: 4, declared: days, confirmedYears: [2025], interruptions: [] }, days };
}

function viewOf({ data, days }: StandingCalendar, institution: string | undefined, year = 2025): CalendarYearView {
  const recorded = days.map((day) => ({ ...day, declaredIn: 1, declaredAt: "2025-01-10T08:00:00Z", declaredBy: null }));
  return yearView(data, recorded, { year, institution, named: true });
}

function dayOf(view: CalendarYearView, date: string, draft: readonly DoneAct[] = []): PictureDay {
  const found = pictureOf(view, draft)
    .flatMap(({ days }) => days)
    .find((day) => day.date === date);
  if (found === undefined) throw new Error(`no ${date}`);
  return found;
}

describe("the picture of a year", () => {
  test.each([
    ["2025-01-01", "holiday", false],
    ["2025-01-03", "working", true],
    ["2025-01-04", "weekend", false],
    ["2025-05-02", "public-sector", false],
    ["2025-05-10", "recovery", true],
    ["2025-10-27", "institution", false],
  ])("%s is %s for the DSP", (date, mark, working) => {
    expect(dayOf(viewOf(STANDING, "DSP-CJ"), date)).toMatchObject({ mark, working });
  });

  test("for nobody in particular a day of the public sector is marked and works", () => {
    expect(dayOf(viewOf(STANDING, undefined), "2025-05-02")).toMatchObject({ mark: "public-sector", working: true });
  });

  test("weeks begin on Monday and are whole", () => {
    const [january] = pictureOf(viewOf(STANDING, "DSP-CJ"));
    const weeks = weeksOf(january?.days ?? []);
    expect(weeks.map((week) => week.map((day) => Number(day?.date.slice(8) ?? 0)))).toEqual([
      [0, 0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10, 11, 12],
      [13, 14, 15, 16, 17, 18, 19],
      [20, 21, 22, 23, 24, 25, 26],
      [27, 28, 29, 30, 31, 0, 0],
    ]);
    expect(january?.workingDays).toBe(18);
  });

  test("the list holds every legal holiday with its law, also on a week-end, and every declared day with its act", () => {
    const listed = listedDays(pictureOf(viewOf(STANDING, "DSP-CJ")));
    expect(listed.filter(({ holiday }) => holiday !== undefined)).toHaveLength(17);
    expect(listed.find(({ day }) => day.date === "2025-06-01")?.holiday?.law).toContain("220/2016");
    expect(listed.flatMap(({ entry }) => entry?.legalAct ?? [])).toEqual([
      "HG nr. 2/2025",
      "HG nr. 2/2025",
      "Dispoziția nr. 114",
    ]);
  });

  const PREPARED: readonly CalendarAct[][] = [
    [{ type: "declareDayOff", date: plainDate("2025-06-13"), for: "everyone", legalAct: "HG" }],
    [{ type: "declareDayOff", date: plainDate("2025-06-13"), for: "public-sector", legalAct: "HG" }],
    [{ type: "declareDayOff", date: plainDate("2025-06-13"), for: "DSP-CJ", legalAct: "HG" }],
    [{ type: "declareRecoveryDay", date: plainDate("2025-06-14"), for: "public-sector", legalAct: "HG" }],
    [{ type: "withdrawDay", id: "a", legalAct: "HG" }],
    [{ type: "withdrawDay", id: "b", legalAct: "HG" }],
    [
      { type: "withdrawDay", id: "a", legalAct: "HG" },
      { type: "declareDayOff", date: plainDate("2025-05-02"), for: "everyone", legalAct: "HG" },
    ],
  ];
  test.each(PREPARED.map((acts) => [acts.map(({ type }) => type).join(", "), acts] as const))(
    "what is prepared is shown as it will be: %s",
    (_name, acts) => {
      const draft = acts.map((act): DoneAct => {
        const day = act.type === "withdrawDay" ? STANDING.days.find(({ id }) => id === act.id) : undefined;
        return day === undefined ? act : { ...act, day: { date: day.date, kind: day.kind, for: day.scope } };
      });
      const told = ({ date, mark, working }: PictureDay): string => `${date} ${mark} ${String(working)}`;
      const shown = pictureOf(viewOf(STANDING, "DSP-CJ"), draft).flatMap(({ days }) => days.map(told));
      const after = pictureOf(viewOf(acts.reduce(withAct, STANDING), "DSP-CJ")).flatMap(({ days }) => days.map(told));
      expect(shown).toEqual(after);
    },
  );

  test("dates are said as people say them", () => {
    expect(longDate(plainDate("2025-05-02"), "ro")).toBe("vineri, 2 mai 2025");
    expect(longDate(plainDate("2025-05-02"), "en")).toBe("Friday, 2 May 2025");
  });
});

describe("what may be done with a day", () => {
  const ministry = viewOf(STANDING, "MS");
  const dsp = viewOf(STANDING, "DSP-CJ");
  const none = (why: string): object => ({ type: "none", why });

  test("a legal holiday changes by law alone", () => {
    expect(possibleOn(dayOf(ministry, "2025-12-01"), NATIONAL)).toEqual(none("holiday"));
    expect(possibleOn(dayOf(ministry, "2025-06-01"), NATIONAL)).toEqual(none("holiday")); // a Sunday
  });

  test("a working day becomes a day off, a day of the week-end a recovery day", () => {
    expect(possibleOn(dayOf(ministry, "2025-06-13"), NATIONAL)).toEqual({ type: "declareDayOff" });
    expect(possibleOn(dayOf(dsp, "2025-06-14"), "DSP-CJ")).toEqual({ type: "declareRecoveryDay" });
  });

  test("a declared day is withdrawn by its owner only", () => {
    expect(possibleOn(dayOf(ministry, "2025-05-02"), NATIONAL)).toMatchObject({ type: "withdrawDay" });
    expect(possibleOn(dayOf(dsp, "2025-05-02"), "DSP-CJ")).toEqual(none("national"));
    expect(possibleOn(dayOf(dsp, "2025-10-27"), "DSP-CJ")).toMatchObject({ type: "withdrawDay" });
  });

  test("a day is prepared once; one whose withdrawal is prepared can be declared anew, with its right act", () => {
    const declared: DoneAct = {
      type: "declareDayOff",
      date: plainDate("2025-06-13"),
      for: "everyone",
      legalAct: "HG nr. 3",
    };
    expect(possibleOn(dayOf(ministry, "2025-06-13", [declared]), NATIONAL)).toEqual(none("prepared"));
    const [withdrawn] = actsOn([dayOf(ministry, "2025-05-02")], NATIONAL, {
      audience: "everyone",
      legalAct: "HG nr. 3",
    });
    expect(withdrawn).toMatchObject({ type: "withdrawDay", id: "a", legalAct: "HG nr. 3" });
    const left = dayOf(ministry, "2025-05-02", withdrawn === undefined ? [] : [withdrawn]);
    expect(possibleOn(left, NATIONAL)).toEqual({ type: "declareDayOff" });
  });

  test("chosen days change by one act of law, each in its way", () => {
    const days = ["2025-06-13", "2025-06-14", "2025-12-01"].map((date) => dayOf(ministry, date));
    expect(actsOn(days, NATIONAL, { audience: "public-sector", legalAct: "HG nr. 3" })).toEqual([
      { type: "declareDayOff", date: "2025-06-13", for: "public-sector", legalAct: "HG nr. 3" },
      { type: "declareRecoveryDay", date: "2025-06-14", for: "public-sector", legalAct: "HG nr. 3" },
    ]);
  });

  test.each([
    ["ministry", "MS", "administrator", ["national", "MS"]],
    ["dsp", "DSP-CJ", "administrator", ["DSP-CJ"]],
    ["dsp", "DSP-CJ", "dsp-supervisor", []],
  ] as const)("of the %s, %s, the %s", (kind, institution, role, calendars) => {
    const session: Session = {
      user: { id: "u", name: "", email: "", locale: "ro" },
      digest: false,
      memberships: [{ institution, kind, name: institution, role }],
    };
    expect(ownedCalendars(session).map(({ id }) => id)).toEqual(calendars);
  });
});
