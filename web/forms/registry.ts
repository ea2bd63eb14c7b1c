/** The forms of every process, found by the file in which they are drawn. */
import type { CaseView } from "../../domain/case/view.ts";
import type { FormDescription } from "./describe.ts";
import { E112_FORMS } from "./e112/index.ts";
import { MOH_FORMS } from "./moh/index.ts";

const FORMS: Readonly<Record<CaseView["process"], Readonly<Record<string, unknown>>>> = {
  moh: MOH_FORMS,
  e112: E112_FORMS,
};

/** The form of a command on this file; undefined for one that this version of the pages does not know. */
export function findForm({ process }: Pick<CaseView, "process">, type: string): FormDescription<CaseView> | undefined {
  const forms = FORMS[process];
  // A form is described for the files of its own process, and drawn on no others.
  return Object.hasOwn(forms, type) ? (forms[type] as FormDescription<CaseView>) : undefined;
}
