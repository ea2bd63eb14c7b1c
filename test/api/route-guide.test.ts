/** The guide "which way", by program, by page and on paper; that it keeps nothing. */
import { describe, expect, test } from "@jest/globals";
import { readPdf } from "../documents/support/pdf.ts";
import { apiWorld } from "./support/api-world.ts";

const world = await apiWorld();
const MET = {
  country: "DE",
  clinicContracted: "yes",
  inBasicPackage: "yes",
  notTimely: "yes",
  insured: "yes",
} as const;
const ADULT = { patient: "adult", applicant: "patient", ...MET };
const FORM = {
  who: "adult",
  purpose: "treatment",
  country: "DE",
  clinicContracted: "yes",
  inBasicPackage: "yes",
  timely: "no",
  insured: "yes",
};

const ask = (body: unknown) => world.post(undefined, "/api/public/route", body);
function submit(fields: Record<string, string>, language = "ro", path = "/ce-cale") {
  return world.as(undefined, {
    method: "POST",
    url: `${path}?lang=${language}`,
    body: new URLSearchParams(fields).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

describe("by program", () => {
  test("answers without a session, with the reasons and their rules", async () => {
    const { status, body, headers } = await ask(ADULT);
    expect([status, headers["cache-control"], headers["set-cookie"]]).toEqual([200, "no-store", undefined]);
    expect(body).toMatchObject({
      outcome: "e112",
      rules: ["E112-01", "E112-10"],
      unofficial: { rules: ["E112-91"] },
    });
    expect(body.reasons).toHaveLength(5);
    expect(body.cited.rules.find(({ id }: { id: string }) => id === "E112-05")).toBeUndefined();
    expect((await ask({ ...ADULT, country: "TR" })).body).toMatchObject({ outcome: "ministry", rules: ["E112-05"] });
    const unknown = await ask({ patient: "child", applicant: "parent" });
    expect(unknown.body).toMatchObject({ outcome: "ask" });
    expect(unknown.body.guide).toBeUndefined();
    // As programs ask it: the conditions alone, with true and false, of an adult who files alone.
    const alone = { clinicInEu: true, clinicContracted: true, inBasicPackage: true, notTimely: true, insured: true };
    expect((await ask(alone)).body).toMatchObject({ outcome: "e112" });
    expect((await ask({ ...alone, inBasicPackage: false })).body).toMatchObject({ outcome: "ministry" });
  });

  test.each([
    ["a parent of an adult", { ...ADULT, applicant: "parent" }, "applicant", "APPLICANT_OF_ADULT"],
    ["a child by itself", { ...ADULT, patient: "child", applicant: "patient" }, "applicant", "APPLICANT_OF_CHILD"],
    ["one parent of an adult", { ...ADULT, oneParent: true }, "oneParent", "ONE_PARENT_OF_CHILD"],
    ["a clinic at home", { ...ADULT, country: "RO" }, "country", "CLINIC_AT_HOME"],
    ["a country in words", { ...ADULT, country: "Germania" }, "country", "BAD_FORMAT"],
    ["Germany outside", { ...ADULT, clinicInEu: "no" }, "clinicInEu", "CLINIC_COUNTRY"],
    ["Turkey inside", { ...ADULT, country: "TR", clinicInEu: "yes" }, "clinicInEu", "CLINIC_COUNTRY"],
    ["another answer", { ...ADULT, insured: "maybe" }, "insured", "NOT_ONE_OF"],
    ["more than is asked", { ...ADULT, surname: "Popescu" }, "surname", "UNKNOWN_FIELD"],
  ])("422 with a sentence in both languages: %s", async (_what, body, path, code) => {
    for (const language of ["ro", "en"]) {
      const { status, body: answer } = await world.as(undefined, {
        method: "POST",
        url: `/api/public/route?lang=${language}`,
        body,
      });
      expect(status).toBe(422);
      const [problem] = answer.fields as { path: string; code: string; message: string }[];
      expect(problem).toMatchObject({ path, code });
      expect(problem?.message).toMatch(language === "ro" ? /câmp|Clinica/i : /field|clinic/i);
    }
  });

  test("OpenAPI knows it, with its answer", async () => {
    const { body } = await world.get(undefined, "/api/openapi.json");
    const { post } = body.paths["/api/public/route"];
    expect(JSON.stringify(post.responses["200"])).toContain("RouteAnswer");
    expect(post.responses["422"]).toBeDefined();
    expect(post.security ?? []).toEqual([]);
  });
});

describe("the page", () => {
  test("asks, and answers in the same address without a word of the answers", async () => {
    const form = await world.get(undefined, "/ce-cale");
    expect(form.text).toContain('method="post" action="/ce-cale?lang=ro"');
    expect(form.text).not.toContain("<script");
    const { status, text, headers } = await submit(FORM);
    expect([status, headers["cache-control"], headers["set-cookie"]]).toEqual([200, "no-store", undefined]);
    expect(text).toContain("<strong>Formularul E112 (S2)</strong>");
    for (const said of ["E112-69", "original + traducere legalizată", "E112-91", "germană", "3–5 luni"]) {
      expect(text).toContain(said);
    }
    const addresses = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address);
    expect([...new Set(addresses)].toSorted()).toEqual(
      ["#main", "/ce-cale.pdf?lang=ro", "/ce-cale?lang=en", "/ce-cale?lang=ro", "/stare.css"].toSorted(),
    );
  });

  test("in English the same answers, and back in the form to change one", async () => {
    expect((await submit(FORM, "en")).text).toContain("<strong>Form E112 (S2)</strong>");
    const { text } = await submit({ ...FORM, change: "yes" }, "en");
    expect(text).toContain("Which way?");
    expect(text).toMatch(/name="who" value="adult" checked/);
    expect(text).toMatch(/value="DE" selected/);
    expect(text).toMatch(/name="timely" value="no" checked/);
  });

  test("E112-08: that it can be done here in time is the condition that fails", async () => {
    const { text } = await submit({ ...FORM, timely: "yes" });
    expect(text).toContain("<strong>Întrebați mai întâi</strong>");
    expect(text).toContain("E112-08");
  });

  test("a country that the list does not name leads to the Ministry", async () => {
    expect((await submit({ ...FORM, country: "other" })).text).toContain("Fondurile Ministerului Sănătății</strong>");
  });

  test("without who, the form comes back with what was answered; what is no answer is none", async () => {
    const { who: _, ...rest } = FORM;
    const { status, text } = await submit(rest);
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
    expect(text).toMatch(/name="insured" value="yes" checked/);
    const odd = await submit({ ...FORM, insured: '"><script>', x: "y" });
    expect(odd.text).not.toContain("<script");
    expect(odd.text).toContain("<strong>Întrebați mai întâi</strong>");
    expect((await submit({ ...FORM, country: "RO" })).status).toBe(422);
  });

  test("stands in the page of the status", async () => {
    expect((await world.get(undefined, "/stare")).text).toContain('href="/ce-cale?lang=ro"');
  });
});

describe("on paper", () => {
  test("tagged, with the list of this very case, in both languages", async () => {
    const child = { patient: "child", applicant: "parent", oneParent: true, ...MET };
    const { status, headers, bytes } = await world.bytes(undefined, "/api/public/route.pdf?lang=ro", child);
    expect([status, headers["cache-control"]]).toEqual([200, "no-store"]);
    const read = await readPdf(bytes);
    expect([read.tagged, read.claims, read.language]).toEqual([true, "PDF/UA-1", "ro"]);
    expect(read.roles.has("Table")).toBe(true);
    for (const said of ["Dovada că celălalt părinte", "copie + original pentru conformitate", "E112-72", "E112-91"]) {
      expect(read.text).toContain(said);
    }
    expect(read.text).not.toContain("adeverința de asigurat a celuilalt părinte");
    expect(read.text).toContain("Contractul-cadru nr. 324/2008");
    const english = await readPdf((await world.bytes(undefined, "/api/public/route.pdf?lang=en", ADULT)).bytes);
    expect([english.language, english.text.includes("The patient’s identity card")]).toEqual(["en", true]);
  });

  test("E112-05: the Ministry's list on its own basis; a page's answers make the same paper", async () => {
    const read = await readPdf(
      (await world.bytes(undefined, "/api/public/route.pdf?lang=ro", { ...ADULT, country: "TR" })).bytes,
    );
    expect(read.text).toContain("Ordinul MS nr. 50/2004");
    expect(read.text).toContain("Copia foii de observație");
    const { status, headers } = await submit(FORM, "ro", "/ce-cale.pdf");
    expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
  });
});

test("nothing is kept: no row anywhere, whatever is asked", async () => {
  const rows = async () => {
    const { rows: tables } = await world.owner.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    return await Promise.all(
      tables.map(async ({ name }) => {
        const counted = await world.owner.query<{ count: string }>(`SELECT count(*) FROM "${name}"`);
        return [name, counted.rows[0]?.count];
      }),
    );
  };
  const before = await rows();
  await ask(ADULT);
  await submit(FORM);
  await submit(FORM, "ro", "/ce-cale.pdf");
  await world.app.services.audit.flush();
  expect(await rows()).toEqual(before);
});
