/** The guide "which way": what is asked and what is answered. Pure: nothing of it is kept anywhere. */
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { HOME, routeCountry, type StateList } from "../../domain/e112/countries.ts";
import { APPLICANT_ROLES } from "../../domain/e112/documents.ts";
import { guideOf, UNOFFICIAL, type Advice, type Guide } from "../../domain/e112/guide.ts";
import { ANSWERS, decideRoute, type RouteDecision } from "../../domain/e112/route.ts";
import { getReading, getRule, type ReadingId, type RuleId } from "../../domain/law/index.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { invalidField } from "../http/api-error.ts";

/** Programs may say it with true and false. */
const Answered = z
  .preprocess((said) => (said === true ? "yes" : said === false ? "no" : said), z.enum(ANSWERS))
  .optional()
  .meta({ enum: [...ANSWERS, true, false] });

export const RouteRequest = z
  .strictObject({
    patient: z
      .enum(["adult", "child"])
      .default("adult")
      .meta({ description: "Who is treated; a child is under 18 (E112-A10)" }),
    applicant: z
      .enum(APPLICANT_ROLES)
      .optional()
      .meta({ description: "Who files; when it is not said, the adult patient, or a parent of the child" }),
    oneParent: z.boolean().default(false).meta({
      description: "The other parent is absent, with proof: death, sole custody, guardianship (E112-A10)",
    }),
    category: z
      .union([z.literal(1), z.literal(2)])
      .default(2)
      .meta({ description: "1: transfer of residence (E112-86); 2: treatment (E112-87)" }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .meta({ description: "Of the clinic, ISO 3166-1 alpha-2" }),
    clinicInEu: Answered.meta({ description: "Follows from the country, when that is given" }),
    clinicContracted: Answered,
    inBasicPackage: Answered,
    notTimely: Answered.meta({ description: "yes: the treatment can NOT be given in Romania in time" }),
    insured: Answered.meta({ description: "For a child: the parents" }),
  })
  .superRefine(({ patient, applicant, oneParent, country }, context) => {
    const refuse = (path: string, code: string): void =>
      context.addIssue({ code: "custom", path: [path], params: { code } });
    const ofChild = applicant === "parent" || applicant === "guardian";
    if (patient === "adult" && ofChild) refuse("applicant", "APPLICANT_OF_ADULT");
    if (patient === "child" && applicant === "patient") refuse("applicant", "APPLICANT_OF_CHILD");
    if (patient === "adult" && oneParent) refuse("oneParent", "ONE_PARENT_OF_CHILD");
    if (country === HOME) refuse("country", "CLINIC_AT_HOME");
  })
  .transform(({ applicant, ...asked }) => ({
    ...asked,
    applicant: applicant ?? (asked.patient === "child" ? ("parent" as const) : ("patient" as const)),
  }));
export type RouteRequest = z.output<typeof RouteRequest>;

function contradicts(answer: RouteRequest["clinicInEu"], leads: boolean): boolean {
  return (answer === "yes" && !leads) || (answer === "no" && leads);
}

export interface RouteAnswer extends RouteDecision {
  /** Where to file, what to bring, what to do; not while something must be asked first. */
  readonly guide?: Guide;
  readonly unofficial: Advice;
  /** Every rule and reading named above, in our words. */
  readonly cited: {
    readonly rules: readonly { readonly id: RuleId; readonly text: Text; readonly citation: Text }[];
    readonly readings: readonly { readonly id: ReadingId; readonly text: Text }[];
  };
}

/** By the list of states in force (E112-A2). @throws ApiError 422 when the answer about the state is not that of its country. */
export function answerRoute(request: RouteRequest, today: PlainDate, states: StateList): RouteAnswer {
  const { patient, applicant, oneParent, country, ...answers } = request;
  if (country !== undefined && contradicts(answers.clinicInEu, routeCountry(country, states))) {
    throw invalidField("CLINIC_COUNTRY", "clinicInEu", { country }, "E112-02");
  }
  const minor = patient === "child";
  const decision = decideRoute({ ...answers, country, states, minor, applicantRole: applicant });
  const guide = guideOf(decision, { minor, applicantRole: applicant, oneParent }, country);
  const said = { ...decision, ...(guide === undefined ? {} : { guide }), unofficial: UNOFFICIAL };
  return { ...said, cited: citedIn(said, today) };
}

function citedIn(
  { rules, readings, reasons, ask, cautions, guide, unofficial }: Omit<RouteAnswer, "cited">,
  today: PlainDate,
): RouteAnswer["cited"] {
  const advice: readonly Partial<Pick<Advice, "rules" | "readings">>[] = [
    { rules, readings },
    ...reasons,
    ...ask,
    ...cautions.map(({ rule }) => ({ rules: [rule] })),
    ...(guide === undefined
      ? []
      : [
          guide.filing,
          ...guide.documents.map(({ rule }) => ({ rules: [rule] })),
          ...guide.contents.flatMap(({ items }) => items),
          ...guide.steps,
          ...guide.costs,
        ]),
    unofficial,
  ];
  const ruleIds = new Set(advice.flatMap((part) => part.rules ?? []));
  const readingIds = new Set(advice.flatMap((part) => part.readings ?? []));
  return {
    rules: [...ruleIds].toSorted(inOrder).map((id) => {
      const { text, citation } = getRule(id, today);
      return { id, text, citation };
    }),
    readings: [...readingIds].toSorted(inOrder).map((id) => ({ id, text: getReading(id).text })),
  };
}

/** E112-5 before E112-10, and A2 before A10. */
function inOrder(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
