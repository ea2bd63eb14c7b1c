/** What is wrong with a request, a sentence for each field, in the language asked for. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { errorSentence } from "../../domain/i18n/errors.ts";
import { stillNeeded } from "../../domain/i18n/sendable.ts";
import { ADULT, ADULT_DOSSIER, OFFER } from "../support/moh-file.ts";
import { apiWorld, filingOf, type Answer } from "./support/api-world.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const CASE = await seedCase(world);

interface Field {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly rule?: string;
}

function fieldsOf({ status, body }: Answer): Field[] {
  expect(status).toBe(422);
  return body.fields as Field[];
}

async function command(type: string, payload: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const body = { commandId: randomUUID(), expectedVersion: 1, type, payload };
  return await world.as("officer", { method: "POST", url: `/api/cases/${CASE}/commands`, body, headers });
}

describe("filing", () => {
  const file = (filing: Record<string, unknown>) => world.post("officer", "/api/cases", filingOf(filing));

  test("everything that is missing is named at once", async () => {
    const fields = fieldsOf(await world.post("officer", "/api/cases", {}));
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining(["commandId MISSING", "process MISSING", "patient MISSING", "filer MISSING"]),
    );
  });

  test("MOH-04: who may file", async () => {
    const [field] = fieldsOf(await file({ filer: { role: "friend" } }));
    expect(field).toMatchObject({ path: "filer.role", rule: "MOH-04" });
    expect(field?.message).toBe(
      "Câmpul „Calitatea celui care depune” admite numai: patient (pacientul), legalRepresentative (reprezentantul legal), spouse (soțul sau soția), relative (o rudă) (MOH-04).",
    );
    const cousin = { role: "relative", kinshipDegree: 5, surname: "Pop", givenName: "Ion" };
    expect(fieldsOf(await file({ filer: cousin }))[0]).toMatchObject({
      path: "filer.kinshipDegree",
      code: "TOO_BIG",
      rule: "MOH-04",
    });
  });

  test("MOH-10: another county’s DSP is named", async () => {
    const [field] = fieldsOf(await file({ patient: { ...ADULT, domicileCounty: "BH" } }));
    expect(field).toMatchObject({ path: "patient.domicileCounty", code: "WRONG_COUNTY", rule: "MOH-10" });
    expect(field?.message).toContain("DSP Bihor");
    const [other] = fieldsOf(await file({ patient: { ...ADULT, domicileCounty: "TM" } }));
    expect(other?.message).toContain("DSP Timiș");
    const filing = filingOf({ patient: { ...ADULT, domicileCounty: "BH" } });
    const english = await world.as("officer", {
      method: "POST",
      url: "/api/cases",
      body: filing,
      headers: { "accept-language": "en" },
    });
    expect(english.body.message).toBe(
      "The dossier is filed at Bihor DSP, where the patient is domiciled (MOH-10), not at Cluj DSP.",
    );
  });

  test.each([
    ["a future date", { occurredOn: "2999-01-01" }, "occurredOn", "FUTURE_DATE"],
    ["a date before the calendar", { occurredOn: "2011-12-31" }, "occurredOn", "BEFORE_CALENDAR"],
    ["a CNP of somebody else", { patient: { ...ADULT, cnp: "1800501120017" } }, "patient.cnp", "CNP"],
    ["an unknown field", { patient: { ...ADULT, nickname: "Ani" } }, "patient.nickname", "UNKNOWN_FIELD"],
    ["an unknown field of the envelope", { version: 1 }, "version", "UNKNOWN_FIELD"],
    ["an empty name", { patient: { ...ADULT, surname: "  " } }, "patient.surname", "MISSING"],
    ["a birth date that is none", { patient: { ...ADULT, birthDate: "1980-02-30" } }, "patient.birthDate", "BAD_DATE"],
    ["a birth before 1900", { patient: { ...ADULT, birthDate: "1883-04-15" } }, "patient.birthDate", "BIRTH_TOO_EARLY"],
    [
      "a birth after the day of filing",
      { occurredOn: "2026-03-02", patient: { ...ADULT, birthDate: "2026-03-03" } },
      "patient.birthDate",
      "BORN_AFTER_FILING",
    ],
    ["a document of no kind", { documents: [{ kind: "poveste", form: "copy" }] }, "documents.0.kind", "NOT_ONE_OF"],
    [
      "a waiver of another document",
      { documents: [{ kind: "analize", form: "copy", waiver: { reason: "a", proof: "b" } }] },
      "documents.0.waiver",
      "WAIVER_NOT_POSSIBLE",
    ],
    [
      "a proof without its clinic",
      { documents: [{ kind: "dovadaCorespondenta", form: "copy" }] },
      "documents.0.clinic",
      "MISSING",
    ],
    ["a commandId that is no UUID", { commandId: "1" }, "commandId", "BAD_FORMAT"],
    ["another process", { process: "other" }, "process", "NOT_ONE_OF"],
  ])("%s", async (_what, filing, path, code) => {
    expect(fieldsOf(await file(filing))).toEqual([expect.objectContaining({ path, code })]);
  });
});

describe("commands", () => {
  test("MOH-45 … MOH-60: each field of an offer names its rule", async () => {
    const { email: _email, costTotal: _total, ...offer } = OFFER;
    const fields = fieldsOf(
      await command("recordClinicAnswer", {
        clinic: "clinic-1",
        kind: "offer",
        offer: { ...offer, letterhead: false, costPerDay: "12,50", admissionDate: "soon" },
      }),
    );
    expect(fields.map(({ path, rule }) => [path, rule])).toEqual(
      expect.arrayContaining([
        ["offer.letterhead", "MOH-43"],
        ["offer.email", "MOH-50"],
        ["offer.costPerDay", "MOH-57"],
        ["offer.costTotal", "MOH-58"],
        ["offer.admissionDate", "MOH-60"],
      ]),
    );
    expect(fields.find(({ path }) => path === "offer.email")?.message).toBe(
      "Câmpul „Adresă de e-mail” lipsește (MOH-50).",
    );
  });

  test("MOH-29, MOH-30, MOH-31: a rejection says why, what instead and where", async () => {
    const fields = fieldsOf(await command("registerDecision", { decision: "rejected" }, { "accept-language": "en" }));
    expect(fields.map(({ rule, message }) => [rule, message])).toEqual([
      ["MOH-29", "Field “Causes” is missing (MOH-29)."],
      ["MOH-30", "Field “Medical conduct” is missing (MOH-30)."],
      ["MOH-31", "Field “Health unit in Romania” is missing (MOH-31)."],
    ]);
  });

  test("MOH-33: an approval names clinics", async () => {
    const [field] = fieldsOf(await command("registerDecision", { decision: "approved", minutes: { clinics: [] } }));
    expect(field).toMatchObject({ path: "minutes.clinics", code: "TOO_FEW", rule: "MOH-33" });
    expect(field?.message).toBe("Câmpul „Clinici” trebuie să cuprindă cel puțin un element (MOH-33).");
  });

  test("MOH-74: a delay is reported with its causes", async () => {
    expect(fieldsOf(await command("reportDelay", {}))[0]).toMatchObject({ path: "causes", rule: "MOH-74" });
  });

  test("unknown fields are refused by name", async () => {
    expect(
      fieldsOf(await command("sendToCommission", { note: "x", other: 1 })).map(({ path, code }) => [path, code]),
    ).toEqual([
      ["note", "UNKNOWN_FIELD"],
      ["other", "UNKNOWN_FIELD"],
    ]);
    const body = { commandId: randomUUID(), expectedVersion: 1, type: "sendToCommission", payload: {}, force: true };
    expect(fieldsOf(await world.post("officer", `/api/cases/${CASE}/commands`, body))[0]?.path).toBe("force");
  });

  test("an unknown command is answered with those that are possible now", async () => {
    const { status, body } = await command("sendToMoon", {});
    expect([status, body.code]).toEqual([422, "UNKNOWN_COMMAND"]);
    expect(body.allowed).toEqual(expect.arrayContaining(["sendToCommission", "addDocument"]));
    for (const name of ["constructor", "__proto__", "toString"]) expect((await command(name, {})).status).toBe(422);
  });

  test("a command of another role is 403", async () => {
    const body = { commandId: randomUUID(), expectedVersion: 1, type: "beginExamination", payload: {} };
    const { status, body: answer } = await world.post("officer", `/api/cases/${CASE}/commands`, body);
    expect([status, answer.code]).toEqual([403, "FORBIDDEN"]);
  });

  test("when the engine does not answer: 503, and the same can be sent again", async () => {
    const { status, body, headers } = await command("sendToCommission", {});
    expect([status, body.code, headers["retry-after"]]).toEqual([503, "ENGINE_UNAVAILABLE", "2"]);
    expect((await world.post("officer", "/api/cases", filingOf())).status).toBe(503);
  });
});

describe("sentences", () => {
  test("a day that is none is there, but no date", async () => {
    const { body } = await world.get(
      undefined,
      "/api/deadlines/preview?from=2026-01-05&workingDays=2&daysOff=2025-02-30",
    );
    expect(body.fields).toEqual([
      {
        path: "daysOff.0",
        code: "BAD_DATE",
        message: "Câmpul „Zile libere declarate” nu cuprinde o dată reală, scrisă AAAA-LL-ZZ.",
      },
    ]);
  });

  test("what cannot be kept as text is refused by its field, in a query and however deep in a body", async () => {
    const bad = { code: "UNWRITABLE", message: expect.stringContaining("nu se poate păstra") };
    const asked = await world.get(undefined, "/api/deadlines/preview?from=2026-01-05&workingDays=2&institution=%00");
    expect([asked.status, asked.body.fields]).toEqual([422, [{ ...bad, path: "institution" }]]);
    const login = await world.post(undefined, "/api/session", { email: "a\u0000@example.ro", password: "x" });
    expect([login.status, login.body.fields]).toEqual([422, [{ ...bad, path: "email" }]]);
    const filing = filingOf();
    const filed = await world.post("officer", "/api/cases", {
      ...filing,
      patient: { ...(filing["patient"] as object), surname: "Pop\ud800" },
    });
    expect([filed.status, filed.body.fields]).toEqual([422, [{ ...bad, path: "patient.surname" }]]);
    const deep = `${"[".repeat(100_000)}"\\u0000"${"]".repeat(100_000)}`;
    const headers = { "content-type": "application/json" };
    expect((await world.as("officer", { method: "POST", url: "/api/cases", body: deep, headers })).status).toBe(422);
  });

  test.each(["[1]", "null", "3"])("the body %s: an object was expected", async (body) => {
    const send = (language: string) =>
      world.as("officer", {
        method: "POST",
        url: "/api/cases",
        body,
        headers: { "content-type": "application/json", "accept-language": language },
      });
    expect((await send("ro")).body.fields).toEqual([
      {
        path: "",
        code: "NOT_AN_OBJECT",
        message: "Corpul cererii trebuie să fie un obiect JSON, scris între acolade.",
      },
    ]);
    expect((await send("en")).body.fields[0].message).toBe(
      "The body of the request must be a JSON object, written in braces.",
    );
  });

  test("what is no object, list or text where one is read", async () => {
    const filing = filingOf({ patient: 1, documents: "x", lateReason: 3, filer: { role: "patient" } });
    const fields = fieldsOf(await world.post("officer", "/api/cases", filing));
    expect(fields.map(({ message }) => message).toSorted()).toEqual([
      "Câmpul „Documente” trebuie să fie o listă.",
      "Câmpul „Motivul înregistrării târzii” trebuie să fie un text.",
      expect.stringMatching(
        /^Câmpul „Pacient” trebuie să fie un obiect JSON, cu câmpurile: surname, givenName, birthDate, /,
      ),
    ]);
  });

  test("clinics and dates are named as people know them", () => {
    expect(errorSentence("CLINIC_NOT_ASKED", { clinic: "clinic-2" }, "ro")).toBe(
      "Clinicii 2 (clinic-2) nu i s-a trimis încă nicio cerere.",
    );
    expect(errorSentence("UNKNOWN_CLINIC", { clinic: "clinic-9", allowed: "clinic-1, clinic-2" }, "en")).toBe(
      "The file has no clinic 9 (clinic-9). The clinics are: 1 (clinic-1), 2 (clinic-2).",
    );
    expect(errorSentence("NOT_CORRECTABLE", { act: "sendToCommission", field: "x", allowed: "occurredOn" }, "ro")).toBe(
      "„Trimite la comisie” nu are o dată „x” care să poată fi corectată. Se pot corecta: Data actului (occurredOn).",
    );
  });

  test("MOH-65, MOH-66: what still lacks before the file goes to the Ministry", () => {
    const check = {
      answers: 1,
      answersNeeded: 2,
      completeOffers: 0,
      completeOffersNeeded: 1,
      withoutProof: ["clinic-2"],
      sendable: false,
      outOfReach: false,
    };
    const still = stillNeeded(check);
    expect(still).toEqual({
      ro: "Mai este nevoie de: un răspuns al unei clinici (acum 1 din 2); o ofertă completă (acum 0 din 1); dovada corespondenței cu clinica 2 (clinic-2).",
      en: "Still needed: one clinic’s answer (1 of 2 so far); one complete offer (0 of 1 so far); proof of the correspondence with clinic 2 (clinic-2).",
    });
    expect(stillNeeded({ ...check, answers: 2, completeOffers: 1, withoutProof: [] })).toBeUndefined();
    expect(errorSentence("NOT_ALLOWED_NOW", { type: "sendToMinistry", ...(still && { still }) }, "en")).toMatch(
      /^“Send to the Ministry” cannot be done in this file now. Still needed: one clinic’s answer/,
    );
  });
});

describe("requests that cannot be read", () => {
  const send = (body: string, headers: Record<string, string>) =>
    world.as("officer", { method: "POST", url: "/api/cases", body, headers });

  test.each([
    ["malformed JSON", "{", "application/json", 400, "MALFORMED_JSON"],
    ["no body", "", "application/json", 400, "MALFORMED_JSON"],
    ["a poisoned prototype", '{"__proto__":{"x":1}}', "application/json", 400, "MALFORMED_JSON"],
    ["a form", "a=1", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["plain text", "a", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["too much", JSON.stringify({ a: "x".repeat(600_000) }), "application/json", 413, "BODY_TOO_LARGE"],
    ["JSON that is no object", "[]", "application/json", 422, "VALIDATION"],
    ["null", "null", "application/json", 422, "VALIDATION"],
  ])("%s", async (_what, body, type, status, code) => {
    const answer = await send(body, { "content-type": type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test("an address that is not there, a method that it does not take", async () => {
    expect((await world.get("officer", "/api/nothing")).body.code).toBe("NOT_FOUND");
    const answer = await world.as("officer", { method: "PATCH", url: `/api/cases/${CASE}` });
    expect([answer.status, answer.body.code, answer.headers["allow"]]).toEqual([
      405,
      "METHOD_NOT_ALLOWED",
      "GET, HEAD",
    ]);
  });

  test("another site’s page cannot act with the session of the person", async () => {
    for (const headers of [
      { origin: "https://elsewhere.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ]) {
      const answer = await world.as("officer", {
        method: "POST",
        url: "/api/cases",
        body: filingOf(),
        headers,
      });
      expect([answer.status, answer.body.code]).toEqual([403, "CROSS_SITE"]);
    }
  });

  test("a 5xx never shows its insides", async () => {
    const answer = await world.as("officer", {
      method: "POST",
      url: `/api/cases/${CASE}/commands`,
      body: { commandId: randomUUID(), expectedVersion: 1, type: "sendToCommission" },
    });
    expect(Object.keys(answer.body).toSorted()).toEqual(["code", "message"]);
  });
});

test("uploads that a document names are known by their form alone", async () => {
  const documents = [{ ...ADULT_DOSSIER[0], upload: "x" }];
  expect(fieldsOf(await command("addDocument", { documents }))[0]).toMatchObject({
    path: "documents.0.upload",
    code: "BAD_FORMAT",
  });
});
