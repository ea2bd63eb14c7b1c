import type { LocalText } from "./local-text.ts";

/** A legal holiday of the Labour Code, art. 139: its name in the statute, the law that added it, its first year. */
export interface HolidayStatute {
  readonly name: LocalText;
  readonly law: string;
  /** The first year in which the day was off; absent when that was before the table begins. */
  readonly firstYear?: number;
}

const FIRST_LIST = "Codul muncii, art. 139 (Legea nr. 53/2003)";
const PENTECOST_AND_ASSUMPTION = "Codul muncii, art. 139 (Legea nr. 202/2008)";
const EPIPHANY = "Codul muncii, art. 139 (Legea nr. 52/2023)";

/** The days off of the Labour Code, art. 139. Names are the statute's, not those of any calendar package. */
export const HOLIDAY_STATUTES = {
  "new-year-1": { name: { ro: "Anul Nou, prima zi", en: "New Year, first day" }, law: FIRST_LIST },
  "new-year-2": { name: { ro: "Anul Nou, a doua zi", en: "New Year, second day" }, law: FIRST_LIST },
  epiphany: {
    name: { ro: "Botezul Domnului – Boboteaza", en: "Baptism of the Lord (Epiphany)" },
    law: EPIPHANY,
    firstYear: 2024,
  },
  "saint-john": {
    name: {
      ro: "Soborul Sfântului Proroc Ioan Botezătorul",
      en: "Synaxis of Saint John the Baptist",
    },
    law: EPIPHANY,
    firstYear: 2024,
  },
  "union-day": {
    name: {
      ro: "Ziua Unirii Principatelor Române",
      en: "Day of the Union of the Romanian Principalities",
    },
    law: "Codul muncii, art. 139 (Legea nr. 176/2016)",
    firstYear: 2017,
  },
  "good-friday": {
    name: { ro: "Vinerea Mare", en: "Good Friday (Orthodox)" },
    law: "Codul muncii, art. 139 (Legea nr. 64/2018)",
    firstYear: 2018,
  },
  "easter-1": { name: { ro: "Prima zi de Paști", en: "Easter Sunday (Orthodox)" }, law: FIRST_LIST },
  "easter-2": { name: { ro: "A doua zi de Paști", en: "Easter Monday (Orthodox)" }, law: FIRST_LIST },
  "labour-day": { name: { ro: "1 Mai – Ziua Muncii", en: "1 May, Labour Day" }, law: FIRST_LIST },
  "childrens-day": {
    name: { ro: "1 Iunie – Ziua Copilului", en: "1 June, Children's Day" },
    law: "Codul muncii, art. 139 (Legea nr. 220/2016)",
    firstYear: 2017,
  },
  "pentecost-1": {
    name: { ro: "Prima zi de Rusalii", en: "Pentecost Sunday (Orthodox)" },
    law: PENTECOST_AND_ASSUMPTION,
  },
  "pentecost-2": {
    name: { ro: "A doua zi de Rusalii", en: "Pentecost Monday (Orthodox)" },
    law: PENTECOST_AND_ASSUMPTION,
  },
  assumption: {
    name: { ro: "Adormirea Maicii Domnului", en: "Dormition of the Mother of God" },
    law: PENTECOST_AND_ASSUMPTION,
  },
  "saint-andrew": {
    name: {
      ro: "Sfântul Apostol Andrei, cel Întâi chemat, Ocrotitorul României",
      en: "Saint Andrew the Apostle, the First-Called, Protector of Romania",
    },
    law: "Codul muncii, art. 139 (Legea nr. 147/2012)",
    firstYear: 2012,
  },
  "national-day": {
    name: { ro: "Ziua Națională a României", en: "National Day of Romania" },
    law: FIRST_LIST,
  },
  "christmas-1": { name: { ro: "Prima zi de Crăciun", en: "Christmas Day" }, law: FIRST_LIST },
  "christmas-2": { name: { ro: "A doua zi de Crăciun", en: "Second day of Christmas" }, law: FIRST_LIST },
} as const satisfies Record<string, HolidayStatute>;

export type HolidayCode = keyof typeof HOLIDAY_STATUTES;
