/** The standard medical report to be completed (E112-41 to E112-58, E112-89), and what one still lacks. */
import { typedText } from "../../../../domain/case/letters.ts";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import { lackingOf } from "../../../../domain/e112/contents.ts";
import { E112_LETTERS } from "../../../../domain/e112/letters.ts";
import { isPlainDate, type PlainDate } from "../../../../domain/plain-date.ts";
import { closing, column, field, form, heading, signatures, strong, table, text, type Block } from "../blocks.ts";
import { domicileOf, patientName, patientWords, subjectOf } from "../context.ts";
import { countryName, letterDate } from "../format.ts";
import { sheetOf, type Letter, type LetterData } from "../frame.ts";
import { addressee, ofHouse, periodText, type E112Context } from "./context.ts";

const TITLE = "Raport medical pentru formularul E112 (S2)";

export function medicalReport({ file, houses }: E112Context): Letter {
  return {
    title: TITLE,
    subject: "Raport medical tipizat, completat de medicul curant",
    to: ["Către", houses.cas.nameRo],
    cameOn: null,
    blocks: reportBlocks(file),
    rules: E112_LETTERS["medical-report"].rules,
  };
}

/** The form as it is handed out; `institution`: for which house. */
export function emptyReport(today: PlainDate, institution?: string): LetterData {
  return sheetOf(
    {
      title: TITLE,
      subject: "Raport medical tipizat, completat de medicul curant",
      to: ["Către", institution ?? "Casa de asigurări de sănătate de care aparține pacientul"],
      blocks: reportBlocks(undefined),
      rules: E112_LETTERS["medical-report"].rules,
    },
    {
      process: "e112",
      language: "ro",
      today,
      institution: "Raport medical tipizat",
      name: "",
      running: TITLE,
      refs: [
        { name: "Nr.", value: null },
        { name: "Data", value: null },
      ],
    },
  );
}

function reportBlocks(file: E112CaseView | undefined): Block[] {
  const patient = file?.subject.patient ?? {};
  const birthDate = patient["birthDate"];
  const typed = (act: string, name: string): string | undefined =>
    file === undefined ? undefined : typedText(file, act, name);
  const clinic = file?.e112.clinic;
  const period = file?.e112.period;
  return [
    form([
      field("1. Unitatea sanitară", typed("recordPriorAgreement", "unit")),
      field("2. Medicul curant", typed("recordPriorAgreement", "doctor")),
      field("3. Pacientul", file === undefined ? undefined : patientName(file)),
      field("Data nașterii", isPlainDate(birthDate) ? letterDate(birthDate, "ro") : undefined),
      field("Codul numeric personal", patient["cnp"]),
      field("Domiciliul", domicileOf(patient)),
      field("4. Diagnosticul", patient["diagnosis"], { lines: 2 }),
      field("5. Recomandarea medicală", undefined, { note: "tratamentul recomandat", lines: 4 }),
    ]),
    heading("6. Unde se face tratamentul"),
    form([
      field("Țara", clinic === undefined ? undefined : countryName(clinic.country, "ro")),
      field("Orașul", clinic?.city),
      field("Spitalul", clinic?.name === "" ? undefined : clinic?.name),
      field("Perioada programată", periodText(period?.from, period?.to), { note: "aceeași ca în acceptul clinicii" }),
    ]),
    heading("7. Se încercuiește fiecare literă care este adevărată"),
    table(
      [column("Litera"), column("Ce se declară", 1), column("Regula")],
      [
        ["a)", "tratamentul se află pe lista serviciilor din pachetul de servicii de bază", "E112-43, E112-44"],
        [
          "b)",
          "tratamentul nu poate fi efectuat în România într-un interval de timp corespunzător, având în vedere starea de sănătate a pacientului și evoluția previzibilă a bolii",
          "E112-45, E112-46",
        ],
        ["c)", "deplasarea în străinătate nu compromite starea de sănătate a pacientului", "E112-48, E112-49"],
        [
          "d)",
          "perioada maximă în care este indicată aplicarea serviciului medical este până la data de …………………………",
          "E112-50, E112-51",
        ],
      ],
    ),
    { kind: "break" },
    heading("8. Motivele, explicite și argumentate"),
    text("pentru care tratamentul nu poate fi efectuat la timp într-o unitate sanitară din România (E112-47):"),
    form([field("", undefined, { lines: 16 })], 1),
    signatures(
      { who: "Data raportului", name: null, note: "" },
      { who: "Medicul curant", name: null, note: "semnătura și ștampila" },
    ),
    {
      kind: "small",
      text: "Punctul 7 cu literele lui și cuprinsul raportului sunt cele din ghid; ordinea celorlalte puncte este a acestui formular și se compară cu modelul tipizat în vigoare (E112-A15).",
    },
  ];
}

/** What the report of the file lacks, content by content (E112-42 to E112-58). */
export function reportLacks(context: E112Context): Letter {
  const { file } = context;
  const doctor = typedText(file, "recordMedicalReport", "doctor");
  return {
    title: "Ce trebuie completat în raportul medical",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      text("Stimată doamnă, stimate domn,"),
      text(
        `Raportul medical tipizat pentru ${patientWords(file).the} ${patientName(file)}${doctor === undefined ? "" : `, întocmit de ${doctor},`} nu cuprinde încă tot ce cere formularul E112 (S2). Vă rugăm să cereți medicului `,
        strong("un raport completat cu elementele de mai jos"),
        ":",
      ),
      table(
        [column("Nr."), column("Lipsește din raport", 1), column("Regula")],
        lackingOf(file.e112.report.contents).map(({ title, rule }, index) => [String(index + 1), title.ro, rule]),
      ),
      text("Dosarul merge mai departe după ce raportul completat ajunge la noi."),
      closing("Cu stimă,", ...ofHouse(context)),
    ],
    rules: E112_LETTERS["report-lacks"].rules,
  };
}
