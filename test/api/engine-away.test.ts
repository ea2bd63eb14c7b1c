/** When nobody carries out commands, or the database is gone: 503, nothing lost, and the same request again is safe. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { buildApp } from "../../api/app.ts";
import { openDatabase } from "../../prisma/client.ts";
import { engineWorld, filingOf, NO_ENGINE } from "./support/api-world.ts";
import { tokenOf } from "./support/people.ts";

const world = await engineWorld({ ENGINE_TIMEOUT_MS: "1500", LOG_LEVEL: "fatal" });

describe("without a worker", () => {
  test("a filing and a command are taken up when it is back, once", async () => {
    const { view } = await world.file();
    await world.stopWorker();
    const filing = filingOf();
    const command = { commandId: randomUUID(), expectedVersion: view.version, type: "sendToCommission", payload: {} };
    const url = `/api/cases/${view.caseId}/commands`;
    const [filed, given] = [
      await world.post("officer", "/api/cases", filing),
      await world.post("officer", url, command),
    ];
    expect([filed.status, filed.body.code, filed.headers["retry-after"]]).toEqual([503, "ENGINE_UNAVAILABLE", "2"]);
    expect(given.status).toBe(503);
    expect((await world.get("officer", `/api/cases/${view.caseId}`)).status).toBe(200);

    await world.startWorker();
    const again = [await world.post("officer", "/api/cases", filing), await world.post("officer", url, command)];
    expect(again.map(({ status }) => status)).toEqual([201, 200]);
    expect((await world.post("officer", "/api/cases", filing)).body.caseId).toBe(again[0]?.body.caseId);
    const { rows } = await world.owner.query(
      "SELECT case_id, count(*)::int AS n FROM commands GROUP BY case_id ORDER BY n",
    );
    expect(rows.map(({ n }) => n)).toEqual([1, 2]);
  });
});

describe("without the database", () => {
  test("every route that needs it says so, and the program is not ready", async () => {
    const nowhere = openDatabase("postgres://nobody@127.0.0.1:9/none");
    const app = await buildApp({ ...services(), pool: nowhere.pool });
    const origin = await app.listen({ host: "127.0.0.1", port: 0 });
    const headers = { cookie: `dosar=${tokenOf("officer")}` };
    for (const path of [
      "/api/session",
      "/api/tasks",
      "/api/cases",
      `/api/cases/${randomUUID()}`,
      "/api/deadlines/preview?from=2026-01-05&workingDays=1",
    ]) {
      const response = await fetch(`${origin}${path}`, { headers });
      expect([path, response.status, response.headers.get("retry-after")]).toEqual([path, 503, "2"]);
      expect(await response.text()).not.toMatch(/ECONN|127\.0\.0\.1/);
    }
    const page = await fetch(`${origin}/stare`, {
      method: "POST",
      body: new URLSearchParams({ registrationNumber: "x", accessCode: "y" }),
    });
    expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({
      ready: false,
      database: false,
      engine: false,
      worker: false,
    });
    await app.close();
    await nowhere.close();
  });
});

function services() {
  const { config, keyring } = world;
  return { config, keyring, engine: NO_ENGINE, now: () => new Date() };
}
