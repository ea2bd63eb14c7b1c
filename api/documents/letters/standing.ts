/** Which letters the person can make of a file now, and why not the others. */
import type { Text } from "../../../domain/case/commands.ts";
import type { LetterDefinition, LetterView } from "../../../domain/case/letters.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import { lettersOf } from "../../../domain/letters.ts";
import type { InstitutionKind } from "../../../domain/people/roles.ts";
import { may, type Person } from "../../authorisation.ts";
import { ApiError } from "../../http/api-error.ts";
import type { CaseHead } from "../../people/read-request.ts";
import { letterDeskOf } from "./desks.ts";

export function letterViews(file: CaseView, person: Person, head: CaseHead): LetterView[] {
  return lettersOf(file.process).map(([id, letter]) => {
    const { title, use, by, languages, rules, steps, acts, perClinic } = letter;
    const elsewhere = !mayMake(person, head, letter);
    const reason = elsewhere ? anotherHouse(by) : letter.blocked(file);
    return {
      letter: id,
      title,
      use,
      languages,
      rules,
      steps,
      acts,
      clinics: perClinic === true ? letterDeskOf(file.process).clinicsOf(file) : [],
      possible: reason === undefined,
      elsewhere,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

/** A letter is its house's to make: the commission reads a file and writes no letter of the DSP. */
function mayMake(person: Person, head: CaseHead, { by }: LetterDefinition): boolean {
  return may(person, "case.letter", { case: head, houses: by });
}

const HOUSES: Readonly<Record<InstitutionKind, Text>> = {
  dsp: { ro: "DSP", en: "the DSP" },
  cst: { ro: "comisia", en: "the commission" },
  ministry: { ro: "Ministerul", en: "the Ministry" },
  cas: { ro: "casa de asigurări de sănătate", en: "the insurance house" },
  cnas: { ro: "CNAS", en: "the CNAS" },
};

function anotherHouse(by: readonly InstitutionKind[]): Text {
  return {
    ro: `O întocmește ${by.map((house) => HOUSES[house].ro).join(" sau ")}.`,
    en: `Made by ${by.map((house) => HOUSES[house].en).join(" or ")}.`,
  };
}

/** @throws ApiError 403 for another house's letter, 422 for one without its contents, 409 for one that cannot be made yet. */
export function checkLetter(
  id: string,
  letter: LetterDefinition,
  file: CaseView,
  person: Person,
  head: CaseHead,
): void {
  if (!mayMake(person, head, letter)) throw new ApiError(403, "FORBIDDEN");
  const reason = letter.blocked(file);
  if (reason === undefined) return;
  const missing = letterDeskOf(file.process).missing?.(id, file) ?? [];
  if (missing.length === 0) throw new ApiError(409, "LETTER_NOT_POSSIBLE", { params: { reason } });
  throw new ApiError(422, "LETTER_INCOMPLETE", {
    params: { reason },
    body: (language) => ({
      fields: missing.map(({ path, rule, message }) => ({
        path,
        code: "LETTER_INCOMPLETE",
        message: message[language],
        rule,
      })),
    }),
  });
}
