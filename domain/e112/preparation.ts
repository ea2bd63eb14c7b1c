/** The preparation of the dossier, as far as the file has it (E0 to E7): what its steps still lack. */
import { isDossierComplete, type DossierSubject } from "./documents.ts";
import { acceptanceContents } from "./acceptance.ts";
import type { TranslatedKind } from "./commands.ts";
import { lackingOf, type ContentView } from "./contents.ts";
import { officialLanguagesOf } from "./countries.ts";
import type { E112State } from "./facts.ts";
import { reportContents } from "./report.ts";

/** The kinds that exist and are not translated into an official language of the clinic's country, when that is known (E112-13). */
export function untranslated({ facts: { existing, translations, clinic } }: E112State): TranslatedKind[] {
  const official = clinic === undefined ? [] : officialLanguagesOf(clinic.country);
  const serves = (language: string): boolean => official.length === 0 || official.includes(language);
  return existing.filter((kind) => !translations.some((done) => done.kind === kind && serves(done.language)));
}

/** What the acceptance lacks; all of it before one was received (E112-29 to E112-37). */
export function acceptanceLacks({ facts }: E112State): ContentView[] {
  return lackingOf(acceptanceContents(facts.acceptance));
}

/** What the report lacks; all of it before one was drawn (E112-42 to E112-58). */
export function reportLacks({ facts }: E112State): ContentView[] {
  return lackingOf(reportContents(facts.report));
}

/** Who files and for whom: what the dossier list depends on. */
export function dossierSubject({ facts: { minor, applicantRole, waiver } }: E112State): DossierSubject {
  // A child who came of age before the filing: who was parent or guardian then acts as another person (E112-64).
  const isRepresentative = applicantRole === "parent" || applicantRole === "guardian";
  return {
    minor,
    applicantRole: !minor && isRepresentative ? "otherPerson" : applicantRole,
    secondParentWaived: waiver !== undefined,
  };
}

/** Nothing of the dossier lacks, nor of the papers that it is made of (E7). */
export function isAssembled(state: E112State): boolean {
  return (
    acceptanceLacks(state).length === 0 &&
    reportLacks(state).length === 0 &&
    isDossierComplete(dossierSubject(state), state.facts.documents)
  );
}
