/** What the statistics say of the files of one process: where its sums of money come from, how its time is counted. */
import type { Text } from "../case/commands.ts";
import type { MoneyKind } from "../case/money.ts";
import type { LawProcess } from "../law/index.ts";
import { FEWEST_FOR_MEDIAN, FEWEST_FOR_NINTH } from "./spread.ts";

interface StatisticsWords {
  readonly money: Text;
  readonly moneyKinds: Readonly<Record<MoneyKind, Text>>;
  readonly moneyLegend: Text;
  /** How days are counted and what the columns of time mean. */
  readonly timeLegend: readonly Text[];
  /** Whose figures stand beside one another. */
  readonly housesLegend: readonly Text[];
}

const MONEY_KIND_WORDS = {
  asked: { ro: "Cerut", en: "Asked" },
  granted: { ro: "Acordat", en: "Granted" },
  paid: { ro: "Plătit", en: "Paid" },
} as const satisfies Record<MoneyKind, Text>;

export const STATISTICS_WORDS: Readonly<Record<LawProcess, StatisticsWords>> = {
  moh: {
    money: { ro: "Bani ceruți, acordați și plătiți", en: "Money asked, granted and paid" },
    moneyKinds: MONEY_KIND_WORDS,
    moneyLegend: {
      ro: "Cerut: oferta clinicii alese sau, până la alegere, prima ofertă completă, la data trimiterii dosarului la Minister. Acordat: suma din decizia comisiei Ministerului. Plătit: către clinică, și înapoi pacientului pentru cheltuieli proprii și însoțitori. Echivalentul în lei este la cursul din ziua actului.",
      en: "Asked: the offer of the selected clinic or, until one is selected, the first complete offer, on the day on which the file was sent to the Ministry. Granted: the sum in the decision of the Ministry’s commission. Paid: to the clinic, and back to the patient side for own expenses and companions. Lei are at the rate of the day of the act.",
    },
    timeLegend: [
      {
        ro: "Zilele unui termen se numără cum îl numără legea: zile lucrătoare ale celui care îl are de respectat, ori zile calendaristice; ziua de început și zilele de suspendare nu se numără. Mediana și 90 % sunt ale termenelor încheiate în perioadă.",
        en: "The days of a term are counted as the law counts it: working days of whoever has to keep it, or calendar days; the start day and suspended days are not counted. Median and 90 % are of the terms kept in the period.",
      },
      {
        ro: "Respectat: actul a venit cel târziu în ultima zi bună. Cu întârziere: a venit mai târziu. Depășit: a trecut în perioadă și actul nu a venit nici până acum.",
        en: "Kept: the act came by the last good day. Late: it came afterwards. Missed: the term passed in the period and the act has not come to this day.",
      },
      {
        ro: `Mediana se arată de la ${FEWEST_FOR_MEDIAN} termene în sus, iar 90 % de la ${FEWEST_FOR_NINTH}: sub atât ar fi zilele unui om. „90 % în cel mult” este numărul de zile pe care nouă din zece nu l-au depășit.`,
        en: `The median is shown from ${FEWEST_FOR_MEDIAN} terms up, and 90 % from ${FEWEST_FOR_NINTH}: of fewer it would be one person’s days. “90 % within” is the number of days that nine of ten did not exceed.`,
      },
    ],
    housesLegend: [
      {
        ro: "DSP: toate termenele dosarelor sale, ale oricui. Comisie și Minister: numai termenele proprii.",
        en: "A DSP: all terms of its files, whoever owes them. A commission and the Ministry: only their own.",
      },
    ],
  },
  e112: {
    money: { ro: "Bani: cost estimat și decontat", en: "Money: estimated cost and settled" },
    moneyKinds: {
      ...MONEY_KIND_WORDS,
      asked: { ro: "Cost estimat de clinică", en: "Cost estimated by the clinic" },
      paid: { ro: "Decontat pe E125", en: "Settled on E125" },
    },
    moneyLegend: {
      ro: "Cost estimat: cel din acceptul clinicii cu care a fost înregistrată cererea, la data înregistrării (E112-37). Decontat: între instituții, pe formularul E125 (E112-85); pacientului nu i se plătește nimic. Echivalentul în lei este la cursul din ziua actului.",
      en: "Estimated cost: that of the clinic’s acceptance with which the application was registered, on the day of the registration (E112-37). Settled: between institutions, on form E125 (E112-85); nothing is paid to the patient. Lei are at the rate of the day of the act.",
    },
    timeLegend: [
      {
        ro: "Legea nu dă niciun termen pentru analiză, eliberare sau refuz (citirea E112-A4), de aceea nu există tabel de termene respectate ori depășite. Zilele până la decizie sunt o monitorizare, nu o limită legală.",
        en: "The law sets no term for analysis, issue or refusal (reading E112-A4), so there is no table of terms kept or missed. The days to the decision are monitoring, not a legal limit.",
      },
      {
        ro: "Zilele până la decizie: zilele lucrătoare ale casei, de la înregistrarea cererii la prima eliberare a formularului sau la refuz; ziua înregistrării nu se numără. Mediana și 90 % sunt ale deciziilor din perioadă. Formularele eliberate cuprind și pe cele care înlocuiesc un formular; înlocuirea nu intră în zile.",
        en: "Days to the decision: working days of the house, from the registration of the application to the first issue of the form or to the refusal; the day of registration is not counted. Median and 90 % are of the decisions in the period. Forms issued include those that replace another; a replacement does not enter the days.",
      },
      {
        ro: `Mediana se arată de la ${FEWEST_FOR_MEDIAN} decizii în sus, iar 90 % de la ${FEWEST_FOR_NINTH}: sub atât ar fi zilele unui om. „90 % în cel mult” este numărul de zile pe care nouă din zece nu l-au depășit.`,
        en: `The median is shown from ${FEWEST_FOR_MEDIAN} decisions up, and 90 % from ${FEWEST_FOR_NINTH}: of fewer it would be one person’s days. “90 % within” is the number of days that nine of ten did not exceed.`,
      },
    ],
    housesLegend: [],
  },
};
