/** «Calculul termenului» on paper, and the page that computes it again. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { apiWorld } from "../api/support/api-world.ts";
import { seedCase } from "../api/support/seed-case.ts";
import { readPdf, type ReadPdf } from "./support/pdf.ts";

const world = await apiWorld({ PUBLIC_URL: "http://dosar.example" });
const CASE = await seedCase(world, { number: "DSP-CJ/2026/000123" });

async function pdf(
  path: string,
  name?: "officer",
): Promise<ReadPdf & { readonly status: number; readonly name: string }> {
  const { status, headers, bytes } = await world.bytes(name, path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${Buffer.from(bytes).toString("utf8")}`);
  return { ...(await readPdf(bytes)), status, name: headers["content-disposition"] ?? "" };
}
function verify(address: string, change: Record<string, string | undefined> = {}) {
  const { pathname, searchParams } = new URL(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  return world.get(undefined, `${pathname}?${searchParams.toString()}`);
}

describe("the certificate of a deadline of a file", () => {
  let paper: Awaited<ReturnType<typeof pdf>>;
  beforeAll(async () => {
    paper = await pdf(`/api/cases/${CASE}/deadlines/MOH-23/certificate.pdf`, "officer");
  });

  test("says the rule, the days and the date, in Romanian with its letters", () => {
    expect(paper.text).toContain("Dosarul DSP-CJ/2026/000123");
    expect(paper.text).toContain("DSP trimite dosarul comisiei teritoriale în cel mult 2 zile lucrătoare");
    expect(paper.text).toContain("miercuri, 4 martie 2026");
    expect(paper.text).toMatch(/02\.03\.2026 luni – ziua de început nu se numără/);
    expect(paper.text).toMatch(/03\.03\.2026 marți 1/);
    expect(paper.text).toMatch(/04\.03\.2026 miercuri 2 ultima zi a termenului/);
    expect(paper.text).toContain("Direcția de Sănătate Publică (DSP)");
    expect(paper.text).toContain("dosarul este complet la DSP");
    expect(paper.text).toContain("MOH-A1");
    expect(paper.text).toContain("Ordinul MS nr. 50/2004");
    expect(paper.text).toContain("pagina 1 din");
    expect(paper.text).toContain("Persoana officer");
  });

  test("names no patient", () => {
    expect(paper.text).not.toMatch(/Popescu/i);
    expect(paper.name).toBe('inline; filename="calculul-termenului-MOH-23-2026-03-04.pdf"');
  });

  test("is tagged, has a language and a title, and its pictures have words (PDF/UA-1)", () => {
    expect(paper.tagged).toBe(true);
    expect(paper.language).toBe("ro");
    expect(paper.title).toBe("Calculul termenului MOH-23, dosarul DSP-CJ/2026/000123");
    expect([...paper.roles]).toEqual(expect.arrayContaining(["Table", "TH", "TD", "H1", "Figure"]));
    expect(paper.alternatives.join()).toContain("Cod QR");
  });

  test("its code, read from the picture of the page, leads to a page that confirms it", async () => {
    expect(paper.code).toMatch(/^http:\/\/dosar\.example\/verificare-termen\?r=MOH-23&o=DSP/);
    expect(paper.code?.length).toBeLessThan(200);
    expect(paper.code).not.toMatch(/000123|Popescu/);
    const { status, text } = await verify(paper.code ?? "");
    expect(status).toBe(200);
    expect(text).toContain("Confirmat");
    expect(text).toContain("Termenul este miercuri, 4 martie 2026.");
    expect(text).not.toMatch(/000123|Popescu/);
  });
});
