/** The standard application (MOH-11), from a file or empty; and the receipt of registration (MOH-21, MOH-22). */
import { DOSSIER, type ChecklistItem, type DocumentKind } from "../../../../domain/moh/documents.ts";
import { LETTERS } from "../../../../domain/moh/letters.ts";
import type { MohCaseView } from "../../../../domain/case/view.ts";
import { isPlainDate, type PlainDate } from "../../../../domain/plain-date.ts";
import { choices, field, form, heading, list, signatures, strong, table, text, column, type Block } from "../blocks.ts";
import { countyName, domicileOf, filerName, patientName } from "../context.ts";
import { filerCapacity, type MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import { sheetOf, type Letter, type LetterData } from "../frame.ts";
import { receiptOf } from "../receipt.ts";

const TITLE = "Cerere de examinare pentru tratament în străinătate";
/** For whom a document of the dossier is asked, when not of everybody. */
const ONLY_FOR: Partial<Record<DocumentKind, string>> = {
  ciDepunator: "când depune altcineva decât pacientul",
  ciParinte1: "pentru minori",
  ciParinte2: "pentru minori",
  certificatNastere: "pentru minori",
};

export function application({ file, houses }: MohContext): Letter {
  return {
    title: TITLE,
    subject: "Cerere-tip",
    to: ["Către", houses.dsp.nameRo],
    cameOn: file.openedOn,
    blocks: applicationBlocks(file),
    rules: LETTERS.application.rules,
  };
}

/** The form as it is handed out; `institution`: of which DSP, when that is known. */
export function emptyApplication(today: PlainDate, institution?: string): LetterData {
  const dsp = institution ?? "Direcția de Sănătate Publică";
  return sheetOf(
    {
      title: TITLE,
      subject: "Cerere-tip",
      to: ["Către", institution ?? "Direcția de Sănătate Publică a județului în care domiciliază pacientul"],
      blocks: applicationBlocks(undefined),
      rules: LETTERS.application.rules,
    },
    {
      process: "moh",
      language: "ro",
      today,
      institution: dsp,
      name: "",
      running: TITLE,
      refs: [
        { name: "Nr. de înregistrare", value: null },
        { name: "Data", value: null },
      ],
    },
  );
}

function applicationBlocks(file: MohCaseView | undefined): Block[] {
  const patient = file?.subject.patient ?? {};
  const filer = file?.subject.filer ?? {};
  const filedBy = (role: string): boolean => filer["role"] === role;
  const birthDate = patient["birthDate"];
  const asked: readonly Pick<ChecklistItem, "kind" | "form" | "title">[] = file?.checklist ?? DOSSIER;
  const own = file === undefined || filedBy("patient") ? patient : filer;
  const known = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  return [
    heading("Cine depune cererea"),
    form([
      field("Numele și prenumele", file === undefined ? undefined : filerName(file)),
      field("Actul de identitate (seria, nr.)"),
      field("Telefon", known(own["phone"])),
      field("E-mail", known(own["email"])),
    ]),
    text("în calitate de:"),
    choices(
      [filedBy("patient"), "pacient"],
      [filedBy("legalRepresentative"), "reprezentant legal"],
      [filedBy("spouse"), "soț / soție"],
      [
        filedBy("relative"),
        filedBy("relative") && file !== undefined
          ? `rudă până la gradul al IV-lea: ${filerCapacity(file) ?? ""}`
          : "rudă până la gradul al IV-lea (gradul: ………………)",
      ],
    ),
    heading("Pacientul"),
    form([
      field("Numele și prenumele", file === undefined ? undefined : patientName(file)),
      field("Data nașterii", isPlainDate(birthDate) ? letterDate(birthDate, "ro") : undefined),
      field("Codul numeric personal", patient["cnp"]),
      field("Domiciliul", domicileOf(patient), { note: "județul decide direcția la care se depune dosarul", lines: 2 }),
      ...(patient["residenceCounty"] === undefined
        ? [field("Reședința", undefined, { note: "dacă este alta decât domiciliul" })]
        : [field("Județul de reședință", countyName(patient["residenceCounty"]))]),
      ...(own === patient ? [] : [field("Telefon", known(patient["phone"])), field("E-mail", known(patient["email"]))]),
      field("Diagnosticul", patient["diagnosis"], { lines: 2 }),
    ]),
    text(
      "Solicit ",
      strong("examinarea pacientului de către comisia de specialitate teritorială"),
      ", în vederea trimiterii la tratament în străinătate cu finanțare de la Ministerul Sănătății.",
    ),
    { kind: "break" },
    heading("Actele pe care le depun"),
    table(
      [column(""), column("Actul", 1), column("Forma")],
      asked.map(({ kind, form: inForm, title }) => [
        file?.documents.some((document) => document.kind === kind && document.waiver === undefined) === true,
        file !== undefined || ONLY_FOR[kind] === undefined ? title.ro : `${title.ro} (${ONLY_FOR[kind]})`,
        inForm === "original" ? "original" : "copie",
      ]),
    ),
    text("Declar că datele de mai sus sunt adevărate."),
    signatures({ who: "Data", name: null, note: "" }, { who: "Semnătura", name: null, note: "cine depune cererea" }),
    {
      kind: "small",
      text: "După înregistrare primiți un număr și un cod de acces, cu care aflați oricând stadiul dosarului.",
    },
  ];
}

/** What who filed takes home (MOH-21, MOH-22). `accessCode`: known in the answer to the filing alone. */
export function receipt(context: MohContext, accessCode?: string): Letter {
  const { file } = context;
  const missing = file.checklist.filter(({ status }) => status === "missing" || status === "wrong-form");
  const words = {
    subject: "Dosar pentru trimitere la tratament în străinătate",
    capacity: filerCapacity(file),
    next:
      missing.length === 0
        ? [
            text(
              "Dosarul este complet. Îl trimitem comisiei de specialitate teritoriale în cel mult 2 zile lucrătoare.",
            ),
          ]
        : [
            text("Dosarul nu este complet. Vă rugăm să aduceți:"),
            list(
              ...missing.map(
                ({ title, form: asked }) => `${title.ro} (${asked === "original" ? "în original" : "în copie"})`,
              ),
            ),
          ],
    rules: LETTERS.receipt.rules,
  };
  return receiptOf(context, words, accessCode);
}
