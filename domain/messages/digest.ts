/** The morning digest of a person: what is overdue, due today and due this week, of their own work and of those they answer for. */
import type { Text } from "../case/commands.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Language } from "../i18n/language.ts";
import { counted } from "../i18n/plural.ts";
import type { PlainDate } from "../plain-date.ts";
import { layOut, type Block, type Item, type Letter } from "./layout.ts";
import { linkOf, stepOf } from "./subject.ts";

/** An open step with a term. */
export interface DigestItem {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly step: string;
  readonly dueOn: PlainDate;
  /** It is the work of somebody who is away. */
  readonly inPlaceOfAnother: boolean;
}

/** How an institution stands, for those who answer for it. */
export interface DigestOverview {
  readonly institution: Text;
  readonly dueToday: number;
  readonly thisWeek: number;
  readonly overdue: readonly DigestItem[];
  readonly inPlaceOfAnother: boolean;
}

export interface Digest {
  readonly day: PlainDate;
  readonly own: readonly DigestItem[];
  readonly overviews: readonly DigestOverview[];
}

/** True when there is nothing to say. */
export function isEmpty({ own, overviews }: Digest): boolean {
  return own.length === 0 && overviews.every((overview) => total(overview) === 0);
}

function total({ dueToday, thisWeek, overdue }: DigestOverview): number {
  return dueToday + thisWeek + overdue.length;
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

function ownBlocks({ day, own }: Digest, addresses: DigestAddresses, language: Language): Block[] {
  const of = (is: (item: DigestItem) => boolean): DigestItem[] => own.filter(is);
  const sections: readonly [Text, DigestItem[]][] = [
    [{ ro: "Termene depășite", en: "Overdue" }, of(({ dueOn }) => dueOn < day)],
    [{ ro: "Cu termen azi", en: "Due today" }, of(({ dueOn }) => dueOn === day)],
    [{ ro: "În următoarele 5 zile lucrătoare", en: "In the next 5 working days" }, of(({ dueOn }) => dueOn > day)],
  ];
  return sections.flatMap(([title, items]) => listBlocks(title[language], items, addresses, language));
}

function overviewBlocks(overview: DigestOverview, addresses: DigestAddresses, language: Language): Block[] {
  const { institution, dueToday, thisWeek, overdue, inPlaceOfAnother } = overview;
  const steps = (count: number): Text =>
    counted(count, { one: "un pas", few: "pași" }, { one: "one step", few: "steps" });
  const line = {
    ro: `Depășite: ${steps(overdue.length).ro}. Cu termen azi: ${steps(dueToday).ro}. În următoarele 5 zile lucrătoare: ${steps(thisWeek).ro}.`,
    en: `Overdue: ${steps(overdue.length).en}. Due today: ${steps(dueToday).en}. In the next 5 working days: ${steps(thisWeek).en}.`,
  }[language];
  return [
    { kind: "heading", text: institution[language] },
    { kind: "note", text: line },
    ...(inPlaceOfAnother ? [{ kind: "note", text: INSTEAD[language] } as const] : []),
    ...(overdue.length === 0 ? [] : itemsBlock(overdue, addresses, language)),
  ];
}

function listBlocks(
  title: string,
  items: readonly DigestItem[],
  addresses: DigestAddresses,
  language: Language,
): Block[] {
  if (items.length === 0) return [];
  return [{ kind: "heading", text: `${title} (${items.length})` }, ...itemsBlock(items, addresses, language)];
}

function itemsBlock(items: readonly DigestItem[], addresses: DigestAddresses, language: Language): Block[] {
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

function itemOf(
  { caseId, registrationNumber, step, dueOn, inPlaceOfAnother }: DigestItem,
  { publicUrl }: DigestAddresses,
  language: Language,
): Item {
  const params = { step };
  const subject = { kind: "digest", about: dueOn, toPatientSide: false, caseId, registrationNumber, params, publicUrl };
  const due = `${{ ro: "termen", en: "due" }[language]} ${formatDate(dueOn, language)}`;
  return {
    title: `${registrationNumber}: ${stepOf(params)?.[language] ?? step}`,
    notes: inPlaceOfAnother ? [due, INSTEAD[language]] : [due],
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
