/** Declining the morning digest from a letter: one press, one post of a mail program, and nothing by looking. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { unsubscribeToken, unsubscribeUrl } from "../../prisma/secrecy/unsubscribe.ts";
import { apiWorld } from "./support/api-world.ts";
import { idOf } from "./support/people.ts";

const world = await apiWorld();
const TOKEN = unsubscribeToken(world.keyring, idOf("officer"));
const FORM = { "content-type": "application/x-www-form-urlencoded" };

const page = (method: string, token: string, more: { body?: string; query?: string; headers?: object } = {}) =>
  world.as(undefined, {
    method,
    url: `/dezabonare?token=${encodeURIComponent(token)}${more.query ?? ""}`,
    headers: { ...more.headers },
    ...(more.body === undefined ? {} : { body: more.body }),
  });

async function wants(): Promise<Record<string, boolean>> {
  const { rows } = await world.owner.query<{ id: string; digest: boolean }>("SELECT id, digest FROM users");
  return Object.fromEntries(rows.map(({ id, digest }) => [id, digest]));
}

beforeEach(async () => {
  await world.owner.query("UPDATE users SET digest = true, locale = 'ro'");
});

describe("the address in a digest", () => {
  test("leads to this page", () => {
    const { pathname, searchParams } = new URL(unsubscribeUrl("https://dosar.ro", TOKEN));
    expect([pathname, searchParams.get("token")]).toEqual(["/dezabonare", TOKEN]);
  });

  test("asks first: opening it, however often, declines nothing", async () => {
    const { status, headers, text } = await page("GET", TOKEN);
    expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(text).toContain('<html lang="ro">');
    expect(text).toContain("Nu mai trimiteți rezumatul");
    expect(text).not.toMatch(/<script|Persoana officer|officer@/);
    expect((await wants())[idOf("officer")]).toBe(true);
  });

  test("its button declines the digest of this person alone, and says what goes on and how to come back", async () => {
    const { text: asking } = await page("GET", TOKEN);
    const action = /<form method="post" action="([^"]+)">/.exec(asking)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const done = await world.as(undefined, { method: "POST", url: action, body: "", headers: FORM });
    expect(done.status).toBe(200);
    expect(done.text).toContain("nu se mai trimite");
    expect(done.text).toContain("Mesajele despre fiecare termen vin în continuare");
    expect(done.text).toContain("bifați „Rezumatul dimineții, pe e-mail”");
    const { [idOf("officer")]: officer, ...others } = await wants();
    expect(officer).toBe(false);
    expect(Object.values(others).every(Boolean)).toBe(true);
    expect((await page("POST", TOKEN, { headers: FORM, body: "" })).status).toBe(200);
  });

  test.each([
    ["RFC 8058", { headers: FORM, body: "List-Unsubscribe=One-Click" }],
    ["as a form in parts", { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }],
    ["without a body", {}],
    [
      "from another site",
      { headers: { ...FORM, "sec-fetch-site": "cross-site", origin: "https://mail.example" }, body: "" },
    ],
  ])("a mail program has it with one post: %s", async (_how, sent) => {
    expect((await page("POST", TOKEN, sent)).status).toBe(200);
    expect((await wants())[idOf("officer")]).toBe(false);
  });

  test.each([
    ["none", ""],
    ["one cut off", TOKEN.slice(0, -3)],
    ["one of another person", `${idOf("colleague")}.${TOKEN.split(".")[1]}`],
    ["nonsense", "<script>"],
  ])("says of %s no more than that the link is wrong", async (_what, token) => {
    for (const method of ["GET", "POST"]) {
      const { status, text } = await page(method, token, method === "POST" ? { headers: FORM, body: "" } : {});
      expect(status).toBe(404);
      expect(text).toContain("Legătura nu este bună");
      expect(text).not.toContain("<script");
    }
    expect(Object.values(await wants()).every(Boolean)).toBe(true);
  });

  test("of somebody who is not known any more is answered all the same", async () => {
    expect(
      (await page("POST", unsubscribeToken(world.keyring, randomUUID()), { headers: FORM, body: "" })).status,
    ).toBe(200);
  });

  test("speaks the language of the person, or the one that is asked for", async () => {
    await world.owner.query("UPDATE users SET locale = 'en'");
    expect((await page("GET", TOKEN)).text).toContain('<html lang="en">');
    expect((await page("GET", TOKEN)).text).toContain("Stop the digest");
    expect((await page("GET", TOKEN, { query: "&lang=ro" })).text).toContain('<html lang="ro">');
  });

  test("leaves the digest to be wanted again in the person’s menu", async () => {
    await page("POST", TOKEN, { headers: FORM, body: "" });
    expect((await world.get("officer", "/api/session")).body.digest).toBe(false);
    await world.as("officer", { method: "PUT", url: "/api/session/preferences", body: { digest: true } });
    expect((await wants())[idOf("officer")]).toBe(true);
  });
});
