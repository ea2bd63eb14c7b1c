/** The description of the API, made from the schemas that check its requests. */
import swagger from "@fastify/swagger";
import fp from "fastify-plugin";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { commandTypes, findCommandSchema, schemaName } from "../../domain/commands/index.schema.ts";
import { PROCESS_NAMES, wordsOf } from "../../domain/process-words.ts";
import { ACTIONS, type Action } from "../authorisation.ts";
import { CommandEnvelope } from "../cases/envelope.ts";
import { filingSchema } from "../cases/open-case.ts";
import { UPLOAD_TYPES } from "../cases/uploads.ts";
import type { KnownRoute } from "../http/not-found.ts";
import { sessionCookie } from "../people/session-token.ts";
import { ErrorSchema } from "../schemas/answers.ts";

type Json = Record<string, unknown>;
interface Operation {
  requestBody?: unknown;
  responses?: Json;
  security?: readonly Record<string, readonly string[]>[];
}
interface Document {
  readonly paths?: Record<string, Record<string, Operation>>;
  readonly components?: { readonly schemas?: Json };
}

/** Name of the security scheme. */
const SESSION = "session";
/** Every command, with the process that has it. */
const COMMANDS = PROCESS_NAMES.flatMap((process) => commandTypes(process).map((type) => ({ process, type })));
type NamedCommand = (typeof COMMANDS)[number];
const FAILURES: Readonly<Record<string, string>> = {
  400: "The request could not be read",
  401: "Sign in first",
  403: "The role does not allow it",
  404: "It does not exist, or is out of reach",
  409: "Not possible now: what is allowed stands in `allowed`",
  413: "Too large",
  415: "Another content type",
  422: "Fields that are missing or wrong",
  429: "Too many requests",
  503: "The engine does not answer in time: send the same again",
};

export default fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: "3.1.0",
        info: {
          title: "Dosar",
          version: "1",
          description: "Treatment abroad through the Ministry of Health: files, commands, queues, deadlines.",
        },
        components: {
          securitySchemes: {
            [SESSION]: {
              type: "apiKey",
              in: "cookie",
              name: sessionCookie(app.services.config),
              description: "Set by POST /api/session",
            },
          },
        },
      },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    });
    let document: Document | undefined;
    app.get("/api/openapi.json", { config: { action: "public.read" }, schema: { hide: true } }, async () => {
      document ??= complete(app.swagger() as unknown as Document, app.knownRoutes);
      return document;
    });
  },
  { name: "dosar-openapi", dependencies: ["dosar-authentication"] },
);

/** Adds what the routes check by themselves: who is let in, the bodies of commands, one by one, and how refusals look. */
function complete(made: Document, routes: readonly KnownRoute[]): Document {
  const needsSession = new Set(
    routes.filter(({ action }) => isProtected(action)).map(({ method, url }) => operationKey(method, url)),
  );
  const described = (path: string, method: string, operation: Operation): Operation => ({
    ...withFailures(operation),
    ...(needsSession.has(operationKey(method, path)) ? { security: [{ [SESSION]: [] }] } : {}),
  });
  const paths = Object.fromEntries(
    Object.entries(made.paths ?? {}).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations).map(([method, operation]) => [method, described(path, method, operation)]),
      ),
    ]),
  );
  setBody(paths["/api/cases"]?.["post"], {
    oneOf: PROCESS_NAMES.map((process) => jsonSchema(filingSchema(process))),
    discriminator: { propertyName: "process" },
  });
  setBody(paths["/api/cases/{id}/commands"]?.["post"], {
    description: "Which commands a file takes follows from its process; each says its own.",
    anyOf: COMMANDS.map((command) => ({ $ref: `#/components/schemas/${commandName(command)}` })),
  });
  setUpload(paths["/api/cases/{id}/uploads"]?.["post"]);
  setImport(paths["/api/calendar/import"]?.["post"], ["text/csv", "text/calendar", "text/plain"], "CSV or iCalendar");
  setImport(paths["/api/exchange-rates/import"]?.["post"], ["application/xml", "text/xml"], "The XML of the BNR");
  setDownload(paths["/api/cases/{id}/uploads/{uploadId}"]?.["get"]);
  const payloads = COMMANDS.flatMap(({ process, type }) => {
    const schema = findCommandSchema(process, type);
    return schema === undefined ? [] : [[schemaName(process, type), jsonSchema(schema.payload)]];
  });
  const commands = COMMANDS.map((command) => [commandName(command), commandSchema(command)]);
  return {
    ...made,
    paths,
    components: {
      ...made.components,
      schemas: {
        ...withoutInputs(made.components?.schemas ?? {}),
        Error: jsonSchema(ErrorSchema),
        ...Object.fromEntries([...payloads, ...commands]),
      },
    },
  };
}

function isProtected(action: string | undefined): boolean {
  return action !== undefined && Object.hasOwn(ACTIONS, action) && ACTIONS[action as Action] !== "anyone";
}

/** The same for `/cases/:id` of a route and `/cases/{id}` of the description. */
function operationKey(method: string, url: string): string {
  return `${method.toUpperCase()} ${url.replaceAll(/:(\w+)/g, "{$1}")}`;
}

/** Answers are described once: nothing that is sent is made of them, so their forms as inputs are not used. */
function withoutInputs(schemas: Json): Json {
  const isInput = (name: string): boolean => name.endsWith("Input") && Object.hasOwn(schemas, name.slice(0, -5));
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !isInput(name)));
}

function withFailures(operation: Operation): Operation {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  const failures = Object.entries(FAILURES).map(([status, description]) => [status, { description, content }]);
  return { ...operation, responses: { ...Object.fromEntries(failures), ...operation.responses } };
}

function setBody(operation: Operation | undefined, schema: unknown): void {
  if (operation !== undefined) operation.requestBody = { required: true, content: { "application/json": { schema } } };
}

function setUpload(operation: Operation | undefined): void {
  if (operation === undefined) return;
  const file = { type: "string", format: "binary", description: "The scan; its name is kept with it" };
  const schema = { type: "object", properties: { file }, required: ["file"] };
  const encoding = { file: { contentType: UPLOAD_TYPES.join(", ") } };
  operation.requestBody = { required: true, content: { "multipart/form-data": { schema, encoding } } };
}

function setImport(operation: Operation | undefined, types: readonly string[], what: string): void {
  if (operation === undefined) return;
  const text = { schema: { type: "string", description: `${what}, in UTF-8` } };
  const file = { type: "string", format: "binary" };
  const form = { schema: { type: "object", properties: { file }, required: ["file"] } };
  const content = { ...Object.fromEntries(types.map((type) => [type, text])), "multipart/form-data": form };
  operation.requestBody = { required: true, content };
}

function setDownload(operation: Operation | undefined): void {
  if (operation === undefined) return;
  const schema = { type: "string", format: "binary" };
  const content = Object.fromEntries(UPLOAD_TYPES.map((type) => [type, { schema }]));
  operation.responses = { ...operation.responses, 200: { description: "The scan", content } };
}

/** `SendToCommissionCommand`: the envelope with this type and its payload. */
function commandName({ process, type }: NamedCommand): string {
  return `${schemaName(process, type)}Command`;
}

function commandSchema({ process, type }: NamedCommand): Json {
  const envelope = jsonSchema(CommandEnvelope);
  const { title = { ro: type, en: type }, rules = [] } = wordsOf(process).commands[type] ?? {};
  return {
    ...envelope,
    title: title.en,
    description: `${title.ro}. ${rules.join(", ")}`.trim(),
    properties: {
      ...(envelope["properties"] as Json),
      type: { const: type },
      payload: { $ref: `#/components/schemas/${schemaName(process, type)}` },
    },
  };
}

/** What a caller sends, as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
function jsonSchema(schema: z.ZodType): Json {
  const {
    $schema: _dialect,
    id: _id,
    ...json
  } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Json;
  return json;
}
