import type { RuleView } from "../../domain/case/view.ts";
import { getReading, type Rule } from "../../domain/law/index.ts";

/** A rule with its readings, as screens show it. */
export function ruleView({ id, kind, text, citation, readings, validFrom, deadline }: Rule): RuleView {
  return {
    id,
    kind,
    text,
    citation,
    readings: readings.map((reading) => ({ id: reading, text: getReading(reading).text })),
    validFrom,
    ...(deadline === undefined
      ? {}
      : {
          deadline: {
            value: deadline.value,
            unit: deadline.unit,
            mode: deadline.mode,
            duty: deadline.duty,
            startsAt: deadline.startsAt,
            rollsForward: deadline.rollsForward === true,
            interruptedByDeclaredDays: deadline.interruptedByDeclaredDays,
          },
        }),
  };
}
