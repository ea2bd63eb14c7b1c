/** What the correspondence with the clinics still lacks before the file can go to the Ministry, in words (MOH-65, MOH-66). */
import type { Text } from "../case/commands.ts";
import type { SendableCheck } from "../moh/process.ts";
import { clinicNumber } from "./errors.ts";
import { counted } from "./plural.ts";

/** A sentence, or undefined when nothing of it is missing. */
export function stillNeeded(check: SendableCheck): Text | undefined {
  const parts = [
    lacking(check.answers, check.answersNeeded, (count) =>
      counted(
        count,
        { one: "un răspuns al unei clinici", few: "răspunsuri ale clinicilor" },
        { one: "one clinic’s answer", few: "clinics’ answers" },
      ),
    ),
    lacking(check.completeOffers, check.completeOffersNeeded, (count) =>
      counted(
        count,
        { one: "o ofertă completă", few: "oferte complete" },
        { one: "one complete offer", few: "complete offers" },
      ),
    ),
    ...check.withoutProof.map(proofFor),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return {
    ro: `Mai este nevoie de: ${parts.map(({ ro }) => ro).join("; ")}.`,
    en: `Still needed: ${parts.map(({ en }) => en).join("; ")}.`,
  };
}

function lacking(there: number, needed: number, named: (count: number) => Text): Text | undefined {
  if (there >= needed) return undefined;
  const { ro, en } = named(needed - there);
  return { ro: `${ro} (acum ${there} din ${needed})`, en: `${en} (${there} of ${needed} so far)` };
}

function proofFor(id: string): Text {
  const clinic = clinicNumber(id);
  return {
    ro: `dovada corespondenței cu clinica ${clinic}`,
    en: `proof of the correspondence with clinic ${clinic}`,
  };
}
