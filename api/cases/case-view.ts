/** The file as people and programs read it: the projection, and the words that the log keeps sealed. */
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { CommandDefinition } from "../../domain/case/commands.ts";
import { lastAct } from "../../domain/case/state.ts";
import type { CaseView, EmailView } from "../../domain/case/view.ts";
import { COMMAND_SCHEMAS, schemaName } from "../../domain/commands/index.schema.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { audienceText } from "../../domain/messages/audience.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { roundViews, treatmentView } from "../../domain/moh/treatment-view.ts";
import {
  allowedCommandViews,
  caseStatus,
  closedSteps,
  deadlineViews,
  dossierView,
  dutyDays,
  statusSince,
  stepViews,
  type Surroundings,
} from "../../domain/moh/view.ts";
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import { standInOf } from "../../domain/people/absences.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import type { Keyring } from "../../prisma/secrecy/keyring.ts";
import { isResendable } from "../admin/messages.ts";
import type { Services } from "../services.ts";
import { may, type CaseScope, type Person } from "../authorisation.ts";
import { withWords } from "./deadline-words.ts";
import { clinicViews } from "./clinic-views.ts";
import { documentViews } from "./document-views.ts";
import { comparedOn, comparisonOf } from "./offer-comparison.ts";
import { openActs, openFile, type Payload } from "./open-seals.ts";
import type { CaseRow, MessageRow } from "./read-case.ts";
import { timeline } from "./timeline.ts";

interface ViewFor {
  readonly person: Person;
  readonly keyring: Keyring;
  readonly calendar: CalendarData;
  readonly now: Date;
}

/** What surrounds the state of a file: today, its houses and their calendars. */
export function surroundingsOf(
  row: HouseColumns & Pick<CaseRow, "settings">,
  calendar: CalendarData,
  now: Date,
): Surroundings {
  const institutions = housesOf(row);
  return {
    today: bucharestDate(now),
    institutions,
    calendarOf: calendarsOf(calendar, institutions),
    settings: row.settings ?? {},
  };
}

/** True for a command that the person may give in this file. Who gives a command has the file in hand, so it has been sent there. */
export function givenBy(person: Person, row: HouseColumns): (command: CommandDefinition) => boolean {
  const scope: CaseScope = {
    homeId: row.home_id,
    cstId: row.cst_id,
    ministryId: row.ministry_id,
    cstSent: true,
    ministrySent: true,
  };
  return (command) => may(person, "case.command", { case: scope, command });
}

export function schemaOf(type: string): string {
  return Object.hasOwn(COMMAND_SCHEMAS, type) ? schemaName(type as MohCommandType) : type;
}

/** The whole file, as the person who asks may read it. */
export async function presentCase(
  { pool, keyring, calendars, now }: Services,
  person: Person,
  row: CaseRow,
): Promise<CaseView> {
  const calendar = await calendars.at(row.calendar_number);
  const view = caseView(row, { person, keyring, calendar, now: now() });
  const comparison = await comparisonOf(pool, view.clinics, comparedOn(row.state, view.today));
  return comparison === undefined ? view : { ...view, comparison };
}

export function caseView(row: CaseRow, { person, keyring, calendar, now }: ViewFor): CaseView {
  const { state } = row;
  const around = surroundingsOf(row, calendar, now);
  const file = openFile(row, keyring);
  const events = row.events ?? [];
  const opened = openActs(events, file);
  const { status, title, state: place } = caseStatus(state);
  const registered = lastAct(state, "registerDecision");
  const decision = registered === undefined ? undefined : opened.get(registered.seq)?.payload;
  const wordsOf = (seq: number): Payload => opened.get(seq)?.payload ?? {};
  const treatment = treatmentView(state, wordsOf);
  return {
    caseId: row.id,
    process: "moh",
    registrationNumber: row.registration_number,
    ...(row.ministry_number === null ? {} : { ministryNumber: row.ministry_number }),
    ...(row.legacy_number === null ? {} : { legacyNumber: row.legacy_number }),
    status,
    statusTitle: title,
    state: place,
    statusSince: statusSince(state, row.opened_on),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    version: row.version,
    today: around.today,
    openedOn: row.opened_on,
    institutions: around.institutions,
    officer: officerView(row, around.today),
    ...(row.urgency_class === null ? {} : { urgencyClass: row.urgency_class }),
    steps: stepViews(state, around),
    closedSteps: closedSteps(state),
    daysByDuty: dutyDays(state, around),
    deadlines: withWords(deadlineViews(state, around), state, events, opened),
    allowedCommands: allowedCommandViews(state, givenBy(person, row), schemaOf),
    ...dossierView(state),
    documents: documentViews(state, opened, row.uploads ?? [], file),
    clinics: clinicViews(state, opened, around),
    rounds: roundViews(state, wordsOf),
    ...(treatment === undefined ? {} : { treatment }),
    subject: { ...file.subject, minor: state.facts.subject.minor },
    ...(decision === undefined ? {} : { decision }),
    timeline: timeline(state, events, opened),
    emails: (row.messages ?? []).map((message) => emailView(message, person)),
  };
}

/** Who has the file at the DSP today. */
function officerView({ officer_id: officerId, officer, absences }: CaseRow, today: PlainDate): CaseView["officer"] {
  const away = (absences ?? []).filter(({ fromOn, untilOn }) => fromOn <= today && today <= untilOn);
  const standIn = standInOf(officerId, away);
  const name = away.find(({ substituteId }) => substituteId === standIn)?.substitute;
  const untilOn = away.find(({ userId }) => userId === officerId)?.untilOn;
  return { name: officer, ...(name === undefined || untilOn === undefined ? {} : { standIn: { name, untilOn } }) };
}

function emailView(message: MessageRow, person: Person): EmailView {
  const { id, kind, deadlineId, recipient, audience, inPlaceOf, state, plannedAt, sentAt, attempts, lastError } =
    message;
  const { institution, step } = message;
  return {
    id,
    kind,
    title: messageTitle(kind),
    recipient: recipient ?? (message.recipientKind === "patient-side" ? "patient-side" : ""),
    ...(audience === null ? {} : { audience: audienceText(audience) }),
    ...(inPlaceOf === null ? {} : { inPlaceOf }),
    ...(deadlineId === null ? {} : { deadline: deadlineId }),
    ...(step === null ? {} : { step }),
    state,
    plannedAt: new Date(plannedAt).toISOString(),
    ...(sentAt === null ? {} : { sentAt: new Date(sentAt).toISOString() }),
    attempts,
    ...(lastError === null ? {} : { lastError }),
    mayResend:
      isResendable(state, recipient !== null || message.recipientKind === "patient-side") &&
      institution !== null &&
      may(person, "message.resend", { institution }),
  };
}
