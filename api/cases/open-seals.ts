/** The sensitive part of a file, opened with its key. A destroyed key leaves a file that can be read without it. */
import { sealedAs, unseal, unsealBytes, type Keyring } from "../../prisma/secrecy/keyring.ts";
import type { CaseRow, EventRow, UploadRow } from "./read-case.ts";

export type Payload = Readonly<Record<string, unknown>>;

/** What was typed with a command. */
export interface OpenedAct {
  readonly payload?: Payload;
  readonly lateReason?: string;
}

export interface Subject {
  readonly patient: Readonly<Record<string, string>>;
  readonly filer: Readonly<Record<string, string | number | boolean>>;
}

export interface OpenedFile {
  readonly subject: Subject;
  actOf(commandId: string, sealed: string | null): OpenedAct;
  uploadName(upload: Pick<UploadRow, "id" | "nameSealed">): string;
}

const NOBODY: Subject = { patient: {}, filer: {} };

export function openFile(row: Pick<CaseRow, "id" | "wrapped_key" | "subject_sealed">, keyring: Keyring): OpenedFile {
  if (row.wrapped_key.length === 0) return { subject: NOBODY, actOf: () => ({}), uploadName: () => "" };
  const key = keyring.unwrapCaseKey(row.wrapped_key);
  return {
    subject: unseal(key, row.subject_sealed, sealedAs.subject(row.id)) as Subject,
    actOf(commandId, sealed) {
      if (sealed === null) return {};
      return unseal(key, Buffer.from(sealed, "base64"), sealedAs.payload(row.id, commandId)) as OpenedAct;
    },
    uploadName: ({ id, nameSealed }) =>
      unsealBytes(key, Buffer.from(nameSealed, "base64"), sealedAs.uploadName(row.id, id)).toString("utf8"),
  };
}

/** What was typed with each act of the file, by the number of its event. */
export function openActs(
  events: readonly Pick<EventRow, "seq" | "data" | "sealed">[],
  file: OpenedFile,
): ReadonlyMap<number, OpenedAct> {
  return new Map(
    events.flatMap(({ seq, sealed, data }) => {
      const commandId = (data["act"] as { commandId?: string } | undefined)?.commandId;
      return commandId === undefined || sealed === null ? [] : [[seq, file.actOf(commandId, sealed)] as const];
    }),
  );
}

/** Surname and given name, as lists show them. */
export function fullName({ patient }: Subject): string {
  return [patient["surname"], patient["givenName"]].filter((name) => name !== undefined).join(" ");
}
