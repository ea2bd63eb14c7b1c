/** The issued forms of a file: which there are, and what each is made from. */
import { lastAct, typedText } from "../../../domain/case/letters.ts";
import type { E112CaseView, TimelineEntry } from "../../../domain/case/view.ts";
import { formIdOf } from "../../../domain/e112/form-id.ts";
import type { FormView } from "../../../domain/e112/forms.ts";
import { s2Document, type IssuedForm } from "../../../domain/e112/s2-document.ts";
import type { S2Document } from "../../../domain/e112/s2-document.schema.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { House } from "../letters/context.ts";

/** The form of this id, as data; undefined when the file has none, or nobody is named in it any more. */
export function findIssuedForm(file: E112CaseView, formId: string, issuer: House): S2Document | undefined {
  const { forms, clinic, departure } = file.e112;
  const found = forms.find(({ number }) => number !== undefined && formIdOf(number) === formId);
  const form = found === undefined ? undefined : issuedForm(file, found);
  const { patient } = file.subject;
  if (form === undefined || patient["surname"] === undefined) return undefined;
  const act = actOf(file, forms, form);
  const treatment = treatmentOf(file, act);
  return s2Document({
    form,
    patient,
    issuer,
    ...(clinic === undefined || clinic.name === "" ? {} : { clinic }),
    ...(treatment === undefined ? {} : { treatment }),
    ...(act?.by === undefined ? {} : { official: act.by.name }),
    ...(departure === undefined
      ? {}
      : {
          departure: {
            departedOn: departure.on,
            ...(departure.forceMajeureReportOn === undefined ? {} : { reportedOn: departure.forceMajeureReportOn }),
          },
        }),
  });
}

function issuedForm(file: E112CaseView, form: FormView): IssuedForm | undefined {
  const { number, issuedOn, copies } = form;
  if (number === undefined || issuedOn === undefined) return undefined;
  const next = file.e112.forms.find(({ replaces }) => replaces === number);
  const endedOn = endOf(file, form, next);
  return {
    ...form,
    number,
    issuedOn,
    copies,
    ...(next?.number === undefined ? {} : { replacedBy: next.number }),
    ...(endedOn === undefined ? {} : { endedOn }),
  };
}

/** The day on which a form gave way to another, or was cancelled. */
function endOf(file: E112CaseView, { state }: FormView, next: FormView | undefined): PlainDate | undefined {
  switch (state) {
    case "valid":
      return undefined;
    case "replaced":
      return next?.issuedOn;
    case "cancelled":
      return lastAct(file, "cancelForm")?.occurredOn;
  }
}

/** The act that issued the form: the first one, or a replacement, in their order. */
function actOf(
  { timeline }: E112CaseView,
  forms: readonly FormView[],
  { number }: Pick<IssuedForm, "number">,
): TimelineEntry | undefined {
  const place = forms.findIndex((form) => form.number === number);
  return timeline.filter(({ kind, type }) => kind === "act" && (type === "issueForm" || type === "replaceForm"))[place];
}

/** The treatment as the form names it: its own words, or those of the first one. */
function treatmentOf(file: E112CaseView, act: TimelineEntry | undefined): string | undefined {
  const own = act?.payload?.["treatment"];
  return typeof own === "string" ? own : typedText(file, "issueForm", "treatment");
}
