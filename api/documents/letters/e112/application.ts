/** The standard application (E112-62, E112-70, E112-88), from a file or empty; and the receipt of the opening. */
import { DOCUMENT_FORM_TITLES, type DocumentForm } from "../../../../domain/case/document-forms.ts";
import { DOSSIER, type DossierSubject } from "../../../../domain/e112/documents.ts";
import { E112_LETTERS } from "../../../../domain/e112/letters.ts";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { Text } from "../../../../domain/case/commands.ts";
import { isPlainDate, type PlainDate } from "../../../../domain/plain-date.ts";
import {
  choices,
  column,
  field,
  form,
  heading,
  list,
  signatures,
  strong,
  table,
  text,
  type Block,
  type Cell,
} from "../blocks.ts";
import { clinicPlace, domicileOf, filerName, patientName } from "../context.ts";
import { letterDate } from "../format.ts";
import { sheetOf, type Letter, type LetterData } from "../frame.ts";
import { receiptOf } from "../receipt.ts";
import { applicantCapacity, periodText, type E112Context } from "./context.ts";

const TITLE = "Cerere de eliberare a formularului E112 (S2)";

export function application({ file, houses }: E112Context): Letter {
  return {
    title: TITLE,
    subject: "Cerere-tip",
    to: ["Către", houses.cas.nameRo],
    refs: [{ name: "Nr. cererii", value: file.applicationNumber ?? null }],
    cameOn: file.applicationNumber === undefined ? null : registeredOn(file),
    blocks: applicationBlocks(file),
    rules: E112_LETTERS.application.rules,
  };
}

function registeredOn({ timeline }: E112CaseView): PlainDate | null {
  return timeline.findLast(({ kind, type }) => kind === "act" && type === "registerApplication")?.occurredOn ?? null;
}

/** The form as it is handed out; `institution`: of which house, when that is known. */
export function emptyApplication(today: PlainDate, institution?: string): LetterData {
  return sheetOf(
    {
      title: TITLE,
      subject: "Cerere-tip",
      to: ["Către", institution ?? "Casa de asigurări de sănătate de care aparține pacientul"],
      blocks: applicationBlocks(undefined),
      rules: E112_LETTERS.application.rules,
    },
    {
      process: "e112",
      language: "ro",
      today,
      institution: institution ?? "Casa de Asigurări de Sănătate",
      name: "",
      running: TITLE,
      refs: [
        { name: "Nr. de înregistrare", value: null },
        { name: "Data", value: null },
      ],
    },
  );
}

function applicationBlocks(file: E112CaseView | undefined): Block[] {
  const patient = file?.subject.patient ?? {};
  const filer = file?.subject.filer ?? {};
  const appliesAs = (role: string): boolean => filer["role"] === role;
  const own = file === undefined || appliesAs("patient") ? patient : filer;
  const known = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  const birthDate = patient["birthDate"];
  const category = file?.e112.category;
  const clinic = file?.e112.clinic;
  const period = file?.e112.period;
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
      [appliesAs("patient"), "pacient"],
      [appliesAs("parent"), "părinte al copilului"],
      [appliesAs("guardian"), "tutore al copilului"],
      [appliesAs("otherPerson"), "altă persoană, în numele pacientului, cu procură legalizată la notariat"],
    ),
    heading("Pacientul"),
    form([
      field("Numele și prenumele", file === undefined ? undefined : patientName(file)),
      field("Data nașterii", isPlainDate(birthDate) ? letterDate(birthDate, "ro") : undefined),
      field("Codul numeric personal", patient["cnp"]),
      field("Domiciliul", domicileOf(patient), { lines: 2 }),
      ...(own === patient ? [] : [field("Telefon", known(patient["phone"])), field("E-mail", known(patient["email"]))]),
      field("Diagnosticul", patient["diagnosis"], { lines: 2 }),
    ]),
    text("Solicit ", strong("eliberarea formularului E112 (S2)"), ":"),
    choices(
      [category === 2, "pentru un tratament medical programat în alt stat UE/SEE"],
      [category === 1, "pentru transferul temporar sau definitiv al reședinței în alt stat UE/SEE"],
    ),
    form([
      field("Clinica", clinic?.name === "" ? undefined : clinic?.name),
      field("Localitatea, țara", clinic === undefined ? undefined : clinicPlace(clinic)),
      field("Perioada tratamentului", periodText(period?.from, period?.to), {
        note: "cea din acceptul clinicii",
      }),
    ]),
    { kind: "break" },
    ...(file === undefined ? emptyDossier() : [heading("Actele pe care le depun"), filedDossier(file)]),
    text("Declar că datele de mai sus sunt adevărate."),
    signatures({ who: "Data", name: null, note: "" }, { who: "Semnătura", name: null, note: "cine depune cererea" }),
    {
      kind: "small",
      text: "La depunere cereți numărul de înregistrare al cererii. Când persoana este asigurată și condițiile sunt îndeplinite, eliberarea formularului nu poate fi refuzată (E112-10).",
    },
  ];
}

interface Asked {
  readonly kind: string;
  readonly form: DocumentForm;
  readonly title: Text;
}

const COLUMNS = [column(""), column("Actul", 1), column("Forma")];

function lines(asked: readonly Asked[], isFiled: (kind: string) => boolean): Cell[][] {
  return asked.map(({ kind, form: inForm, title }) => [isFiled(kind), title.ro, DOCUMENT_FORM_TITLES[inForm].ro]);
}

function filedDossier({ checklist, documents }: E112CaseView): Block {
  const asked = checklist as readonly Asked[]; // the forms of this process
  return table(
    COLUMNS,
    lines(asked, (kind) => documents.some((document) => document.kind === kind)),
  );
}

/** The list for an adult and the one for a child, each with what is asked only of some. */
function emptyDossier(): Block[] {
  const listFor = (subject: DossierSubject): Block =>
    table(
      COLUMNS,
      lines(
        DOSSIER.filter(({ appliesTo }) => appliesTo(subject)).map((line) => ({
          ...line,
          title:
            line.kind in ONLY_IF ? { ...line.title, ro: `${line.title.ro} (${ONLY_IF[line.kind] ?? ""})` } : line.title,
        })),
        () => false,
      ),
    );
  return [
    heading("Actele pentru un adult"),
    listFor({ minor: false, applicantRole: "otherPerson", secondParentWaived: false }),
    heading("Actele pentru un copil"),
    listFor({ minor: true, applicantRole: "parent", secondParentWaived: false }),
  ];
}

/** For whom a document is asked, when not of everybody. */
const ONLY_IF: Readonly<Record<string, string>> = {
  ciMandatar: "numai când depune altă persoană",
  procura: "numai când depune altă persoană",
};

/** What who opened the file takes home. `accessCode`: known in the answer to the opening alone. */
export function receipt(context: E112Context, accessCode?: string): Letter {
  const { file } = context;
  const missing = file.checklist.filter(({ status }) => status === "missing" || status === "wrong-form");
  const words = {
    subject: "Dosar pentru formularul E112 (S2)",
    capacity: applicantCapacity(file),
    next:
      file.e112.category === 1
        ? [text("Cererea este pentru un transfer de reședință și se trimite mai departe.")]
        : [
            ...(missing.length === 0
              ? [text("Actele dosarului sunt toate în dosar.")]
              : [
                  text("Dosarul are nevoie de actele de mai jos:"),
                  list(
                    ...(missing as readonly Asked[]).map(
                      ({ title, form: asked }) => `${title.ro} (${DOCUMENT_FORM_TITLES[asked].ro})`,
                    ),
                  ),
                ]),
            text("La depunerea cererii-tip primiți un număr al ei: cereți-l la registratură."),
          ],
    rules: E112_LETTERS.receipt.rules,
  };
  return receiptOf(context, words, accessCode);
}
