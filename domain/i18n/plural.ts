/** How many, in words that agree: Romanian has three forms, `un element`, `2 elemente`, `20 de elemente`. */
import type { Text } from "../case/commands.ts";

interface Forms {
  readonly one: string;
  readonly few: string;
}

/** `count` of something; `one` is the whole phrase for a single one, `few` the noun alone. */
export function counted(count: number, ro: Forms, en: Forms): Text {
  if (count === 1) return { ro: ro.one, en: en.one };
  const tail = count % 100;
  const linked = count !== 0 && (tail === 0 || tail > 19);
  return { ro: `${count} ${linked ? "de " : ""}${ro.few}`, en: `${count} ${en.few}` };
}
