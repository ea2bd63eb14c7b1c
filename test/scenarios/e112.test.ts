/** Every described file of the E112 process, run through the real product with skipped time: it does what it says of itself. */
import { describe, expect, test } from "@jest/globals";
import { E112_REFUSALS } from "../../domain/case/commands.ts";
import { branchesNotShown, eachDoesWhatItSays, scenariosOf, testWorld } from "./support/scenarios.ts";

const scenarios = await scenariosOf("e112");
eachDoesWhatItSays(await testWorld(), scenarios);

describe("together they show the procedure", () => {
  test("every branch", () => {
    expect(branchesNotShown("e112", scenarios)).toEqual([]);
  });

  test("every refusal of its own", () => {
    const shown = new Set(scenarios.flatMap(({ acts }) => acts.map(({ refused }) => refused)));
    expect(E112_REFUSALS.filter((code) => !shown.has(code))).toEqual([]);
  });
});
