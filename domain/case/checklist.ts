/** A dossier list as data, and how it stands beside what was filed. Which documents, and which form serves for which, each process says. */
import type { Text } from "./commands.ts";

/** A document as the list looks at it. */
export interface ListedDocument<Kind extends string, Form extends string> {
  readonly kind: Kind;
  readonly form: Form;
  /** Present when the document is not asked for, on proof. */
  readonly waived?: boolean;
}

/** One line of the law's list. */
export interface Requirement<Kind extends string, Form extends string, Rule extends string, Subject> {
  readonly kind: Kind;
  readonly form: Form;
  readonly rule: Rule;
  readonly title: Text;
  readonly appliesTo: (subject: Subject) => boolean;
  /** Another document that satisfies the rule as well, in the reading named. */
  readonly insteadOf?: {
    readonly kind: Kind;
    readonly when: (subject: Subject) => boolean;
    readonly reading: string;
  };
  readonly waivable?: boolean;
}

/** How one line of a dossier stands. */
export interface ChecklistLine<Kind extends string, Form extends string, Rule extends string> {
  readonly kind: Kind;
  readonly form: Form;
  readonly rule: Rule;
  readonly title: Text;
  readonly waivable: boolean;
  /** `wrong-form`: it is there, but not in the form that is asked, for example a copy for an original. */
  readonly status: "missing" | "wrong-form" | "filed" | "waived" | "satisfied-by";
  readonly satisfiedBy?: { readonly kind: Kind; readonly reading: string };
}

/** The list for this subject, with what has been filed so far. `serves` says whether a document of one form answers for another. */
export function checklistOf<Kind extends string, Form extends string, Rule extends string, Subject>(
  requirements: readonly Requirement<Kind, Form, Rule, Subject>[],
  subject: Subject,
  documents: readonly ListedDocument<Kind, Form>[],
  serves: (filed: Form, asked: Form) => boolean,
): ChecklistLine<Kind, Form, Rule>[] {
  const presented = documents.filter(({ waived }) => waived !== true);
  return requirements
    .filter((requirement) => requirement.appliesTo(subject))
    .map((requirement) => {
      const { kind, form, rule, title, waivable = false } = requirement;
      const line = { kind, form, rule, title, waivable };
      const there = (asked: Kind): boolean =>
        presented.some((document) => document.kind === asked && serves(document.form, form));
      if (there(kind)) return { ...line, status: "filed" };
      if (waivable && documents.some((document) => document.kind === kind && document.waived === true)) {
        return { ...line, status: "waived" };
      }
      const instead = requirement.insteadOf?.when(subject) === true ? requirement.insteadOf : undefined;
      if (instead !== undefined && there(instead.kind)) {
        return { ...line, status: "satisfied-by", satisfiedBy: { kind: instead.kind, reading: instead.reading } };
      }
      const inWrongForm = presented.some((document) => document.kind === kind || document.kind === instead?.kind);
      return { ...line, status: inWrongForm ? "wrong-form" : "missing" };
    });
}

/** True when nothing of the list is missing or there in a wrong form. */
export function isChecklistComplete(lines: readonly Pick<ChecklistLine<string, string, string>, "status">[]): boolean {
  return lines.every(({ status }) => status !== "missing" && status !== "wrong-form");
}
