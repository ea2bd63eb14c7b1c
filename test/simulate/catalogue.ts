/** Which scenarios there are, by branch and by rule; `docs/scenarios.md` holds what this gives. */
import { DEADLINE_RULES } from "./covered.ts";
import { PROCESS_NAMES, type ProcessName } from "../../domain/process-words.ts";
import { simulated } from "./process.ts";
import type { ReadScenario } from "./read-scenario.ts";

const HEADINGS: Readonly<Record<ProcessName, string>> = {
  moh: "The Ministry’s process",
  e112: "Form E112 (S2)",
};

export function catalogue(scenarios: readonly ReadScenario[]): string {
  return [
    "# Scenarios",
    "",
    "Described files that are run through the real workflow with skipped time, as tests and by",
    "`npm run simulate -- moh --scenario FILE` or `npm run simulate -- e112 --scenario FILE`. Written by",
    "`npm run -s simulate -- --list > docs/scenarios.md`.",
    ...PROCESS_NAMES.flatMap((process) => sectionOf(process, scenarios)),
  ].join("\n");
}

function sectionOf(process: ProcessName, scenarios: readonly ReadScenario[]): string[] {
  const sorted = scenarios.filter((each) => each.process === process).toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const linksOf = (shows: (scenario: ReadScenario) => boolean): string =>
    sorted.filter(shows).map(linkOf).join(", ") || "–";
  const branches = Object.entries(simulated(process).branches).map(
    ([branch, { en, ro }]) => `| ${en} (${ro}) | ${linksOf((scenario) => scenario.branches.includes(branch))} |`,
  );
  const rules = [...new Set(sorted.flatMap((scenario) => scenario.rules))]
    .toSorted()
    .map(
      (rule) =>
        `| ${rule}${DEADLINE_RULES.includes(rule) ? " ⏱" : ""} | ${linksOf((scenario) => scenario.rules.includes(rule))} |`,
    );
  const hasTerms = sorted.some((scenario) => scenario.rules.some((rule) => DEADLINE_RULES.includes(rule)));
  return [
    "",
    `## ${HEADINGS[process]}`,
    "",
    "| scenario | what it shows |",
    "|---|---|",
    ...sorted.map((scenario) => `| ${linkOf(scenario)} | ${scenario.title.en} |`),
    "",
    "### By branch",
    "",
    "| branch | scenarios |",
    "|---|---|",
    ...branches,
    "",
    "### By rule",
    "",
    ...(hasTerms ? ["⏱: a rule with a deadline.", ""] : []),
    "| rule | scenarios |",
    "|---|---|",
    ...rules,
  ];
}

/** From `docs`, where the list stands. */
function linkOf({ file }: ReadScenario): string {
  const path = file.replace(/^.*test\/scenarios\//, "");
  const name = path.replace(/^.*\//, "").replace(/\.yaml$/, "");
  return `[${name}](../test/scenarios/${path})`;
}
