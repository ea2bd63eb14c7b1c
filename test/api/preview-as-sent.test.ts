/** The preview of reminders shows what a commit plans and what the mail server is given, letter by letter. */
import { expect, test } from "@jest/globals";
import { mailOf } from "../../activities/mail/compose.ts";
import type { TakenMessage } from "../../activities/mail/take-due.ts";
import type { ReminderStage } from "../../domain/reminders/policy.ts";
import { engineWorld } from "./support/api-world.ts";
import { emailOf } from "./support/people.ts";

const world = await engineWorld();
const STAGES: readonly ReminderStage[] = [
  { kind: "before", audience: "owner", workingDays: -1 },
  {
    kind: "due",
    audience: "owner",
    workingDays: 0,
    words: {
      ro: { subject: "{number}: azi, {due}", lead: "Dosarul {number} pleacă azi la comisie ({rule}, {days})." },
      en: {
        subject: "{number}: today, {due}",
        lead: "File {number} leaves for the commission today ({rule}, {days}).",
      },
    },
  },
  { kind: "overdue", audience: "owner", workingDays: 1 },
  { kind: "escalation", audience: "supervisor", workingDays: 2 },
  { kind: "second-escalation", audience: "head", workingDays: 4 },
];

interface Planned {
  readonly id: string;
  readonly kind: string;
  readonly audience: string;
  readonly about: string;
  readonly params: Record<string, string>;
  readonly words: ReminderStage["words"] | null;
  readonly planned_at: Date;
}

/** What the mail server is given of a planned message. */
function sent(planned: Planned, { caseId, number }: { caseId: string; number: string }) {
  const message: TakenMessage = {
    ...planned,
    case_id: caseId,
    deadline_id: "MOH-23",
    attempts: 1,
    recipient_id: null,
    recipient_kind: "user",
    in_place_of: null,
    registration_number: number,
    provisional_years: null,
    user_email: emailOf("officer"),
    user_locale: "ro",
    subject_sealed: null,
    wrapped_key: null,
  };
  const { keyring, config } = world;
  const composing = { keyring, publicUrl: config.PUBLIC_URL, from: "Dosar <dosar@localhost>", now: () => new Date() };
  const { subject, text, html } = mailOf(composing, message, {
    summarised: new Map(),
    digests: new Map(),
  });
  return { subject, text, html };
}

test("each message is planned for the time and written in the words that were shown", async () => {
  const saved = await world.as("admin", {
    method: "PUT",
    url: "/api/admin/reminder-policies/MOH-23",
    body: { institution: "DSP-CJ", expectedVersion: 0, stages: STAGES },
  });
  expect(saved.status).toBe(200);
  const { caseId, registrationNumber: number } = await world.file();
  const { body } = await world.post("admin", "/api/admin/reminder-policies/preview", {
    institution: "DSP-CJ",
    rule: "MOH-23",
    stages: STAGES,
    registrationNumber: number,
  });
  const { rows } = await world.owner.query<Planned>(
    `SELECT id, kind, audience, about, params, words, planned_at FROM planned_messages
     WHERE case_id = $1 AND deadline_id = 'MOH-23' ORDER BY planned_at, kind`,
    [caseId],
  );
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(STAGES.map(({ kind }) => kind).toSorted());
  for (const planned of rows) {
    const shown = body.messages.find(({ kind }: { kind: string }) => kind === planned.kind);
    expect([planned.kind, shown.plannedAt]).toEqual([planned.kind, planned.planned_at.toISOString()]);
    expect(sent(planned, { caseId, number })).toEqual(shown.letters.ro);
  }
});
