/** The request to one clinic, with the form of its offer on a page of its own (MOH-38 to MOH-60). */
import { computeDeadline } from "../../../../domain/law/index.ts";
import { LETTERS } from "../../../../domain/moh/letters.ts";
import type { ClinicView } from "../../../../domain/case/view.ts";
import { isPlainDate, type PlainDate } from "../../../../domain/plain-date.ts";
import {
  closing,
  facts,
  field,
  form,
  heading,
  list,
  signatures,
  strong,
  text,
  type Block,
  type FormRow,
} from "../blocks.ts";
import {
  ANNEX_10,
  CLINIC_REQUEST_TEXTS,
  type ClinicRequestTexts,
  type Enclosure,
  type OfferField,
} from "./clinic-request-texts.ts";
import { clinicPlace, houseName, patientName } from "../context.ts";
import { clinicOf, type MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";

/** @throws RangeError without a clinic. */
export function clinicRequest(context: MohContext): Letter {
  const { file, language, houses, person } = context;
  const clinic = clinicOf(context);
  if (clinic === undefined) throw new RangeError("a request goes to one clinic");
  const t = CLINIC_REQUEST_TEXTS[language];
  const { birthDate, diagnosis } = file.subject.patient;
  const patient = patientName(file);
  return {
    title: t.title,
    subject: t.subject(patient),
    to: [t.to, clinic.name, clinicPlace(clinic, language), ...(clinic.email === undefined ? [] : [clinic.email])],
    blocks: [
      text(t.greeting),
      text(t.intro(houseName(houses.dsp, language))),
      facts([
        [t.patientFacts.name, patient],
        [t.patientFacts.birthDate, isPlainDate(birthDate) ? letterDate(birthDate, language) : undefined],
        diagnosis === undefined
          ? [CLINIC_REQUEST_TEXTS[language].fields["MOH-53"], t.seeEnclosed]
          : [t.patientFacts.diagnosis, diagnosis],
      ]),
      text(t.ask),
      list(...t.asked),
      text(t.offer[0], strong(t.offer[1]), t.offer[2]),
      text(t.answer[0], strong(letterDate(answerWantedBy(context, clinic), language)), t.answer[1]),
      text(t.refusal),
      ...enclosures(context, clinic, t),
      closing(
        t.closing,
        { who: t.director, name: null, note: t.signatureAndStamp },
        { who: t.responsible, name: person, note: t.signature },
      ),
      { kind: "break" },
      heading(t.form),
      text(t.formNote),
      form(
        ANNEX_10.map((rule, index) => offerField(rule, index + 1, t, { clinic: clinic.name, patient })),
        80,
      ),
      signatures(
        { who: t.clinicSignature, name: null, note: t.nameAndPosition },
        { who: t.date, name: null, note: "" },
      ),
    ],
    rules: LETTERS["clinic-request"].rules,
  };
}

/** The last day of the clinic's window; of one that opens today while no request has left (MOH-61, MOH-A6). */
function answerWantedBy({ file, today, calendarOf }: MohContext, { id }: ClinicView): PlainDate {
  const window = file.deadlines.find(({ rule, clinic }) => rule === "MOH-61" && clinic === id);
  return window?.dueOn ?? computeDeadline("MOH-61", today, calendarOf("dsp"), { duty: "CLINIC" }).dueOn;
}

/** The medical documents of the file that go to the clinic in translation (MOH-38). */
function enclosures({ file }: MohContext, clinic: ClinicView, t: ClinicRequestTexts): Block[] {
  const filed = (Object.keys(t.enclosures) as Enclosure[]).filter((kind) =>
    file.documents.some((document) => document.kind === kind && document.waiver === undefined),
  );
  const request = file.timeline.findLast(
    ({ type, payload }) => type === "sendClinicRequest" && payload?.["clinic"] === clinic.id,
  );
  const office = request?.payload?.["translations"];
  return [
    ...(filed.length === 0 ? [] : [text(t.enclosed), list(...filed.map((kind) => t.enclosures[kind]))]),
    ...(typeof office === "string" ? [{ kind: "small" as const, text: t.translatedBy(office) }] : []),
  ];
}

/** Where the clinic writes more than a line. */
const LONG: ReadonlySet<OfferField> = new Set<OfferField>(["MOH-46", "MOH-51", "MOH-53", "MOH-59"]);
const AMOUNTS: ReadonlySet<OfferField> = new Set<OfferField>(["MOH-54", "MOH-55", "MOH-56", "MOH-57", "MOH-58"]);

function offerField(
  rule: OfferField,
  number: number,
  t: ClinicRequestTexts,
  known: { readonly clinic: string; readonly patient: string },
): FormRow {
  const value = rule === "MOH-45" ? known.clinic : rule === "MOH-52" ? known.patient : undefined;
  const note = rule === "MOH-49" ? t.noFax : AMOUNTS.has(rule) ? t.withCurrency : null;
  return field(`${number}. ${t.fields[rule]}`, value, { note, lines: LONG.has(rule) ? 2 : 1 });
}
