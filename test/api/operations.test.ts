/** Health, metrics, headers, the description of the API, and its settings. */
import { describe, expect, test } from "@jest/globals";
import { ConfigError, readConfig } from "../../api/config.ts";
import { commandTypes, schemaName } from "../../domain/commands/index.schema.ts";
import { PROCESS_NAMES } from "../../domain/process-words.ts";
import { apiWorld, MASTER_KEY } from "./support/api-world.ts";

const world = await apiWorld({ PUBLIC_STATUS_PER_MINUTE: "3", DOSAR_DEMO_PASSWORD: "demo" });
const NAMES = PROCESS_NAMES.flatMap((process) => commandTypes(process).map((type) => schemaName(process, type)));

describe("the description", () => {
  test("has every route, every command’s payload by name, and every name that it refers to", async () => {
    const { body } = await world.get(undefined, "/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(["/api/cases/search", "/api/cases/{id}/commands", "/api/tasks", "/api/public/status"]),
    );
    const { schemas } = body.components;
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const name of NAMES) expect(Object.keys(schemas)).toContain(name);
    const { schema } = body.paths["/api/cases/{id}/commands"].post.requestBody.content["application/json"];
    expect(schema.anyOf).toHaveLength(NAMES.length);
    expect(schemas["SendToCommissionCommand"].properties.type).toEqual({ const: "sendToCommission" });
    expect(schemas["RecordClinicAnswer"].oneOf).toHaveLength(3);
    const named = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) =>
      String(name),
    );
    expect(named.filter((name) => !Object.hasOwn(schemas, name))).toEqual([]);
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(["CaseView", "TaskPage", "Error"]));
    expect(Object.keys(schemas).filter((name) => name.endsWith("Input"))).toEqual([]);
  });

  test("says who signs in, and how a scan is sent", async () => {
    const { paths, components } = (await world.get(undefined, "/api/openapi.json")).body;
    expect(components.securitySchemes.session).toMatchObject({ type: "apiKey", in: "cookie", name: "dosar" });
    const session = [{ session: [] }];
    expect(paths["/api/cases"].get.security).toEqual(session);
    expect(paths["/api/cases/search"].post.security).toEqual(session);
    expect(paths["/api/cases/{id}/commands"].post.security).toEqual(session);
    expect(paths["/api/session"].get.security).toEqual(session);
    expect(paths["/api/session"].post.security).toBeUndefined();
    expect(paths["/api/public/status"].post.security).toBeUndefined();
    const { content } = paths["/api/cases/{id}/uploads"].post.requestBody;
    expect(content["multipart/form-data"].schema).toMatchObject({ required: ["file"] });
    expect(Object.keys(paths["/api/cases/{id}/uploads/{uploadId}"].get.responses["200"].content)).toEqual([
      "application/pdf",
      "image/jpeg",
      "image/png",
    ]);
    expect(paths["/api/cases/search"].post.requestBody.content["application/json"].schema.required).toEqual([
      "surname",
    ]);
  });
});

describe("health", () => {
  test("alive, and not ready while no worker asks for work", async () => {
    expect((await world.get(undefined, "/healthz")).body).toEqual({ status: "ok" });
    const { status, body } = await world.get(undefined, "/readyz");
    expect([status, body]).toEqual([503, { ready: false, database: true, engine: false, worker: false }]);
  });

  test("metrics by route, for this machine", async () => {
    await world.get("officer", "/api/cases?q=DSP-CJ");
    await world.post("officer", "/api/cases/search", { surname: "Popescu" });
    const { text } = await world.get(undefined, "/metrics");
    expect(text).toContain('route="/api/cases",status="200"');
    expect(text).toContain('route="/api/cases/search",status="200"');
    expect(text).not.toContain("Popescu");
    expect(
      (await world.as(undefined, { method: "GET", url: "/metrics", headers: { "x-forwarded-for": "192.0.2.1" } }))
        .status,
    ).toBe(404);
  });
});

describe("what every answer carries", () => {
  test("no other site may frame, sniff or script", async () => {
    const { headers } = await world.get(undefined, "/api/rules/MOH-23");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("the public status", () => {
  test("is asked a few times a minute, whatever was typed", async () => {
    const ask = () => world.post(undefined, "/api/public/status", { registrationNumber: "x", accessCode: "y" });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
    expect(answers[3]?.body.code).toBe("TOO_MANY_REQUESTS");
    expect(Number(answers[3]?.headers["retry-after"])).toBeGreaterThan(0);
    const page = await world.as(undefined, {
      method: "POST",
      url: "/stare",
      body: "registrationNumber=x&accessCode=y",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect([page.status, page.headers["content-type"]]).toEqual([429, "text/html; charset=utf-8"]);
  });
});

test("a demonstration says so, with its accounts", async () => {
  const { body } = await world.get(undefined, "/api/config");
  expect(body).toMatchObject({ demo: true });
  expect(body.accounts[0]).toMatchObject({ institution: "CAS-BH", password: "demo" });
});

describe("settings", () => {
  const good = { DATABASE_URL: "postgres://x/y", TEMPORAL_ADDRESS: "localhost:7233", DOSAR_MASTER_KEY: MASTER_KEY };
  test("have defaults", () => {
    expect(readConfig(good)).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      PUBLIC_URL: "http://127.0.0.1:3000",
      TEMPORAL_NAMESPACE: "default",
    });
  });
  test("are all named when they are missing or wrong, without their values", () => {
    const read = () =>
      readConfig({ ...good, DATABASE_URL: undefined, PORT: "99999", DOSAR_MASTER_KEY: "short secret" });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/DATABASE_URL is missing[\s\S]*DOSAR_MASTER_KEY is wrong: 32 bytes/);
    expect(read).not.toThrow(/short secret/);
  });
});
