import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type pg from "pg";
import { z } from "zod";
import { LETTER_LANGUAGES, type LetterDefinition, type LetterLanguage } from "../../../domain/case/letters.ts";
import { findLetter } from "../../../domain/letters.ts";
import type { InstitutionKind } from "../../../domain/people/roles.ts";
import { bucharestDate, type PlainDate } from "../../../domain/plain-date.ts";
import { ApiError, invalidField, missingField, notFound } from "../../http/api-error.ts";
import { optional } from "../../http/query.ts";
import { answer } from "../../http/validation.ts";
import { getCaseHead, getPerson } from "../../people/authentication.ts";
import { statusThrottle } from "../../public/caller.ts";
import { LettersSchema } from "../../schemas/letters.ts";
import { sendPdf } from "../send-pdf.ts";
import type { LetterDesk } from "./desk.ts";
import { letterDeskOf } from "./desks.ts";
import { emptyApplication as emptyE112Application } from "./e112/application.ts";
import { emptyReport } from "./e112/report.ts";
import { framed, type LetterData } from "./frame.ts";
import { emptyApplication } from "./moh/application.ts";
import { fileNumber, readFile } from "./read-file.ts";
import { checkLetter, letterViews } from "./standing.ts";

const TEMPLATE = "letters/letter.typ";
const CaseParams = z.object({ id: z.string() });

/** What is handed out empty; `institution`: of which house. */
const BLANK_FORMS: readonly {
  readonly url: string;
  readonly summary: string;
  readonly kind: InstitutionKind;
  readonly make: (today: PlainDate, institution?: string) => LetterData;
  readonly name: string;
}[] = [
  {
    url: "/api/forms/application.pdf",
    summary: "The standard application, empty (PDF), in Romanian",
    kind: "dsp",
    make: emptyApplication,
    name: "cerere-tip",
  },
  {
    url: "/api/forms/e112-application.pdf",
    summary: "The standard application for form E112/S2, empty (PDF), in Romanian",
    kind: "cas",
    make: emptyE112Application,
    name: "cerere-tip-e112",
  },
  {
    url: "/api/forms/e112-medical-report.pdf",
    summary: "The standard medical report for form E112/S2, empty (PDF), in Romanian",
    kind: "cas",
    make: emptyReport,
    name: "raport-medical-e112",
  },
];

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
        const id = request.params.letter;
        const head = getCaseHead(request);
        const letter = findLetter(head.process, id);
        const desk = letterDeskOf(head.process);
        const make = desk.makers[id];
        if (letter === undefined || make === undefined) throw notFound();
        const { file, context } = await readFile(services, request);
        checkLetter(id, letter, file, getPerson(request), head);
        const { lang, clinic } = request.query;
        const language = languageIn(letter, lang);
        const chosen = clinicOf(letter, desk.clinicsOf(file), clinic);
        const all = { ...(await context(letter.by)), language, clinic: chosen };
        const data = framed(make(all), all);
        const name = [id, ...(chosen === undefined ? [] : [chosen]), fileNumber(file)].join("-");
        return sendPdf(reply, await typesetter.typeset(TEMPLATE, data), `${name}.pdf`);
      },
    );

    app.post(
      "/api/cases/:id/receipt.pdf",
      {
        config: { action: "case.receipt", audit: "case.receipt" },
        schema: {
          tags: ["letters"],
          summary:
            "The receipt with the access code (PDF), for who filed, with the commandId of the filing; without it for a file that another house passed on",
          params: CaseParams,
          body: z.strictObject({
            commandId: z
              .uuid()
              .transform((id) => id.toLowerCase())
              .optional(),
          }),
        },
      },
      async (request, reply) => {
        const { caseId, process } = getCaseHead(request);
        const desk = letterDeskOf(process);
        const given = request.body.commandId;
        const commandId =
          given === undefined
            ? await filingOfPassed(pool, caseId)
            : await filingOf(pool, desk, { caseId, commandId: given, userId: getPerson(request).id });
        if (commandId === undefined) throw new ApiError(409, "NOT_THE_FILING");
        const { file, context } = await readFile(services, request);
        const all = await context();
        const data = framed(desk.receipt(all, keyring.accessCode(caseId, commandId)), all);
        return sendPdf(reply, await typesetter.typeset(TEMPLATE, data), `receipt-${fileNumber(file)}.pdf`);
      },
    );

    for (const { url, summary, kind, make, name } of BLANK_FORMS) {
      app.get(
        url,
        {
          config: { action: "letter.blank" },
          schema: {
            tags: ["letters"],
            summary,
            querystring: z.strictObject({ institution: optional(z.string().max(20)) }),
          },
        },
        async (request, reply) => {
          throttle.check(request);
          const house = await houseNameOf(pool, kind, request.query.institution);
          throttle.note(request, "right");
          const data = make(bucharestDate(services.now()), house);
          return sendPdf(reply, await typesetter.typeset(TEMPLATE, data, "anybody"), `${name}.pdf`);
        },
      );
    }
  },
  { name: "dosar-letters", dependencies: ["dosar-authentication"] },
);

/** @throws ApiError 422 for a language in which the letter is not written. */
function languageIn({ languages }: LetterDefinition, asked: LetterLanguage | undefined): LetterLanguage {
  const [own = "ro"] = languages;
  if (asked === undefined) return own;
  if (!languages.includes(asked)) throw invalidField("LETTER_LANGUAGE", "lang", { known: languages.join(", ") });
  return asked;
}

/** The clinic that a letter goes to. @throws ApiError 422 when it needs one and none is named, or none of this name is in the file. */
function clinicOf(
  { perClinic }: LetterDefinition,
  clinics: readonly { readonly id: string }[],
  asked: string | undefined,
): string | undefined {
  if (perClinic !== true) return undefined;
  if (asked === undefined) throw missingField("clinic");
  if (clinics.some(({ id }) => id === asked)) return asked;
  const allowed = clinics.map(({ id }) => id).join(", ");
  throw invalidField("UNKNOWN_CLINIC", "clinic", { clinic: asked, allowed }, "MOH-33");
}

/** The command, when it opened the file and was given by this person: the only one who was told the code. */
async function filingOf(
  pool: pg.Pool,
  { filing }: LetterDesk,
  { caseId, commandId, userId }: { readonly caseId: string; readonly commandId: string; readonly userId: string },
): Promise<string | undefined> {
  const { rowCount } = await pool.query(
    "SELECT FROM commands WHERE case_id = $1 AND command_id = $2 AND type = $4 AND actor_id = $3",
    [caseId, commandId, userId, filing],
  );
  return rowCount === 1 ? commandId : undefined;
}

/** The command that opened a file which another house passed on: nobody stood at the desk, so the code is given when it is asked for. */
async function filingOfPassed(pool: pg.Pool, caseId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.command_id AS id FROM commands k JOIN case_links l ON l.to_case = k.case_id
     WHERE k.case_id = $1 AND k.version = 1`,
    [caseId],
  );
  return rows[0]?.id;
}

/** The name of a house of this kind; undefined for none. @throws ApiError 422 for one that is not there. */
async function houseNameOf(
  pool: pg.Pool,
  kind: InstitutionKind,
  institution: string | undefined,
): Promise<string | undefined> {
  if (institution === undefined) return undefined;
  const { rows } = await pool.query<{ name: string }>(
    "SELECT name_ro AS name FROM institutions WHERE id = $1 AND kind = $2",
    [institution, kind],
  );
  if (rows[0] === undefined) throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution });
  return rows[0].name;
}
