/** The HTTP side of Dosar, ready to listen or to be injected into. */
import helmet from "@fastify/helmet";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { createCalendarReader } from "../prisma/calendar-reader.ts";
import { auditLog } from "./admin/audit-log.ts";
import administration from "./admin/routes.ts";
import calendar from "./calendar/routes.ts";
import cases from "./cases/routes.ts";
import law from "./deadlines/routes.ts";
import forms from "./documents/forms/routes.ts";
import letters from "./documents/letters/routes.ts";
import documents from "./documents/routes.ts";
import { createTypesetter } from "./documents/typesetter.ts";
import funds from "./funds/routes.ts";
import errors from "./http/errors.ts";
import type { KnownRoute } from "./http/not-found.ts";
import { validatorCompiler } from "./http/validation.ts";
import health from "./operations/health.ts";
import metrics from "./operations/metrics.ts";
import openapi from "./operations/openapi.ts";
import reference from "./operations/reference.ts";
import imports from "./imports/routes.ts";
import webPages from "./operations/web-pages.ts";
import absences from "./people/absence-routes.ts";
import authentication from "./people/authentication.ts";
import session from "./people/session-routes.ts";
import { isSecure } from "./people/session-token.ts";
import preparationRoutes from "./public/preparation-routes.ts";
import publicRoute from "./public/route-routes.ts";
import publicStatus from "./public/routes.ts";
import verification from "./public/verification-routes.ts";
import rates from "./rates/routes.ts";
import reminders from "./reminders/routes.ts";
import unsubscribe from "./public/unsubscribe-routes.ts";
import type { Services } from "./services.ts";
import settings from "./settings/routes.ts";
import statistics from "./statistics/routes.ts";
import tasks from "./tasks/routes.ts";

const LARGEST_BODY_BYTES = 512 * 1024;

/** Every route of the product, over these services. */
export async function buildApp(given: Omit<Services, "audit" | "calendars" | "typesetter">): Promise<FastifyInstance> {
  const { LOG_LEVEL: level, TRUSTED_PROXIES } = given.config;
  const app = Fastify({
    logger: level === "silent" ? false : { level, base: null },
    // One line a request, without the words of a search; written below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY_BYTES,
    trustProxy: (_address, hop) => hop < TRUSTED_PROXIES,
    exposeHeadRoutes: true,
    forceCloseConnections: "idle",
  }).withTypeProvider<ZodTypeProvider>();
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  const services: Services = {
    ...given,
    audit: auditLog(given.pool, app.log),
    calendars: createCalendarReader(given.pool),
    typesetter: createTypesetter(app.log),
  };
  app.decorate("services", services);

  const routes: KnownRoute[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    for (const one of [method].flat()) routes.push({ method: one, url, action: config?.action });
  });
  app.decorate("knownRoutes", routes);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.is404 ? "unknown" : request.routeOptions.url;
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        case: request.audited.caseId,
      },
      "answered",
    );
  });
  app.addHook("onClose", async () => {
    await services.typesetter.close();
    await services.audit.flush();
  });

  await app.register(helmet, securityHeaders(services));
  await app.register(errors);
  await app.register(authentication);
  await app.register(openapi);
  for (const plugin of [
    session,
    absences,
    reminders,
    cases,
    tasks,
    statistics,
    law,
    calendar,
    rates,
    settings,
    imports,
    funds,
    documents,
    letters,
    forms,
    publicStatus,
    publicRoute,
    preparationRoutes,
    verification,
    unsubscribe,
    administration,
    reference,
    health,
    metrics,
  ]) {
    await app.register(plugin);
  }
  await app.register(webPages, { routes });
  return app;
}

/** Scripts and connections from here alone; the component set writes its styles into the page. */
function securityHeaders({ config }: Services): Parameters<typeof helmet>[1] & object {
  const secure = isSecure(config);
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        ...(secure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  };
}
