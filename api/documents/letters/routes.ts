import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type pg from "pg";
import { z } from "zod";
import { calendarsOf } from "../../../domain/case/calendars.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import {
  getLetter,
  isLetterId,
  LETTER_LANGUAGES,
  type LetterId,
  type LetterLanguage,
} from "../../../domain/moh/letters.ts";
import type { MohHouse } from "../../../domain/people/roles.ts";
import { bucharestDate } from "../../../domain/plain-date.ts";
import { membershipFor } from "../../authorisation.ts";
import { presentCase } from "../../cases/case-view.ts";
import { findCase } from "../../cases/read-case.ts";
import { ApiError, invalidField, missingField, notFound } from "../../http/api-error.ts";
import { optional } from "../../http/query.ts";
import { answer } from "../../http/validation.ts";
import { getCaseHead, getPerson } from "../../people/authentication.ts";
import { statusThrottle } from "../../public/caller.ts";
import { LettersSchema } from "../../schemas/letters.ts";
import type { Services } from "../../services.ts";
import { sendPdf } from "../send-pdf.ts";
import { emptyApplication } from "./application.ts";
import type { House, LetterContext } from "./context.ts";
import { letterData, receiptWithCode } from "./make.ts";
import { checkLetter, letterViews } from "./standing.ts";

const TEMPLATE = "letters/letter.typ";
const CaseParams = z.object({ id: z.string() });

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool, typesetter, config, keyring } = services;
    const throttle = statusThrottle(config.PUBLIC_STATUS_PER_MINUTE);

    app.get(
      "/api/cases/:id/letters",
      {
        config: { action: "case.letter", audit: "case.read" },
        schema: {
          tags: ["letters"],
          summary: "Which letters and forms can be made of the file now, and why not the others",
          params: CaseParams,
          response: { 200: answer(LettersSchema) },
        },
      },
      async (request) => {
        const { file } = await readFile(services, request);
        return letterViews(file, getPerson(request), getCaseHead(request));
      },
    );

    app.get(
      "/api/cases/:id/letters/:letter.pdf",
      {
        config: { action: "case.letter", audit: "case.letter" },
        schema: {
          tags: ["letters"],
          summary: "A letter or form of the file (PDF)",
          params: z.object({ id: z.string(), letter: z.string().max(60) }),
          querystring: z.strictObject({
            lang: optional(z.enum(LETTER_LANGUAGES)),
            clinic: optional(z.string().max(40)),
          }),
        },
      },
      async (request, reply) => {
        const { letter } = request.params;
        if (!isLetterId(letter)) throw notFound();
        const { file, context } = await readFile(services, request);
        checkLetter(letter, file, getPerson(request), getCaseHead(request));
        const { lang, clinic } = request.query;
        const language = languageIn(letter, lang);
        const chosen = clinicOf(letter, file, clinic);
        const data = letterData(letter, { ...(await context(getLetter(letter).by)), language, clinic: chosen });
        const name = [letter, ...(chosen === undefined ? [] : [chosen.id]), fileNumber(file)].join("-");
        return sendPdf(reply, await typesetter.typeset(TEMPLATE, data), `${name}.pdf`);
      },
    );

    app.post(
      "/api/cases/:id/receipt.pdf",
      {
        config: { action: "case.receipt", audit: "case.receipt" },
        schema: {
          tags: ["letters"],
          summary: "The receipt with the access code (PDF), for who filed, with the commandId of the filing",
          params: CaseParams,
          body: z.strictObject({ commandId: z.uuid().transform((id) => id.toLowerCase()) }),
        },
      },
      async (request, reply) => {
        const { caseId } = getCaseHead(request);
        const { commandId } = request.body;
        if (!(await isFilingOf(pool, { caseId, commandId, userId: getPerson(request).id }))) {
          throw new ApiError(409, "NOT_THE_FILING");
        }
        const { file, context } = await readFile(services, request);
        const data = receiptWithCode(await context(["dsp"]), keyring.accessCode(caseId, commandId));
        return sendPdf(reply, await typesetter.typeset(TEMPLATE, data), `receipt-${fileNumber(file)}.pdf`);
      },
    );

    app.get(
      "/api/forms/application.pdf",
      {
        config: { action: "letter.blank" },
        schema: {
          tags: ["letters"],
          summary: "The standard application, empty (PDF), in Romanian",
          querystring: z.strictObject({ institution: optional(z.string().max(20)) }),
        },
      },
      async (request, reply) => {
        throttle.check(request);
        const { institution } = request.query;
        const name = await directorateName(pool, institution);
        throttle.note(request, "right");
        const data = emptyApplication(bucharestDate(services.now()), name);
        return sendPdf(reply, await typesetter.typeset(TEMPLATE, data, "anybody"), "cerere-tip.pdf");
      },
    );
  },
  { name: "dosar-letters", dependencies: ["dosar-authentication"] },
);

interface ReadFile {
  readonly file: MohCaseView;
  /** All that a letter is made from; `by`: the houses whose letter it is. */
  context(by: readonly MohHouse[]): Promise<LetterContext>;
}

async function readFile(services: Services, request: FastifyRequest): Promise<ReadFile> {
  const { pool, calendars, config } = services;
  const [person, head] = [getPerson(request), getCaseHead(request)];
  const found = await findCase(pool, head.caseId);
  if (found === undefined) throw notFound();
  const row = found;
  const now = services.now();
  const calendar = await calendars.at(row.calendar_number);
  const view = await presentCase(services, person, row);
  if (view.process !== "moh") throw notFound();
  const file: MohCaseView = view;
  async function context(by: readonly MohHouse[]): Promise<LetterContext> {
    const houses = await housesOf(pool, file);
    const issuer = membershipFor(person, "case.letter", { case: head, houses: by });
    return {
      file,
      state: row.state,
      houses,
      issuer: houses[by.find((kind) => kind === issuer?.kind) ?? "dsp"],
      person: person.name,
      today: bucharestDate(now),
      language: "ro",
      calendarOf: calendarsOf(calendar, file.institutions),
      publicUrl: config.PUBLIC_URL,
    };
  }
  return { file, context };
}

async function housesOf(pool: pg.Pool, { institutions }: MohCaseView): Promise<Record<MohHouse, House>> {
  const ids = [institutions.dsp, institutions.cst, institutions.ministry];
  const { rows } = await pool.query<House>(
    `SELECT kind, name_ro AS "nameRo", name_en AS "nameEn", county FROM institutions WHERE id = ANY ($1)`,
    [ids],
  );
  const houseOf = (kind: MohHouse): House => {
    const house = rows.find((row) => row.kind === kind);
    if (house === undefined) throw new RangeError(`the file has no ${kind}`);
    return house;
  };
  return { dsp: houseOf("dsp"), cst: houseOf("cst"), ministry: houseOf("ministry") };
}

/** @throws ApiError 422 for a language in which the letter is not written. */
function languageIn(letter: LetterId, asked: LetterLanguage | undefined): LetterLanguage {
  const { languages } = getLetter(letter);
  const [own = "ro"] = languages;
  if (asked === undefined) return own;
  if (!languages.includes(asked)) throw invalidField("LETTER_LANGUAGE", "lang", { known: languages.join(", ") });
  return asked;
}

/** The clinic that a letter goes to. @throws ApiError 422 when it needs one and none is named, or none of this name is in the file. */
function clinicOf(
  letter: LetterId,
  { clinics }: MohCaseView,
  asked: string | undefined,
): MohCaseView["clinics"][number] | undefined {
  if (getLetter(letter).perClinic !== true) return undefined;
  if (asked === undefined) throw missingField("clinic");
  const clinic = clinics.find(({ id }) => id === asked);
  const allowed = clinics.map(({ id }) => id).join(", ");
  if (clinic === undefined) throw invalidField("UNKNOWN_CLINIC", "clinic", { clinic: asked, allowed }, "MOH-33");
  return clinic;
}

/** True for the command that filed the dossier, given by this person: the only one who was told the code. */
async function isFilingOf(
  pool: pg.Pool,
  { caseId, commandId, userId }: { readonly caseId: string; readonly commandId: string; readonly userId: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    "SELECT FROM commands WHERE case_id = $1 AND command_id = $2 AND type = 'fileDossier' AND actor_id = $3",
    [caseId, commandId, userId],
  );
  return rowCount === 1;
}

async function directorateName(pool: pg.Pool, institution: string | undefined): Promise<string | undefined> {
  if (institution === undefined) return undefined;
  const { rows } = await pool.query<{ name: string }>(
    "SELECT name_ro AS name FROM institutions WHERE id = $1 AND kind = 'dsp'",
    [institution],
  );
  if (rows[0] === undefined) throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution });
  return rows[0].name;
}

/** The number of the file, fit for the name of a document. */
function fileNumber({ registrationNumber }: MohCaseView): string {
  return registrationNumber.replaceAll("/", "-");
}
