/** The standard application (MOH-11), from a file or empty; and the receipt of registration (MOH-21, MOH-22). */
import { renderSVG } from "uqr";
import { DOSSIER, type ChecklistItem, type DocumentKind } from "../../../domain/moh/documents.ts";
import { LETTERS } from "../../../domain/moh/letters.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { COUNTIES } from "../../../domain/people/counties.ts";
import { isPlainDate, type PlainDate } from "../../../domain/plain-date.ts";
import {
  choices,
  facts,
  field,
  form,
  heading,
  list,
  signatures,
  strong,
  table,
  text,
  column,
  type Block,
} from "./blocks.ts";
import { filerCapacity, filerName, patientName, patientWords, type LetterContext } from "./context.ts";
import { letterDate } from "./format.ts";
import { sheetOf, type Letter, type LetterData } from "./frame.ts";

const TITLE = "Cerere de examinare pentru tratament în străinătate";
/** For whom a document of the dossier is asked, when not of everybody. */
const ONLY_FOR: Partial<Record<DocumentKind, string>> = {
  ciDepunator: "când depune altcineva decât pacientul",
  ciParinte1: "pentru minori",
  ciParinte2: "pentru minori",
  certificatNastere: "pentru minori",
};

export function application({ file, houses }: LetterContext): Letter {
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
      field("Domiciliul", domicile(patient), { note: "județul decide direcția la care se depune dosarul", lines: 2 }),
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

function domicile(patient: Readonly<Record<string, string>>): string | undefined {
  const lines = [patient["address"], countyName(patient["domicileCounty"])].filter(Boolean);
  return lines.length === 0 ? undefined : lines.join(", ");
}

function countyName(code: string | undefined): string | undefined {
  if (code === undefined || !Object.hasOwn(COUNTIES, code)) return undefined;
  const name = COUNTIES[code as keyof typeof COUNTIES];
  return code === "B" ? "municipiul București" : `județul ${name}`;
}

/** A code that still reads with a fifth of it lost to a fold or a stamp. */
const CODE = { ecc: "M", border: 2 } as const;

/** What who filed takes home. `accessCode`: known in the answer to the filing alone. */
export function receipt({ file, publicUrl }: LetterContext, accessCode?: string): Letter {
  const missing = file.checklist.filter(({ status }) => status === "missing" || status === "wrong-form");
  const address = statusAddress(publicUrl, file.registrationNumber);
  return {
    title: "Dovadă de înregistrare",
    subject: "Dosar pentru trimitere la tratament în străinătate",
    to: ["Depus de", filerName(file), ...capacityLine(file)],
    cameOn: file.openedOn,
    blocks: [
      { kind: "large", name: "Numărul de înregistrare", value: file.registrationNumber, size: 22 },
      ...(accessCode === undefined
        ? [{ kind: "notice" as const, text: "Codul de acces a fost dat o singură dată, pe dovada făcută la depunere." }]
        : [{ kind: "large" as const, name: "Codul de acces", value: accessCode, size: 22 }]),
      facts([
        ["Depus la", letterDate(file.openedOn, "ro")],
        [patientWords(file).title, patientName(file)],
      ]),
      ...(missing.length === 0
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
          ]),
      {
        kind: "code",
        code: renderSVG(address, CODE),
        alt: "Cod QR cu adresa paginii publice pe care se vede stadiul dosarului",
        lines: [
          `Stadiul dosarului se vede oricând, fără cont, la ${publicUrl}/stare, cu numărul de înregistrare și codul de acces.`,
          "Codul QR deschide pagina cu numărul completat; codul de acces îl scrieți dumneavoastră. Pagina nu arată nume, diagnostice sau clinici.",
          ...(accessCode === undefined
            ? []
            : ["Păstrați această hârtie: codul de acces nu mai poate fi aflat a doua oară."]),
        ],
      },
      signatures({ who: "Registratura", name: null, note: "semnătura și ștampila" }),
    ],
    rules: LETTERS.receipt.rules,
  };
}

/** The page of the status with the number filled in; the code never stands in an address. */
function statusAddress(publicUrl: string, number: string): string {
  return `${publicUrl}/stare?numar=${encodeURIComponent(number).replaceAll("%2F", "/")}`;
}

function capacityLine(file: MohCaseView): string[] {
  const capacity = filerCapacity(file);
  return capacity === undefined ? [] : [capacity];
}
