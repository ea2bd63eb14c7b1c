/** Registers as a DSP would have them, written for tests. */
import { randomBytes } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { COLUMNS, columnIn, keysOf, type ColumnKey } from "../../api/imports/columns.ts";
import type { ImportPreview, ImportProgress } from "../../domain/imports/views.ts";
import type { Answer, ApiWorld } from "../api/support/api-world.ts";
import type { PersonName } from "../api/support/people.ts";

export type RegisterRow = Partial<Record<ColumnKey, string>>;

/** Workflows are named after numbers, on an engine that all tests share. */
const RUN = randomBytes(3).toString("hex").toUpperCase();

/** A number of this run's own register. */
export function number(place: number): string {
  return `${place}/${RUN}`;
}

export const PERSON = {
  surname: "Registru",
  givenName: "Maria",
  birthDate: "01.05.1980",
  domicileCounty: "Cluj",
} satisfies RegisterRow;

/** A register in CSV with the Romanian headings of the columns that its rows use. */
export function csv(rows: readonly RegisterRow[], process: keyof typeof COLUMNS = "moh"): string {
  const columns = COLUMNS[process];
  const keys = keysOf(columns).filter((key) => rows.some((row) => row[key] !== undefined));
  const lines = rows.map((row) => keys.map((key) => row[key] ?? ""));
  return stringify([keys.map((key) => columnIn(columns, key).title.ro), ...lines], { delimiter: ";" });
}

/** What a preview answers, or why it is refused. */
interface Previewed extends Omit<Answer, "body"> {
  readonly body: ImportPreview & { readonly code?: string; readonly message?: string };
}

export async function preview(
  world: Pick<ApiWorld, "as">,
  name: PersonName,
  file: string | Uint8Array,
): Promise<Previewed> {
  const form = new FormData();
  form.append("file", new Blob([file as Uint8Array<ArrayBuffer>]), "registru.csv");
  return await world.as(name, { method: "POST", url: "/api/imports", body: form });
}

/** Starts an import and waits until it is done. */
export async function bring(world: ApiWorld, name: PersonName, id: string | undefined): Promise<ImportProgress> {
  const started = await world.post(name, `/api/imports/${id}/start`, {});
  if (started.status !== 200) throw new Error(`starting answered ${started.status}: ${started.text}`);
  return await finished(world, name, id);
}

export async function finished(world: ApiWorld, name: PersonName, id: string | undefined): Promise<ImportProgress> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const { body } = await world.get(name, `/api/imports/${id}`);
    if (body.state === "done") return body as ImportProgress;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the import does not end");
}

/** A file in each step of the procedure, with its acts on fixed days of March 2026. */
export function everyStep(from: number): readonly { readonly row: RegisterRow; readonly stage: string }[] {
  const filed = { filedOn: "02.03.2026", documents: "complet" };
  const sent = { ...filed, sentToCommission: "2026-03-03" };
  const begun = { ...sent, examinationBegun: "05.03.2026" };
  const examined = { ...begun, examinationFinished: "06.03.2026", commissionDecision: "aprobat" };
  const approved = {
    ...examined,
    decisionRegistered: "09.03.2026",
    minutesNumber: "45",
    minutesReceived: "09.03.2026",
    urgencyClass: "B",
    clinics: "Klinikum München|Germania|info@example.de; AKH Wien|AT",
  };
  const asked = { ...approved, notified: "10.03.2026", requests: "1: 11.03.2026 | e-mail 5; 2: 12.03.2026 | e-mail 6" };
  const answered = {
    ...asked,
    diagnosis: "diagnostic",
    answers: "1: 16.03.2026 ofertă; 2: 17.03.2026 refuz",
    offerAddress: "Hauptstraße 1",
    offerContact: "Dr. Muster",
    offerPhone: "+49 89 123456",
    offerFax: "none",
    offerAccount: "DE89370400440532013000",
    offerEvaluation: "1.000,00",
    offerProcedure: "20000",
    offerPostEvaluation: "500",
    offerPerDay: "400",
    offerTotal: "21.500",
    offerCurrency: "eur",
    offerConditions: "în avans",
    offerAdmission: "01.06.2026",
  };
  const atMinistry = { ...answered, sentToMinistry: "18.03.2026" };
  const registered = { ...atMinistry, ministryRegistered: "20.03.2026", ministryNumber: `MS-${number(from)}` };
  const rows: readonly [RegisterRow, string][] = [
    [{ filedOn: "02.03.2026", documents: "cerereTip; analize (copie)" }, "filed"],
    [filed, "complete"],
    [sent, "at-commission"],
    [begun, "under-examination"],
    [examined, "decided"],
    [
      {
        ...begun,
        examinationFinished: "06.03.2026",
        commissionDecision: "respins",
        decisionRegistered: "09.03.2026",
        rejectionCauses: "cauze",
        medicalConduct: "conduită",
        recommendedUnit: "Spitalul",
      },
      "rejected-by-commission",
    ],
    [asked, "approved-by-commission"],
    [answered, "sendable"],
    [atMinistry, "sent-to-ministry"],
    [registered, "at-ministry"],
  ];
  return rows.map(([row, stage], index) => ({
    row: { legacyNumber: number(from + index), ...PERSON, givenName: `Maria ${from + index}`, ...row },
    stage,
  }));
}

/** A file whose first clinics refused, and that waits for those of other minutes. */
export function inAnotherRound(from: number): RegisterRow {
  return {
    ...everyStep(from)[6]?.row,
    answers: "1: 16.03.2026 refuz; 2: 17.03.2026 refuz",
    commissionAnnounced: "18.03.2026",
    newMinutesRegistered: "20.03.2026",
    newClinics: "Charité|DE; Gemelli|Italia",
    requests: "1: 11.03.2026; 2: 12.03.2026; 3: 23.03.2026 | e-mail 7; 4: 23.03.2026 | e-mail 8",
  };
}

/** A file from the Ministry's approval to the return from the treatment. */
export function underTreatment(from: number): RegisterRow {
  return {
    ...everyStep(from).at(-1)?.row,
    ministryDecided: "27.03.2026",
    ministryDecision: "aprobat",
    selectedClinic: "1",
    amount: "21500",
    currency: "EUR",
    ministryNotified: "30.03.2026",
    fundsConfirmed: "31.03.2026",
    labourDecided: "01.04.2026",
    governmentDecided: "08.04.2026",
    governmentNumber: "301",
    published: "09.04.2026",
    gazette: "nr. 290/09.04.2026",
    dispositionRegistered: "14.04.2026",
    paid: "15.04.2026",
    departed: "20.04.2026",
    returned: "18.05.2026",
  };
}
