/** The mail of a letter: made when it is sent, from what its row says and whom it goes to. */
import type { SendMailOptions } from "nodemailer";
import { writeDigest, type Digest } from "../../domain/messages/digest.ts";
import type { Letter } from "../../domain/messages/layout.ts";
import { NO_ADDRESS } from "../../domain/messages/failures.ts";
import { writeLetter } from "../../domain/messages/letter.ts";
import type { MessageSubject } from "../../domain/messages/subject.ts";
import { writeSummary } from "../../domain/messages/summary.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { isPlainDate } from "../../domain/plain-date.ts";
import { sealedAs, unseal, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { unsubscribeToken, unsubscribeUrl } from "../../prisma/secrecy/unsubscribe.ts";
import { dueDateEntry } from "./calendar-entry.ts";
import { bounceAddress, type Sender } from "./sender.ts";
import type { SummarisedMessage } from "./summarised.ts";
import type { TakenMessage } from "./take-due.ts";

export interface ComposeDependencies extends Omit<Sender, "transport"> {
  readonly keyring: Keyring;
  readonly publicUrl: string;
  /** The clock. */
  now(): Date;
}

/** What some letters need beside their own row. */
export interface Surroundings {
  /** The letters that a summary stands for. */
  readonly summarised: ReadonlyMap<string, readonly SummarisedMessage[]>;
  /** What there is to do, by person. */
  readonly digests: ReadonlyMap<string, Digest>;
}

/** True for a letter about several things of which none is left to be said. */
export function saysNothing({ id, kind, recipient_id: person }: TakenMessage, around: Surroundings): boolean {
  if (kind === "summary") return !around.summarised.has(id);
  return kind === "digest" && (person === null || !around.digests.has(person));
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
    ...calendarEntry(dependencies, message, language),
    messageId: `<${message.id}@dosar>`,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribing(dependencies, message) },
  };
}

/** A reminder that a term lies ahead, or ends today, brings its date for the reader's calendar. */
function calendarEntry(
  { publicUrl, now }: ComposeDependencies,
  message: TakenMessage,
  language: Language,
): Pick<SendMailOptions, "attachments"> {
  const { kind, about } = message;
  if ((kind !== "before" && kind !== "due") || !isPlainDate(about)) return {};
  const content = dueDateEntry(subjectOf(message, publicUrl), about, now(), language);
  const filename = { ro: "termen.ics", en: "deadline.ics" }[language];
  return { attachments: [{ filename, content, contentType: "text/calendar; charset=utf-8; method=PUBLISH" }] };
}

/** A digest, and nothing else, can be declined, in the mail program too (RFC 8058). */
function unsubscribing(
  { keyring, publicUrl }: ComposeDependencies,
  { kind, recipient_id: person }: TakenMessage,
): Record<string, string> {
  if (kind !== "digest" || person === null) return {};
  return {
    "List-Unsubscribe": `<${unsubscribeUrl(publicUrl, unsubscribeToken(keyring, person))}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function letterOf(
  { keyring, publicUrl }: ComposeDependencies,
  message: TakenMessage,
  { summarised, digests }: Surroundings,
  language: Language,
): Letter {
  if (message.kind === "digest") {
    const person = message.recipient_id ?? "";
    const digest = digests.get(person);
    if (digest === undefined) throw new RangeError("a digest of nothing");
    const address = unsubscribeUrl(publicUrl, unsubscribeToken(keyring, person));
    return writeDigest(digest, { publicUrl, unsubscribeUrl: address }, language);
  }
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
  | "provisional_years"
>;

function subjectOf(message: Said, publicUrl: string): MessageSubject {
  const { id, kind, about, params, words, deadline_id: deadline, case_id: caseId } = message;
  const { provisional_years: provisionalYears } = message;
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
    ...(provisionalYears === null ? {} : { provisionalYears }),
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
