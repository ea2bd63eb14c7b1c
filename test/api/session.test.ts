/** Signing in and out. */
import { describe, expect, test } from "@jest/globals";
import { loginThrottle } from "../../api/people/login-throttle.ts";
import { hashPassword, verifyPassword } from "../../prisma/secrecy/password.ts";
import { apiWorld } from "./support/api-world.ts";
import { emailOf, PASSWORD } from "./support/people.ts";

const world = await apiWorld({ LOGIN_FAILURES_PER_MINUTE: "6" });

function signIn(email: string, password: string) {
  return world.post(undefined, "/api/session", { email, password });
}
function withCookie(method: string, cookie: string) {
  return world.as(undefined, { method, url: "/api/session", headers: { cookie } });
}

describe("a session", () => {
  test("from the password to the end", async () => {
    const answer = await signIn(emailOf("supervisor").toUpperCase(), PASSWORD);
    expect(answer.body).toMatchObject({
      user: { name: "Persoana supervisor", email: emailOf("supervisor"), locale: "ro" },
      memberships: [{ institution: "DSP-CJ", kind: "dsp", name: "DSP Cluj", role: "dsp-supervisor" }],
    });
    const set = String(answer.headers["set-cookie"]);
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
    const cookie = set.split(";")[0] ?? "";
    const { rows } = await world.owner.query("SELECT token_hash FROM sessions");
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(cookie.split("=")[1]);
    expect((await withCookie("GET", cookie)).status).toBe(200);
    expect((await withCookie("DELETE", cookie)).status).toBe(204);
    expect((await withCookie("GET", cookie)).status).toBe(401);
  });

  test("that has run out, or of somebody who left, is none", async () => {
    const cookie = String((await signIn(emailOf("colleague"), PASSWORD)).headers["set-cookie"]).split(";")[0] ?? "";
    await world.owner.query("UPDATE users SET active = false WHERE email = $1", [emailOf("colleague")]);
    expect((await withCookie("GET", cookie)).status).toBe(401);
    expect((await signIn(emailOf("colleague"), PASSWORD)).body.code).toBe("BAD_CREDENTIALS");
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const [wrong, unknown] = [
      await signIn(emailOf("officer"), "greșit"),
      await signIn("nobody@dosar.example", PASSWORD),
    ];
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
    expect(wrong.headers["set-cookie"]).toBeUndefined();
  });

  test("after many failures an address waits; it is free again a minute later", async () => {
    const answers = [];
    for (let attempt = 0; attempt < 8; attempt += 1) answers.push((await signIn("nobody@dosar.example", "x")).status);
    expect(answers.at(-1)).toBe(429);
    const { headers, body } = await signIn(emailOf("officer"), PASSWORD);
    expect(body.code).toBe("TOO_MANY_REQUESTS");
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("the throttle", () => {
  test("counts one address within a minute, and never locks an account", () => {
    let now = 0;
    const throttle = loginThrottle(3, () => now);
    for (const _attempt of [1, 2, 3]) throttle.failed("1.2.3.4", "ana@x");
    expect([throttle.waitOf("1.2.3.4"), throttle.waitOf("5.6.7.8")]).toEqual([60, 0]);
    now = 60_001;
    expect(throttle.waitOf("1.2.3.4")).toBe(0);
    for (let attempt = 0; attempt < 100; attempt += 1) throttle.failed(`address ${attempt}`, "ana@x");
    expect(throttle.delayOf("ana@x")).toBe(2000);
    expect(throttle.delayOf("ion@x")).toBe(0);
  });
});

describe("passwords", () => {
  test("are verified by their own hash alone", async () => {
    const stored = await hashPassword("Parolă sigură", 1024);
    expect(await verifyPassword("Parolă sigură", stored)).toBe(true);
    expect(await verifyPassword("Parolă sigură".normalize("NFD"), stored)).toBe(true);
    expect(await verifyPassword("parolă sigură", stored)).toBe(false);
    expect(await verifyPassword("", "")).toBe(false);
    expect(stored).not.toBe(await hashPassword("Parolă sigură", 1024));
  });
});
