/** Which scenarios there are, by branch and by rule; `docs/scenarios.md` holds what this gives. */
import { DEADLINE_RULES } from "./covered.ts";
import { BRANCHES, type Branch } from "./branches.ts";
import type { ReadScenario } from "./read-scenario.ts";

export function catalogue(scenarios: readonly ReadScenario[]): string {
  const sorted = scenarios.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const linksOf = (shows: (scenario: ReadScenario) => boolean): string =>
    sorted.filter(shows).map(linkOf).join(", ") || "–";
  const branches = Object.entries(BRANCHES).map(
    ([branch, { en, ro }]) =>
      `| ${en} (${ro}) | ${linksOf((scenario) => scenario.branches.includes(branch as Branch))} |`,
  );
  const rules = [...new Set(sorted.flatMap((scenario) => scenario.rules))]
    .toSorted()
    .map(
      (rule) =>
        `| ${rule}${DEADLINE_RULES.includes(rule) ? " ⏱" : ""} | ${linksOf((scenario) => scenario.rules.includes(rule))} |`,
    );
  return [
    "# Scenarios",
    "",
    "Described files that are run through the real workflow with skipped time, as tests and by",
    "`npm run simulate -- moh --scenario FILE`. Written by `npm run simulate -- moh --list > docs/scenarios.md`.",
    "",
    "| scenario | what it shows |",
    "|---|---|",
    ...sorted.map((scenario) => `| ${linkOf(scenario)} | ${scenario.title.en} |`),
    "",
    "## By branch",
    "",
    "| branch | scenarios |",
    "|---|---|",
    ...branches,
    "",
    "## By rule",
    "",
    "⏱: a rule with a deadline.",
    "",
    "| rule | scenarios |",
    "|---|---|",
    ...rules,
  ].join("\n");
}

function linkOf({ file }: ReadScenario): string {
  const name = file.split("/").at(-1) ?? file;
  return `[${name.replace(/\.yaml$/, "")}](../test/scenarios/${name})`;
}
