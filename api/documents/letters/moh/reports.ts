/** What the DSP tells other institutions: no or negative answers to the commission, a delay to the Ministry. */
import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import { lastAct, typedText } from "../../../../domain/case/letters.ts";
import { LETTERS } from "../../../../domain/moh/letters.ts";
import { closing, column, facts, strong, table, text, type Cell } from "../blocks.ts";
import { clinicLine, patientName, patientWords, subjectOf } from "../context.ts";
import type { MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { inSentence, ofDsp } from "./notices.ts";

export function commissionAnnouncement(context: MohContext): Letter {
  const { file, houses } = context;
  const without = withoutOffer(file);
  return {
    title: "Anunț: clinici care nu au răspuns sau au refuzat",
    subject: subjectOf(file),
    to: ["Către", houses.cst.nameRo],
    blocks: [
      text(
        `Vă aducem la cunoștință că, pentru ${patientWords(file).the} ${patientName(file)}, cu clinicile pe care le-ați recomandat `,
        strong("nu se mai poate ajunge la răspunsurile cerute"),
        `: dosarul trimis Ministerului trebuie să cuprindă răspunsurile a cel puțin două clinici și cel puțin ${offersWanted(file)}.`,
      ),
      table(
        [column("Nr."), column("Clinica", 2), column("Cerere trimisă"), column("Răspunsul", 2), column("De când")],
        without.map((clinic, index) => announced(clinic, file, index)),
      ),
      facts([
        ["Clinici numite până acum", String(file.clinics.length)],
        ["Clinici care au răspuns", String(file.sendable?.answers ?? 0)],
        ["Oferte complete", String(file.sendable?.completeOffers ?? 0)],
      ]),
      text("Vă rugăm să nominalizați ", strong("alte clinici"), " și să ne trimiteți noul proces-verbal."),
      closing("Cu stimă,", ...ofDsp(context)),
    ],
    rules: LETTERS["commission-announcement"].rules,
  };
}

/** How many complete offers the file needs is a setting (MOH-A8). */
function offersWanted({ sendable }: MohCaseView): string {
  const needed = sendable?.completeOffersNeeded ?? 1;
  return needed === 1 ? "o ofertă completă" : `${needed} oferte complete`;
}

/** The clinics that the last announcement names; without names, and before it, all that are silent or have refused. */
function withoutOffer(file: MohCaseView): ClinicView[] {
  const lost = file.clinics.filter(({ status }) => status === "refused" || status === "silent");
  if (file.sendable?.outOfReach === true) return lost;
  const { silent = [], refused = [] } = (lastAct(file, "announceCommission")?.payload ?? {}) as {
    readonly silent?: readonly string[];
    readonly refused?: readonly string[];
  };
  const named = [...silent, ...refused];
  return named.length === 0 ? lost : file.clinics.filter(({ id }) => named.includes(id));
}

/** The silence of a clinic is established on the last day of its window (decision 1). */
function announced(clinic: ClinicView, file: MohCaseView, index: number): Cell[] {
  const refusal = clinic.answers.findLast(({ kind }) => kind === "refusal");
  const window = file.deadlines.find(({ rule, clinic: of }) => rule === "MOH-61" && of === clinic.id);
  const asked = clinic.askedOn === undefined ? "–" : letterDate(clinic.askedOn, "ro");
  const row = [String(index + 1), clinicLine(clinic), asked];
  if (refusal !== undefined) {
    const note = refusal.note === undefined ? "a refuzat" : `a refuzat: ${refusal.note}`;
    return [...row, note, letterDate(refusal.on, "ro")];
  }
  return [...row, "nu a răspuns în 7 zile lucrătoare", window === undefined ? "–" : letterDate(window.dueOn, "ro")];
}

const STANDING = {
  "not-asked": "nu i s-a trimis încă o cerere",
  asked: "se așteaptă răspunsul",
  answered: "a răspuns",
  refused: "a refuzat",
  silent: "nu a răspuns în termen",
} as const satisfies Record<ClinicView["status"], string>;

export function delayReport(context: MohContext): Letter {
  const { file, houses } = context;
  const report = lastAct(file, "reportDelay");
  const watch = file.deadlines.find(({ rule, value }) => rule === "MOH-73" && value === 22);
  const registered = lastAct(file, "registerDecision")?.dates?.["registeredOn"];
  const reportedOn = report?.occurredOn;
  return {
    title: "Informare despre întârzierea documentației",
    subject: subjectOf(file),
    to: ["Către", houses.ministry.nameRo],
    blocks: [
      text(
        `Vă informăm că întocmirea documentației pentru ${patientWords(file).the} ${patientName(file)} `,
        strong("a depășit 22 de zile lucrătoare"),
        ` de la înregistrarea procesului-verbal medical întocmit de ${inSentence(houses.cst.nameRo)}.`,
      ),
      facts([
        ["Proces-verbal înregistrat la", registered === undefined ? undefined : letterDate(registered, "ro")],
        ["A 22-a zi lucrătoare", watch === undefined ? undefined : letterDate(watch.dueOn, "ro")],
        ["Data informării", reportedOn === undefined ? undefined : letterDate(reportedOn, "ro")],
        ["Clasa de urgență", file.urgencyClass ?? "nestabilită de comisie"],
      ]),
      { kind: "typed", heading: "Cauzele întârzierii", text: typedText(file, "reportDelay", "causes") ?? "" },
      { kind: "heading", text: "Stadiul corespondenței cu clinicile" },
      table(
        [column("Nr."), column("Clinica", 2), column("Cerere trimisă"), column("Stadiul", 1)],
        file.clinics.map((clinic, index) => [
          String(index + 1),
          clinicLine(clinic),
          clinic.askedOn === undefined ? "–" : letterDate(clinic.askedOn, "ro"),
          STANDING[clinic.status],
        ]),
      ),
      text(
        "Vă rugăm să interveniți, prin reprezentanții Ministerului, pentru rezolvarea problemelor arătate, în cel mult 2 zile lucrătoare de la înregistrarea acestei informări.",
      ),
      closing("Cu stimă,", ...ofDsp(context)),
    ],
    rules: LETTERS["delay-report"].rules,
  };
}
