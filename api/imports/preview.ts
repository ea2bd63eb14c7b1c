/** What would become of each row of a register, were it brought now. Nothing is written. */
import { setImmediate as turn } from "node:timers/promises";
import type { Command, Refusal, Text } from "../../domain/case/commands.ts";
import { calendarsOf, type CalendarOf } from "../../domain/case/calendars.ts";
import { caseStatus, ruleOf, statusSince } from "../../domain/case/present.ts";
import { deadlineStatus, isRunning, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import { errorSentence, type ErrorCode } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { INHERITED_REASON, type ReadyAct, type ReadyRow } from "../../domain/imports/row.ts";
import type { CellProblem, ImportedRow, RehearsedDeadline } from "../../domain/imports/views.ts";
import { FIRST_YEAR } from "../../domain/calendar/romanian-holidays.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { rehearse } from "../../workflows/rehearsal.ts";
import type { Membership, Person } from "../authorisation.ts";
import { deskOf } from "../cases/desks.ts";
import { requestHash } from "../cases/request-hash.ts";
import { personIndexes, surnameIndex, type KnownPerson } from "../cases/person-index.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import { readSettings } from "../../prisma/settings.ts";
import type { Services } from "../services.ts";
import { RowCells, type RowProblem } from "./cells.ts";
import { columnIn } from "./columns.ts";
import { findStanding, rowKey, type Standing } from "./standing.ts";
import type { Table, TableRow } from "./read-table.ts";
import type { Register } from "./register.ts";
import { columnFor, numberOf, type RowAct } from "./row-act.ts";

const FIRST_DATE = `${FIRST_YEAR}-01-01`;
const LONGEST_NUMBER = 60;
const LONGEST_KEPT_NUMBER = 40;

/** A row that can be brought. */
export interface BringableRow {
  readonly row: number;
  readonly caseId: string;
  readonly legacyNumber: string;
  readonly stage: string;
  readonly ready: ReadyRow;
}

export interface Previewed {
  readonly rows: readonly ImportedRow[];
  readonly bringable: readonly BringableRow[];
}

/** Whose file it is, and who files. */
interface RowSubject {
  readonly patient: KnownPerson;
  readonly filer: object;
}

interface Around {
  readonly settings: SettingsInForce;
  readonly services: Services;
  readonly person: Person;
  readonly house: Membership;
  readonly register: Register<never>;
  readonly language: Language;
  readonly today: PlainDate;
  readonly standing: Standing;
  readonly calendarOf: CalendarOf;
  /** Where each number and CNP was seen first. */
  readonly seen: Map<string, number>;
}

/** Every row by itself, in order; a row that is there already is not judged again. */
export async function previewRows(
  services: Services,
  person: Person,
  { house, register }: { readonly house: Membership; readonly register: Register<never> },
  table: Table,
  language: Language,
): Promise<Previewed> {
  const data = await services.calendars.latest();
  const around: Around = {
    services,
    settings: await readSettings(services.pool),
    person,
    house,
    register,
    language,
    today: bucharestDate(services.now()),
    standing: await findStanding(services, register, house, table),
    calendarOf: calendarsOf(data, register.housesOf(house)),
    seen: new Map(),
  };
  const rows: ImportedRow[] = [];
  const bringable: BringableRow[] = [];
  for (const row of table.rows) {
    const read = await previewRow(row, around);
    rows.push(read.view);
    if (read.bringable !== undefined) bringable.push(read.bringable);
  }
  return { rows, bringable };
}

interface PreviewedRow {
  readonly view: ImportedRow;
  readonly bringable?: BringableRow;
}

async function previewRow(row: TableRow, around: Around): Promise<PreviewedRow> {
  const { register, services, standing: known } = around;
  const cells = new RowCells(row, register.columns);
  const number = legacyNumberOf(cells);
  const patient = [cells.text("surname"), cells.text("givenName")].filter((name) => name !== undefined).join(" ");
  const head = {
    row: row.row,
    ...(number === undefined ? {} : { legacyNumber: number }),
    ...(patient === "" ? {} : { patient }),
  };
  const twice = number === undefined ? undefined : seenBefore(around, `number ${rowKey(number)}`, row.row);
  const standing = number === undefined || twice !== undefined ? undefined : around.standing.fileOf(number);
  if (standing !== undefined) return { view: { ...head, ...standing, state: "there", problems: [], warnings: [] } };
  if (twice !== undefined) cells.wrong("legacyNumber", "ROW_TWICE", { number: number ?? "", row: twice });
  const warnings: RowProblem[] = [];
  const acts = register.actsOf(cells, around.house);
  const officerId = officerOf(cells, around);
  checkNumbers(cells, row.row, around);
  const cnp = cells.text("cnp")?.replaceAll(/\s/g, "");
  const sameCnp = cnp === undefined ? undefined : seenBefore(around, `cnp ${cnp}`, row.row);
  if (sameCnp !== undefined && twice === undefined) {
    warnings.push({ column: "cnp", code: "PATIENT_TWICE", params: { row: sameCnp } });
  }
  checkFiling(cells, acts[0], around);
  const wrong = (problems: readonly RowProblem[]): PreviewedRow => ({
    view: { ...head, state: "wrong", problems: said(problems, around), warnings: said(warnings, around) },
  });
  if (number === undefined || cells.problems.length > 0 || acts.length === 0) return wrong(cells.problems);
  const bringable = readyRow({ row: row.row, number, cells, acts, officerId }, around);
  const subject = bringable.ready.subject as RowSubject;
  const barred = known.hasBars ? await register.barOf(services, subject) : undefined;
  if (barred !== undefined) return wrong([barred]);
  const rehearsed = await rehearse(
    register.piece,
    {
      caseId: bringable.caseId,
      filing: commandOf(bringable.ready.filing, around),
      inherited: bringable.ready.acts.map((act) => commandOf(act, around)),
    },
    { calendarOf: around.calendarOf, turn: () => turn() },
  );
  const { state, stopped } = rehearsed;
  if (stopped !== undefined) {
    const at = bringable.ready.acts.findIndex(({ commandId }) => commandId === stopped.commandId);
    const act = acts[at + 1];
    return wrong(act === undefined ? [] : [refusedAct(stopped.refusal, act, state, register)]);
  }
  const same = known.fileOfPatient(subject);
  if (same !== undefined) warnings.push({ column: "surname", code: "PATIENT_HAS_FILE", params: { number: same } });
  if (state.outcome !== undefined) warnings.push({ code: "ROW_CLOSED", params: { outcome: state.outcome } });
  const { status, title, state: place } = caseStatus(register.piece.process, state);
  return {
    view: {
      ...head,
      state: "new",
      problems: [],
      warnings: said(warnings, around),
      stage: status,
      stageTitle: title,
      place,
      since: statusSince(state, bringable.ready.filing.occurredOn),
      deadlines: deadlinesOf(state, around.today),
    },
    bringable: { ...bringable, stage: status },
  };
}

function legacyNumberOf(cells: RowCells): string | undefined {
  const number = numberOf(cells.needed("legacyNumber"));
  if (number !== undefined && number.length > LONGEST_NUMBER) {
    return cells.wrong("legacyNumber", "CELL_TOO_LONG", { most: LONGEST_NUMBER });
  }
  return number;
}

/** The row in which the same was seen before; undefined the first time. */
function seenBefore({ seen }: Around, what: string, row: number): number | undefined {
  const first = seen.get(what);
  if (first === undefined) seen.set(what, row);
  return first;
}

function officerOf(cells: RowCells, { person, house, standing }: Around): string {
  const email = cells.text("officer");
  if (email === undefined) return person.id;
  const found = standing.officers.get(email.toLowerCase());
  if (found === undefined) {
    cells.wrong("officer", "CELL_OFFICER", { wrote: email, institution: { ro: house.nameRo, en: house.nameEn } });
  }
  return found ?? person.id;
}

/** No two files have one number. */
function checkNumbers(cells: RowCells, row: number, around: Around): void {
  for (const { column, code } of around.register.keptNumbers) {
    const number = numberOf(cells.text(column));
    if (number === undefined) continue;
    if (number.length > LONGEST_KEPT_NUMBER) cells.wrong(column, "CELL_TOO_LONG", { most: LONGEST_KEPT_NUMBER });
    const twice = seenBefore(around, `${column} ${number}`, row);
    const where: string | Text | undefined =
      twice === undefined
        ? around.standing.kept.get(column)?.get(number)
        : { ro: `rândul ${twice}`, en: `row ${twice}` };
    if (where !== undefined) cells.wrong(column, code, { number, where });
  }
}

/** What no case exists yet to refuse: the day of filing, and what only the process knows of it. */
function checkFiling(cells: RowCells, filing: RowAct | undefined, { register, house, today, standing }: Around): void {
  const date = filing?.occurredOn;
  if (date !== undefined && date > today) cells.wrong("filedOn", "FUTURE_DATE", { date, today });
  if (date !== undefined && date < FIRST_DATE) cells.wrong("filedOn", "BEFORE_CALENDAR", { date, first: FIRST_DATE });
  register.checkFiling(cells, filing, house, standing.dspOf);
}

interface RowToBring {
  readonly row: number;
  readonly number: string;
  readonly cells: RowCells;
  readonly acts: readonly RowAct[];
  readonly officerId: string;
}

/** The row as it will be given: the ids of its commands follow from its number, so that nothing is given twice. */
function readyRow({ row, number, cells, acts, officerId }: RowToBring, around: Around): BringableRow {
  const { services, house, register } = around;
  const { keyring } = services;
  const key = `${house.institution}/${rowKey(number)}`;
  const caseId = around.standing.caseIdOf(number);
  const ready = acts.map(({ type, occurredOn, payload, facts = {} }, index): ReadyAct => ({
    commandId: namedUuid(`import/${key}/${index}/${type}`),
    type,
    occurredOn,
    requestHash: requestHash(keyring, { type, occurredOn, lateReason: INHERITED_REASON.ro, payload }),
    facts: register.factsOf(around.settings, type, { ...facts }),
    payload,
  }));
  const [filing, ...rest] = ready;
  if (filing === undefined) throw new RangeError("a row without a filing");
  const desk = deskOf(register.process).filing;
  const { subject, hasEmail } = desk.read(filing.payload);
  return {
    row,
    caseId,
    legacyNumber: number,
    stage: "",
    ready: {
      process: register.process,
      opening: {
        homeId: house.institution,
        ...desk.houses(house),
        officerId,
        openedOn: filing.occurredOn,
        surnameIndex: surnameIndex(keyring, subject.patient.surname),
        ...personIndexes(keyring, subject.patient),
        accessCodeHash: keyring.accessCodeHash(keyring.accessCode(caseId, filing.commandId)),
        patientHasEmail: hasEmail,
        legacyNumber: number,
        ...register.openingOf(cells),
      },
      subject,
      filing,
      acts: rest,
    },
  };
}

function commandOf({ commandId, requestHash: hash, type, occurredOn, facts }: ReadyAct, around: Around): Command {
  const { person, house } = around;
  const actor = { userId: person.id, institution: house.institution, role: house.role };
  return { commandId, requestHash: hash, type, expectedVersion: 0, occurredOn, actor, facts };
}

/** A refusal of the case, said of the column from which the act comes. */
function refusedAct(
  { code, field, params = {} }: Refusal,
  act: RowAct,
  state: CaseState<never>,
  { awaited }: Register<never>,
): RowProblem {
  const column = columnFor(act, field ?? "occurredOn");
  if (code !== "NOT_ALLOWED_NOW") return { column, code, params };
  return { column, code: "ROW_NOT_YET", params: { type: act.type, awaits: awaited(state) } };
}

function deadlinesOf(state: CaseState<never>, today: PlainDate): RehearsedDeadline[] {
  if (state.outcome !== undefined) return [];
  return Object.values(state.deadlines)
    .filter((deadline) => isRunning(deadline) && deadline.due !== undefined)
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap((deadline) => {
      const dueOn = deadline.due?.practicalDueOn ?? deadline.due?.dueOn;
      if (dueOn === undefined) return [];
      const overdue = deadlineStatus(state, deadline, today) === "overdue";
      const about = aboutOf(deadline);
      const title = ruleOf(deadline).text;
      return [{ rule: deadline.rule, title, ...(about === undefined ? {} : { about }), dueOn, overdue }];
    });
}

function aboutOf({ clinic, basis }: DeadlineRecord): Text | undefined {
  if (basis === "delay-report") return { ro: "informarea despre întârziere", en: "the delay report" };
  const number = clinic?.replace("clinic-", "");
  return number === undefined ? undefined : { ro: `clinica ${number}`, en: `clinic ${number}` };
}

function said(problems: readonly RowProblem[], { language, register }: Around): CellProblem[] {
  return problems.map(({ column, code, params = {}, message }) => ({
    ...(column === undefined ? {} : { column: columnIn(register.columns, column).title[language] }),
    code,
    // A code without a message of its own is one of ours.
    message: message?.[language] ?? errorSentence(code as ErrorCode, params, language),
  }));
}
