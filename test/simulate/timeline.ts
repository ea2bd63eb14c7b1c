/** What a simulation tells: one entry for each thing that happened, in the order in which it did. */
import type { Text } from "../../domain/case/commands.ts";
import type { MoveCause } from "../../domain/case/moves.ts";
import type { DeadlineStatus } from "../../domain/case/state.ts";
import type { Duty } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { PersonName } from "./people.ts";

/** Who receives an e-mail. */
export type Reader = PersonName | "patient-side" | "unknown";

/** A message that waits for its time. */
export interface PlannedEmail {
  readonly kind: string;
  readonly audience: string;
  readonly at: string;
}

export type Happening =
  | {
      readonly kind: "act";
      readonly act: string;
      readonly title: Text;
      readonly by: PersonName;
      readonly rules: readonly string[];
      /** The legal date, when it is not the day on which it was entered. */
      readonly dated?: PlainDate;
      readonly note?: Text;
    }
  | {
      readonly kind: "refused";
      readonly act: string;
      readonly title: Text;
      readonly by: PersonName;
      readonly code: string;
      readonly message: string;
      readonly rules: readonly string[];
    }
  | {
      readonly kind: "deadline-begun";
      readonly deadline: string;
      readonly rule: string;
      readonly text: Text;
      readonly duty: Duty;
      readonly due: PlainDate;
      readonly practical?: PlainDate;
      readonly effect?: PlainDate;
      readonly emails: readonly PlannedEmail[];
    }
  | {
      readonly kind: "deadline-kept";
      readonly deadline: string;
      readonly rule: string;
      readonly due: PlainDate;
      readonly on: PlainDate;
      readonly late: boolean;
    }
  | {
      readonly kind: "deadline-passed";
      readonly deadline: string;
      readonly rule: string;
      readonly due: PlainDate;
      readonly practical?: PlainDate;
    }
  | { readonly kind: "deadline-ended"; readonly deadline: string; readonly rule: string; readonly due: PlainDate }
  | {
      readonly kind: "deadline-moved";
      readonly deadline: string;
      readonly rule: string;
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly cause: MoveCause;
    }
  | { readonly kind: "duty-passed"; readonly deadline: string; readonly duty: Duty }
  | { readonly kind: "step-opened"; readonly step: string; readonly title: Text; readonly rules: readonly string[] }
  | { readonly kind: "step-dropped"; readonly step: string; readonly title: Text }
  | {
      readonly kind: "email";
      readonly email: string;
      readonly title: Text;
      readonly to: Reader;
      readonly address: string;
      readonly subject: string;
      readonly about?: string;
    }
  | { readonly kind: "closed"; readonly outcome: string; readonly title: Text };

export type Entry = Happening & {
  readonly at: string;
  readonly date: PlainDate;
  /** The name of the file in the scenario; absent for what offices do beside the files. */
  readonly file?: string;
};

/** Where a file stands in the end. */
export interface Standing {
  readonly file: string;
  readonly registrationNumber: string;
  readonly ministryNumber?: string;
  readonly applicationNumber?: string;
  readonly stage: string;
  readonly stageTitle: Text;
  readonly outcome?: string;
  readonly outcomeTitle?: Text;
  readonly steps: readonly string[];
  readonly deadlines: readonly {
    readonly deadline: string;
    readonly due?: PlainDate;
    readonly state: DeadlineStatus;
  }[];
  readonly emailsPlanned: readonly PlannedEmail[];
}

/** An expectation that was not met. */
export interface Miss {
  readonly line: number;
  readonly date: PlainDate;
  readonly expected: string;
  readonly happened: string;
}

export interface Simulation {
  readonly title: Text;
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly standing: readonly Standing[];
  /** How many expectations were looked at. */
  readonly checked: number;
  readonly misses: readonly Miss[];
  /** The rules that acted. */
  readonly rulesTouched: readonly string[];
  /** The rules whose deadlines ran. */
  readonly deadlinesTouched: readonly string[];
}
