/** What the API answers about exchange rates, for its own description. */
import { z } from "zod";

const exact = z.string().meta({ description: "Lei for one unit, an exact decimal", examples: ["4.9770"] });
const rate = z.object({ currency: z.string(), rate: exact, date: z.iso.date() });

/** The latest rate on or before a day. */
export const RateOnSchema = rate.extend({
  old: z.boolean().meta({ description: "More than ten days older than the day on which it is used" }),
});

export const RateSchema = rate
  .extend({
    id: z.uuid(),
    source: z.enum(["entered", "imported", "demonstration"]),
    enteredBy: z.string().optional(),
    enteredAt: z.iso.datetime(),
    withdrawnBy: z.string().optional(),
    withdrawnAt: z.iso.datetime().optional(),
  })
  .meta({ id: "ExchangeRate" });

export const RatePageSchema = z
  .object({
    today: z.iso.date(),
    latest: z.array(RateOnSchema).meta({ description: "The rates that count today" }),
    items: z.array(RateSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: "ExchangeRatePage" });

export const RateImportSchema = z
  .object({
    saved: z.boolean(),
    found: z.int().meta({ description: "Rates that were not there" }),
    known: z.int().meta({ description: "Rates that stand already, just so" }),
    firstOn: z.iso.date().optional(),
    lastOn: z.iso.date().optional(),
    currencies: z.array(rate.extend({ count: z.int() })),
    errors: z.array(z.object({ line: z.int(), code: z.string(), message: z.string() })),
    errorCount: z.int().meta({ description: "`errors` holds the first of them; nothing is saved of such a file" }),
  })
  .meta({ id: "ExchangeRateImport" });
