/** The request to the clinic abroad (E112-24 to E112-27), with a form of the acceptance; and what an acceptance lacks. */
import { hasAct, lastAct } from "../../../../domain/case/letters.ts";
import type { E112ClinicView } from "../../../../domain/case/view.ts";
import { lackingOf } from "../../../../domain/e112/contents.ts";
import { E112_LETTERS } from "../../../../domain/e112/letters.ts";
import { isPlainDate } from "../../../../domain/plain-date.ts";
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
  type Block,
} from "../blocks.ts";
import { clinicLine, clinicPlace, houseName, patientName } from "../context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { CLINIC_TEXTS, type AcceptanceContent, type ClinicTexts } from "./clinic-texts.ts";
import type { E112Context } from "./context.ts";

/** @throws RangeError without a clinic. */
export function clinicRequest(context: E112Context): Letter {
  const { file, language, houses } = context;
  const t = CLINIC_TEXTS[language];
  const clinic = getClinic(context);
  return {
    title: t.title,
    subject: t.subject(patientName(file)),
    to: clinicLines(clinic, context),
    blocks: [
      text(t.greeting),
      text(t.intro(houseName(houses.cas, language))),
      patientFacts(context),
      text(t.ask),
      ...t.asked.map(([before, said, after]) => text(`– ${before}`, strong(said), after)),
      text(t.mustContain),
      list(...Object.values(t.contents).map((content) => `${content}${language === "fr" ? " ;" : ";"}`)),
      text(`${t.original} ${t.advice}`),
      text(t.contract),
      text(`${t.costs} ${t.refusal}`),
      ...(hasAct(file, "recordTranslations") ? [{ kind: "small" as const, text: t.enclosed }] : []),
      signed(context, t),
      { kind: "break" },
      ...acceptanceForm(context, clinic, t),
    ],
    rules: E112_LETTERS["clinic-request"].rules,
  };
}

/** What the acceptance of the file lacks, content by content (E112-29 to E112-37). */
export function acceptanceLacks(context: E112Context): Letter {
  const { file, language } = context;
  const t = CLINIC_TEXTS[language];
  const receivedOn = lastAct(file, "recordAcceptance")?.occurredOn;
  return {
    title: t.lacksTitle,
    subject: t.subject(patientName(file)),
    to: clinicLines(getClinic(context), context),
    blocks: [
      text(t.greeting),
      text(t.lacksIntro(receivedOn === undefined ? undefined : letterDate(receivedOn, language))),
      patientFacts(context),
      table(
        [column(""), column(t.lacking, 1), column(t.rule)],
        lackingOf(file.e112.acceptance.contents).map(({ id, rule }, index) => [
          String(index + 1),
          t.contents[id as AcceptanceContent], // the contents of an acceptance
          rule,
        ]),
      ),
      text(t.lacksAsk[0], strong(t.lacksAsk[1]), t.lacksAsk[2]),
      text(t.original),
      signed(context, t),
    ],
    rules: E112_LETTERS["acceptance-lacks"].rules,
  };
}

function getClinic({ file }: E112Context): E112ClinicView {
  const { clinic } = file.e112;
  if (clinic === undefined) throw new RangeError("a letter to a clinic goes to the one that the file names");
  return clinic;
}

function clinicLines(clinic: E112ClinicView, { language }: E112Context): string[] {
  const t = CLINIC_TEXTS[language];
  return [t.to, clinic.name, clinic.doctor, clinicPlace(clinic, language), clinic.email].filter(
    (line): line is string => line !== undefined && line !== "",
  );
}

function patientFacts({ file, language }: E112Context): Block {
  const { patientFacts: named, seeEnclosed, fields } = CLINIC_TEXTS[language];
  const { birthDate, diagnosis } = file.subject.patient;
  return facts([
    [named.name, patientName(file)],
    [named.birthDate, isPlainDate(birthDate) ? letterDate(birthDate, language) : undefined],
    diagnosis === undefined ? [fields.treatment, seeEnclosed] : [named.diagnosis, diagnosis],
  ]);
}

function signed({ person }: E112Context, t: ClinicTexts): Block {
  return closing(
    t.closing,
    { who: t.director, name: null, note: t.signatureAndStamp },
    { who: t.responsible, name: person, note: t.signature },
  );
}

/** A page that the clinic may fill in, with all the contents that the acceptance must have. */
function acceptanceForm({ file, language }: E112Context, clinic: E112ClinicView, t: ClinicTexts): Block[] {
  const { birthDate } = file.subject.patient;
  const born = isPlainDate(birthDate) ? letterDate(birthDate, language) : undefined;
  return [
    heading(t.form),
    text(t.formNote),
    form(
      [
        field(t.fields.clinic, clinicLine(clinic, language)),
        field(t.fields.doctor, clinic.doctor),
        field(t.fields.patient, [patientName(file), born].filter((part) => part !== undefined).join(", ")),
        field(t.fields.treatment, undefined, { lines: 4 }),
        field(t.fields.period),
        field(t.fields.cost, undefined, { note: t.fields.costNote, lines: 2 }),
      ],
      62,
    ),
    text(t.declare),
    choices(...t.declared.map((said) => [false, said] as const)),
    signatures(
      { who: t.doctorPlace, name: null, note: t.doctorNote },
      { who: t.managementPlace, name: null, note: t.managementNote },
      { who: t.date, name: null, note: "" },
    ),
  ];
}
