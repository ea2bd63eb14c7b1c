/** How a form is described: its fields as data. One component draws them all; the few special ones bring their own. */
import type { ReactNode } from "react";
import type { CaseView, ClinicView, MohCaseView } from "../../domain/case/view.ts";
import type { RuleId } from "../../domain/law/index.ts";
import type { MessageKey } from "../i18n/ro.ts";
import type { Values } from "./values.ts";

interface FieldBase {
  readonly path: string;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
  readonly required?: boolean;
  readonly rule?: RuleId;
  /** Shown only when this holds; a hidden field is not sent. */
  readonly when?: (values: Values) => boolean;
}

export interface Option {
  readonly value: string;
  readonly label: MessageKey;
}

/** A field of a form; those of clinics are for files that name clinics. */
export type Field<View extends CaseView = MohCaseView> = FieldBase &
  (
    | { readonly kind: "text" | "email" | "phone" | "amount" | "currency" }
    /** `ahead`: it may lie in the future. */
    | { readonly kind: "date"; readonly ahead?: boolean }
    | { readonly kind: "long" }
    | { readonly kind: "check" }
    /** Yes or no; may be left open when it is not required. */
    | { readonly kind: "answer" }
    /** A country, by its name. */
    | { readonly kind: "country" }
    /** One of a few, as radio buttons. */
    | { readonly kind: "choice"; readonly options: readonly Option[] }
    /** One of a few, as a list that opens; may be left open. */
    | { readonly kind: "select"; readonly options: readonly Option[]; readonly number?: boolean }
    | { readonly kind: "clinic"; readonly which: WhichClinic }
    /** Several clinics of the file; nothing when none of them is meant. */
    | { readonly kind: "clinics"; readonly which?: WhichClinic }
    | { readonly kind: "special"; readonly component: SpecialComponent<View>; readonly missing?: SpecialCheck }
  );

type WhichClinic = (clinic: ClinicView, view: MohCaseView) => boolean;

/** What a part of a form of its own is given. */
export interface SpecialProps<View extends CaseView = MohCaseView> {
  /** The command, with which the names of the inputs begin. */
  readonly form: string;
  readonly path: string;
  readonly values: Values;
  readonly view: View;
  readonly errors: FieldErrors;
  set(path: string, value: unknown): void;
}

/** Draws a part of a form of its own. */
export type SpecialComponent<View extends CaseView = MohCaseView> = (props: SpecialProps<View>) => ReactNode;

/** What is wrong with a field, said with its name, so that it can stand by itself in a list. */
export interface Problem {
  readonly message: MessageKey;
  readonly label: MessageKey;
}
/** Problems by path. */
export type Problems = Readonly<Record<string, Problem>>;
export type SpecialCheck = (values: Values, path: string) => Problems;

export type FieldErrors = Readonly<Record<string, string>>;

export interface Blocked {
  readonly message: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface FormDescription<View extends CaseView = MohCaseView> {
  readonly type: string;
  readonly fields: readonly Field<View>[];
  /** What the file itself proposes. */
  readonly initial?: (view: View) => Values;
  /** What a choice brings with it: called after each change with the path that changed. */
  readonly derive?: (values: Values, changed: string, view: View) => Values;
  /** Why the act cannot be given on this file, said instead of the form. */
  readonly blocked?: (view: View) => Blocked | undefined;
  /** The payload made from what is filled in, when it is not simply that. */
  readonly payload?: (filled: Values) => Values;
}

/** The fields that this form shows now. */
export function shownFields<View extends CaseView>(form: FormDescription<View>, values: Values): Field<View>[] {
  return form.fields.filter((field) => field.when === undefined || field.when(values));
}
