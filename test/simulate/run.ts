/** Runs a scenario through the product: each act on its day, and all that the product does by itself between them. */
import { randomUUID } from "node:crypto";
import { getDeadline, deadlineStatus, dateOf, openSteps, type CaseState } from "../../domain/case/state.ts";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { findRule } from "../../domain/law/index.ts";
import { getStep, outcomeText, stageTitle } from "../../domain/process-words.ts";
import { atLocalTime, bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { declareDay } from "../support/calendar.ts";
import { commandOf, findAct, isOfficeAct } from "./acts.ts";
import { dayOf } from "./dates.ts";
import { checkExpectation, type FileNow } from "./expectations.ts";
import { OFFICE_ACTS } from "./office-acts.ts";
import { simulated, type SimulatedProcess } from "./process.ts";
import { standardWay } from "./standard-way.ts";
import { findPerson, PEOPLE, personFor, type PersonName } from "./people.ts";
import type { ReadScenario } from "./read-scenario.ts";
import type { Expectation, Step } from "./scenario.ts";
import type { Entry, Happening, Miss, PlannedEmail, Reader, Simulation, Standing } from "./timeline.ts";
import type { Answer, SimulationWorld } from "./world.ts";

/** The name of the one file of most scenarios. */
const ONLY = "dosar";
/** The hour at which people act, when nothing is said. */
const ACT_HOUR = 10;

/** What a file is as it stands in the database. */
interface Row {
  readonly state: CaseState;
  readonly number: string;
  readonly ministryNumber: string | null;
  readonly applicationNumber: string | null;
}

/** A file under way. */
interface Running {
  readonly caseId: string;
  readonly county: string;
  /** The last event that was told. */
  seen: number;
  /** How many moves of each deadline were told. */
  readonly moves: Map<string, number>;
}

/** @throws Error only when the product itself fails; an expectation that is not met is told in the result. */
export async function simulate(
  world: SimulationWorld,
  scenario: ReadScenario,
  language: Language = "ro",
): Promise<Simulation> {
  await world.begin(atLocalTime(scenario.start, 7), language, scenario.settings);
  for (const day of scenario.calendar) await declare(world, day);
  const run = new Run(world, scenario, language);
  for (const [index, step] of scenario.acts.entries()) await run.take(step, scenario.lineOf(index));
  return await run.result();
}

async function declare(
  world: SimulationWorld,
  { dayOff, recoveryDay, for: whom, legalAct }: ReadScenario["calendar"][number],
): Promise<void> {
  const scope = whom === "everyone" || whom === "public-sector" ? whom : "institution";
  const institution = scope === "institution" ? { institution: whom } : {};
  if (dayOff !== undefined)
    await declareDay(world.pool, { date: dayOff, kind: "day-off", scope, legalAct, ...institution });
  if (recoveryDay !== undefined)
    await declareDay(world.pool, { date: recoveryDay, kind: "recovery-day", scope, legalAct, ...institution });
}

class Run {
  private readonly world: SimulationWorld;
  private readonly scenario: ReadScenario;
  private readonly process: SimulatedProcess;
  private readonly language: Language;
  private readonly files = new Map<string, Running>();
  private readonly entries: Entry[] = [];
  private readonly misses: Miss[] = [];
  /** The commands that the scenario gave. */
  private readonly own = new Set<string>();
  private checked = 0;
  private day: PlainDate;

  constructor(world: SimulationWorld, scenario: ReadScenario, language: Language) {
    this.world = world;
    this.scenario = scenario;
    this.process = simulated(scenario.process);
    this.language = language;
    this.day = scenario.start;
  }

  async take(step: Step, line: number): Promise<void> {
    const when = step["wait until"] ?? step.on;
    if (when !== undefined) this.day = dayOf(when, this.day, await this.world.calendars.latest());
    const [hour = ACT_HOUR, minute = 0] = (step.at ?? "").split(":").filter(Boolean).map(Number);
    await this.advanceTo(atLocalTime(this.day, hour, minute));
    const name = step.file ?? ONLY;
    if (step["bring to"] !== undefined) await this.bring(step, step["bring to"], name, line);
    if (step.act !== undefined) await this.act(step, step.act, name, line);
    if (step.expect !== undefined) await this.expect(step.expect, step.expect.file ?? name, line);
  }

  private async bring(step: Step, until: string, name: string, line: number): Promise<void> {
    const filed = this.files.get(name);
    const state = filed === undefined ? undefined : (await this.read(filed.caseId)).state;
    const missed = this.misses.length;
    for (const { act, with: data } of standardWay(this.process.way, until, step.with ?? {}, state)) {
      await this.act({ act, with: data }, act, name, line);
      if (this.misses.length > missed) return; // what follows would only be refused for it
    }
  }

  /** Stops at every instant at which the product does something by itself: a message leaves, a deadline passes. */
  private async advanceTo(target: Date): Promise<void> {
    for (;;) {
      const next = await this.nextInstant();
      const at = next === undefined || next > target ? target : next;
      await this.world.sleepTo(at);
      await this.observe();
      if (at === target) return;
    }
  }

  private async nextInstant(): Promise<Date | undefined> {
    const { rows } = await this.world.pool.query<{ at: Date | null }>(
      `SELECT min(at) AS at FROM (
         SELECT min(planned_at) AS at FROM planned_messages WHERE state = 'planned' AND planned_at > $1
         UNION ALL SELECT min(next_attempt_at) FROM messages WHERE state = 'planned' AND next_attempt_at > $1
         UNION ALL SELECT min(passes_at) FROM deadlines WHERE state = 'running' AND passed_at IS NULL AND passes_at > $1
       ) instants`,
      [this.world.now()],
    );
    return rows[0]?.at ?? undefined;
  }

  /** Tells what happened since the last look, with the letters that leave now. */
  private async observe(): Promise<void> {
    await this.tellEvents();
    for (let letters = await this.world.sweep(); letters.length > 0; letters = await this.world.sweep()) {
      await this.tellEvents();
      for (const letter of letters) await this.tellLetter(letter);
    }
    await this.tellEvents();
  }

  private tell(happening: Happening, at: Date, file?: string): void {
    this.entries.push({
      ...happening,
      at: at.toISOString(),
      date: bucharestDate(at),
      ...(file === undefined ? {} : { file }),
    });
  }

  private async act(step: Step, act: string, name: string, line: number): Promise<void> {
    const by = step.by ?? this.defaultPerson(act, name);
    const { title, rules } = isOfficeAct(act) ? OFFICE_ACTS[act] : commandOf(this.process, act);
    const calendar = await this.world.calendars.latest();
    const dated = step.dated === undefined ? undefined : dayOf(step.dated, this.day, calendar);
    const answer = isOfficeAct(act)
      ? await OFFICE_ACTS[act].run(this.world, by, step.with ?? {})
      : await this.give(act, name, by, dated, step.with ?? {});
    const at = this.world.now();
    const file = isOfficeAct(act) ? {} : { file: name };
    if (answer.status < 400) {
      if (act === this.process.opens) {
        const county = PEOPLE[by].institution.endsWith("BH") ? "BH" : "CJ";
        this.files.set(name, { caseId: answer.body.caseId, county, seen: 0, moves: new Map() });
      }
      const note = step.note === undefined ? {} : { note: step.note };
      const later = dated === undefined || dated === this.day ? {} : { dated };
      this.tell({ kind: "act", act, title, by, rules, ...later, ...note }, at, file.file);
      if (step.refused !== undefined) this.miss(line, `${act} is refused with ${step.refused}`, "it was accepted");
    } else {
      const codes = codesOf(answer);
      const said = sentencesOf(answer);
      const [code = String(answer.status)] = codes;
      this.tell({ kind: "refused", act, title, by, code, message: said, rules: rulesOf(answer) }, at, file.file);
      if (step.refused === undefined) this.miss(line, `${act} is accepted`, `refused: ${codes.join(", ")}: ${said}`);
      else if (!codes.includes(step.refused))
        this.miss(line, `${act} is refused with ${step.refused}`, `refused with ${codes.join(", ")}: ${said}`);
    }
    if (step.refused !== undefined) this.checked += 1;
    await this.untilAtRest();
    await this.observe();
  }

  /** Waits until the product has done what it does by itself for the files that people gave acts to. */
  private async untilAtRest(): Promise<void> {
    const { busy } = this.process;
    if (busy === undefined) return;
    await this.world.until(async () => {
      const files = await Promise.all([...this.files.values()].map(({ caseId }) => this.read(caseId)));
      return files.every(({ state }) => openSteps(state).every(({ step }) => step !== busy));
    });
  }

  /** The first person here whose role gives the command, in the county of the file. */
  private defaultPerson(act: string, name: string): PersonName {
    if (isOfficeAct(act)) return OFFICE_ACTS[act].by;
    const person = personFor(commandOf(this.process, act).roles, this.countyOf(name));
    if (person === undefined) throw new Error(`nobody here gives ${act}`);
    return person;
  }

  private countyOf(name: string): string {
    return this.files.get(name)?.county ?? "CJ";
  }

  private async give(
    type: string,
    name: string,
    by: PersonName,
    dated: PlainDate | undefined,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const commandId = randomUUID();
    this.own.add(commandId);
    const envelope = { commandId, ...(dated === undefined ? {} : { occurredOn: dated }) };
    const { process } = this;
    if (type === process.opens) {
      const filing = process.filingOf(this.scenario, dated ?? this.day, given);
      return await this.world.ask(
        by,
        "POST",
        "/api/cases",
        { ...envelope, process: process.name, ...filing },
        this.language,
      );
    }
    const { caseId } = this.file(name);
    const { state } = await this.read(caseId);
    const command = {
      ...envelope,
      expectedVersion: state.version,
      type,
      payload: process.payloadOf(type, given, state, dated ?? this.day, this.scenario),
    };
    return await this.world.ask(by, "POST", `/api/cases/${caseId}/commands`, command, this.language);
  }

  private file(name: string): Running {
    const file = this.files.get(name);
    if (file === undefined) throw new Error(`${this.scenario.file}: no file "${name}" has been filed before this act`);
    return file;
  }

  private async read(caseId: string): Promise<Row> {
    const { rows } = await this.world.pool.query<Row>(
      `SELECT state, registration_number AS number, ministry_number AS "ministryNumber",
         application_number AS "applicationNumber" FROM cases WHERE id = $1`,
      [caseId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`no file ${caseId}`);
    return row;
  }

  private async tellEvents(): Promise<void> {
    const running = [...this.files.values()];
    const { rows: all } = await this.world.pool.query<EventRow>(
      `SELECT e.case_id AS "caseId", e.seq, e.type, e.at, e.data
       FROM unnest($1::uuid[], $2::int[]) AS f(id, seen) JOIN events e ON e.case_id = f.id AND e.seq > f.seen ORDER BY e.seq`,
      [running.map(({ caseId }) => caseId), running.map(({ seen }) => seen)],
    );
    for (const [name, file] of this.files) {
      const rows = all.filter(({ caseId }) => caseId === file.caseId);
      if (rows.length === 0) continue;
      const { state } = await this.read(file.caseId);
      for (const { seq, type, at, data } of rows) {
        const event = { ...data, seq, type, at: at.toISOString() } as CaseEvent;
        for (const happening of await this.happeningsOf(file, state, event)) this.tell(happening, at, name);
      }
      file.seen = rows.at(-1)?.seq ?? file.seen;
      this.tellMoves(name, file, state, rows.at(-1)?.at ?? this.world.now());
    }
  }

  private tellMoves(name: string, file: Running, state: CaseState, at: Date): void {
    for (const { id, rule, moves = [] } of Object.values(state.deadlines)) {
      for (const { from, to, cause } of moves.slice(file.moves.get(id) ?? 0))
        this.tell({ kind: "deadline-moved", deadline: id, rule, from, to, cause }, at, name);
      file.moves.set(id, moves.length);
    }
  }

  private async happeningsOf(file: Running, state: CaseState, event: CaseEvent): Promise<Happening[]> {
    switch (event.type) {
      case "deadlineStarted": {
        const { due, duty, rule } = getDeadline(state, event.deadline);
        if (due === undefined || getDeadline(state, event.deadline).seq !== event.seq) return [];
        const text = findRule(rule, due.startsOn)?.text ?? { ro: rule, en: rule };
        const { dueOn, practicalDueOn: practical, effectOn: effect } = due;
        return [
          {
            kind: "deadline-begun",
            deadline: event.deadline,
            rule,
            text,
            duty,
            due: dueOn,
            ...(practical === undefined ? {} : { practical }),
            ...(effect === undefined ? {} : { effect }),
            emails: await this.plannedFor(file.caseId, event.deadline),
          },
        ];
      }
      case "deadlineMet": {
        const deadline = getDeadline(state, event.deadline);
        const late = deadlineStatus(state, deadline, this.day) === "met-late";
        const on = dateOf(state, event.by);
        return [
          { kind: "deadline-kept", deadline: event.deadline, rule: deadline.rule, due: dueOf(deadline), on, late },
        ];
      }
      case "deadlinePassed": {
        const deadline = getDeadline(state, event.deadline);
        const practical = deadline.due?.practicalDueOn;
        return [
          {
            kind: "deadline-passed",
            deadline: event.deadline,
            rule: deadline.rule,
            due: dueOf(deadline),
            ...(practical === undefined ? {} : { practical }),
          },
        ];
      }
      case "deadlineCancelled": {
        const deadline = getDeadline(state, event.deadline);
        return [{ kind: "deadline-ended", deadline: event.deadline, rule: deadline.rule, due: dueOf(deadline) }];
      }
      case "dutyPassed":
        return [{ kind: "duty-passed", deadline: event.deadline, duty: event.duty }];
      case "stepOpened": {
        if (state.steps[event.step]?.seq !== event.seq) return []; // it runs from other acts now
        const { title, rules } = getStep(event.step);
        return [{ kind: "step-opened", step: event.step, title, rules }];
      }
      case "stepClosed": {
        if (event.cause === "done") return [];
        return [{ kind: "step-dropped", step: event.step, title: getStep(event.step).title }];
      }
      case "caseClosed":
        return [{ kind: "closed", outcome: event.outcome, title: outcomeText(state.process, event.outcome) }];
      case "actRecorded": {
        const { type, by, commandId } = event.act;
        const act = findAct(this.process, type);
        if (this.own.has(commandId) || act === undefined || isOfficeAct(act)) return [];
        // Given by the product itself, in the name of who confirmed it.
        const { title, rules } = commandOf(this.process, act);
        const person = findPerson(by.userId) ?? this.defaultPerson(act, ONLY);
        return [{ kind: "act", act, title, by: person, rules }];
      }
      case "calendarChanged":
        return [];
    }
  }

  private async plannedFor(caseId: string, deadline?: string): Promise<PlannedEmail[]> {
    const { rows } = await this.world.pool.query<{ kind: string; audience: string; at: Date }>(
      `SELECT kind, audience, planned_at AS at FROM planned_messages
       WHERE case_id = $1 AND state = 'planned' AND ($2::text IS NULL OR deadline_id = $2) ORDER BY planned_at, kind, audience`,
      [caseId, deadline ?? null],
    );
    return rows.map(({ kind, audience, at }) => ({ kind, audience, at: at.toISOString() }));
  }

  private async tellLetter({
    at,
    messageId,
    to,
    subject,
  }: Awaited<ReturnType<SimulationWorld["sweep"]>>[number]): Promise<void> {
    const { rows } = await this.world.pool.query<LetterRow>(
      `SELECT case_id AS "caseId", kind, recipient_id AS recipient, recipient_kind AS "recipientKind",
         deadline_id AS deadline, about FROM messages WHERE id = $1`,
      [messageId],
    );
    const [row] = rows;
    if (row === undefined) return;
    const name = [...this.files].find(([, { caseId }]) => caseId === row.caseId)?.[0];
    const about = row.deadline ?? (row.kind === "work" ? row.about : null);
    this.tell(
      {
        kind: "email",
        email: row.kind,
        title: messageTitle(row.kind),
        to: readerOf(row),
        address: to,
        subject,
        ...(about === null ? {} : { about }),
      },
      at,
      name,
    );
  }

  private async expect(expectation: Expectation, name: string, line: number): Promise<void> {
    const file = this.files.get(name);
    if (file === undefined) return this.miss(line, `a file "${name}"`, "none was filed");
    const by = personFor([this.process.reader], this.countyOf(name));
    if (by === undefined) throw new Error(`nobody reads the files of ${this.countyOf(name)}`);
    const now: FileNow = {
      state: (await this.read(file.caseId)).state,
      view: (await this.world.ask(by, "GET", `/api/cases/${file.caseId}`)).body,
      today: this.day,
      emails: this.entries.filter((entry) => entry.kind === "email" && entry.file === name),
    };
    const { checked, misses } = checkExpectation(expectation, now);
    this.checked += checked;
    for (const { expected, happened } of misses) this.miss(line, expected, happened);
  }

  private miss(line: number, expected: string, happened: string): void {
    this.misses.push({ line, date: this.day, expected, happened });
  }

  async result(): Promise<Simulation> {
    const { title, file } = this.scenario;
    const standing: Standing[] = [];
    for (const [name, { caseId }] of this.files) standing.push(await this.standingOf(name, caseId));
    return {
      title,
      file,
      entries: this.entries,
      standing,
      checked: this.checked,
      misses: this.misses,
      ...touchedIn(this.entries),
    };
  }

  private async standingOf(name: string, caseId: string): Promise<Standing> {
    const { state, number, ministryNumber, applicationNumber } = await this.read(caseId);
    const { process, stage, outcome } = state;
    return {
      file: name,
      registrationNumber: number,
      ...(ministryNumber === null ? {} : { ministryNumber }),
      ...(applicationNumber === null ? {} : { applicationNumber }),
      stage,
      stageTitle: stageTitle(process, stage),
      ...(outcome === undefined ? {} : { outcome, outcomeTitle: outcomeText(process, outcome) }),
      steps: openSteps(state).map(({ step }) => step),
      deadlines: Object.values(state.deadlines).map((deadline) => ({
        deadline: deadline.id,
        ...(deadline.due === undefined ? {} : { due: deadline.due.dueOn }),
        state: deadlineStatus(state, deadline, this.day),
      })),
      emailsPlanned: await this.plannedFor(caseId),
    };
  }
}

interface EventRow {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly data: object;
}

interface LetterRow {
  readonly caseId: string | null;
  readonly kind: string;
  readonly recipient: string | null;
  readonly recipientKind: string;
  readonly deadline: string | null;
  readonly about: string;
}

function readerOf({ recipient, recipientKind }: LetterRow): Reader {
  if (recipientKind === "patient-side") return "patient-side";
  return (recipient === null ? undefined : findPerson(recipient)) ?? "unknown";
}

function dueOf({ due }: CaseState["deadlines"][string]): PlainDate {
  if (due === undefined) throw new RangeError("a deadline without a due date");
  return due.dueOn;
}

interface Refusing {
  readonly code?: string;
  readonly rule?: string;
  readonly message?: string;
  readonly fields?: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
    readonly rule?: string;
  }[];
}

function codesOf({ status, body }: Answer): string[] {
  const { code = String(status), fields = [] } = (body ?? {}) as Refusing;
  return [...new Set([code, ...fields.map((field) => field.code)])];
}

function sentencesOf({ body }: Answer): string {
  const { message = "", fields = [] } = (body ?? {}) as Refusing;
  const of = fields.filter((field) => field.message !== message).map((field) => `${field.path}: ${field.message}`);
  return [message, ...of].join(" ");
}

function rulesOf({ body }: Answer): string[] {
  const { rule, fields = [] } = (body ?? {}) as Refusing;
  return [...new Set([rule, ...fields.map((field) => field.rule)])].filter((each) => each !== undefined);
}

/** The rules that acted: of the acts, of the steps that were opened, of the deadlines that ran, of the refusals. */
function touchedIn(entries: readonly Entry[]): Pick<Simulation, "rulesTouched" | "deadlinesTouched"> {
  const rules = new Set<string>();
  const deadlines = new Set<string>();
  for (const entry of entries) {
    if ("rules" in entry) for (const rule of entry.rules) rules.add(rule);
    if (entry.kind !== "deadline-begun") continue;
    rules.add(entry.rule);
    deadlines.add(entry.rule);
  }
  return { rulesTouched: [...rules].toSorted(), deadlinesTouched: [...deadlines].toSorted() };
}
