/** A file with all that its letters are made from. */
import type { FastifyRequest } from "fastify";
import type pg from "pg";
import { calendarsOf } from "../../../domain/case/calendars.ts";
import type { CaseView } from "../../../domain/case/view.ts";
import { getHouse, type Houses } from "../../../domain/people/houses.ts";
import type { InstitutionKind } from "../../../domain/people/roles.ts";
import { bucharestDate } from "../../../domain/plain-date.ts";
import { membershipFor } from "../../authorisation.ts";
import { presentCase } from "../../cases/case-view.ts";
import { findCase } from "../../cases/read-case.ts";
import { notFound } from "../../http/api-error.ts";
import { getCaseHead, getPerson } from "../../people/authentication.ts";
import type { Services } from "../../services.ts";
import type { House, LetterContext } from "./context.ts";
import { letterDeskOf } from "./desks.ts";

interface ReadFile {
  readonly file: CaseView;
  /** All that a letter is made from; `by`: the houses whose letter it is, or the one that keeps the file. */
  context(by?: readonly InstitutionKind[]): Promise<LetterContext>;
}

/** The file that a request names. @throws ApiError 404 when there is none. */
export async function readFile(services: Services, request: FastifyRequest): Promise<ReadFile> {
  const { pool, calendars, config } = services;
  const [person, head] = [getPerson(request), getCaseHead(request)];
  const found = await findCase(pool, head.caseId);
  if (found === undefined) throw notFound();
  const row = found;
  const now = services.now();
  const calendar = await calendars.at(row.calendar_number);
  const file = await presentCase(services, person, row);
  const { houses: kinds } = letterDeskOf(file.process);

  async function context(by: readonly InstitutionKind[] = [kinds[0]]): Promise<LetterContext> {
    const houses = await readHouses(pool, kinds, file.institutions);
    const issuer = membershipFor(person, "case.letter", { case: head, houses: by });
    return {
      file,
      state: row.state,
      houses,
      issuer: houses[by.find((kind) => kind === issuer?.kind) ?? kinds[0]],
      person: person.name,
      today: bucharestDate(now),
      language: "ro",
      calendarOf: calendarsOf(calendar, file.institutions),
      publicUrl: config.PUBLIC_URL,
    };
  }
  return { file, context };
}

/** The houses of a file. Those that its process does not have are not asked for. */
async function readHouses(
  pool: pg.Pool,
  kinds: readonly InstitutionKind[],
  institutions: Houses,
): Promise<Record<InstitutionKind, House>> {
  const ids = kinds.map((kind) => getHouse(institutions, kind));
  const { rows } = await pool.query<House>(
    `SELECT id, kind, name_ro AS "nameRo", name_en AS "nameEn", county FROM institutions WHERE id = ANY ($1)`,
    [ids],
  );
  const found = kinds.map((kind) => {
    const house = rows.find((row) => row.kind === kind);
    if (house === undefined) throw new RangeError(`the file has no ${kind}`);
    return [kind, house] as const;
  });
  return Object.fromEntries(found) as Record<InstitutionKind, House>;
}

/** The number of the file, fit for the name of a document. */
export function fileNumber({ registrationNumber }: CaseView): string {
  return registrationNumber.replaceAll("/", "-");
}
