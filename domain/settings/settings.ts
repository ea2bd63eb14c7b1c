/** The readings of the law that an administrator of the Ministry, or of the CNAS, may set otherwise: what each may be, and what it changes. */
import type { Text } from "../case/commands.ts";
import { STATE_LIST_NAMES, USUAL_STATE_LIST, type StateList } from "../e112/countries.ts";
import { counted } from "../i18n/plural.ts";
import type { ReadingId } from "../law/readings.ts";
import type { RuleId } from "../law/rules.ts";
import type { InstitutionKind } from "../people/roles.ts";

/** A setting that is off acts nowhere. */
export const OFF = "off";
/** A number, nothing, or one of a few that have names. */
export type SettingValue = number | typeof OFF | StateList;

export type SettingHouse = Extract<InstitutionKind, "ministry" | "cnas">;

export interface SettingDefinition {
  /** The reading that it settles. */
  readonly reading: ReadingId;
  /** Whose administrator sets it; the Ministry's unless it says so. */
  readonly house?: SettingHouse;
  /** The rules beside which it is told. */
  readonly rules: readonly RuleId[];
  readonly title: Text;
  /** What it changes, and for which files. */
  readonly effect: Text;
  readonly default: SettingValue;
  /** A few, or all whole numbers between two; and whether it may be off. */
  readonly allowed:
    | { readonly values: readonly (number | StateList)[] }
    | { readonly from: number; readonly to: number; readonly mayBeOff: boolean };
  /** A value as people say it. */
  readonly say: (value: SettingValue) => Text;
}

const LISTED_STATES: Readonly<Record<StateList, Text>> = {
  none: { ro: "niciun alt stat", en: "no other state" },
  CH: { ro: "Elveția", en: "Switzerland" },
  "CH,GB": { ro: "Elveția și Regatul Unit", en: "Switzerland and the United Kingdom" },
};

const NOTHING: Text = { ro: "oprită", en: "off" };

/** An alert over what waits in the E112 route: the guide sets no term for it (E112-A4). */
const E112_ALERT = {
  reading: "E112-A4",
  house: "cnas",
  allowed: { from: 5, to: 250, mayBeOff: true },
  say: sayDays,
} as const satisfies Partial<SettingDefinition>;
const E112_NATURE = {
  ro: "Nu este un termen legal: nimic nu se socotește depășit. Se aplică și dosarelor de acum.",
  en: "It is no legal term: nothing counts as overdue. It holds for the files of today too.",
} as const satisfies Text;

export const SETTINGS = {
  "offers-needed": {
    reading: "MOH-A8",
    rules: ["MOH-65"],
    title: {
      ro: "Oferte complete cerute înainte de trimiterea la Minister",
      en: "Complete offers needed before the dossier goes to the Ministry",
    },
    effect: {
      ro: "Pe lângă cele două răspunsuri, dosarul are nevoie de atâtea oferte complete (Anexa 10) ca să poată fi trimis. Se aplică dosarelor a căror decizie a comisiei se înregistrează de acum înainte; un dosar cu decizia înregistrată își păstrează numărul de atunci.",
      en: "Beside the two answers, a dossier needs so many complete offers (Annex 10) before it can be sent. It holds for files whose decision of the commission is registered from now on; a file whose decision is registered keeps the number of then.",
    },
    default: 1,
    allowed: { values: [1, 2] },
    say: (value) =>
      typeof value === "string"
        ? NOTHING
        : counted(
            value,
            { one: "o ofertă completă", few: "oferte complete" },
            { one: "one complete offer", few: "complete offers" },
          ),
  },
  "last-companion-age": {
    reading: "MOH-A22",
    rules: ["MOH-85"],
    title: {
      ro: "Ultimul an de vârstă pentru care se decontează drumul însoțitorilor",
      en: "Last year of age for which companions’ travel is reimbursed",
    },
    effect: {
      ro: "Câți ani împliniți poate avea copilul în ziua plecării. Se aplică deconturilor făcute de acum înainte; un decont făcut rămâne cum este.",
      en: "How many completed years the child may have on the day of departure. It holds for settlements made from now on; one that was made stays as it is.",
    },
    default: 6,
    allowed: { values: [5, 6] },
    say: (value) => ({
      ro: `${value} ani împliniți, până în ajunul împlinirii a ${Number(value) + 1} ani`,
      en: `${value} completed years, up to the eve of birthday ${Number(value) + 1}`,
    }),
  },
  "examination-alert": {
    reading: "MOH-A4",
    rules: ["MOH-24", "MOH-25"],
    title: {
      ro: "Alertă despre dosarele care așteaptă la comisie",
      en: "Alert about files that wait at the commission",
    },
    effect: {
      ro: "După atâtea zile lucrătoare de la trimiterea la comisie, dacă examinarea nu s-a încheiat, secretariatul comisiei și șeful de compartiment de la DSP primesc un mesaj, iar dosarul și lista de lucrări o arată. Nu este un termen legal: nimic nu se socotește depășit. Se aplică și dosarelor aflate acum la comisie; cele care au trecut deja de ziua nouă sunt semnalate la prima deschidere a programului.",
      en: "So many working days after the dossier was sent to the commission, if the examination is not finished, the commission’s secretaries and the supervisor at the DSP receive a message, and the file and the work list show it. It is no legal term: nothing counts as overdue. It holds for files that are at the commission now too; those already past the new day are told of when the office next opens.",
    },
    default: 30,
    allowed: { from: 5, to: 250, mayBeOff: true },
    say: sayDays,
  },
  "s2-states": {
    reading: "E112-A2",
    house: "cnas",
    rules: ["E112-02"],
    title: {
      ro: "State în afara UE și SEE la care duce formularul E112 (S2)",
      en: "States outside the EU and the EEA to which form E112 (S2) leads",
    },
    effect: {
      ro: "O clinică dintr-un stat de pe listă îndeplinește condiția A. Ghidul nu numește aceste state: lista vine din ce descriu paginile publice despre S2 și trebuie confirmată. Ghidul „Ce cale urmez?” răspunde după lista de acum; un dosar, după lista din ziua analizei condițiilor, iar până la analiză după cea din ziua în care s-a numit clinica. Ce s-a hotărât rămâne.",
      en: "A clinic in a state of the list meets condition A. The guide does not name these states: the list is what public pages describe of S2, and is to be confirmed. The guide “Which way?” answers by the list of today; a file by that of the day on which the conditions are analysed, and until then by that of the day on which the clinic was named. What was decided stays.",
    },
    default: USUAL_STATE_LIST,
    allowed: { values: STATE_LIST_NAMES },
    say: (value) => LISTED_STATES[stateList(value)],
  },
  "application-alert": {
    ...E112_ALERT,
    rules: ["E112-61", "E112-77", "E112-78"],
    title: { ro: "Alertă despre cererile E112 nerezolvate", en: "Alert about E112 applications that wait" },
    effect: {
      ro: `După atâtea zile lucrătoare ale casei de la înregistrarea cererii, dacă formularul nu este eliberat și nici nu s-a refuzat, cine are dosarul și șeful de compartiment primesc un mesaj, iar dosarul și lista de lucrări o arată. ${E112_NATURE.ro}`,
      en: `So many working days of the house after the application was registered, if the form is neither issued nor refused, whoever has the file and the supervisor receive a message, and the file and the work list show it. ${E112_NATURE.en}`,
    },
    default: 30,
  },
  "acceptance-alert": {
    ...E112_ALERT,
    rules: ["E112-28"],
    title: { ro: "Alertă despre clinicile care nu răspund", en: "Alert about clinics that do not answer" },
    effect: {
      ro: `După atâtea zile lucrătoare de la cererea către clinică, dacă nu a venit un accept complet, cine are dosarul primește un mesaj. ${E112_NATURE.ro}`,
      en: `So many working days after the request to the clinic, if no complete acceptance has come, whoever has the file receives a message. ${E112_NATURE.en}`,
    },
    default: 30,
  },
  "handover-alert": {
    ...E112_ALERT,
    rules: ["E112-80", "E112-81"],
    title: { ro: "Alertă despre hotărârile neajunse la solicitant", en: "Alert about decisions that did not arrive" },
    effect: {
      ro: `După atâtea zile lucrătoare de la eliberare sau de la refuz, dacă cele două exemplare nu sunt predate sau refuzul nu este comunicat, cine are dosarul primește un mesaj. ${E112_NATURE.ro}`,
      en: `So many working days after the issue or the refusal, if the two copies are not handed over or the refusal is not communicated, whoever has the file receives a message. ${E112_NATURE.en}`,
    },
    default: 15,
  },
  "settlement-alert": {
    ...E112_ALERT,
    rules: ["E112-85"],
    title: { ro: "Alertă despre decontările neîncheiate", en: "Alert about settlements that are not finished" },
    effect: {
      ro: `După atâtea zile lucrătoare de la încheierea tratamentului, dacă nu a venit sau nu s-a decontat factura E125, cine are dosarul primește un mesaj. ${E112_NATURE.ro}`,
      en: `So many working days after the treatment ended, if the E125 invoice has not come or is not settled, whoever has the file receives a message. ${E112_NATURE.en}`,
    },
    default: OFF,
  },
} as const satisfies Record<string, SettingDefinition>;
export type SettingKey = keyof typeof SETTINGS;

/** The value of `s2-states`. @throws RangeError when it is no list. */
function stateList(value: SettingValue): StateList {
  const list = STATE_LIST_NAMES.find((name) => name === value);
  if (list === undefined) throw new RangeError(`${value} is no list of states`);
  return list;
}

function sayDays(value: SettingValue): Text {
  return typeof value === "string"
    ? NOTHING
    : counted(
        value,
        { one: "o zi lucrătoare", few: "zile lucrătoare" },
        { one: "one working day", few: "working days" },
      );
}
export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

/** What holds, where it was set. */
export type SettingsInForce = Readonly<Partial<Record<SettingKey, SettingValue>>>;

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

export function definitionOf(key: SettingKey): SettingDefinition {
  return SETTINGS[key];
}

/** Whose administrator may change it. */
export function houseOfSetting(key: SettingKey): SettingHouse {
  return definitionOf(key).house ?? "ministry";
}

/** What holds: the value that was set, or the default. */
export function settingIn(inForce: SettingsInForce, key: SettingKey): SettingValue {
  return inForce[key] ?? SETTINGS[key].default;
}

/** The same as a number; undefined when it is off. */
export function numberIn(inForce: SettingsInForce, key: SettingKey): number | undefined {
  const value = settingIn(inForce, key);
  return typeof value === "string" ? undefined : value;
}

/** The list of states beside the Union and the Area to which form E112 leads (E112-A2). */
export function statesIn(inForce: SettingsInForce): StateList {
  return stateList(settingIn(inForce, "s2-states"));
}

export function isAllowed(key: SettingKey, value: number | string): value is SettingValue {
  const { allowed } = definitionOf(key);
  if ("values" in allowed) return allowed.values.some((each) => each === value);
  if (typeof value === "string") return value === OFF && allowed.mayBeOff;
  return Number.isInteger(value) && allowed.from <= value && value <= allowed.to;
}

/** What a setting may be, in words. */
export function allowedText(key: SettingKey): Text {
  const { allowed, say } = definitionOf(key);
  if ("values" in allowed) {
    const said = (language: keyof Text): string[] =>
      allowed.values.map((value) => (typeof value === "number" ? String(value) : say(value)[language]));
    return { ro: said("ro").join(" sau "), en: said("en").join(" or ") };
  }
  const { from, to, mayBeOff } = allowed;
  return {
    ro: `un număr întreg de la ${from} la ${to}${mayBeOff ? ", sau oprită" : ""}`,
    en: `a whole number from ${from} to ${to}${mayBeOff ? ", or off" : ""}`,
  };
}
