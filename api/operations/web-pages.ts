/** The built pages: hashed files kept for ever, the one page of the application for every other address. */
import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import { refusalOfUnknown, type KnownRoute } from "../http/not-found.ts";

const BUILT = resolve(import.meta.dirname, "../../build/web");
const FOR_EVER = "public, max-age=31536000, immutable";
/** Addresses that are never a page of the application: those of programs, and names of files. */
const NOT_PAGES =
  /^\/(api|assets|metrics|healthz|readyz|stare|ce-cale|verificare-termen|dezabonare)(\/|$|\?)|^[^?]*\.\w+(\?|$)/;

export default fp(
  async (app, { routes }: { routes: readonly KnownRoute[] }) => {
    const root = app.services.config.WEB_ROOT ?? BUILT;
    const hasPages = existsSync(join(root, "index.html"));
    if (hasPages) {
      const { default: staticFiles } = await import("@fastify/static"); // not loaded where there are no pages
      await app.register(staticFiles, {
        root,
        wildcard: false,
        index: false,
        serveDotFiles: false,
        decorateReply: true,
        preCompressed: true, // the copies that the build leaves beside its files
        globIgnore: ["**/*.{br,gz}"], // they have no address of their own
        setHeaders: (response, path) => {
          const hashed = path.startsWith(join(root, "assets") + sep);
          void response.header("cache-control", hashed ? FOR_EVER : "no-cache");
        },
      });
    }
    app.setNotFoundHandler(async (request, reply) => {
      if (hasPages && isPage(request)) return await sendPage(reply);
      throw refusalOfUnknown(routes, request);
    });
  },
  { name: "dosar-web", dependencies: ["dosar-authentication"] },
);

function isPage({ method, url }: FastifyRequest): boolean {
  return (method === "GET" || method === "HEAD") && !NOT_PAGES.test(url);
}

async function sendPage(reply: FastifyReply): Promise<FastifyReply> {
  return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
}
