/** The file as people and programs read it: the projection, and the words that the log keeps sealed. */
import type { CommandDefinition } from "../../domain/case/commands.ts";
import type { CaseView, CommonCaseView, EmailView } from "../../domain/case/view.ts";
import { schemaName } from "../../domain/commands/index.schema.ts";
import { messageTitle } from "../../domain/i18n/message-titles.ts";
import { audienceText } from "../../domain/messages/audience.ts";
import {
  allowedCommandViews,
  caseStatus,
  closedSteps,
  deadlineViews,
  dutyDays,
  statusSince,
  stepViews,
} from "../../domain/case/present.ts";
import type { HouseColumns } from "../../domain/people/houses.ts";
import { standInOf } from "../../domain/people/absences.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { Process } from "../../domain/case/process.ts";
import type { CaseState } from "../../domain/case/state.ts";
import { anyState, processOf } from "../../domain/processes.ts";
import { isResendable } from "../admin/messages.ts";
import type { Services } from "../services.ts";
import { may, type CaseScope, type Person } from "../authorisation.ts";
import { withWords } from "./deadline-words.ts";
import { deskOf } from "./desks.ts";
import { documentViews } from "./document-views.ts";
import { openActs, openFile } from "./open-seals.ts";
import type { CaseRow, MessageRow } from "./read-case.ts";
import { surroundingsOf } from "./surroundings.ts";
import { timeline } from "./timeline.ts";

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

/** The whole file, as the person who asks may read it. */
export async function presentCase(services: Services, person: Person, row: CaseRow): Promise<CaseView> {
  const { keyring, calendars } = services;
  const process = processOf(row.process);
  const state = anyState(row.state);
  const around = surroundingsOf(row, await calendars.at(row.calendar_number), services.now());
  const file = openFile(row, keyring);
  const events = row.events ?? [];
  const acts = openActs(events, file);
  const desk = deskOf(row.process);
  const { documents, minor } = desk.dossier(row);
  const common: CommonCaseView = {
    caseId: row.id,
    registrationNumber: row.registration_number,
    ...(row.legacy_number === null ? {} : { legacyNumber: row.legacy_number }),
    ...statusOf(process, state),
    statusSince: statusSince(state, row.opened_on),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(row.linked === null ? {} : { linked: row.linked }),
    version: row.version,
    today: around.today,
    openedOn: row.opened_on,
    officer: officerView(row, around.today),
    steps: stepViews(process, state, around),
    closedSteps: closedSteps(state),
    daysByDuty: dutyDays(process, state, around),
    deadlines: withWords(deadlineViews(state, around), state, events, acts),
    allowedCommands: allowedCommandViews(process, state, givenBy(person, row), (type) => schemaName(row.process, type)),
    checklist: [],
    missing: [],
    documents: documentViews(state, documents, acts, row.uploads ?? [], file),
    subject: { ...file.subject, minor },
    timeline: timeline(process, state, events, acts),
    emails: (row.messages ?? []).map((message) => emailView(message, person)),
  };
  return await desk.present(services, row, { acts, subject: file.subject, around }, common);
}

function statusOf(process: Process<never>, state: CaseState): Pick<CommonCaseView, "status" | "statusTitle" | "state"> {
  const { status, title, state: place } = caseStatus(process, state);
  return { status, statusTitle: title, state: place };
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
