/** The product's own words for each kind of message. */
import type { Language } from "../i18n/language.ts";

/** What words are filled with, in the language of the reader. */
interface Values {
  readonly number: string;
  /** The due date. */
  readonly due: string;
  /** How many working days the message is from it. */
  readonly days: string;
  readonly step: string;
  /** ` (MOH-23)`, or nothing. */
  readonly inBrackets: string;
  /** The place of a clinic in the file. */
  readonly clinic: string;
  /** Under which an application was registered. */
  readonly application: string;
  /** Of an alert: from which day, from what the days are counted, and what has not been done. */
  readonly since: string;
  readonly counted: string;
  readonly waits: string;
}

type Words = Readonly<Record<Language, { readonly subject: string; readonly lead: string }>>;
type Write = (values: Values) => Words;

const WORDS: Readonly<Record<string, Write>> = {
  before: ({ number, due, inBrackets }) => ({
    ro: { subject: `${number}: termen la ${due}${inBrackets}`, lead: `Dosarul ${number} are un termen la ${due}.` },
    en: { subject: `${number}: due on ${due}${inBrackets}`, lead: `File ${number} has a deadline on ${due}.` },
  }),
  due: ({ number, due, inBrackets }) => ({
    ro: {
      subject: `${number}: ultima zi a termenului, ${due}${inBrackets}`,
      lead: `Termenul dosarului ${number} se împlinește la sfârșitul zilei de ${due}.`,
    },
    en: {
      subject: `${number}: last day of the term, ${due}${inBrackets}`,
      lead: `The deadline of file ${number} ends at the end of ${due}.`,
    },
  }),
  overdue: ({ number, due, inBrackets }) => ({
    ro: {
      subject: `${number}: termen depășit din ${due}${inBrackets}`,
      lead: `Termenul din ${due} al dosarului ${number} a trecut fără să fie îndeplinit.`,
    },
    en: {
      subject: `${number}: overdue since ${due}${inBrackets}`,
      lead: `The deadline of ${due} in file ${number} has passed and has not been met.`,
    },
  }),
  escalation: ({ number, due, inBrackets }) => ({
    ro: {
      subject: `${number}: termen depășit, înștiințare către superior${inBrackets}`,
      lead: `Termenul din ${due} al dosarului ${number} a trecut. Primiți mesajul pentru că răspundeți de cei care au lucrarea.`,
    },
    en: {
      subject: `${number}: overdue, notice to the supervisor${inBrackets}`,
      lead: `The deadline of ${due} in file ${number} has passed. You receive this because you answer for those who have the work.`,
    },
  }),
  "second-escalation": ({ number, due, days, inBrackets }) => ({
    ro: {
      subject: `${number}: termen depășit cu cel puțin ${days}${inBrackets}`,
      lead: `Termenul din ${due} al dosarului ${number} este depășit cu cel puțin ${days}. Primiți mesajul pentru că răspundeți de instituție sau de cei care au lucrarea.`,
    },
    en: {
      subject: `${number}: overdue by at least ${days}${inBrackets}`,
      lead: `The deadline of ${due} in file ${number} is overdue by at least ${days}. You receive this because you answer for the institution, or for those who have the work.`,
    },
  }),
  work: ({ number, step }) => ({
    ro: {
      subject: `${number}: pas nou de îndeplinit`,
      lead: `Dosarul ${number} așteaptă de la instituția dumneavoastră: ${step}.`,
    },
    en: { subject: `${number}: a new step for you`, lead: `File ${number} waits for your institution: ${step}.` },
  }),
  alert: ({ number, days, since, counted, waits }) => ({
    ro: {
      subject: `${number}: alertă de urmărire, nu termen legal`,
      lead: `În dosarul ${number}, după ${days} ${counted} (${since}), ${waits}.`,
    },
    en: {
      subject: `${number}: monitoring alert, not a legal term`,
      lead: `In file ${number}, ${days} ${counted} (${since}), ${waits}.`,
    },
  }),
  receipt: ({ number }) => ({
    ro: {
      subject: `Cererea a fost înregistrată cu numărul ${number}`,
      lead: `Cererea dumneavoastră a fost înregistrată cu numărul ${number}. Cu acest număr și cu codul de acces de pe dovada primită la depunere puteți urmări stadiul dosarului.`,
    },
    en: {
      subject: `Your application is registered as ${number}`,
      lead: `Your application is registered as ${number}. With this number and the access code on your receipt you can follow its progress.`,
    },
  }),
  opened: ({ number }) => ({
    ro: {
      subject: `Dosarul ${number} a fost deschis`,
      lead: `Dosarul dumneavoastră a fost deschis cu numărul ${number}. Cu acest număr și cu codul de acces de pe dovada primită vedeți oricând ce este de făcut mai departe și cu ce documente.`,
    },
    en: {
      subject: `File ${number} has been opened`,
      lead: `Your file has been opened as ${number}. With this number and the access code on your receipt you can see at any time what to do next and with which documents.`,
    },
  }),
  registered: ({ number, application }) => ({
    ro: {
      subject: `Cererea a fost înregistrată cu numărul ${application}`,
      lead: `Cererea din dosarul ${number} a fost înregistrată cu numărul ${application}. Legea nu pune un termen pentru hotărârea casei; stadiul se vede oricând cu oricare dintre cele două numere și cu codul de acces.`,
    },
    en: {
      subject: `Your application is registered as ${application}`,
      lead: `The application of file ${number} is registered as ${application}. The law sets no limit for the decision of the house; you can follow it at any time with either number and the access code.`,
    },
  }),
  lacking: ({ number }) => ({
    ro: {
      subject: `${number}: un document trebuie completat`,
      lead: `Unui document din dosarul ${number} îi lipsește ceva. Ce anume și ce aveți de făcut vedeți cu numărul dosarului și codul de acces.`,
    },
    en: {
      subject: `${number}: a document has to be completed`,
      lead: `A document of file ${number} lacks something. What it is, and what you need to do, you can see with the number of the file and the access code.`,
    },
  }),
  deciding: ({ number }) => ({
    ro: {
      subject: `${number}: hotărârea este în curs de comunicare`,
      lead: `Casa de asigurări a încheiat examinarea dosarului ${number}. Hotărârea este în curs de comunicare: așteptați înștiințarea casei.`,
    },
    en: {
      subject: `${number}: the decision is being communicated`,
      lead: `The insurance house has finished the examination of file ${number}. Its decision is being communicated: wait for the notice of the house.`,
    },
  }),
  "form-ready": ({ number }) => ({
    ro: {
      subject: `${number}: formularul poate fi ridicat`,
      lead: `Formularul din dosarul ${number} este eliberat. Ridicați exemplarul dumneavoastră de la casa de asigurări.`,
    },
    en: {
      subject: `${number}: the form can be collected`,
      lead: `The form of file ${number} is issued. Collect your copy from the insurance house.`,
    },
  }),
};

/** A file that another house passed on: nobody was at the desk, so the access code is fetched there. */
export const passedReceiptWords: Write = ({ number }) => ({
  ro: {
    subject: `Dosarul continuă la DSP cu numărul ${number}`,
    lead: `Cererea dumneavoastră a trecut la direcția de sănătate publică, unde are numărul ${number}. Codul de acces, cu care urmăriți stadiul dosarului, vi-l dă direcția, pe dovada de înregistrare.`,
  },
  en: {
    subject: `Your file goes on at the DSP as ${number}`,
    lead: `Your application has passed to the public health directorate, where its number is ${number}. The directorate gives you the access code, with which you follow its progress, on the receipt.`,
  },
});

/** The window of a clinic ended: nobody is late, but whoever corresponds should know (MOH-61). */
export const clinicWords: Write = ({ number, due, clinic }) => ({
  ro: {
    subject: `${number}: clinica ${clinic} nu a răspuns până la ${due} (MOH-61)`,
    lead: `Termenul de răspuns al clinicii ${clinic} din dosarul ${number} s-a încheiat la ${due} fără răspuns.`,
  },
  en: {
    subject: `${number}: clinic ${clinic} has not answered by ${due} (MOH-61)`,
    lead: `The time of clinic ${clinic} in file ${number} to answer ended on ${due} without an answer.`,
  },
});

/** @throws RangeError for a kind that has no words. */
export function kindWords(kind: string): Write {
  const found = Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined;
  if (found === undefined) throw new RangeError(`no e-mail of kind ${kind}`);
  return found;
}
