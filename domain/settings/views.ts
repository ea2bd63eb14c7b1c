/** What is read of the settings: what holds, what it does, and how it came to be so. */
import type { Text } from "../case/commands.ts";
import type { SettingHouse, SettingKey, SettingValue } from "./settings.ts";

export interface SettingChangeView {
  readonly version: number;
  readonly from: SettingValue;
  readonly to: SettingValue;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly legalBasis?: string;
}

export interface SettingView {
  readonly key: SettingKey;
  /** Whose administrator sets it, and whether the reader is one. */
  readonly house: SettingHouse;
  readonly mayChange: boolean;
  readonly reading: string;
  readonly readingText: Text;
  /** The rules beside which it is told. */
  readonly rules: readonly string[];
  readonly title: Text;
  /** What it changes, and for which files. */
  readonly effect: Text;
  readonly allowed: Text;
  /** What it may be, when that is one of a few. */
  readonly values?: readonly SettingValue[];
  readonly mayBeOff: boolean;
  readonly default: SettingValue;
  readonly value: SettingValue;
  /** `value` and `default` in words. */
  readonly valueText: Text;
  readonly defaultText: Text;
  /** 0 when it was never changed. */
  readonly version: number;
  /** The newest first. */
  readonly history: readonly SettingChangeView[];
}

export interface SettingList {
  /** Some of them. */
  readonly mayChange: boolean;
  readonly items: readonly SettingView[];
}
