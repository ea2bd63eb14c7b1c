/**
 * Writes `docs/schemas/s2.json`: the JSON Schema of the data of an issued form E112/S2, as the API serves it.
 *
 * Run it with `tsx dev/generate-s2-schema.ts` after changing `domain/e112/s2-document.schema.ts`, and format it.
 */
import { writeFileSync } from "node:fs";
import { s2JsonSchema } from "../domain/e112/s2-document.schema.ts";

writeFileSync(new URL("../docs/schemas/s2.json", import.meta.url), `${JSON.stringify(s2JsonSchema(), undefined, 2)}\n`);
