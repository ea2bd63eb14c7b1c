/** What a file of any process shows of itself without any personal data: where it stands, its steps, terms and commands. */
import type { CalendarOf } from "./calendars.ts";
import type { Text } from "./commands.ts";
import { daysByDuty, type DutyDays } from "./days-by-duty.ts";
import { allowedCommands, type Process } from "./process.ts";
import {
  dateOf,
  deadlineStatus,
  isRunning,
  isSuspended,
  latestOf,
  openSteps,
  type CaseState,
  type DeadlineRecord,
  type StepState,
} from "./state.ts";
import { keeperOf, resumable, suspendable } from "./suspensions.ts";
import type { AllowedCommandView, CaseView, DeadlineView, StepView } from "./view.ts";
import { workingDaysLeft } from "./working-days-left.ts";
import type { CommandDefinition } from "./commands.ts";
import { calendarFor, getDeadlineRule, getReading, type DeadlineRule } from "../law/index.ts";
import { getHouse, type Houses } from "../people/houses.ts";
import { houseOfRole, institutionOfDuty, type InstitutionKind } from "../people/roles.ts";
import type { PlainDate } from "../plain-date.ts";
import { alertView, watched } from "../reminders/alerts.ts";
import type { SettingsInForce } from "../settings/settings.ts";

/** What a view needs beside the state. */
export interface Surroundings {
  readonly today: PlainDate;
  readonly institutions: Houses;
  readonly calendarOf: CalendarOf;
  readonly settings: SettingsInForce;
}

/** The stage of the file; a closed one stands at its outcome. */
export function caseStatus(
  process: Pick<Process<never>, "stages">,
  state: CaseState,
): {
  readonly status: string;
  readonly title: Text;
  readonly state: string;
} {
  const status = state.outcome ?? state.stage;
  const stage = Object.hasOwn(process.stages, status) ? process.stages[status] : undefined;
  return { status, title: stage?.title ?? { ro: status, en: status }, state: stage?.state ?? "END" };
}

/** The day from which the file stands where it is. */
export function statusSince(state: CaseState, openedOn: PlainDate): PlainDate {
  const last = Object.values(state.acts).findLast((act) => act.type !== "correctDate")?.dates["occurredOn"];
  if (state.outcome !== undefined && last !== undefined) return last;
  return state.stageSince.length === 0 ? openedOn : latestOf(state, state.stageSince);
}

export function stepViews<Facts>(process: Process<Facts>, state: CaseState<Facts>, around: Surroundings): StepView[] {
  return openSteps(state).map((step) => stepView(process, state, step, around));
}

function stepView<Facts>(
  process: Process<Facts>,
  state: CaseState<Facts>,
  step: StepState,
  around: Surroundings,
): StepView {
  const definition = process.getStep(step.step);
  const next = nextDeadline(process, state, step);
  const dueOn = next?.due?.practicalDueOn ?? next?.due?.dueOn;
  const over = watched(state).find((each) => each.step === step.step);
  const alert = over === undefined ? undefined : alertView(over.alert, over.since, around);
  const left = next === undefined || dueOn === undefined ? undefined : daysLeft(next, dueOn, around);
  return {
    step: step.step,
    title: definition.title,
    institution: definition.institution,
    institutionId: getHouse(around.institutions, definition.institution),
    duty: next?.duty ?? definition.duty,
    rules: definition.rules,
    since: latestOf(state, step.since),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(next?.due?.provisionalYears === undefined ? {} : { provisionalYears: next.due.provisionalYears }),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
    deadlines: step.deadlines,
    accepts: definition.accepts,
    ...(alert === undefined ? {} : { alert }),
  };
}

/** The running deadline that is due first, of a step's own and of those that its work has to keep too. */
function nextDeadline<Facts>(
  process: Process<Facts>,
  state: CaseState<Facts>,
  step: StepState,
): DeadlineRecord | undefined {
  return [...step.deadlines, ...process.deadlinesOf(state, step.step)]
    .flatMap((id) => state.deadlines[id] ?? [])
    .filter((deadline) => isRunning(deadline) && !isSuspended(deadline) && deadline.due !== undefined)
    .toSorted((a, b) => String(a.due?.passesAt).localeCompare(String(b.due?.passesAt)))[0];
}

function daysLeft(deadline: DeadlineRecord, dueOn: PlainDate, around: Surroundings): number | undefined {
  const rule = ruleOf(deadline);
  const calendar = around.calendarOf(institutionOfDuty(deadline.duty));
  return workingDaysLeft(calendarFor(rule, calendar, { duty: deadline.duty }), around.today, dueOn);
}

/** The rule of a deadline, in the version that held when its term began. @throws RangeError before it has been computed. */
export function ruleOf(deadline: DeadlineRecord): DeadlineRule {
  if (deadline.due === undefined) throw new RangeError(`deadline ${deadline.id} has not been computed`);
  return getDeadlineRule(deadline.rule, deadline.due.startsOn);
}

/** Every deadline of the file that has a date, in the order in which they started. */
export function deadlineViews(state: CaseState, around: Surroundings): DeadlineView[] {
  return Object.values(state.deadlines)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((deadline) => (deadline.due === undefined ? [] : [deadlineView(state, deadline, deadline.due, around)]));
}

/** One deadline. @throws RangeError before it has been computed. */
export function deadlineView(
  state: CaseState,
  deadline: DeadlineRecord,
  due: NonNullable<DeadlineRecord["due"]>,
  around: Surroundings,
): DeadlineView {
  const rule = ruleOf(deadline);
  const counts = isRunning(deadline) && !isSuspended(deadline);
  const left = counts ? daysLeft(deadline, due.practicalDueOn ?? due.dueOn, around) : undefined;
  return {
    id: deadline.id,
    rule: deadline.rule,
    title: deadline.basis === "delay-report" ? getReading("DEC-8").text : rule.text,
    duty: deadline.duty,
    institutionId: getHouse(around.institutions, institutionOfDuty(deadline.duty)),
    state: deadlineStatus(state, deadline, around.today),
    mode: rule.deadline.mode,
    // The report of a delay is owed on the first day after its term (decision 8).
    value: deadline.basis === "delay-report" ? rule.deadline.value + 1 : rule.deadline.value,
    startsOn: due.startsOn,
    dueOn: due.dueOn,
    ...(due.practicalDueOn === undefined ? {} : { practicalDueOn: due.practicalDueOn }),
    ...(due.effectOn === undefined ? {} : { effectOn: due.effectOn }),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
    ...(deadline.endedBy === undefined ? {} : { metOn: dateOf(state, deadline.endedBy) }),
    ...(deadline.passedAt === undefined ? {} : { passedAt: deadline.passedAt }),
    ...(deadline.clinic === undefined ? {} : { clinic: deadline.clinic }),
    readings: rule.readings,
    moves: deadline.moves ?? [],
    suspensions: (deadline.suspensions ?? []).map(({ from, until, causedBy }) => ({
      act: from.act,
      from: dateOf(state, from),
      ...(until === undefined ? {} : { until: dateOf(state, until), resumedIn: until.act }),
      causedBy,
    })),
    ruleValidFrom: rule.validFrom,
    calendarVersion: due.calendarVersion,
    calendarNumber: due.calendarNumber ?? 0,
    ...(due.provisionalYears === undefined ? {} : { provisionalYears: due.provisionalYears }),
    lawVersion: due.lawVersion,
  };
}

/** How many days the file spent in whose hands, up to today. */
export function dutyDays<Facts>(
  process: Process<Facts>,
  state: CaseState<Facts>,
  { today, calendarOf }: Surroundings,
): DutyDays[] {
  return daysByDuty(process.holdings(state), today, calendarOf(process.keptBy));
}

/** What the case accepts now, of what this person may give. The same answer refuses the rest. */
export function allowedCommandViews<Facts>(
  process: Process<Facts>,
  state: CaseState<Facts>,
  mayGive: (definition: CommandDefinition) => boolean,
  schemaOf: (type: string) => string,
): AllowedCommandView[] {
  return allowedCommands(state, process).flatMap(({ type, step }) => {
    const definition = process.findCommand(type);
    if (definition === undefined || !mayGive(definition)) return [];
    const deadlines = deadlinesFor(state, type, (owner) => mayGive({ ...definition, ...owner }));
    if (deadlines?.length === 0) return [];
    const [keptBy] = deadlines ?? [];
    const [house] = keptBy !== undefined ? [keeperOf(keptBy).institution] : housesGiving(definition, mayGive);
    return [
      {
        type,
        schema: schemaOf(type),
        title: definition.title,
        ...(step === undefined ? {} : { step }),
        institution: house ?? process.keptBy,
        rules: definition.rules,
        ...(deadlines === undefined ? {} : { deadlines: deadlines.map(({ id }) => id) }),
      },
    ];
  });
}

/** The houses in which the person has a role that gives the command. */
function housesGiving(
  definition: CommandDefinition,
  mayGive: (definition: CommandDefinition) => boolean,
): InstitutionKind[] {
  return definition.institutions.filter((house) =>
    mayGive({ ...definition, roles: definition.roles.filter((role) => houseOfRole(role) === house) }),
  );
}

/** The deadlines that a command may name, of those whose keeper the person is; undefined for one that names none. */
function deadlinesFor(
  state: CaseState,
  type: string,
  isKeeper: (keeper: Pick<CommandDefinition, "institutions" | "roles">) => boolean,
): DeadlineRecord[] | undefined {
  if (type !== "suspendDeadline" && type !== "resumeDeadline") return undefined;
  return (type === "suspendDeadline" ? suspendable(state) : resumable(state)).filter((deadline) => {
    const { institution, role } = keeperOf(deadline);
    return isKeeper({ institutions: [institution], roles: [role] });
  });
}

export function closedSteps(state: CaseState): CaseView["closedSteps"] {
  return Object.values(state.steps)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ step, closed }) => (closed === undefined ? [] : [{ step, cause: closed.cause, at: closed.at }]));
}
