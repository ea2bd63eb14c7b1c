/** The calendar of working days: for anybody to read, for its owners to change. */
import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { calendarActs } from "../../domain/calendar/acts.schema.ts";
import type { CalendarChangeView } from "../../domain/calendar/administration.ts";
import { bucharestDate, yearOf } from "../../domain/plain-date.ts";
import { EngineUnavailable } from "../engine/case-engine.ts";
import { invalidField, notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { cursor, language, optional } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import {
  CalendarChangePageSchema,
  CalendarChangeSchema,
  CalendarYearSchema,
  MovePageSchema,
  SimulationSchema,
} from "../schemas/calendar.ts";
import { changesVisibleTo, getChange, listChanges } from "./changes.ts";
import { controlChange } from "./control-change.ts";
import { exportedDays, toCsv, toIcs } from "./export.ts";
import importing from "./import-route.ts";
import { CalendarChangeRequest, saveChange } from "./save-change.ts";
import { moreMoves, simulate } from "./simulate.ts";
import { institutionsById, standingCalendar } from "./standing.ts";
import { daysOf, requireYear, yearView } from "./year-view.ts";

const year = optional(z.coerce.number().int());
const institution = optional(z.string().trim().max(20));
const YearQuery = z.strictObject({ year, institution, lang: language });
const ExportQuery = z.strictObject({
  format: z.enum(["csv", "ics"]).default("csv"),
  year,
  institution,
  lang: language,
});

const ChangeParams = z.object({ number: z.string() });

/** @throws ApiError 404 for what is no number of a change. */
function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw notFound();
  return Number(text);
}

/** The audit log says whose calendar it was. */
function noteOwner(request: FastifyRequest, { institution: owner }: CalendarChangeView): void {
  if (owner !== undefined) request.audited.institution = owner;
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool, calendars, now } = services;

    async function requireInstitution(id: string | undefined): Promise<void> {
      if (id === undefined || (await institutionsById(pool)).has(id)) return;
      throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution: id });
    }

    app.get(
      "/api/calendar",
      {
        config: { action: "calendar.read" },
        schema: {
          tags: ["calendar"],
          summary: "A year, day by day: which days work, and why the others do not",
          querystring: YearQuery,
          response: { 200: answer(CalendarYearSchema) },
        },
      },
      async (request) => {
        const { institution: whose, year: asked = yearOf(bucharestDate(now())) } = request.query;
        await requireInstitution(whose);
        const { data, days } = await standingCalendar(pool, calendars);
        return yearView(data, days, { year: asked, institution: whose, named: request.person !== undefined });
      },
    );

    app.get(
      "/api/calendar/export",
      {
        config: { action: "calendar.read" },
        schema: {
          tags: ["calendar"],
          summary: "Legal holidays and declared days as CSV or iCalendar; of one year, or of all",
          querystring: ExportQuery,
        },
      },
      async (request, reply) => {
        const { institution: whose, year: asked, format } = request.query;
        await requireInstitution(whose);
        if (asked !== undefined) requireYear(asked);
        const { days: recorded } = await standingCalendar(pool, calendars);
        const declared = daysOf(recorded, { year: asked, institution: whose });
        const days = exportedDays(declared, asked, languageOf(request));
        const name = ["calendar", whose, asked].filter((part) => part !== undefined).join("-");
        return reply
          .type(format === "csv" ? "text/csv; charset=utf-8" : "text/calendar; charset=utf-8")
          .header("content-disposition", `attachment; filename="${name}.${format}"`)
          .send(format === "csv" ? toCsv(days) : toIcs(days));
      },
    );

    await app.register(importing);

    app.post(
      "/api/calendar/simulations",
      {
        config: { action: "calendar.simulate", audit: "calendar.simulate" },
        schema: {
          tags: ["calendar"],
          summary: "Which open deadlines the acts would move, by institution; nothing is saved",
          body: z.strictObject({ acts: calendarActs }),
          response: { 200: answer(SimulationSchema) },
        },
      },
      async (request) => await simulate(services, getPerson(request), request.body.acts),
    );

    app.post(
      "/api/calendar/simulations/moves",
      {
        config: { action: "calendar.simulate" },
        schema: {
          tags: ["calendar"],
          summary: "More of the deadlines that the acts would move",
          body: z.strictObject({ acts: calendarActs, cursor: z.string().min(1).max(500) }),
          response: { 200: answer(MovePageSchema) },
        },
      },
      async (request) => await moreMoves(services, getPerson(request), request.body),
    );

    app.post(
      "/api/calendar/changes",
      {
        config: { action: "calendar.change", audit: "calendar.change" },
        schema: {
          tags: ["calendar"],
          summary: "Save a change of the calendar; it is then carried into the open files",
          body: CalendarChangeRequest,
          response: { 201: answer(CalendarChangeSchema) },
        },
      },
      async (request, reply) => {
        const change = await saveChange(services, getPerson(request), request.body);
        noteOwner(request, change);
        await carryOut(request, change.number);
        return reply.code(201).header("location", `/api/calendar/changes/${change.number}`).send(change);
      },
    );

    app.get(
      "/api/calendar/changes",
      {
        config: { action: "calendar.history" },
        schema: {
          tags: ["calendar"],
          summary: "Changes of the calendar, newest first",
          querystring: z.strictObject({ cursor, lang: language }),
          response: { 200: answer(CalendarChangePageSchema) },
        },
      },
      async (request) =>
        await listChanges(pool, changesVisibleTo(getPerson(request), "calendar.history"), request.query.cursor),
    );

    app.get(
      "/api/calendar/changes/:number",
      {
        config: { action: "calendar.history" },
        schema: {
          tags: ["calendar"],
          summary: "A change of the calendar, and how far it has been carried into the open files",
          params: ChangeParams,
          response: { 200: answer(CalendarChangeSchema) },
        },
      },
      async (request, reply) => {
        void reply.header("cache-control", "no-store");
        const scope = changesVisibleTo(getPerson(request), "calendar.history");
        return await getChange(pool, scope, numberOf(request.params.number));
      },
    );

    for (const wanted of ["stop", "resume"] as const) {
      app.post(
        `/api/calendar/changes/:number/${wanted}`,
        {
          config: { action: "calendar.change", audit: `calendar.${wanted}` },
          schema: {
            tags: ["calendar"],
            summary: wanted === "stop" ? "Stop carrying a change into the files" : "Go on carrying it into the files",
            params: ChangeParams,
            response: { 200: answer(CalendarChangeSchema) },
          },
        },
        async (request) => {
          const number = numberOf(request.params.number);
          const change = await controlChange(services, getPerson(request), number, wanted);
          noteOwner(request, change);
          await carryOut(request, number);
          return change;
        },
      );
    }

    /** The engine is told; when it is away, the worker starts by itself what is saved. */
    async function carryOut(request: FastifyRequest, number: number): Promise<void> {
      try {
        await services.engine.applyCalendarChange(number);
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        request.log.warn(
          { err: error, change: number },
          "the engine is away; the change is carried out when it is back",
        );
      }
    }
  },
  { name: "dosar-calendar", dependencies: ["dosar-authentication", "dosar-cases"] },
);
