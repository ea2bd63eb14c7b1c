/** The mail of a letter: made when it is sent, from what its row says and whom it goes to. */
import type { SendMailOptions } from "nodemailer";
import type { Letter } from "../../domain/messages/layout.ts";
import { writeLetter } from "../../domain/messages/letter.ts";
import type { MessageSubject } from "../../domain/messages/subject.ts";
import { writeSummary } from "../../domain/messages/summary.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { sealedAs, unseal, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { bounceAddress, type Sender } from "./sender.ts";
import type { SummarisedMessage } from "./summarised.ts";
import type { TakenMessage } from "./take-due.ts";

const NO_ADDRESS = "no address to send to";

export interface ComposeDependencies extends Omit<Sender, "transport"> {
  readonly keyring: Keyring;
  readonly publicUrl: string;
}

/** What some letters need beside their own row. */
export interface Surroundings {
  /** The letters that a summary stands for. */
  readonly summarised: ReadonlyMap<string, readonly SummarisedMessage[]>;
}

/** @throws Error when the message has no address, its file has been erased, or its kind has no words. */
export function mailOf(
  dependencies: ComposeDependencies,
  message: TakenMessage,
  around: Surroundings,
): SendMailOptions & { readonly messageId: string } {
  const { from, bounceDomain } = dependencies;
  const { address, language } = addresseeOf(dependencies, message);
  const letter = letterOf(dependencies, message, around, language);
  return {
    from,
    to: address,
    ...(bounceDomain === undefined
      ? {}
      : { envelope: { from: bounceAddress(message.id, bounceDomain), to: [address] } }),
    ...letter,
    messageId: `<${message.id}@dosar>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

function letterOf(
  { publicUrl }: ComposeDependencies,
  message: TakenMessage,
  { summarised }: Surroundings,
  language: Language,
): Letter {
  if (message.kind !== "summary") return writeLetter(subjectOf(message, publicUrl), language);
  const merged = summarised.get(message.id) ?? [];
  return writeSummary(
    merged.map((each) => subjectOf({ ...each, recipient_kind: "user", words: null }, publicUrl)),
    language,
  );
}

type Said = Pick<
  TakenMessage,
  | "id"
  | "case_id"
  | "deadline_id"
  | "kind"
  | "about"
  | "params"
  | "words"
  | "recipient_kind"
  | "in_place_of"
  | "registration_number"
>;

function subjectOf(message: Said, publicUrl: string): MessageSubject {
  const { id, kind, about, params, words, deadline_id: deadline, case_id: caseId } = message;
  if (caseId === null || message.registration_number === null)
    throw new RangeError(`no file for a message of kind ${kind}`);
  return {
    id,
    kind,
    registrationNumber: message.registration_number,
    caseId,
    about,
    params,
    ...(deadline === null ? {} : { deadline }),
    ...(words === null ? {} : { words }),
    toPatientSide: message.recipient_kind === "patient-side",
    inPlaceOfAnother: message.in_place_of !== null,
    publicUrl,
  };
}

function addresseeOf(
  { keyring }: ComposeDependencies,
  message: TakenMessage,
): { readonly address: string; readonly language: Language } {
  if (message.recipient_kind === "user") {
    if (message.user_email === null) throw new RangeError(NO_ADDRESS);
    return { address: message.user_email, language: message.user_locale === "en" ? "en" : "ro" };
  }
  const { case_id: caseId, wrapped_key: wrapped, subject_sealed: sealed } = message;
  if (caseId === null || wrapped === null || sealed === null) throw new RangeError(NO_ADDRESS);
  const subject = unseal(keyring.unwrapCaseKey(wrapped), sealed, sealedAs.subject(caseId)) as {
    patient?: { email?: string };
    filer?: { email?: string };
  };
  const address = subject.filer?.email ?? subject.patient?.email;
  if (address === undefined) throw new RangeError(NO_ADDRESS);
  return { address, language: "ro" };
}
