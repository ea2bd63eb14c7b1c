import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { CalendarRangeError } from "../../domain/calendar/working-calendar.ts";
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { getDeadlineRule, RuleError } from "../../domain/law/index.ts";
import { findInstitutionName } from "../documents/institution-name.ts";
import { recompute } from "../documents/recompute.ts";
import { readTerm, VERIFICATION_PATH, type PrintedTerm } from "../documents/verification.ts";
import { ruleView } from "../deadlines/rule-view.ts";
import { noteError } from "../http/errors.ts";
import type { Services } from "../services.ts";
import { statusThrottle } from "./caller.ts";
import { pageLanguage, sendPage } from "./page.ts";
import { failurePage, introductionPage, unreadablePage, verificationPage, type Verified } from "./verification-page.ts";

/** Apart from the rest: failures are pages. */
async function verificationPages(app: FastifyInstance): Promise<void> {
  const { services } = app;
  const throttle = statusThrottle(services.config.PUBLIC_STATUS_PER_MINUTE);
  app.setErrorHandler((error, request, reply) => {
    const { status, code, params, headers } = noteError(error, request);
    const known = status < 500 ? code : "ENGINE_UNAVAILABLE";
    const html = failurePage(pageLanguage(request), addressOf(request), { code: known, params });
    return sendPage(reply.code(status).headers(headers), html);
  });

  app.get(VERIFICATION_PATH, { config: { action: "deadline.verify" } }, async (request, reply) => {
    throttle.check(request);
    const language = pageLanguage(request);
    const address = addressOf(request);
    if (Object.keys(request.query as object).every((name) => name === "lang")) {
      return sendPage(reply, introductionPage(language, address));
    }
    const read = readTerm(request.query, services.keyring);
    const verified = read.kind === "read" ? await verify(services, read.term, read.genuine, language) : undefined;
    throttle.note(request, verified?.genuine === true ? "right" : "wrong");
    if (verified === undefined) return sendPage(reply.code(400), unreadablePage(language, address));
    return sendPage(reply, verificationPage(language, address, verified));
  });
}

/** The term by the calendar of then and by today's; undefined when it can be computed by neither, or for a house that is not there. */
async function verify(
  { calendars, pool }: Services,
  term: PrintedTerm,
  genuine: boolean,
  language: Language,
): Promise<Verified | undefined> {
  const institution = await findInstitutionName(pool, term.institution, language);
  // A calendar is kept in memory for each house asked for: anybody may ask, so only for those that there are.
  if (term.institution !== undefined && institution === undefined) return undefined;
  const latest = await calendars.latest();
  const old = await calendarOfThen(calendars, term.calendarNumber);
  try {
    const now = recompute(term, latest);
    const atPrint = old === undefined ? undefined : recompute(term, old);
    return {
      term,
      genuine,
      ...(atPrint === undefined ? {} : { atPrint }),
      now,
      calendarNumber: latest.number,
      rule:
        "rule" in term
          ? ruleView(getDeadlineRule(term.rule, term.startsOn), (atPrint ?? now).calendar, term.duty)
          : undefined,
      institution,
    };
  } catch (error) {
    if (error instanceof CalendarRangeError || error instanceof RuleError) return undefined;
    throw error;
  }
}

async function calendarOfThen(calendars: Services["calendars"], number: number): Promise<CalendarData | undefined> {
  try {
    return await calendars.at(number);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same page in a language. */
function addressOf(request: FastifyRequest): (language: Language) => string {
  const [path, query = ""] = request.url.split("?");
  return (language) => {
    const parameters = new URLSearchParams(query);
    parameters.set("lang", language);
    return `${path}?${parameters.toString()}`;
  };
}

export default fp(
  async (app) => {
    await app.register(verificationPages);
  },
  { name: "dosar-verification", dependencies: ["dosar-authentication"] },
);
