/** The typesetter: text stays text, documents wait for their turn, and a failure is one document's alone. */
import { afterAll, describe, expect, test } from "@jest/globals";
import { certificateData } from "../../api/documents/deadline-certificate.ts";
import { createTypesetter } from "../../api/documents/typesetter.ts";
import { ApiError } from "../../api/http/api-error.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { readPdf } from "./support/pdf.ts";

const TEMPLATE = "deadline-certificate.typ";
const NASTY = 'Ana #panic("x") *b* $x$ \\ <a> @b `c` // Ștefan';
const startsOn = plainDate("2026-03-02");
const DATA = certificateData(
  {
    explanation: {
      startsOn,
      due: plainDate("2026-03-03"),
      passesAt: "2026-03-03T22:00:00.000Z",
      mode: "working-days",
      modeText: "",
      days: [],
      calendarVersion: "v",
      calendarNumber: 0,
      provisional: false,
      provisionalYears: [],
    },
    counted: { kind: "workingDays", value: 1, startsOn },
    institution: NASTY,
    printedBy: NASTY,
    printedAt: new Date("2026-03-02T10:00:00.000Z"),
  },
  "ro",
);
const typesetter = createTypesetter({ error: () => undefined });
afterAll(async () => typesetter.close());

test("what a person typed is text, never markup", async () => {
  const { text } = await readPdf(await typesetter.typeset(TEMPLATE, DATA));
  expect(text.split(NASTY).length - 1).toBe(2);
});

test("data that the template does not take fail by themselves; the next document is made", async () => {
  await expect(typesetter.typeset(TEMPLATE, { sheet: {} })).rejects.toThrow(TEMPLATE);
  expect((await typesetter.typeset(TEMPLATE, DATA)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("many at once are all made; officers before anybody, and anybody only so many", async () => {
  const done: string[] = [];
  const ask = async (whose: "officer" | "anybody"): Promise<void> => {
    await typesetter.typeset(TEMPLATE, DATA, whose);
    done.push(whose);
  };
  const first = ask("officer");
  const rest = [...Array.from({ length: 8 }, () => ask("anybody")), ask("officer"), ask("officer")];
  await expect(ask("anybody")).rejects.toMatchObject({ status: 503 });
  await Promise.all([first, ...rest]);
  expect(done.slice(0, 3)).toEqual(["officer", "officer", "officer"]);
  expect(done).toHaveLength(11);
});

describe("closing", () => {
  test("refuses what waits and what comes later", async () => {
    const closing = createTypesetter({ error: () => undefined });
    const waiting = [closing.typeset(TEMPLATE, DATA), closing.typeset(TEMPLATE, DATA)];
    const refused = Promise.allSettled(waiting);
    await closing.close();
    expect((await refused).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(closing.typeset(TEMPLATE, DATA)).rejects.toBeInstanceOf(ApiError);
  });
});
