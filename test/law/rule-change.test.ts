/** A new version of a rule is one more record of it: MOH-76 from 20 working days to 15. */
import { describe, expect, test } from "@jest/globals";
import { CHANGED_ON } from "../support/rule-change.ts";
import { plainDate } from "../../domain/plain-date.ts";

const { computeDeadline, getDeadlineRule, isDeadlineRuleId, RULES, versionsOf } =
  await import("../../domain/law/index.ts");
const { romanianCalendar } = await import("../../domain/calendar/working-calendar.ts");
const { apiWorld } = await import("../api/support/api-world.ts");

const world = await apiWorld();
const d = plainDate;
const BEFORE = "2026-04-01";

describe("the law", () => {
  test("MOH-76 each version holds from its first day until the next", () => {
    expect(getDeadlineRule("MOH-76", d(BEFORE)).deadline.value).toBe(20);
    expect(getDeadlineRule("MOH-76", d(CHANGED_ON)).deadline.value).toBe(15);
    expect(versionsOf("MOH-76").map(({ validFrom }) => validFrom)).toEqual(["2011-06-14", CHANGED_ON]);
    expect(versionsOf("MOH-75")).toHaveLength(1);
    expect(isDeadlineRuleId("MOH-76")).toBe(true);
    expect(RULES.filter(({ id }) => id === "MOH-76")).toHaveLength(2);
  });

  test("MOH-76 the start event decides, and the due date names the version", () => {
    const [old, shorter] = [BEFORE, CHANGED_ON].map((date) => computeDeadline("MOH-76", d(date), romanianCalendar()));
    expect(old).toMatchObject({ dueOn: "2026-05-04", lawVersion: expect.stringMatching(/^MOH-76\/2011-06-14\+/) });
    expect(shorter).toMatchObject({ dueOn: "2026-04-27", lawVersion: expect.stringMatching(/^MOH-76\/2026-04-02\+/) });
  });

  test("the name of a version tells apart what differs, and only that", () => {
    const [first, second] = versionsOf("MOH-76").map(({ version }) => version.split("+")[1]);
    expect(first).not.toBe(second);
    const names = RULES.map(({ version }) => version);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("over HTTP", () => {
  const preview = async (from: string) =>
    (await world.get(undefined, `/api/deadlines/preview?from=${from}&rule=MOH-76`)).body;

  test("MOH-76 the preview takes the version of the start day", async () => {
    expect(await preview(BEFORE)).toMatchObject({
      due: "2026-05-04",
      rule: { validFrom: "2011-06-14", deadline: { value: 20 } },
    });
    expect(await preview(CHANGED_ON)).toMatchObject({
      due: "2026-04-27",
      rule: { validFrom: CHANGED_ON, deadline: { value: 15 } },
    });
  });

  test("MOH-76 is shown with all its versions, the one in force first of all", async () => {
    const { body } = await world.get(undefined, "/api/rules/MOH-76");
    expect(body).toMatchObject({
      validFrom: CHANGED_ON,
      versions: [
        { validFrom: "2011-06-14", deadline: { value: 20 } },
        { validFrom: CHANGED_ON, deadline: { value: 15 }, citation: { ro: "Ordin de probă, art. 1" } },
      ],
    });
    const all = (await world.get(undefined, "/api/rules")).body as { id: string }[];
    expect(all.filter(({ id }) => id === "MOH-76")).toHaveLength(1);
  });
});
