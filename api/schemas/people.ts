/** What the API answers about people, for its own description. */
import { z } from "zod";

const Named = z.object({ id: z.uuid(), name: z.string() });

export const AbsenceSchema = z
  .object({
    id: z.uuid(),
    institution: z.string(),
    user: Named.meta({ description: "Who is away" }),
    substitute: Named.meta({ description: "Who receives their messages and has their work" }),
    fromOn: z.iso.date(),
    untilOn: z.iso.date().meta({ description: "The last day away" }),
    declaredBy: z.string(),
    declaredAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().optional(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: "Absence" });

export const AbsenceListSchema = z
  .object({
    today: z.iso.date(),
    items: z.array(AbsenceSchema),
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        institution: z.string(),
        roles: z.array(z.string()),
        mayDeclare: z.boolean().meta({ description: "Whether you may declare this person’s absence" }),
      }),
    ),
  })
  .meta({ id: "AbsenceList" });
