/** Who is away, and who stands in, as the API answers it. */
import { queryOptions } from "@tanstack/react-query";
import type { Colleague } from "../../domain/people/absences.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { get } from "./http.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AbsenceView {
  readonly id: string;
  readonly institution: string;
  readonly user: Named;
  readonly substitute: Named;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly declaredBy: string;
  readonly declaredAt: string;
  readonly withdrawnAt?: string;
  readonly mayWithdraw: boolean;
}

export interface ColleagueView extends Colleague {
  readonly institution: string;
  readonly mayDeclare: boolean;
}

export interface AbsenceList {
  readonly today: PlainDate;
  readonly items: readonly AbsenceView[];
  readonly people: readonly ColleagueView[];
}

export const absencesQuery = queryOptions({
  queryKey: ["absences"],
  queryFn: ({ signal }) => get<AbsenceList>("/api/absences", signal),
});
