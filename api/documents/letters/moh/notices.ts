/** What the patient is told: approval, rejection, the decision of the Ministry; and the undertaking to write to the clinics. */
import { lastAct, typedText } from "../../../../domain/case/letters.ts";
import type { MohCaseView } from "../../../../domain/case/view.ts";
import { dueDateOf } from "../../../../domain/case/due.ts";
import type { DueDate } from "../../../../domain/case/state.ts";
import {
  LETTERS,
  missingContents,
  REJECTION_CONTENTS,
  rejectionContents,
  type RejectionContent,
} from "../../../../domain/moh/letters.ts";
import { formatMoney } from "../../../../domain/money/amounts.ts";
import type { PlainDate } from "../../../../domain/plain-date.ts";
import {
  choices,
  closing,
  column,
  facts,
  field,
  form,
  heading,
  list,
  signatures,
  strong,
  table,
  text,
  whole,
  type Block,
  type Place,
} from "../blocks.ts";
import { clinicLine, clinicPlace, filerName, patientName, patientWords, subjectOf } from "../context.ts";
import { addressee, filerCapacity, type MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";

export const GREETING = text("Stimată doamnă, stimate domn,");
const CONTENTS = Object.keys(REJECTION_CONTENTS) as RejectionContent[]; // its own keys

/** A rejection without one of its three contents is refused before it comes here. */
export function rejectionNotice(context: MohContext): Letter {
  const { file, houses } = context;
  const sick = patientWords(file);
  const contents = rejectionContents(file);
  if (missingContents(file).length > 0) throw new RangeError("a notice of rejection has all its contents");
  return {
    title: "Înștiințare de respingere",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      GREETING,
      text(
        `Vă aducem la cunoștință că ${inSentence(houses.cst.nameRo)} `,
        strong("a respins cererea"),
        ` de trimitere la tratament în străinătate privind ${sick.the} ${patientName(file)}. Decizia a fost înregistrată la instituția noastră la ${registeredOn(file)}.`,
      ),
      ...CONTENTS.map((name): Block => ({
        kind: "typed",
        heading: REJECTION_CONTENTS[name].title.ro,
        text: contents[name] ?? "",
      })),
      text(
        "Pentru lămuriri vă rugăm să ne scrieți sau să veniți la sediul nostru, menționând numărul dosarului, ",
        whole(file.registrationNumber),
        ".",
      ),
      closing("Cu stimă,", ...ofDsp(context)),
    ],
    rules: LETTERS["rejection-notice"].rules,
  };
}

export function approvalNotice(context: MohContext): Letter {
  const { file, houses } = context;
  const sick = patientWords(file);
  const decided = lastAct(file, "registerDecision");
  const approvedOn = decided?.dates?.["approvedOn"];
  const due = correspondenceDue(context);
  return {
    title: "Înștiințare de aprobare",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      GREETING,
      text(
        `Vă aducem la cunoștință că ${inSentence(houses.cst.nameRo)} `,
        strong("a aprobat trimiterea la tratament în străinătate"),
        ` ${sick.of} ${patientName(file)}${approvedOn === undefined ? "" : `, la ${letterDate(approvedOn, "ro")}`}. Decizia a fost înregistrată la instituția noastră la ${registeredOn(file)}.`,
      ),
      heading("Clinicile recomandate"),
      text("Comisia recomandă clinicile de mai jos, cărora li se cer oferte de preț:"),
      clinicTable(file),
      heading("Corespondența cu clinicile"),
      text(
        "Corespondența o poartă instituția noastră. Dacă doriți să scrieți dumneavoastră clinicilor, puteți face acest lucru în baza unui angajament scris, pe care îl semnați la noi.",
      ),
      ...dueBlocks(due, approvedOn),
      text("Stadiul dosarului se poate afla oricând cu numărul de înregistrare și codul de acces primite la depunere."),
      closing("Cu stimă,", ...ofDsp(context)),
    ],
    rules: LETTERS["approval-notice"].rules,
  };
}

function dueBlocks(due: DueDate | undefined, approvedOn: PlainDate | undefined): Block[] {
  if (due === undefined || approvedOn === undefined) return [];
  const { dueOn, effectOn } = due;
  return [
    text(
      "Răspunsurile clinicilor se prezintă la instituția noastră ",
      strong(`până la ${letterDate(dueOn, "ro")}`),
      `, adică în cel mult 7 zile lucrătoare de la aprobare (${letterDate(approvedOn, "ro")}).`,
    ),
    ...(effectOn === undefined
      ? []
      : [
          text(
            "Un termen nu poate fi pierdut înainte de a fi cunoscut: dacă purtați dumneavoastră corespondența, cele 7 zile lucrătoare se socotesc și de la această înștiințare, iar o întârziere poate avea urmări față de dumneavoastră ",
            strong(`abia după ${letterDate(effectOn, "ro")}`),
            ".",
          ),
        ]),
  ];
}

/** When the correspondence is due, and from when a delay counts against the patient side that is told by this letter (MOH-42, MOH-A5). */
function correspondenceDue({ file, today, calendarOf }: MohContext): DueDate | undefined {
  const deadline = file.deadlines.find(({ rule }) => rule === "MOH-42");
  if (deadline === undefined) return undefined;
  const noticeOn = lastAct(file, "notifyPatient")?.occurredOn ?? today;
  const { startsOn, duty, suspensions } = deadline;
  return dueDateOf(
    {
      rule: "MOH-42",
      basis: "term",
      startsOn,
      duty: "PATIENT_SIDE",
      formerDuty: duty === "DSP" ? "DSP" : undefined,
      noticeOn,
      suspensions,
    },
    calendarOf,
  );
}

/** The written undertaking by which the patient side writes to the clinics itself (MOH-35). */
export function undertaking(context: MohContext): Letter {
  const { file, houses } = context;
  const signed = lastAct(file, "signUndertaking");
  const covered = (signed?.payload?.["clinics"] ?? []) as readonly string[];
  const covers = (id: string): boolean => signed !== undefined && (covered.length === 0 || covered.includes(id));
  const due = correspondenceDue(context);
  const by = signed?.payload?.["signedBy"];
  return {
    title: "Angajament scris",
    subject: "pentru purtarea directă a corespondenței cu clinicile din străinătate",
    to: ["Către", houses.dsp.nameRo],
    cameOn: signed?.occurredOn ?? null,
    blocks: [
      form([
        field("Subsemnatul / subsemnata", signatory(by, file)),
        field("Actul de identitate (seria, nr.)"),
        field("Telefon, e-mail"),
        field("Pacientul", patientName(file)),
      ]),
      text("în calitate de:"),
      choices(
        [by === "patient", "pacient"],
        [by === "legalRepresentative", "reprezentant legal"],
        [by === "carer", "aparținător (soț, soție sau rudă până la gradul al IV-lea)"],
      ),
      text("mă angajez să port direct corespondența cu clinicile bifate, recomandate de comisia de specialitate:"),
      table(
        [column(""), column("Clinica", 3), column("Localitatea, țara", 2)],
        file.clinics.map((clinic) => [covers(clinic.id), clinic.name, clinicPlace(clinic)]),
      ),
      text("În acest scop:"),
      list(
        "cer fiecărei clinici programarea pentru tratament sau transplant, costul total al tratamentului și condițiile de plată;",
        "trimit documentele medicale traduse de un birou specializat în traduceri medicale;",
        "cer oferta pe document oficial al clinicii, cu antet și semnătură, cu toate datele din Anexa nr. 10 la Ordinul nr. 1011/2011;",
        "păstrez dovada trimiterii fiecărei cereri și răspunsurile primite și le depun la direcția de sănătate publică;",
        due === undefined
          ? "prezint corespondența în cel mult 7 zile lucrătoare de la aprobarea dosarului de către comisie."
          : `prezint corespondența până la ${letterDate(due.dueOn, "ro")} (7 zile lucrătoare de la aprobarea dosarului de către comisie${due.effectOn === undefined ? "" : `; o întârziere poate avea urmări față de mine abia după ${letterDate(due.effectOn, "ro")}`}).`,
      ),
      text("Direcția de sănătate publică poate scrie oricând și ea clinicilor."),
      signatures(
        { who: "Pentru pacient", name: null, note: "data și semnătura" },
        { who: "Pentru direcția de sănătate publică", name: context.person, note: "data, semnătura și ștampila" },
      ),
    ],
    rules: LETTERS.undertaking.rules,
  };
}

/** Who signed: the patient, or who filed for the patient; a line to write on for anybody else. */
function signatory(by: unknown, file: MohCaseView): string | undefined {
  if (by === "patient") return patientName(file);
  return by === undefined || filerCapacity(file) === undefined ? undefined : filerName(file);
}

/** What the Ministry decided (reading MOH-A15): no term and no appeal is invented. */
export function ministryNotice(context: MohContext): Letter {
  const { file, houses } = context;
  const sick = patientWords(file);
  const decided = lastAct(file, "decideAtMinistry");
  const payload = decided?.payload ?? {};
  const approved = payload["decision"] === "approved";
  const on = decided?.occurredOn === undefined ? "" : `, la ${letterDate(decided.occurredOn, "ro")}`;
  const clinic = file.clinics.find(({ id }) => id === payload["clinic"]);
  const { amount, currency } = payload;
  const reasons = typedText(file, "decideAtMinistry", "reasons");
  return {
    title: "Înștiințare despre decizia Ministerului Sănătății",
    subject: subjectOf(file),
    to: addressee(file),
    ...(file.ministryNumber === undefined ? {} : { refs: [{ name: "Nr. la Minister", value: file.ministryNumber }] }),
    blocks: [
      GREETING,
      text(
        `Vă aducem la cunoștință că, în urma examinării dosarului, comisia din cadrul Ministerului Sănătății `,
        strong(approved ? "a aprobat trimiterea la tratament în străinătate" : "a respins cererea"),
        approved
          ? ` ${sick.of} ${patientName(file)}${on}.`
          : ` de trimitere la tratament în străinătate privind ${sick.the} ${patientName(file)}${on}.`,
      ),
      ...(approved
        ? [
            facts([
              ["Clinica selectată", clinic === undefined ? undefined : clinicLine(clinic)],
              [
                "Suma aprobată",
                typeof amount === "string" && typeof currency === "string"
                  ? formatMoney(amount, currency, "ro")
                  : undefined,
              ],
            ]),
            text(
              "Dosarul merge la Guvern, pentru emiterea hotărârii. După publicarea ei în Monitorul Oficial, Ministerul trimite dispoziția către ",
              `${inSentence(houses.dsp.nameRo)}, care plătește clinicii contravaloarea tratamentului. Vă vom înștiința când plata este făcută.`,
            ),
          ]
        : ministryRejection(file, reasons)),
      closing("Cu stimă,", ...(context.issuer.kind === "ministry" ? ofMinistry(context) : ofDsp(context))),
    ],
    rules: LETTERS["ministry-notice"].rules,
  };
}

/** The three contents of a rejection by the commission are a pattern here, not a duty (MOH-A15). */
function ministryRejection(file: MohCaseView, reasons: string | undefined): Block[] {
  const said = CONTENTS.flatMap((name) => {
    const typed = typedText(file, "notifyPatient", name);
    return typed === undefined || !isAfterDecision(file)
      ? []
      : [{ kind: "typed" as const, heading: REJECTION_CONTENTS[name].title.ro, text: typed }];
  });
  return [...(reasons === undefined ? [] : [{ kind: "typed" as const, heading: "Motivele", text: reasons }]), ...said];
}

/** The last notice to the patient speaks of the Ministry's decision. */
function isAfterDecision(file: MohCaseView): boolean {
  return (lastAct(file, "notifyPatient")?.seq ?? 0) > (lastAct(file, "decideAtMinistry")?.seq ?? Infinity);
}

export function ofDsp({ person }: Pick<MohContext, "person">): Place[] {
  return [
    { who: "Director executiv", name: null, note: "semnătura și ștampila" },
    { who: "Întocmit", name: person, note: "semnătura" },
  ];
}

export function ofMinistry({ person }: Pick<MohContext, "person">): Place[] {
  return [
    { who: "Director general", name: null, note: "semnătura și ștampila" },
    { who: "Întocmit", name: person, note: "semnătura" },
  ];
}

/** The clinics of the first minutes: those named later come with minutes of their own. */
function clinicTable(file: MohCaseView): Block {
  const named = (
    lastAct(file, "registerDecision")?.payload?.["minutes"] as { clinics?: readonly unknown[] } | undefined
  )?.clinics;
  return table(
    [column("Nr."), column("Clinica", 3), column("Localitatea, țara", 2)],
    file.clinics
      .slice(0, named?.length)
      .map((clinic, index) => [
        String(index + 1),
        [clinic.name, clinic.email].filter((line) => line !== undefined).join("\n"),
        clinicPlace(clinic),
      ]),
  );
}

function registeredOn(file: MohCaseView): string {
  const date = lastAct(file, "registerDecision")?.occurredOn;
  return date === undefined ? "………………" : letterDate(date, "ro");
}

/** `Comisia de specialitate` inside a sentence begins small; a directorate and the Ministry are proper names. */
export function inSentence(name: string): string {
  return name.startsWith("Comisia") ? `c${name.slice(1)}` : name;
}
