/**
 * Monitoring alerts: what waits long although the law sets no term for it. Data, one record for each; the days are a
 * setting of the Ministry or of the CNAS. An alert is said once, in office hours, and nothing is late by it.
 */
import { addWorkingDays } from "../calendar/working-calendar.ts";
import type { Text } from "../case/commands.ts";
import type { AlertView } from "../case/view.ts";
import type { CalendarOf } from "../case/calendars.ts";
import { stepName } from "../case/process.ts";
import { latestOf, openSteps, type CaseState, type StepState } from "../case/state.ts";
import type { Audience } from "../messages/audience.ts";
import type { InstitutionKind } from "../people/roles.ts";
import type { PlainDate } from "../plain-date.ts";
import {
  houseOfSetting,
  numberIn,
  SETTINGS,
  type SettingHouse,
  type SettingKey,
  type SettingsInForce,
} from "../settings/settings.ts";

export interface MonitoringAlert {
  readonly id: string;
  readonly process: string;
  /** It stands while one of these is open. */
  readonly steps: readonly string[];
  /** The step from whose first day the working days are counted; absent: the one that is open. */
  readonly from?: string;
  /** How many days; off, it does not act. */
  readonly setting: SettingKey;
  /** Whose working days. */
  readonly house: InstitutionKind;
  readonly tells: readonly { readonly audience: Audience; readonly house: InstitutionKind }[];
  /** From what the days are counted, and what has not been done. */
  readonly counted: Text;
  readonly waits: Text;
}

export const ALERTS: readonly MonitoringAlert[] = [
  {
    id: "examination-alert",
    process: "moh",
    steps: ["begin-examination", "finish-examination"],
    from: "begin-examination",
    setting: "examination-alert",
    house: "cst",
    tells: [
      { audience: "owner", house: "cst" },
      { audience: "supervisor", house: "dsp" },
    ],
    counted: { ro: "de la trimiterea la comisie", en: "after the dossier was sent to the commission" },
    waits: { ro: "examinarea nu s-a încheiat", en: "the examination is not finished" },
  },
  {
    id: "application-alert",
    process: "e112",
    steps: ["check-insured-status", "analyse-conditions", "issue-form", "refuse-or-move"],
    from: "check-insured-status",
    setting: "application-alert",
    house: "cas",
    tells: [
      { audience: "owner", house: "cas" },
      { audience: "supervisor", house: "cas" },
    ],
    counted: { ro: "de la înregistrarea cererii", en: "after the application was registered" },
    waits: {
      ro: "formularul nu este nici eliberat, nici refuzat",
      en: "the form is neither issued nor refused",
    },
  },
  {
    id: "acceptance-alert",
    process: "e112",
    steps: ["await-acceptance"],
    setting: "acceptance-alert",
    house: "cas",
    tells: [{ audience: "owner", house: "cas" }],
    counted: { ro: "de la cererea către clinică", en: "after the request to the clinic" },
    waits: { ro: "nu a venit un accept complet", en: "no complete acceptance has come" },
  },
  {
    id: "handover-alert",
    process: "e112",
    steps: ["hand-over-copies", "communicate-refusal"],
    setting: "handover-alert",
    house: "cas",
    tells: [{ audience: "owner", house: "cas" }],
    counted: { ro: "de la hotărârea casei", en: "after the house’s decision" },
    waits: {
      ro: "formularul nu este predat sau refuzul nu este comunicat",
      en: "the form is not handed over, or the refusal not communicated",
    },
  },
  {
    id: "settlement-alert",
    process: "e112",
    steps: ["settle-invoices"],
    setting: "settlement-alert",
    house: "cas",
    tells: [{ audience: "owner", house: "cas" }],
    counted: { ro: "de la încheierea tratamentului", en: "after the treatment ended" },
    waits: { ro: "decontarea E125 nu s-a încheiat", en: "the E125 settlement is not finished" },
  },
];

export function findAlert(id: string | undefined): MonitoringAlert | undefined {
  return ALERTS.find((alert) => alert.id === id);
}

/** The alert that watches over a step; a repetition is named `step#2`. */
export function alertOfStep(process: string, step: string): MonitoringAlert | undefined {
  const name = stepName(step);
  return ALERTS.find((alert) => alert.process === process && alert.steps.includes(name));
}

export function alertOfSetting(key: SettingKey): MonitoringAlert | undefined {
  return ALERTS.find(({ setting }) => setting === key);
}

/** An alert on a file: from which day so many working days are counted, and on which they are over. */
export interface AlertDay {
  readonly since: PlainDate;
  readonly days: number;
  readonly on: PlainDate;
}

/** Undefined when the alert is off. */
export function alertDay(
  { setting, house }: MonitoringAlert,
  since: PlainDate,
  { settings, calendarOf }: { readonly settings: SettingsInForce; readonly calendarOf: CalendarOf },
): AlertDay | undefined {
  const days = numberIn(settings, setting);
  return days === undefined ? undefined : { since, days, on: addWorkingDays(calendarOf(house), since, days) };
}

/** The alerts whose steps are open in a file: the step that waits, and the day from which it is counted. */
export function watched(
  state: CaseState,
): { readonly alert: MonitoringAlert; readonly step: string; readonly since: PlainDate }[] {
  return openSteps(state).flatMap(({ step }) => {
    const alert = alertOfStep(state.process, step);
    const from = alert === undefined ? undefined : countedFrom(state, alert, step);
    return alert === undefined || from === undefined ? [] : [{ alert, step, since: latestOf(state, from.since) }];
  });
}

/** The step from which an open one is counted: the one that the alert names, in the same turn when it came again. */
function countedFrom({ steps }: CaseState, { from }: MonitoringAlert, step: string): StepState | undefined {
  if (from === undefined) return steps[step];
  return steps[`${from}${step.slice(stepName(step).length)}`] ?? steps[from];
}

/** The alert as files and lists show it; undefined when it is off. */
export function alertView(
  alert: MonitoringAlert,
  since: PlainDate,
  around: { readonly settings: SettingsInForce; readonly calendarOf: CalendarOf; readonly today: PlainDate },
): AlertView | undefined {
  const day = alertDay(alert, since, around);
  return day === undefined
    ? undefined
    : { id: alert.id, reading: alertReading(alert), ...day, reached: day.on <= around.today };
}

/** Whose setting it follows. */
export function alertHouse({ setting }: MonitoringAlert): SettingHouse {
  return houseOfSetting(setting);
}

/** The reading whose setting it follows. */
export function alertReading({ setting }: MonitoringAlert): string {
  return SETTINGS[setting].reading;
}
