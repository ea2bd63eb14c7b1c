import { z } from "zod";
import { defineCommand, text } from "./define.schema.ts";

/** The Ministry intervenes through its representatives (MOH-75). */
export const Intervene = z.strictObject({ note: text(2000).optional() });
export type Intervene = z.infer<typeof Intervene>;

export const intervene = defineCommand({ type: "intervene", payload: Intervene, facts: () => ({}), sealed: true });
