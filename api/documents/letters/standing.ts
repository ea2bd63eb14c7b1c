/** Which letters the person can make of a file now, and why not the others. */
import type { Text } from "../../../domain/case/commands.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import {
  getLetter,
  LETTER_IDS,
  missingContents,
  missingContentsText,
  REJECTION_CONTENTS,
  type LetterId,
} from "../../../domain/moh/letters.ts";
import type { LetterView } from "../../../domain/moh/letter-view.ts";
import type { MohHouse } from "../../../domain/people/roles.ts";
import { may, type Person } from "../../authorisation.ts";
import { ApiError } from "../../http/api-error.ts";
import type { CaseHead } from "../../people/read-request.ts";

export function letterViews(file: MohCaseView, person: Person, head: CaseHead): LetterView[] {
  return LETTER_IDS.map((id) => {
    const { title, use, by, languages, rules, steps, acts, perClinic, blocked } = getLetter(id);
    const elsewhere = !mayMake(person, head, id);
    const reason = elsewhere ? anotherHouse(by) : blocked(file);
    return {
      letter: id,
      title,
      use,
      languages,
      rules,
      steps,
      acts,
      clinics: perClinic === true ? file.clinics.map(({ id: clinic, name }) => ({ id: clinic, name })) : [],
      possible: reason === undefined,
      elsewhere,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

/** A letter is its house's to make: the commission reads a file and writes no letter of the DSP. */
export function mayMake(person: Person, head: CaseHead, id: LetterId): boolean {
  return may(person, "case.letter", { case: head, houses: getLetter(id).by });
}

const HOUSES: Readonly<Record<MohHouse, Text>> = {
  dsp: { ro: "DSP", en: "the DSP" },
  cst: { ro: "comisia", en: "the commission" },
  ministry: { ro: "Ministerul", en: "the Ministry" },
};

function anotherHouse(by: readonly MohHouse[]): Text {
  return {
    ro: `O întocmește ${by.map((house) => HOUSES[house].ro).join(" sau ")}.`,
    en: `Made by ${by.map((house) => HOUSES[house].en).join(" or ")}.`,
  };
}

/** @throws ApiError 403 for another house's letter, 422 for a rejection without its contents, 409 for one that cannot be made yet. */
export function checkLetter(id: LetterId, file: MohCaseView, person: Person, head: CaseHead): void {
  if (!mayMake(person, head, id)) throw new ApiError(403, "FORBIDDEN");
  const reason = getLetter(id).blocked(file);
  if (reason === undefined) return;
  const missing = id === "rejection-notice" && file.decision?.["decision"] === "rejected" ? missingContents(file) : [];
  if (missing.length === 0) throw new ApiError(409, "LETTER_NOT_POSSIBLE", { params: { reason } });
  throw new ApiError(422, "LETTER_INCOMPLETE", {
    params: { reason },
    body: (language) => ({
      fields: missing.map((path) => ({
        path,
        code: "LETTER_INCOMPLETE",
        message: missingContentsText([path])[language],
        rule: REJECTION_CONTENTS[path].rule,
      })),
    }),
  });
}
