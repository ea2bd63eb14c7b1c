/**
 * The morning digest of a person: what is overdue, due today and due this week, of their own work and of those they answer
 * for; and the work of an insurance house, for which the law sets no term.
 */
import type { Text } from "../case/commands.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Language } from "../i18n/language.ts";
import { counted } from "../i18n/plural.ts";
import type { PlainDate } from "../plain-date.ts";
import { layOut, type Block, type Item, type Letter } from "./layout.ts";
import { linkOf, stepOf } from "./subject.ts";

interface OpenStep {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly step: string;
  /** It is the work of somebody who is away. */
  readonly inPlaceOfAnother: boolean;
}

/** An open step with a term. */
export interface DigestItem extends OpenStep {
  readonly dueOn: PlainDate;
}

/** An open step of an insurance house, which has no term (reading E112-A4). */
export interface TermlessItem extends OpenStep {
  readonly since: PlainDate;
}

/** How an institution stands, for those who answer for it. */
export interface DigestOverview {
  readonly institution: Text;
  readonly dueToday: number;
  readonly thisWeek: number;
  readonly overdue: readonly DigestItem[];
  /** How many steps without a term are open. */
  readonly termless: number;
  readonly inPlaceOfAnother: boolean;
}

export interface Digest {
  readonly day: PlainDate;
  readonly own: readonly DigestItem[];
  /** The oldest first. */
  readonly termless: readonly TermlessItem[];
  readonly overviews: readonly DigestOverview[];
}

/** True when there is nothing to say. */
export function isEmpty({ own, termless, overviews }: Digest): boolean {
  return own.length + termless.length === 0 && overviews.every((overview) => total(overview) === 0);
}

function total({ dueToday, thisWeek, overdue, termless }: DigestOverview): number {
  return dueToday + thisWeek + overdue.length + termless;
}

/** A list is read to its end when it is short: what is beyond stands in the queue. */
const MOST_ITEMS = 40;

export interface DigestAddresses {
  readonly publicUrl: string;
  readonly unsubscribeUrl: string;
}

/** @throws RangeError for a digest that says nothing. */
export function writeDigest(digest: Digest, addresses: DigestAddresses, language: Language): Letter {
  if (isEmpty(digest)) throw new RangeError("a digest of nothing");
  const day = formatDate(digest.day, language);
  const subject = { ro: `Dosar: ziua de ${day}`, en: `Dosar: your day, ${day}` }[language];
  const lead = { ro: `Ce aveți de făcut, la ${day}.`, en: `What there is to do, on ${day}.` }[language];
  const queue = { ro: "Deschideți lucrările", en: "Open the work list" }[language];
  const blocks: Block[] = [
    { kind: "lead", text: lead },
    ...ownBlocks(digest, addresses, language),
    ...digest.overviews.filter((each) => total(each) > 0).flatMap((each) => overviewBlocks(each, addresses, language)),
    { kind: "action", text: queue, link: `${addresses.publicUrl}/` },
  ];
  return layOut(subject, blocks, language, foot(addresses, language));
}

function ownBlocks({ day, own, termless }: Digest, addresses: DigestAddresses, language: Language): Block[] {
  const of = (is: (item: DigestItem) => boolean): DigestItem[] => own.filter(is);
  const sections: readonly [Text, readonly (DigestItem | TermlessItem)[]][] = [
    [{ ro: "Termene depășite", en: "Overdue" }, of(({ dueOn }) => dueOn < day)],
    [{ ro: "Cu termen azi", en: "Due today" }, of(({ dueOn }) => dueOn === day)],
    [{ ro: "În următoarele 5 zile lucrătoare", en: "In the next 5 working days" }, of(({ dueOn }) => dueOn > day)],
    [{ ro: "Fără termen în lege, de la cele mai vechi", en: "Without a term in law, the oldest first" }, termless],
  ];
  return sections.flatMap(([title, items]) => listBlocks(title[language], items, addresses, language));
}

function overviewBlocks(overview: DigestOverview, addresses: DigestAddresses, language: Language): Block[] {
  const { institution, dueToday, thisWeek, overdue, termless, inPlaceOfAnother } = overview;
  const steps = (count: number): Text =>
    counted(count, { one: "un pas", few: "pași" }, { one: "one step", few: "steps" });
  const line = {
    ro: `Depășite: ${steps(overdue.length).ro}. Cu termen azi: ${steps(dueToday).ro}. În următoarele 5 zile lucrătoare: ${steps(thisWeek).ro}.`,
    en: `Overdue: ${steps(overdue.length).en}. Due today: ${steps(dueToday).en}. In the next 5 working days: ${steps(thisWeek).en}.`,
  }[language];
  const without = {
    ro: `Fără termen în lege: ${steps(termless).ro}.`,
    en: `Without a term in law: ${steps(termless).en}.`,
  }[language];
  const hasTerms = dueToday + thisWeek + overdue.length > 0;
  return [
    { kind: "heading", text: institution[language] },
    ...(hasTerms ? [{ kind: "note", text: line } as const] : []),
    ...(termless > 0 ? [{ kind: "note", text: without } as const] : []),
    ...(inPlaceOfAnother ? [{ kind: "note", text: INSTEAD[language] } as const] : []),
    ...(overdue.length === 0 ? [] : itemsBlock(overdue, addresses, language)),
  ];
}

function listBlocks(
  title: string,
  items: readonly (DigestItem | TermlessItem)[],
  addresses: DigestAddresses,
  language: Language,
): Block[] {
  if (items.length === 0) return [];
  return [{ kind: "heading", text: `${title} (${items.length})` }, ...itemsBlock(items, addresses, language)];
}

function itemsBlock(
  items: readonly (DigestItem | TermlessItem)[],
  addresses: DigestAddresses,
  language: Language,
): Block[] {
  const shown = items.slice(0, MOST_ITEMS).map((item) => itemOf(item, addresses, language));
  const more = items.length - shown.length;
  const rest = counted(more, { one: "încă un pas", few: "pași" }, { one: "one more", few: "more" });
  const note = {
    ro: more === 1 ? `Și ${rest.ro}, în lucrări.` : `Și încă ${rest.ro}, în lucrări.`,
    en: `And ${rest.en}, in the work list.`,
  }[language];
  return [{ kind: "items", items: shown }, ...(more > 0 ? [{ kind: "note", text: note } as const] : [])];
}

const INSTEAD: Text = { ro: "În locul unui coleg care lipsește.", en: "In place of a colleague who is away." };

function itemOf(item: DigestItem | TermlessItem, { publicUrl }: DigestAddresses, language: Language): Item {
  const { caseId, registrationNumber, step, inPlaceOfAnother } = item;
  const params = { step };
  const about = "dueOn" in item ? item.dueOn : item.since;
  const subject = { kind: "digest", about, toPatientSide: false, caseId, registrationNumber, params, publicUrl };
  const word = "dueOn" in item ? { ro: "termen", en: "due" } : { ro: "din", en: "since" };
  const when = `${word[language]} ${formatDate(about, language)}`;
  return {
    title: `${registrationNumber}: ${stepOf(params)?.[language] ?? step}`,
    notes: inPlaceOfAnother ? [when, INSTEAD[language]] : [when],
    link: linkOf(subject),
  };
}

function foot({ unsubscribeUrl }: DigestAddresses, language: Language): Block[] {
  return [
    {
      kind: "note",
      text: {
        ro: "Primiți acest rezumat în zilele lucrătoare în care aveți ceva de făcut. Înștiințările despre fiecare termen sosesc oricum.",
        en: "You receive this digest on working days on which there is something for you to do. The notices of each term come in any case.",
      }[language],
    },
    {
      kind: "action",
      text: { ro: "Nu mai doresc rezumatul de dimineață", en: "I do not want the morning digest any more" }[language],
      link: unsubscribeUrl,
    },
  ];
}
