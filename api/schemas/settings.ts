/** What the API answers about settings, for its own description. */
import { z } from "zod";
import { STATE_LIST_NAMES } from "../../domain/e112/countries.ts";
import { OFF } from "../../domain/settings/settings.ts";
import { Text } from "./answers.ts";

const value = z
  .union([z.int(), z.enum([OFF, ...STATE_LIST_NAMES])])
  .meta({ description: "A whole number, off, or the name of a list of states" });

export const SettingSchema = z
  .object({
    key: z.string(),
    house: z.enum(["ministry", "cnas"]).meta({ description: "Whose administrator sets it" }),
    mayChange: z.boolean(),
    reading: z.string().meta({ description: "The reading of the law that it settles" }),
    readingText: Text,
    rules: z.array(z.string()),
    title: Text,
    effect: Text.meta({ description: "What it changes, and for which files" }),
    allowed: Text,
    values: z.array(value).optional(),
    mayBeOff: z.boolean(),
    default: value,
    value: value.meta({ description: "What holds" }),
    valueText: Text,
    defaultText: Text,
    version: z.int().meta({ description: "0 when it was never changed" }),
    history: z.array(
      z.object({
        version: z.int(),
        from: value,
        to: value,
        by: z.string(),
        at: z.iso.datetime(),
        reason: z.string(),
        legalBasis: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "Setting" });

export const SettingListSchema = z
  .object({ mayChange: z.boolean(), items: z.array(SettingSchema) })
  .meta({ id: "SettingList" });
