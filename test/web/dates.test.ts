import { plainDate } from "../../domain/plain-date.ts";
import { formatDate, formatInstant, parseTypedDate } from "../../web/i18n/dates.ts";
import { dueText, urgencyOf } from "../../web/parts/DueBadge.tsx";

describe("dates as people write them", () => {
  test.each(["02.03.2026", "2.3.2026", "02/03/2026", "2-3-2026", "02 03 2026", "02032026", "2026-03-02", " 2.3.2026 "])(
    "%s is 2 March 2026",
    (typed) => {
      expect(parseTypedDate(typed)).toBe("2026-03-02");
    },
  );

  test.each(["", "2.3.26", "31.02.2026", "29.02.2025", "00.01.2026", "mâine", "2.3.20266"])(
    "%s is no date",
    (typed) => {
      expect(parseTypedDate(typed)).toBeUndefined();
    },
  );

  test("a date is shown as zz.ll.aaaa, an instant in Bucharest time", () => {
    expect(formatDate("2026-03-02")).toBe("02.03.2026");
    expect(formatInstant("2026-03-02T22:30:00Z")).toContain("03.03.2026");
    expect(formatInstant("2026-03-02T22:30:00Z")).toContain("00:30");
  });
});

describe("how urgent a term is", () => {
  const today = plainDate("2026-11-20"); // a Friday
  const says = (key: string): string => key;

  test.each([
    ["2026-11-19", -1, "overdue", "due.overdue"],
    ["2026-11-20", 0, "today", "due.today"],
    ["2026-11-23", 1, "soon", "due.left"],
    ["2026-11-24", 2, "soon", "due.left"],
    ["2026-11-25", 3, "later", "due.left"],
  ])("due %s with %d working days left is %s", (dueOn, workingDaysLeft, urgency, key) => {
    const due = { dueOn: plainDate(dueOn), workingDaysLeft, today };
    expect(urgencyOf(due)).toBe(urgency);
    expect(dueText(due, says)).toBe(key);
  });

  test("a term that ended on a day off is overdue before a working day has passed", () => {
    const sunday = plainDate("2026-11-22");
    const due = { dueOn: plainDate("2026-11-21"), workingDaysLeft: 0, today: sunday };
    expect(dueText(due, says)).toBe("due.overdueToday");
  });

  test("a term that ends on the Saturday after is not today’s", () => {
    expect(urgencyOf({ dueOn: plainDate("2026-11-21"), workingDaysLeft: 0, today })).toBe("soon");
  });

  test("without a term nothing presses", () => {
    expect(urgencyOf({ today })).toBe("none");
  });
});
