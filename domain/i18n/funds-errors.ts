/** What is refused of the monthly funds: sums that do not fit, an order that is needed, or one that has changed. */
import type { Language } from "./language.ts";
import type { Sentence } from "./errors.ts";
import { formatMoney, LEI } from "../money/amounts.ts";

export const FUNDS_CODES = [
  "FUNDS_EXCEEDED",
  "RANKING_NEEDED",
  "FUNDS_RATE_NEEDED",
  "FUNDS_RESERVED",
  "ALLOCATION_NEEDED",
  "ALLOCATION_CHANGED",
  "ALLOCATION_TOO_SMALL",
  "NOBODY_WAITS",
  "RANKING_CHANGED",
  "RANKING_CONFIRMED",
  "RANKING_RUNNING",
] as const;

type Said = (name: string) => string;

function lei(said: Said, name: string, language: Language): string {
  return formatMoney(said(name), LEI, language);
}

export const FUNDS_SENTENCES: Readonly<Record<(typeof FUNDS_CODES)[number], Sentence>> = {
  FUNDS_EXCEEDED: (said) => ({
    ro: `Cererea este de ${lei(said, "lei", "ro")}, iar din fondurile lunii ${said("month")} au rămas ${lei(said, "left", "ro")}. Dosarul rămâne pentru luna următoare, dacă alocarea nu crește.`,
    en: `The request is of ${lei(said, "lei", "en")} and ${lei(said, "left", "en")} are left of the funds of ${said("month")}. The file stays for the next month, unless the allocation grows.`,
  }),
  RANKING_NEEDED: (said) => ({
    ro: `Cererile care așteaptă, ${lei(said, "asked", "ro")}, depășesc ce a rămas din fondurile lunii ${said("month")}, ${lei(said, "left", "ro")}. Fondurile se dau în ordinea de priorități: stabiliți-o și confirmați-o în pagina „Fonduri”.`,
    en: `The waiting requests, ${lei(said, "asked", "en")}, exceed what is left of the funds of ${said("month")}, ${lei(said, "left", "en")}. The funds are given by the order of priority: make it and confirm it on the page “Funds”.`,
  }),
  FUNDS_RATE_NEEDED: (said) => ({
    ro: `Nu se poate spune cât înseamnă în lei: ${said("numbers")}. Treceți întâi cursul din ziua deciziei sau dinaintea ei.`,
    en: `Nobody can say how many lei these are: ${said("numbers")}. Enter the rate of the day of the decision, or of one before it, first.`,
  }),
  FUNDS_RESERVED: (said) => ({
    ro: `Fondurile acestui dosar sunt deja în curs de confirmare: ${said("by")}, luna ${said("month")}.`,
    en: `The funds of this file are being confirmed already: ${said("by")}, month ${said("month")}.`,
  }),
  ALLOCATION_NEEDED: (said) => ({
    ro: `Pentru luna ${said("month")} nu este trecută nicio alocare; o ordine de priorități se face pe o alocare.`,
    en: `No allocation is recorded for ${said("month")}; an order of priority is made on an allocation.`,
  }),
  ALLOCATION_CHANGED: (said) => ({
    ro: `Alocarea lunii ${said("month")} a fost schimbată între timp de ${said("by")}: ${lei(said, "amount", "ro")}. Citiți-o și reluați.`,
    en: `The allocation of ${said("month")} was changed meanwhile by ${said("by")}: ${lei(said, "amount", "en")}. Read it and try again.`,
  }),
  ALLOCATION_TOO_SMALL: (said) => ({
    ro: `Din luna ${said("month")} s-au acordat deja ${lei(said, "granted", "ro")}; alocarea nu poate coborî sub această sumă.`,
    en: `${lei(said, "granted", "en")} of ${said("month")} have been granted already; the allocation cannot fall below that.`,
  }),
  NOBODY_WAITS: () => ({
    ro: "Niciun dosar nu așteaptă fonduri.",
    en: "No file waits for funds.",
  }),
  RANKING_CHANGED: (said) => ({
    ro: `Ordinea nr. ${said("number")} nu mai este cea pe care ați văzut-o: s-a schimbat ceva între timp. Nu s-a confirmat nimic; stabiliți ordinea din nou.`,
    en: `Order no. ${said("number")} is no longer the one that you saw: something changed meanwhile. Nothing was confirmed; make the order again.`,
  }),
  RANKING_CONFIRMED: (said) => ({
    ro: `Ordinea nr. ${said("number")} a fost deja confirmată de ${said("by")}.`,
    en: `Order no. ${said("number")} was confirmed already by ${said("by")}.`,
  }),
  RANKING_RUNNING: (said) => ({
    ro: `Ordinea nr. ${said("number")} din luna ${said("month")} se trece acum în dosare. Așteptați să se încheie.`,
    en: `Order no. ${said("number")} of ${said("month")} is being carried into its files. Wait until it is done.`,
  }),
};
