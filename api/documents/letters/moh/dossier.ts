/** The dossier that goes to the Ministry: its cover and its inventory (MOH-64 to MOH-66). */
import type { MohCaseView, ClinicView, DocumentView } from "../../../../domain/case/view.ts";
import { DOSSIER } from "../../../../domain/moh/documents.ts";
import { lastAct, typedText } from "../../../../domain/case/letters.ts";
import { LETTERS } from "../../../../domain/moh/letters.ts";
import type { AnswerKind } from "../../../../domain/moh/commands.ts";
import { isPlainDate } from "../../../../domain/plain-date.ts";
import { column, facts, heading, list, signatures, table, text, type Block } from "../blocks.ts";
import { clinicLine, filerName, patientName, patientWords, subjectOf } from "../context.ts";
import { filerCapacity, type MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { ofDsp } from "./notices.ts";

const ANSWERS = {
  offer: "ofertă completă",
  "incomplete-offer": "ofertă incompletă",
  refusal: "refuz",
} as const satisfies Record<AnswerKind, string>;

const URGENCY = {
  A: "A – urgență medicală sau risc vital crescut",
  B: "B – fără urgență medicală și fără risc vital crescut",
} as const;

export function cover(context: MohContext): Letter {
  const { file, houses } = context;
  const { birthDate, diagnosis } = file.subject.patient;
  const decided = lastAct(file, "registerDecision");
  const approvedOn = decided?.dates?.["approvedOn"];
  const proposed = file.clinics.find(({ id }) => id === lastAct(file, "sendToMinistry")?.payload?.["proposedClinic"]);
  const reasons = typedText(file, "sendToMinistry", "reasons");
  const capacity = filerCapacity(file);
  const documents = file.documents.filter(({ waiver }) => waiver === undefined).length;
  const answered = file.clinics.filter(({ answers }) => answers.length > 0).length;
  return {
    title: "Dosar pentru tratament în străinătate",
    to: ["Către", houses.ministry.nameRo],
    ...(file.ministryNumber === undefined ? {} : { refs: [{ name: "Nr. la Minister", value: file.ministryNumber }] }),
    blocks: [
      { kind: "large", name: patientWords(file).title, value: patientName(file), size: 20 },
      facts([
        ["Data nașterii", isPlainDate(birthDate) ? letterDate(birthDate, "ro") : undefined],
        ["Diagnosticul", diagnosis],
        ["Depus de", capacity === undefined ? "pacient" : `${filerName(file)}, ${capacity}`],
        ["Înregistrat la DSP", `${file.registrationNumber}, la ${letterDate(file.openedOn, "ro")}`],
        ["Comisia", houses.cst.nameRo],
        ["Aprobat de comisie la", approvedOn === undefined ? undefined : letterDate(approvedOn, "ro")],
        ["Clasa de urgență", file.urgencyClass === undefined ? "nestabilită de comisie" : URGENCY[file.urgencyClass]],
        ["Clinici numite de comisie", String(file.clinics.length)],
        ["Clinici care au răspuns", String(answered)],
        ["Oferte complete", String(file.sendable?.completeOffers ?? 0)],
        ["Clinica propusă", proposed === undefined ? undefined : clinicLine(proposed)],
      ]),
      ...(reasons === undefined ? [] : [{ kind: "typed" as const, heading: "Motivele propunerii", text: reasons }]),
      heading("Cuprins"),
      list(
        `${documents === 1 ? "un act" : `${countOf(documents)} acte`} ale dosarului medical, după opisul alăturat;`,
        `răspunsurile clinicilor: ${answered};`,
        `dovezile corespondenței cu clinicile numite de comisie: ${file.clinics.filter(({ hasProof }) => hasProof).length}.`,
      ),
      text("Dosarul are ………… file numerotate."),
      signatures(...ofDsp(context)),
    ],
    rules: LETTERS.cover.rules,
  };
}

export function inventory(context: MohContext): Letter {
  const { file, houses } = context;
  return {
    title: "Opisul dosarului",
    subject: subjectOf(file),
    to: ["Către", houses.ministry.nameRo],
    blocks: [
      heading("Actele dosarului medical"),
      table(
        [column("Nr."), column("Actul", 1), column("Forma"), column("Depus la"), column("Filele")],
        file.documents.map((document, index) => [
          String(index + 1),
          documentTitle(document, file),
          document.waiver === undefined ? (document.form === "original" ? "original" : "copie") : "scutit",
          letterDate(document.filedOn, "ro"),
          "…………",
        ]),
      ),
      ...minutesBlock(file),
      heading("Răspunsurile clinicilor"),
      table(
        [column("Nr."), column("Clinica", 1), column("Răspunsul"), column("Primit la"), column("Filele")],
        file.clinics.flatMap((clinic) =>
          clinic.answers.map(({ kind, on }) => [
            String(file.clinics.indexOf(clinic) + 1),
            clinicLine(clinic),
            ANSWERS[kind],
            letterDate(on, "ro"),
            "…………",
          ]),
        ),
      ),
      heading("Dovezile corespondenței"),
      text("Pentru fiecare clinică numită de comisie, și din procesele-verbale dinainte:"),
      table(
        [column("Nr."), column("Clinica", 1), column("Cerere trimisă"), column("Dovada", 1), column("Filele")],
        file.clinics.map((clinic, index) => [
          String(index + 1),
          clinicLine(clinic),
          sentBy(clinic),
          proofOf(clinic, file),
          "…………",
        ]),
      ),
      text("Certificăm că actele de mai sus se află în dosar, pe un număr total de ………… file."),
      signatures(...ofDsp(context)),
    ],
    rules: LETTERS.inventory.rules,
  };
}

function documentTitle({ kind, title, clinic, waiver }: DocumentView, { clinics }: MohCaseView): string {
  const known = DOSSIER.find((line) => line.kind === kind)?.title.ro;
  const named = clinics.find(({ id }) => id === clinic)?.name;
  const what =
    kind === "dovadaCorespondenta" ? `Dovada corespondenței${named === undefined ? "" : ` cu ${named}`}` : known;
  const said = what === undefined ? (title ?? "Alt document") : title === undefined ? what : `${what}: ${title}`;
  return waiver === undefined ? said : `${said} – nu se cere: ${waiver.reason} (dovada: ${waiver.proof})`;
}

/** The minutes of the commission, each with its clinics. */
function minutesBlock(file: MohCaseView): Block[] {
  const minutes = file.timeline.filter(
    ({ kind, type }) => kind === "act" && (type === "registerDecision" || type === "registerNewMinutes"),
  );
  return [
    heading("Procesele-verbale ale comisiei"),
    table(
      [column("Nr."), column("Procesul-verbal", 1), column("Înregistrat la DSP"), column("Filele")],
      minutes.map(({ payload, dates, occurredOn }, index) => {
        const given = (payload?.["minutes"] ?? payload ?? {}) as { readonly number?: string };
        const on = dates?.["registeredOn"] ?? occurredOn;
        return [
          String(index + 1),
          given.number === undefined ? "Proces-verbal cu clinicile recomandate" : `Procesul-verbal nr. ${given.number}`,
          on === undefined ? "–" : letterDate(on, "ro"),
          "…………",
        ];
      }),
    ),
  ];
}

function sentBy({ askedOn, askedBy }: ClinicView): string {
  if (askedOn === undefined) return "–";
  return `${letterDate(askedOn, "ro")}, de ${askedBy === "patientSide" ? "pacient" : "DSP"}`;
}

function proofOf({ id, evidence, hasProof }: ClinicView, { documents }: MohCaseView): string {
  if (evidence !== undefined) return evidence;
  const filed = documents.find(({ kind, clinic }) => kind === "dovadaCorespondenta" && clinic === id);
  return filed?.title ?? (filed !== undefined || hasProof ? "document depus" : "–");
}

/** `19`, `20 de`: how Romanian counts things. */
function countOf(count: number): string {
  const rest = count % 100;
  return count >= 20 && (rest === 0 || rest >= 20) ? `${count} de` : String(count);
}
