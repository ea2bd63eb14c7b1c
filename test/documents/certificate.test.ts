/** «Calculul termenului» on paper: what it says, and to whom. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { apiWorld } from "../api/support/api-world.ts";
import { seedCase } from "../api/support/seed-case.ts";
import { declareDay, setInterruption } from "../support/calendar.ts";
import { readCode, readPdf, type ReadPdf } from "./support/pdf.ts";

const world = await apiWorld({ PUBLIC_URL: "http://dosar.example" });
const CASE = await seedCase(world, { number: "DSP-CJ/2026/000123" });
const CERTIFICATE = `/api/cases/${CASE}/deadlines/MOH-23/certificate.pdf`;

interface Paper extends ReadPdf {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

async function paper(path: string, name?: "officer"): Promise<Paper> {
  const { status, headers, bytes } = await world.bytes(name, path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${Buffer.from(bytes).toString("utf8")}`);
  return { ...(await readPdf(bytes)), bytes, fileName: headers["content-disposition"] ?? "" };
}

describe("of a deadline of a file", () => {
  let read: Paper;
  beforeAll(async () => {
    read = await paper(CERTIFICATE, "officer");
  });

  test("says the rule, the days and the date, in Romanian with its letters", () => {
    expect(read.text).toContain("Dosarul DSP-CJ/2026/000123");
    expect(read.text).toContain("DSP trimite dosarul comisiei teritoriale în cel mult 2 zile lucrătoare");
    expect(read.text).toContain("miercuri, 4 martie 2026");
    expect(read.text).toMatch(/02\.03\.2026 luni – ziua de început nu se numără/);
    expect(read.text).toMatch(/03\.03\.2026 marți 1/);
    expect(read.text).toMatch(/04\.03\.2026 miercuri 2 ultima zi a termenului/);
    expect(read.text).toContain("ziua în care dosarul este complet la DSP");
    expect(read.text).toContain("întrerup termenul: nu se numără");
    expect(read.text).toContain("Ziua evenimentului nu se numără"); // MOH-A1
    expect(read.text).toContain("Ordinul MS nr. 50/2004");
    expect(read.text).toContain("pagina 1 din");
    expect(read.text).toContain("de Persoana officer");
    expect(read.text).toMatch(/depășit, cu \d+ (de zile|zile) lucrătoare/);
  });

  test("names no patient, not even in the name of the document", () => {
    expect(read.text).not.toMatch(/Popescu/i);
    expect(read.fileName).toBe('inline; filename="calculul-termenului-MOH-23-2026-03-04.pdf"');
  });

  test("is tagged, has a language and a title, and its pictures have words (PDF/UA-1)", () => {
    expect(read.tagged).toBe(true);
    expect(read.claims).toBe("PDF/UA-1");
    expect(read.language).toBe("ro");
    expect(read.title).toBe("Calculul termenului MOH-23, dosarul DSP-CJ/2026/000123");
    expect([...read.roles]).toEqual(expect.arrayContaining(["Table", "TH", "TD", "H1", "Figure"]));
    expect(read.alternatives.join()).toContain("Cod QR");
  });

  test("its code, read from the picture of the page, names dates and a rule, no file and nobody", async () => {
    const code = await readCode(read.bytes);
    expect(code).toMatch(/^http:\/\/dosar\.example\/verificare-termen\?r=MOH-23&o=DSP/);
    expect(code).not.toMatch(/000123|Popescu|%2F2026/);
    expect(code?.length).toBeLessThan(200);
    expect(read.text.replaceAll(" ", "")).toContain(code);
  });

  test("in English when asked", async () => {
    const english = await paper(`${CERTIFICATE}?lang=en`, "officer");
    expect(english.language).toBe("en");
    expect(english.text).toContain("Wednesday, 4 March 2026");
    expect(english.text).toContain("the day on which the dossier is complete at the DSP");
    expect(english.text).toContain("page 1 of");
    expect(english.text).not.toMatch(/[ăâîșț]/i);
  });

  test("a deadline that the file does not have is 404; who may not read the file gets none", async () => {
    expect((await world.bytes("officer", CERTIFICATE.replace("MOH-23", "MOH-99"))).status).toBe(404);
    expect((await world.bytes("stranger", CERTIFICATE)).status).toBe(404);
    expect((await world.bytes("admin", CERTIFICATE)).status).toBe(403);
    expect((await world.bytes(undefined, CERTIFICATE)).status).toBe(401);
  });

  test("is noted in the audit log", async () => {
    const noted = async () =>
      (await world.owner.query("SELECT FROM audit_log WHERE action = 'case.certificate' AND case_id = $1", [CASE]))
        .rowCount ?? 0;
    for (let tries = 0; (await noted()) === 0 && tries < 50; tries += 1) await new Promise((r) => setTimeout(r, 20));
    expect(await noted()).toBeGreaterThan(0);
  });
});

describe("of the calculator", () => {
  const preview = (query: string) => paper(`/api/deadlines/preview.pdf?${query}`);

  test("MOH-73 over Easter: every day with its reason, the table headed anew on each page", async () => {
    const { text, pages } = await preview("from=2025-04-10&rule=MOH-73&institution=DSP-CJ");
    expect(text).toContain("vineri, 16 mai 2025");
    expect(text).toMatch(/18\.04\.2025 vineri – sărbătoare legală: Vinerea Mare \(Codul muncii, art\. 139/);
    expect(text).toMatch(/02\.05\.2025 vineri – zi liberă declarată pentru sectorul public \(HG nr\. 2\/2025\)/);
    expect(text).toMatch(/16\.05\.2025 vineri 22 ultima zi a termenului/);
    const listed = new Set(text.match(/\d\d\.\d\d\.2025(?= (luni|marți|miercuri|joi|vineri|sâmbătă|duminică))/g));
    expect(listed.size).toBe(37); // 10 April to 16 May
    const withDays = pages.filter((page) => /\d\d\.\d\d\.2025 luni/.test(page));
    expect(withDays.length).toBeGreaterThan(1);
    for (const page of withDays) expect(page).toMatch(/Data Ziua Nr\. De ce (aprilie|mai) 2025/);
  });

  test("MOH-91: the last day, the day on which it is still in time, and the day of the effect", async () => {
    const { text } = await preview("from=2025-06-04&rule=MOH-91");
    expect(text).toContain("sâmbătă, 7 iunie 2025");
    expect(text).toContain("termenul este respectat până la sfârșitul zilei de marți, 10 iunie 2025");
    expect(text).toContain("abia după 11.06.2025");
    expect(text).toContain("Codul civil, art. 2554");
  });

  test("a long term leaves out no day, and says so", async () => {
    const { text } = await preview("from=2026-01-05&workingDays=240");
    expect(text).toContain("zilele lucrătoare la rând stau pe o linie");
    const dates = [...text.matchAll(/(?:(\d\d)–)?(\d\d)\.(\d\d)\.(\d{4}) (?:luni|marți|mier|joi|vine|sâm|dum)/g)];
    const days = dates.reduce((sum, [, first, last]) => sum + Number(last) - Number(first ?? last) + 1, 0);
    const { body } = await world.get(undefined, "/api/deadlines/preview?from=2026-01-05&workingDays=240");
    expect(days).toBe(body.days.length);
  });

  test("the address to verify at is on no page of its own", async () => {
    // 20 days from 10 December fill two pages to the last lines.
    for (const query of ["from=2026-12-10&rule=MOH-76", "from=2025-04-10&rule=MOH-73", "from=2026-12-09&rule=MOH-76"]) {
      const { pages } = await preview(query);
      const last = pages.find((page) => page.includes("la adresa din codul QR")) ?? "";
      expect([query, last.includes("De unde vine calculul")]).toEqual([query, true]);
    }
  });

  test("a term in years says a line for each month, and leaves out no day", async () => {
    const { text, pages } = await preview("from=2025-12-01&rule=MOH-96");
    expect(pages).toHaveLength(2);
    expect(text).toContain("curge în fiecare zi; zilele la rând ale unei luni stau pe o linie");
    expect(text).toMatch(/02–31\.12\.2025 marți – miercuri – termenul curge: 30 de zile/);
    expect(text).toMatch(/01–28\.02\.2026 duminică – sâmbătă – termenul curge: 28 de zile/);
    expect(text).toMatch(/01\.12\.2026 marți – ultima zi a termenului; sărbătoare legală/);
    const told = [...text.matchAll(/termenul curge: (\d+) de zile/g)].reduce((sum, [, days]) => sum + Number(days), 0);
    expect(told).toBe(364); // with the last one, 365
    const stopped = await preview("from=2026-03-02&months=1&suspended=2026-03-10/2026-03-12");
    expect(stopped.text).toMatch(/03–09\.03\.2026 marți – luni – termenul curge: 7 zile/);
    expect(stopped.text).toMatch(/10–11\.03\.2026 marți – miercuri – termenul este suspendat/);
  });

  test("free days: the day to which the last one rolled is the date on the paper", async () => {
    const { text } = await preview("from=2026-04-07&freeDays=4");
    expect(text).toContain("marți, 14 aprilie 2026");
    expect(text).not.toContain("Nu este zi lucrătoare");
    expect(text).toContain("ultima zi trece în următoarea zi lucrătoare");
    expect(text).toMatch(
      /12\.04\.2026 duminică – ultima zi nu se numără; nu se lucrează \(sărbătoare legală: Prima zi/,
    );
    expect(text).toMatch(/14\.04\.2026 marți – ultima zi a termenului; următoarea zi lucrătoare/);
  });

  test("years whose days are not confirmed make it provisional", async () => {
    const { text } = await preview("from=2026-12-20&workingDays=15");
    expect(text).toMatch(/Termen provizoriu: calendarul pentru 2027 nu este încă confirmat/);
  });

  test("with assumed days it is a trial without a code", async () => {
    const { text, bytes } = await preview("from=2026-04-07&workingDays=5&daysOff=2026-04-09");
    expect(text).toContain("Calcul de încercare");
    expect(text).not.toContain("verificare-termen");
    expect(await readCode(bytes)).toBeUndefined();
  });

  test("E112-35, E112-A5: advice says that it is advice, on what it rests, and proves no deadline", async () => {
    const { text, bytes } = await preview("from=2026-03-02&rule=E112-35");
    expect(text).toContain("Data recomandată marți, 2 iunie 2026");
    expect(text).toContain("Recomandare, nu obligație");
    expect(text).toContain("Cui i se recomandă");
    expect(text).toContain("Contractul-cadru nr. 324/2008 (de verificat)");
    expect(text).not.toMatch(/Cine are termenul|Ultima zi a termenului|50\/2004|verificare-termen/);
    expect(await readCode(bytes)).toBeUndefined();
  });

  test("a term that cannot be is refused with a sentence", async () => {
    const { status, bytes } = await world.bytes(undefined, "/api/deadlines/preview.pdf?from=2026-04-07&workingDays=0");
    expect(status).toBe(422);
    expect(JSON.parse(Buffer.from(bytes).toString("utf8"))).toMatchObject({ code: "INVALID_TERM" });
  });
});

describe("after the calendar has changed", () => {
  beforeAll(async () => {
    await declareDay(world.owner, { date: "2026-03-03", scope: "public-sector", legalAct: "HG nr. 9/2026" });
    await setInterruption(world.owner, { rule: "MOH-26", interrupted: false, citation: "Ordinul X, art. 3" });
  });

  test("the explanation stays with the calendar of then, and names what today's gives", async () => {
    const { body } = await world.get("officer", `/api/cases/${CASE}/deadlines/MOH-23`);
    expect(body).toMatchObject({ due: "2026-03-04", calendarChanged: true, today: { due: "2026-03-05" } });
    expect(body.days[1]).toMatchObject({ date: "2026-03-03", counted: true, number: 1 });
  });

  test("the paper says it too", async () => {
    const { text } = await paper(CERTIFICATE, "officer");
    expect(text).toContain("miercuri, 4 martie 2026");
    expect(text).toContain("după cel de azi ar fi joi, 5 martie 2026");
  });

  test("a setting of decision 7 is told with its citation", async () => {
    const { text } = await paper("/api/deadlines/preview.pdf?from=2026-03-02&rule=MOH-26&institution=CST-CJ");
    expect(text).toContain("nu întrerup termenul: se numără");
    expect(text).toContain("Ordinul X, art. 3");
  });
});
