/** The fields of the guide's form, and the request that they make. */
import { z } from "zod";
import { ANSWERS } from "../../domain/e112/route.ts";
import type { RouteRequest } from "./route-answer.ts";

/** Patient and applicant in one answer: what cannot be, cannot be chosen. */
export const WHO = ["adult", "adult-other", "child", "child-guardian", "child-other"] as const;
export type Who = (typeof WHO)[number];

/** The clinic is in a country that the list does not name. */
export const OTHER_COUNTRY = "other";

const PEOPLE = {
  adult: { patient: "adult", applicant: "patient" },
  "adult-other": { patient: "adult", applicant: "otherPerson" },
  child: { patient: "child", applicant: "parent" },
  "child-guardian": { patient: "child", applicant: "guardian" },
  "child-other": { patient: "child", applicant: "otherPerson" },
} as const satisfies Record<Who, Pick<RouteRequest, "patient" | "applicant">>;

const Answered = z.enum(ANSWERS).optional().catch(undefined);

/** What the form holds, read leniently: what is no answer is none, and unknown fields are left out. */
export const RouteForm = z
  .object({
    who: z.enum(WHO).optional().catch(undefined),
    oneParent: z.literal("yes").optional().catch(undefined),
    purpose: z.enum(["treatment", "residence"]).optional().catch(undefined),
    country: z
      .string()
      .regex(/^([A-Z]{2}|other)$/)
      .optional()
      .catch(undefined),
    clinicContracted: Answered,
    inBasicPackage: Answered,
    /** Asked the other way round than the condition: nobody has to answer "yes, it cannot". */
    timely: Answered,
    insured: Answered,
  })
  .transform(
    (form) =>
      Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as {
        readonly [Name in keyof typeof form]?: NonNullable<(typeof form)[Name]>;
      },
  );
export type RouteForm = z.output<typeof RouteForm>;

const OPPOSITE = { yes: "no", no: "yes", unknown: "unknown" } as const;

/** The request that the form makes; undefined while it does not say for whom. */
export function requestOf({ who, oneParent, purpose, country, timely, ...answers }: RouteForm): object | undefined {
  if (who === undefined) return undefined;
  const people = PEOPLE[who];
  return {
    ...people,
    ...answers,
    oneParent: people.patient === "child" && oneParent === "yes",
    category: purpose === "residence" ? 1 : 2,
    ...(country === OTHER_COUNTRY ? { clinicInEu: "no" } : country === undefined ? {} : { country }),
    ...(timely === undefined ? {} : { notTimely: OPPOSITE[timely] }),
  };
}
