/** The frame that all letters share: head, number and date, legal basis, page. */
import type { CaseView } from "../../../domain/case/view.ts";
import { legalBasisOf, type RuleId } from "../../../domain/law/index.ts";
import type { LetterLanguage } from "../../../domain/case/letters.ts";
import { yearOf, type PlainDate } from "../../../domain/plain-date.ts";
import type { Block } from "./blocks.ts";
import { houseName, type LetterContext } from "./context.ts";
import { letterDate } from "./format.ts";

/** A letter before it has its frame. */
export interface Letter {
  readonly title: string;
  readonly subject?: string;
  /** Whom it goes to, a line each. */
  readonly to: readonly string[];
  /** Beside the number of the file and the date; null for what is written by hand. */
  readonly refs?: readonly Ref[];
  /** The day of what comes to the DSP, null while it is not known: it has no number of going out. */
  readonly cameOn?: PlainDate | null;
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleId[];
}

export interface Ref {
  readonly name: string;
  readonly value: string | null;
}

/** What `letter.typ` reads. */
export interface LetterData {
  readonly sheet: {
    readonly lang: LetterLanguage;
    readonly title: string;
    readonly printedOn: { readonly year: number; readonly month: number; readonly day: number };
    readonly head: { readonly institution: string; readonly name: string; readonly running: string };
    readonly foot: { readonly basis: string; readonly page: string; readonly of: string };
  };
  readonly title: string;
  readonly subject: string | null;
  readonly to: readonly string[];
  readonly refs: readonly Ref[];
  readonly blocks: readonly Block[];
}

const TEXTS = {
  ro: {
    file: "Dosarul nr.",
    outgoing: "Nr. de ieșire",
    date: "Data",
    basis: "Temei legal: ",
    page: "pagina",
    of: "din",
  },
  en: { file: "File no.", outgoing: "Our no.", date: "Date", basis: "Legal basis: ", page: "page", of: "of" },
  fr: { file: "Dossier n°", outgoing: "Notre n°", date: "Date", basis: "Base légale : ", page: "page", of: "sur" },
  de: { file: "Akte Nr.", outgoing: "Unsere Nr.", date: "Datum", basis: "Rechtsgrundlage: ", page: "Seite", of: "von" },
} as const;

/** The act on which a process rests, where the catalogue of the law does not say it. */
const BASIS = {
  moh: {
    fr: "arrêté du ministre de la Santé n° 50/2004 (Journal officiel de la Roumanie 76/29.01.2004), modifié par l’arrêté n° 1011 du 9 juin 2011 (Journal officiel 416/14.06.2011)",
    de: "Verordnung des rumänischen Gesundheitsministers Nr. 50/2004 (Amtsblatt 76/29.01.2004), geändert durch die Verordnung Nr. 1011 vom 9. Juni 2011 (Amtsblatt 416/14.06.2011)",
  },
  e112: {
    fr: "contrat-cadre roumain n° 324/2008 (à vérifier)",
    de: "rumänischer Rahmenvertrag Nr. 324/2008 (zu prüfen)",
  },
} as const satisfies Record<Process, Record<"fr" | "de", string>>;

type Process = CaseView["process"];

function basisOf(process: Process, language: LetterLanguage, rules: readonly RuleId[]): string {
  const { basis } = TEXTS[language];
  if (language === "fr" || language === "de") return `${basis}${BASIS[process][language]}`;
  const act = legalBasisOf(process)[language];
  return language === "ro" ? `${basis}${act}; regulile ${rules.join(", ")}` : `${basis}${act}`;
}

/** The letter with the head of the house that makes it. */
export function framed(letter: Letter, { file, issuer, today, language }: LetterContext): LetterData {
  const t = TEXTS[language];
  return sheetOf(letter, {
    process: file.process,
    language,
    today,
    institution: issuer.nameRo,
    name: language === "ro" ? "" : houseName(issuer, language),
    running: `${letter.title} · ${t.file} ${file.registrationNumber}`,
    refs: [
      { name: t.file, value: file.registrationNumber },
      ...(letter.refs ?? []),
      ...(letter.cameOn === undefined
        ? [
            { name: t.outgoing, value: null },
            { name: t.date, value: letterDate(today, language) },
          ]
        : [{ name: t.date, value: letter.cameOn === null ? null : letterDate(letter.cameOn, language) }]),
    ],
  });
}

interface Sheet {
  readonly process: Process;
  readonly language: LetterLanguage;
  readonly today: PlainDate;
  readonly institution: string;
  readonly name: string;
  readonly running: string;
  readonly refs: readonly Ref[];
}

/** A letter on a sheet of its own choice, for those without a file. */
export function sheetOf(letter: Letter, sheet: Sheet): LetterData {
  const { process, language, today, institution, name, running, refs } = sheet;
  const t = TEXTS[language];
  return {
    sheet: {
      lang: language,
      title: running,
      printedOn: { year: yearOf(today), month: Number(today.slice(5, 7)), day: Number(today.slice(8)) },
      head: { institution, name, running },
      foot: { basis: basisOf(process, language, letter.rules), page: t.page, of: t.of },
    },
    title: letter.title,
    subject: letter.subject ?? null,
    to: letter.to,
    refs,
    blocks: letter.blocks,
  };
}
