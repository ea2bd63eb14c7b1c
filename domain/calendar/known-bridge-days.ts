import { plainDate } from "../plain-date.ts";
import type { DeclaredDay } from "./working-calendar.ts";

const NUMBER_TO_CONFIRM = "Hotărâre a Guvernului, numărul de confirmat";

/**
 * Days off declared by the Government for the public sector, as far as known, to start an institution's list from.
 * None applies by itself. Since 2019 they are made up by longer days, so there are no recovery days among them;
 * whether 5 May 2018 was worked was each institution's choice. For 2026 none is known.
 */
export const KNOWN_BRIDGE_DAYS: readonly DeclaredDay[] = [
  bridge("2018-04-30"),
  bridge("2018-12-24"),
  bridge("2018-12-31"),
  bridge("2019-04-30"),
  bridge("2019-08-16"),
  bridge("2019-12-27"),
  bridge("2020-01-03"),
  bridge("2021-11-29", "HG nr. 1237/2021"),
  bridge("2022-12-02"),
  bridge("2023-01-23", "HG nr. 1555/2022"),
  bridge("2023-06-02", "HG nr. 1555/2022"),
  bridge("2023-08-14", "HG nr. 1555/2022"),
  bridge("2024-05-02", "HG nr. 1307/2023"),
  bridge("2024-08-16", "HG nr. 1307/2023"),
  bridge("2024-12-27", "HG nr. 1307/2023"),
  bridge("2025-05-02", "HG nr. 2/2025"),
];

function bridge(date: string, legalAct: string = NUMBER_TO_CONFIRM): DeclaredDay {
  return { date: plainDate(date), kind: "day-off", legalAct };
}
