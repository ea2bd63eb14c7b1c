/** What the API does for the files of one process, beside what it does for all of them. */
import type { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import type { Opening } from "../../domain/case/opening.ts";
import type { Surroundings } from "../../domain/case/present.ts";
import type { CaseView, CommonCaseView } from "../../domain/case/view.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import type { Membership } from "../authorisation.ts";
import type { CaseHead } from "../people/read-request.ts";
import type { Services } from "../services.ts";
import type { CommandEnvelope } from "./envelope.ts";
import type { FiledIn } from "./document-views.ts";
import type { OpenedAct, Subject } from "./open-seals.ts";
import type { KnownPerson } from "./person-index.ts";
import type { CaseRow } from "./read-case.ts";
import type { ReadPayload } from "./read-payload.ts";

/** A filing that was read: its payload and who is in it. */
export interface ReadFiling {
  readonly payload: object;
  /** Whose file it is, and who files; they stay sealed. */
  readonly subject: { readonly patient: KnownPerson; readonly filer: object };
  /** True when the file holds an e-mail address of the patient side. */
  readonly hasEmail: boolean;
  /** Ids, codes and dates of the payload, for a filing of this day, by the settings in force. */
  facts(occurredOn: PlainDate, settings: SettingsInForce): object;
  /** What only the product knows of it: the competent house, a bar. @throws ApiError 409, 422. */
  check(services: Services, house: Membership, occurredOn: PlainDate): Promise<void>;
}

/** A command on its way to its file, after its payload was read. */
export interface CommandToGive {
  readonly head: CaseHead;
  readonly type: string;
  readonly envelope: CommandEnvelope;
  readonly occurredOn: PlainDate;
  readonly read: ReadPayload;
}

/** What of a file was opened for a reader. */
export interface Opened {
  readonly acts: ReadonlyMap<number, OpenedAct>;
  readonly subject: Subject;
  readonly around: Surroundings;
}

export interface Desk<Row extends CaseRow = CaseRow> {
  /** The command that opens a file, as the process calls it. */
  readonly filing: {
    readonly type: string;
    /** What stands beside the envelope in the body of the request. */
    readonly shape: Readonly<Record<string, z.ZodType>>;
    /** @throws ApiError 422 with a sentence for each field. */
    read(given: unknown): ReadFiling;
    /** The other houses of the file. @throws RangeError when one is missing. */
    houses(house: Membership): Partial<Pick<Opening, "cstId" | "ministryId">>;
  };
  /** Refuses what only the product knows to be wrong, and completes what travels. @throws ApiError 409, 422. */
  prepare(services: Services, command: CommandToGive): Promise<ReadPayload>;
  /** Gives the command, with what has to be held beside it. */
  carry(services: Services, personId: string, command: CommandToGive, give: () => Promise<void>): Promise<void>;
  /** What the file lacks for a command that it does not accept now, when that can be said. */
  stillNeeded(row: Row, type: string): Text | undefined;
  /** What was filed in the file, and whether its patient is a minor. */
  dossier(row: Row): { readonly documents: readonly FiledIn[]; readonly minor: boolean };
  /** The whole view: what is common to every file, and what this process adds. */
  present(services: Services, row: Row, opened: Opened, common: CommonCaseView): Promise<CaseView>;
}
