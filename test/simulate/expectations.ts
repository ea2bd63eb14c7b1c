/** What a scenario expects of a file, held against the file. */
import { deadlineStatus, openSteps, type CaseState } from "../../domain/case/state.ts";
import type { E112View } from "../../domain/e112/view.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { ExpectedEmail, Expectation } from "./scenario.ts";
import type { Entry, Miss } from "./timeline.ts";

export interface FileNow {
  readonly state: CaseState;
  /** As a supervisor of its house reads it. */
  readonly view: ReadView;
  readonly today: PlainDate;
  /** The e-mails that have left so far. */
  readonly emails: readonly Entry[];
}

/** What is looked for in the view of a file. */
export interface ReadView {
  readonly allowedCommands: readonly { readonly type: string }[];
  readonly e112?: E112View;
}

export interface Checked {
  readonly checked: number;
  readonly misses: readonly Pick<Miss, "expected" | "happened">[];
}

export function checkExpectation(expectation: Expectation, file: FileNow): Checked {
  const found: (Pick<Miss, "expected" | "happened"> | undefined)[] = [
    ...checkSteps(expectation, file),
    ...checkPlace(expectation, file),
    ...checkDeadlines(expectation, file),
    ...checkOffers(expectation, file),
    ...checkPreparation(expectation, file),
    ...checkEmails(expectation, file),
    ...checkView(expectation, file),
  ];
  return { checked: found.length, misses: found.filter((miss) => miss !== undefined) };
}

type Found = Pick<Miss, "expected" | "happened"> | undefined;

function compare(what: string, expected: unknown, happened: unknown): Found {
  const [wanted, is] = [JSON.stringify(expected), JSON.stringify(happened ?? null)];
  return wanted === is ? undefined : { expected: `${what} ${wanted}`, happened: is };
}

function checkSteps({ steps }: Expectation, { state }: FileNow): Found[] {
  if (steps === undefined) return [];
  const open = openSteps(state).map(({ step }) => step);
  return [compare("open steps", steps.toSorted(), open.toSorted())];
}

function checkPlace({ stage, outcome }: Expectation, { state }: FileNow): Found[] {
  return [
    ...(stage === undefined ? [] : [compare("stage", stage, state.stage)]),
    ...(outcome === undefined ? [] : [compare("outcome", outcome, state.outcome ?? "none")]),
  ];
}

function checkDeadlines({ deadlines = {} }: Expectation, { state, today }: FileNow): Found[] {
  return Object.entries(deadlines).flatMap(([id, expected]) => {
    const deadline = state.deadlines[id];
    const now = {
      due: deadline?.due?.dueOn,
      practical: deadline?.due?.practicalDueOn,
      effect: deadline?.due?.effectOn,
      state: deadline === undefined ? "none" : deadlineStatus(state, deadline, today),
      duty: deadline?.duty,
    };
    return Object.entries(expected).map(([field, value]) =>
      compare(`${id} ${field}`, value, now[field as keyof typeof now]),
    );
  });
}

function checkOffers({ offers = [], "offers no": none = [] }: Expectation, { view }: FileNow): Found[] {
  const offered = view.allowedCommands.map(({ type }) => type);
  return [
    ...offers.map((act) =>
      offered.includes(act) ? undefined : { expected: `offers ${act}`, happened: offered.join() },
    ),
    ...none.map((act) =>
      offered.includes(act) ? { expected: `offers no ${act}`, happened: offered.join() } : undefined,
    ),
  ];
}

/** What the recorded papers lack, in the order of the guide, and what a person is warned of. */
function checkPreparation({ lacks, warnings }: Expectation, { view: { e112 } }: FileNow): Found[] {
  const lines = e112?.preparation ?? [];
  const lacking = lines.filter(({ status }) => status === "lacking").flatMap((line) => line.lacks);
  const warned = [...lines.flatMap((line) => line.warnings), ...(e112?.warnings ?? [])];
  return [
    ...(lacks === undefined
      ? []
      : [
          compare(
            "lacks",
            lacks,
            lacking.map(({ rule }) => rule),
          ),
        ]),
    ...(warnings === undefined
      ? []
      : [compare("warnings", warnings.toSorted(), warned.map(({ code }) => code).toSorted())]),
  ];
}

function checkEmails({ emails = [], "no emails": none = [] }: Expectation, file: FileNow): Found[] {
  const left = (): string => file.emails.map(describe).join("; ") || "no e-mail left";
  return [
    ...emails.map((expected): Found =>
      file.emails.some((email) => fits(expected, email))
        ? undefined
        : { expected: `e-mail ${JSON.stringify(expected)}`, happened: left() },
    ),
    ...none.map((unwanted): Found => {
      const sent = file.emails.filter((email) => fits(unwanted, email));
      return sent.length === 0
        ? undefined
        : { expected: `no e-mail ${JSON.stringify(unwanted)}`, happened: sent.map(describe).join("; ") };
    }),
  ];
}

function fits({ kind, to, on, about }: ExpectedEmail, email: Entry): boolean {
  if (email.kind !== "email") return false;
  return (
    (kind === undefined || kind === email.email) &&
    (to === undefined || to === email.to) &&
    (on === undefined || on === email.date) &&
    (about === undefined || about === email.about)
  );
}

function describe(entry: Entry): string {
  return entry.kind === "email" ? `${entry.date} ${entry.email} to ${entry.to} about ${entry.about ?? "the file"}` : "";
}

function checkView({ shows = {} }: Expectation, { view }: FileNow): Found[] {
  return Object.entries(shows).map(([path, expected]) => compare(path, expected, at(view, path.split("."))));
}

function at(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = (value as Readonly<Record<string, unknown>>)[first];
  return at(found, rest);
}
