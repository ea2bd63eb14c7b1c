/** What the patient side sees of an E112 file by number and code (E112-61): what to do next, with which papers, and no limit. */
import { describe, expect, test } from "@jest/globals";
import { statusPage } from "../../api/public/status-page.ts";
import type { E112PublicStatus } from "../../domain/case/view.ts";
import { e112PublicStatus } from "../../domain/e112/public-status.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { ACCEPTANCE, ADULT_DOSSIER, CONDITIONS, REPORT, REQUEST } from "./support/papers.ts";
import { OPENING, played, preparation, type Entry } from "./support/rehearsed.ts";

const NUMBERS = { registrationNumber: "CAS-CJ/2026/000012", applicationNumber: "CAS-CJ/2026/000031" };

async function statusOf(acts: readonly Entry[], opening?: Record<string, unknown>): Promise<E112PublicStatus> {
  const { state, refusal } = await played(acts, opening);
  expect(refusal).toBeUndefined();
  return e112PublicStatus(state, { ...NUMBERS, openedOn: plainDate("2026-03-02") });
}

function rulesOf({ lacks }: E112PublicStatus): string[] {
  return lacks.map(({ rule }) => rule);
}

describe("what to do next", () => {
  test.each<[Entry[0] | undefined, string, string, string, RegExp]>([
    [undefined, "Dosar deschis", "Dumneavoastră", "2026-03-02", /acordul prealabil.*E112-12/],
    ["recordPriorAgreement", "se traduc", "Dumneavoastră", "2026-03-03", /Traduceți.*E112-13/],
    ["recordTranslations", "cererea către clinică", "Dumneavoastră", "2026-03-10", /prin e-mail, scanate.*E112-27/],
    ["sendRequestToClinic", "așteaptă acceptul", "Clinica din străinătate", "2026-03-12", /Așteptați acceptul/],
    ["recordAcceptance", "a trimis acceptul", "Dumneavoastră", "2026-03-25", /păstrați originalul.*E112-40/],
    [
      "recordLegalisedTranslation",
      "urmează raportul",
      "Medicul curant",
      "2026-04-02",
      /raportul medical tipizat.*E112-51/,
    ],
    [
      "recordMedicalReport",
      "Se întocmește dosarul",
      "Dumneavoastră",
      "2026-04-10",
      /documentele care lipsesc.*E112-59/,
    ],
    ["assembleDossier", "casa înregistrează", "Casa de asigurări", "2026-04-15", /Cereți casei numărul.*E112-61/],
    ["registerApplication", "Cererea este înregistrată", "Casa de asigurări", "2026-04-16", /nu aveți nimic de făcut/],
    ["checkInsuredStatus", "Cererea este înregistrată", "Casa de asigurări", "2026-04-16", /nu aveți nimic de făcut/],
    ["issueForm", "exemplarul pacientului poate fi ridicat", "Casa de asigurări", "2026-04-22", /Ridicați.*E112-81/],
    ["handOverCopy", "eliberat și predat", "Dumneavoastră", "2026-04-23", /anunțați casa/],
    [
      "recordTreatmentDone",
      "se decontează între instituții",
      "Casa de asigurări",
      "2026-07-25",
      /nu aveți nimic de făcut/,
    ],
  ])("after %s: %s, %s, since %s", async (act, step, holder, since, must) => {
    const status = await statusOf(act === undefined ? [] : preparation(act));
    expect(status.step.ro).toContain(step);
    expect(status.holder.ro).toContain(holder);
    expect(status.since).toBe(since);
    expect(status.patientMust.ro).toMatch(must);
    for (const text of [status.step, status.holder, status.patientMust, ...status.notes])
      expect(text.ro).not.toBe(text.en);
  });

  test("E112-25 who wrote and did not call is told to call; E112-28 after a refusal another clinic is asked", async () => {
    const written = await statusOf([
      ...preparation("recordTranslations"),
      ["sendRequestToClinic", "2026-03-12", { ...REQUEST, phoned: false }],
    ]);
    expect(written.patientMust.ro).toContain("prin telefon");
    expect(written.patientMust.ro).not.toContain("scanate");
    const refused = await statusOf([...preparation("sendRequestToClinic"), ["recordClinicRefusal", "2026-03-20"]]);
    expect(refused.step.ro).toContain("se poate scrie alteia");
    expect(refused.patientMust.ro).toContain("E112-24");
  });

  test("an acceptance and a report that lack something say what, by which rule", async () => {
    const { estimatedCost: _, ...costless } = ACCEPTANCE;
    const acceptance = { ...costless, unitStamp: false };
    const accepted = await statusOf([
      ...preparation("sendRequestToClinic"),
      ["recordAcceptance", "2026-03-25", { acceptance }],
    ]);
    expect(rulesOf(accepted)).toEqual(["E112-30", "E112-37"]);
    expect(accepted.holder.ro).toBe("Clinica din străinătate");
    const report = { ...REPORT, point7: { a: true, b: true, c: true, d: false } };
    const reported = await statusOf(
      preparation("recordMedicalReport", { recordMedicalReport: { report, doctor: "Dr. I", casContract: true } }),
    );
    expect(rulesOf(reported)).toEqual(["E112-51"]);
  });

  test("E112-62 … E112-69 the documents that are missing, in the form that is asked; a scan serves nowhere (E112-A6)", async () => {
    const there = ADULT_DOSSIER.filter(({ kind }) => kind !== "adeverintaAsigurat");
    const documents = there.map((each) => (each.kind === "acceptClinica" ? { ...each, form: "scan" } : each));
    const status = await statusOf([
      ...preparation("recordMedicalReport"),
      ["assembleDossier", "2026-04-12", { documents }],
    ]);
    expect(rulesOf(status)).toEqual(["E112-66", "E112-69"]);
    expect(status.lacks[1]?.form?.ro).toBe("original + traducere legalizată");
  });
});

describe("which way the decision went is not told before it is communicated (decision 17)", () => {
  const upTo = (analysis: Partial<typeof CONDITIONS>): Entry[] =>
    preparation("analyseConditions", { analyseConditions: { ...CONDITIONS, ...analysis } });
  const failed = upTo({ notTimelyInRomania: false });
  const refused: Entry[] = [...failed, ["refuseApplication", "2026-04-21", { reason: "SECRET" }]];

  test("met, not met, and refused are the same page", async () => {
    const [met, notMet, refusedStatus] = [await statusOf(upTo({})), await statusOf(failed), await statusOf(refused)];
    expect(met.step.ro).toBe("Hotărârea casei este în curs de comunicare");
    expect(met.since).toBe("2026-04-20");
    expect(notMet).toEqual(met);
    expect(refusedStatus).toEqual(met);
  });

  test("not insured: the same, from the day of that check", async () => {
    const status = await statusOf(preparation("checkInsuredStatus", { checkInsuredStatus: { insured: false } }));
    expect({ ...status, since: "" }).toEqual({ ...(await statusOf(upTo({}))), since: "" });
  });

  test("what is checked or analysed anew moves nothing: neither the step nor its day", async () => {
    const uninsured = preparation("checkInsuredStatus", { checkInsuredStatus: { insured: false } });
    const first = await statusOf(uninsured);
    const anew: Entry[] = [...uninsured, ["checkInsuredStatus", "2026-04-27", { insured: true }]];
    expect(await statusOf(anew)).toEqual(first);
    expect(await statusOf([...anew, ["analyseConditions", "2026-04-28", CONDITIONS]])).toEqual(first);
    const again: Entry[] = [...failed, ["analyseConditions", "2026-04-28", CONDITIONS]];
    expect(await statusOf(again)).toEqual(await statusOf(failed));
  });

  test("once communicated it says so, and no more; the Ministry's route is named whichever condition failed", async () => {
    const status = await statusOf([...refused, ["communicateRefusal", "2026-04-24"]]);
    expect(status).toMatchObject({
      step: { ro: "Hotărârea casei a fost comunicată" },
      since: "2026-04-24",
      closed: true,
    });
    expect(status.patientMust.ro).toContain("E112-05");
    const open = await statusOf([
      ...upTo({ inBasicPackage: false }),
      ["refuseApplication", "2026-04-21", { reason: "SECRET" }],
      ["communicateRefusal", "2026-04-24"],
    ]);
    expect({ ...open, closed: true }).toEqual(status);
  });

  test("a death and a closing after a departure are not told", async () => {
    const departed: Entry[] = [
      ...preparation("analyseConditions"),
      ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }],
    ];
    const closed = await statusOf([
      ...departed,
      ["closeAfterDeparture", "2026-04-24", { ground: "noForceMajeure", reason: "SECRET" }],
    ]);
    const died = await statusOf([...departed, ["recordDeath", "2026-04-24", { diedOn: "2026-04-23" }]]);
    expect(closed).toEqual(died);
    expect(closed.step.ro).toBe("Dosarul este închis");
  });
});

describe("after the decision", () => {
  test("a form in the place of another is to be collected anew; E112-38, E112-85 who pays what", async () => {
    const issued = preparation("handOverCopy");
    expect((await statusOf(issued)).notes.map(({ ro }) => ro).join(" ")).toMatch(
      /predat la 23\.04\.2026.*01\.07\.2026 – 20\.07\.2026.*nimic de plătit clinicii.*Transportul/,
    );
    const replaced = await statusOf([...issued, ["replaceForm", "2026-05-04", { reason: "SECRET" }]]);
    expect(replaced.step.ro).toContain("poate fi ridicat");
    expect(replaced.since).toBe("2026-05-04");
    expect(replaced.notes[0]?.ro).toContain("nu îl mai folosiți");
    const cancelled = await statusOf([
      ...issued,
      ["cancelForm", "2026-05-04", { reason: "SECRET", applicantGivesUp: true }],
    ]);
    expect(cancelled.patientMust.ro).toContain("Nu folosiți formularul");
  });

  test("E112-05 moved to the Ministry's route: the DSP has the new file; E112-86 category 1 is passed on", async () => {
    const clinic = { name: "Privatklinik", country: "DE", publicInsuranceContract: false };
    const moved = await statusOf([["moveToMinistryRoute", "2026-03-05", {}]], { ...OPENING, clinic });
    expect(moved).toMatchObject({ holder: { ro: "Direcția de Sănătate Publică" }, since: "2026-03-05", closed: true });
    const transfer = await statusOf([], { ...OPENING, category: 1 });
    expect(transfer.step.ro).toContain("mutarea reședinței");
    expect(transfer.closed).toBe(false);
  });
});

test("E112-A4: until the decision is there the page says that there is no limit; wherever the file is it shows no date but since when", async () => {
  for (const [act] of preparation("recordTreatmentDone")) {
    const status = await statusOf(preparation(act));
    const page = statusPage("ro", status, plainDate("2026-09-01"));
    const isDecided = ["issueForm", "handOverCopy", "recordDeparture", "recordTreatmentDone"].includes(act);
    expect([act, page.includes("Legea nu pune niciun termen")]).toEqual([act, !isDecided]);
    const dates = [...page.matchAll(/<time datetime="([^"]*)"/g)].map(([, date]) => date);
    expect(dates).toEqual([status.since, "2026-09-01"]);
    expect(`${page}${JSON.stringify(status)}`).not.toMatch(/MOH-|SECRET|München|Klinikum|undefined/);
  }
});
