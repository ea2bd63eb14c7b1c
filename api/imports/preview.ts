/** What would become of each row of a register, were it brought now. Nothing is written. */
import { setImmediate as turn } from "node:timers/promises";
import type { Text, Refusal } from "../../domain/case/commands.ts";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { CalendarOf } from "../../domain/case/calendars.ts";
import { allowedCommands } from "../../domain/case/process.ts";
import { deadlineStatus, isRunning, type DeadlineRecord } from "../../domain/case/state.ts";
import { errorSentence, type ErrorCode } from "../../domain/i18n/errors.ts";
import { stillNeeded } from "../../domain/i18n/sendable.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { INHERITED_REASON, type ReadyAct, type ReadyRow } from "../../domain/imports/row.ts";
import type { CellProblem, ImportedRow, RehearsedDeadline } from "../../domain/imports/views.ts";
import { findCommandDefinition } from "../../domain/moh/commands.ts";
import { dossierChecklist } from "../../domain/moh/documents.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { moh, sendableCheck } from "../../domain/moh/process.ts";
import { caseStatus, ruleOf, statusSince } from "../../domain/case/present.ts";
import type { FileDossier } from "../../domain/commands/file-dossier.schema.ts";
import { FIRST_YEAR } from "../../domain/calendar/romanian-holidays.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import type { Command } from "../../domain/case/commands.ts";
import { MOH_PIECE, rehearse } from "../../workflows/rehearsal.ts";
import type { Membership, Person } from "../authorisation.ts";
import { requestHash } from "../cases/request-hash.ts";
import { factsWith } from "../cases/moh/setting-facts.ts";
import { refuseBarred } from "../cases/moh/bars.ts";
import { personIndexes, surnameIndex } from "../cases/person-index.ts";
import { ApiError } from "../http/api-error.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import { readSettings } from "../../prisma/settings.ts";
import type { Services } from "../services.ts";
import { RowCells, type RowProblem } from "./cells.ts";
import { columnOf } from "./columns.ts";
import { findStanding, numberOf, rowKey, type Standing } from "./standing.ts";
import type { Table, TableRow } from "./read-table.ts";
import { actsOf, columnFor, type RowAct } from "./row-acts.ts";

const MINISTRY_ID = "MS";
const FIRST_DATE = `${FIRST_YEAR}-01-01`;
const LONGEST_NUMBER = 60;
const LONGEST_MINISTRY_NUMBER = 40;

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

interface Around {
  readonly settings: SettingsInForce;
  readonly services: Services;
  readonly person: Person;
  readonly dsp: Membership;
  readonly language: Language;
  readonly today: PlainDate;
  readonly standing: Standing;
  readonly calendarOf: CalendarOf;
  /** Where each number, CNP and Ministry's number was seen first. */
  readonly seen: Map<string, number>;
}

/** Every row by itself, in order; a row that is there already is not judged again. */
export async function previewRows(
  services: Services,
  person: Person,
  dsp: Membership,
  table: Table,
  language: Language,
): Promise<Previewed> {
  const data = await services.calendars.latest();
  if (dsp.cstId === null) throw new RangeError(`${dsp.institution} has no commission`);
  const around: Around = {
    services,
    settings: await readSettings(services.pool),
    person,
    dsp,
    language,
    today: bucharestDate(services.now()),
    standing: await findStanding(services, dsp, table),
    calendarOf: calendarsOf(data, { dsp: dsp.institution, cst: dsp.cstId, ministry: MINISTRY_ID }),
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
  const cells = new RowCells(row);
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
  const acts = actsOf(cells);
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
  const barred = await barOf(bringable.ready.subject as Pick<FileDossier, "patient">, around);
  if (barred !== undefined) return wrong([barred]);
  const rehearsed = await rehearse(
    MOH_PIECE,
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
    return wrong(act === undefined ? [] : [refusedAct(stopped.refusal, act, state)]);
  }
  const same = around.standing.fileOfPatient(bringable.ready.subject as FileDossier);
  if (same !== undefined) warnings.push({ column: "surname", code: "PATIENT_HAS_FILE", params: { number: same } });
  if (state.outcome !== undefined) warnings.push({ code: "ROW_CLOSED", params: { outcome: state.outcome } });
  const { status, title, state: place } = caseStatus(moh, state);
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

/** Whoever is barred gets no file, from a register either (MOH-98). */
async function barOf(
  { patient }: Pick<FileDossier, "patient">,
  { services, standing }: Around,
): Promise<RowProblem | undefined> {
  if (!standing.hasBars) return undefined;
  try {
    await refuseBarred(services.pool, services.keyring, patient);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { column: "surname", code: error.code, params: error.params };
  }
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

function officerOf(cells: RowCells, { person, dsp, standing }: Around): string {
  const email = cells.text("officer");
  if (email === undefined) return person.id;
  const found = standing.officers.get(email.toLowerCase());
  if (found === undefined) {
    cells.wrong("officer", "CELL_OFFICER", { wrote: email, institution: { ro: dsp.nameRo, en: dsp.nameEn } });
  }
  return found ?? person.id;
}

/** No two files have one number of the Ministry. */
function checkNumbers(cells: RowCells, row: number, around: Around): void {
  const number = numberOf(cells.text("ministryNumber"));
  if (number === undefined) return;
  if (number.length > LONGEST_MINISTRY_NUMBER) {
    cells.wrong("ministryNumber", "CELL_TOO_LONG", { most: LONGEST_MINISTRY_NUMBER });
  }
  const twice = seenBefore(around, `ministry ${number}`, row);
  const where: string | Text | undefined =
    twice === undefined ? around.standing.ministryNumbers.get(number) : { ro: `rândul ${twice}`, en: `row ${twice}` };
  if (where !== undefined) cells.wrong("ministryNumber", "MINISTRY_NUMBER_TAKEN", { number, where });
}

/** What no case exists yet to refuse: the day of filing, and the county (MOH-10, MOH-A24). */
function checkFiling(cells: RowCells, filing: RowAct | undefined, { dsp, today, standing }: Around): void {
  const date = filing?.occurredOn;
  if (date !== undefined && date > today) cells.wrong("filedOn", "FUTURE_DATE", { date, today });
  if (date !== undefined && date < FIRST_DATE) cells.wrong("filedOn", "BEFORE_CALENDAR", { date, first: FIRST_DATE });
  if (cells.problems.some(({ column }) => column === "domicileCounty")) return;
  const county = cells.county("domicileCounty");
  if (county === undefined || county === dsp.county) return;
  const institution = { ro: dsp.nameRo, en: dsp.nameEn };
  cells.wrong("domicileCounty", "WRONG_COUNTY", { right: standing.dspOf(county), institution });
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
  const { services, dsp } = around;
  const { keyring } = services;
  const key = `${dsp.institution}/${rowKey(number)}`;
  const caseId = around.standing.caseIdOf(number);
  const ready = acts.map(({ type, occurredOn, payload, facts = {} }, index): ReadyAct => ({
    commandId: namedUuid(`import/${key}/${index}/${type}`),
    type,
    occurredOn,
    requestHash: requestHash(keyring, { type, occurredOn, lateReason: INHERITED_REASON.ro, payload }),
    facts: factsWith(around.settings, type, { ...facts }),
    payload,
  }));
  const [filing, ...rest] = ready;
  if (filing === undefined || dsp.cstId === null) throw new RangeError("a row without a filing");
  const { patient, filer } = filing.payload as FileDossier;
  const ministryNumber = numberOf(cells.text("ministryNumber"));
  return {
    row,
    caseId,
    legacyNumber: number,
    stage: "",
    ready: {
      opening: {
        homeId: dsp.institution,
        cstId: dsp.cstId,
        ministryId: MINISTRY_ID,
        officerId,
        openedOn: filing.occurredOn,
        surnameIndex: surnameIndex(keyring, patient.surname),
        ...personIndexes(keyring, patient),
        accessCodeHash: keyring.accessCodeHash(keyring.accessCode(caseId, filing.commandId)),
        patientHasEmail: patient.email !== undefined || (filer.role !== "patient" && filer.email !== undefined),
        legacyNumber: number,
        ...(ministryNumber === undefined ? {} : { legacyMinistryNumber: ministryNumber }),
      },
      subject: { patient, filer },
      filing,
      acts: rest,
    },
  };
}

function commandOf({ commandId, requestHash: hash, type, occurredOn, facts }: ReadyAct, around: Around): Command {
  const { person, dsp } = around;
  const actor = { userId: person.id, institution: dsp.institution, role: dsp.role };
  return { commandId, requestHash: hash, type, expectedVersion: 0, occurredOn, actor, facts };
}

/** A refusal of the case, said of the column from which the act comes. */
function refusedAct({ code, field, params = {} }: Refusal, act: RowAct, state: MohState): RowProblem {
  const column = columnFor(act, field ?? "occurredOn");
  if (code !== "NOT_ALLOWED_NOW") return { column, code, params };
  return { column, code: "ROW_NOT_YET", params: { type: act.type, awaits: awaited(state) } };
}

/** What the file waits for instead. */
function awaited(state: MohState): Text {
  const { subject, documents, clinics } = state.facts;
  const lacking = dossierChecklist(subject, documents).filter(
    ({ status }) => status === "missing" || status === "wrong-form",
  );
  if (lacking.length > 0) {
    const named = lacking.map(({ kind, form }) => (form === "original" ? `${kind} (original)` : kind)).join(", ");
    return { ro: `documentele: ${named}`, en: `the documents: ${named}` };
  }
  const types = allowedCommands(state, moh).flatMap(({ type, step }) => (step === undefined ? [] : [type]));
  const titles = [...new Set(types)].flatMap((type) => findCommandDefinition(type)?.title ?? []);
  const list = {
    ro: titles.map(({ ro }) => `„${ro}”`).join(", "),
    en: titles.map(({ en }) => `“${en}”`).join(", "),
  };
  const still = clinics.length === 0 ? undefined : stillNeeded(sendableCheck(state));
  return still === undefined
    ? list
    : { ro: `${list.ro}. ${still.ro.replace(/\.$/, "")}`, en: `${list.en}. ${still.en.replace(/\.$/, "")}` };
}

function deadlinesOf(state: MohState, today: PlainDate): RehearsedDeadline[] {
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

function said(problems: readonly RowProblem[], { language }: Around): CellProblem[] {
  return problems.map(({ column, code, params = {}, message }) => ({
    ...(column === undefined ? {} : { column: columnOf(column).title[language] }),
    code,
    // A code without a message of its own is one of ours.
    message: message?.[language] ?? errorSentence(code as ErrorCode, params, language),
  }));
}
