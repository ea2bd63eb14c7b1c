/** What the applicant is told: the number of the application, a refusal, the form; and the house's report on a force majeure. */
import { lastAct, typedText } from "../../../../domain/case/letters.ts";
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { ConditionId, ConditionView } from "../../../../domain/e112/conditions.ts";
import { E112_LETTERS, validFormOf } from "../../../../domain/e112/letters.ts";
import {
  choices,
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
} from "../blocks.ts";
import { clinicLine, patientName, patientWords, subjectOf } from "../context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { addressee, applicantCapacity, ofHouse, periodText, type E112Context } from "./context.ts";

const GREETING = text("Stimată doamnă, stimate domn,");

/** The number of the application (E112-61). */
export function registration(context: E112Context): Letter {
  const { file, houses } = context;
  const registered = lastAct(file, "registerApplication");
  const registry = registered?.payload?.["registry"] === "CNAS" ? "registratura CNAS" : houses.cas.nameRo;
  return {
    title: "Confirmarea înregistrării cererii",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      { kind: "large", name: "Numărul de înregistrare al cererii", value: file.applicationNumber ?? "–", size: 20 },
      facts([
        ["Înregistrată la", registered?.occurredOn === undefined ? undefined : letterDate(registered.occurredOn, "ro")],
        ["Registratura", registry],
        ["Cererea", "eliberarea formularului E112 (S2)"],
        [patientWords(file).title, patientName(file)],
      ]),
      text("Casa verifică mai întâi statutul de asigurat, apoi analizează dosarul medical și condițiile."),
      text(
        "Când persoana este asigurată și condițiile sunt îndeplinite, formularul se eliberează în două exemplare și ",
        strong("eliberarea nu poate fi refuzată"),
        ". Textele citate nu pun un termen pentru analiză (E112-A4).",
      ),
      text(
        "Stadiul se vede oricând cu acest număr sau cu numărul dosarului și codul de acces primit la deschiderea lui.",
      ),
      closing("Cu stimă,", ...ofHouse(context)),
    ],
    rules: E112_LETTERS.registration.rules,
  };
}

/** What fails, as a sentence to the applicant says it. */
const FAILS: Readonly<Record<ConditionId, string>> = {
  clinicInEu: "clinica nu se află într-un stat membru UE/SEE",
  clinicContracted: "clinica nu are contract cu asigurarea publică de sănătate din țara ei",
  inBasicPackage: "tratamentul nu se află pe lista serviciilor din pachetul de servicii de bază",
  notTimely:
    "tratamentul poate fi efectuat în România în intervalul de timp necesar, având în vedere starea de sănătate și evoluția bolii",
  insured: "persoana nu are statut de asigurat",
};

/** Names the failed condition; for A, B and C the Ministry's way (E112-05, reading E112-A14). */
export function refusalNotice(context: E112Context): Letter {
  const { file } = context;
  const { conditions, route, refusal } = file.e112;
  const failing = conditions.filter(({ met }) => met === false);
  const found = typedText(file, "analyseConditions", "found");
  const reason = typedText(file, "refuseApplication", "reason");
  const on = refusal.on === undefined ? "" : ` la ${letterDate(refusal.on, "ro")}`;
  return {
    title: "Înștiințare de refuz",
    subject: subjectOf(file),
    to: addressee(file),
    ...(file.applicationNumber === undefined ? {} : { refs: [{ name: "Nr. cererii", value: file.applicationNumber }] }),
    blocks: [
      GREETING,
      text(
        `Vă aducem la cunoștință că cererea de eliberare a formularului E112 (S2) pentru ${patientWords(file).the} ${patientName(file)} `,
        strong(`a fost refuzată${on}`),
        failing.length === 1
          ? ", deoarece nu este îndeplinită condiția de mai jos:"
          : ", deoarece nu sunt îndeplinite condițiile de mai jos:",
      ),
      list(...failing.map(failed)),
      ...(found === undefined ? [] : [{ kind: "typed" as const, heading: "Ce s-a constatat", text: found }]),
      ...(reason === undefined ? [] : [{ kind: "typed" as const, heading: "Motivele refuzului", text: reason }]),
      ...(route.failing.length === 0 ? [] : ministryWay(route.failing)),
      text(
        "Actele citate nu spun cum se poate contesta un refuz (E112-A14). Pentru lămuriri ne puteți scrie sau puteți veni la sediul nostru, cu numărul dosarului.",
      ),
      closing("Cu stimă,", ...ofHouse(context)),
    ],
    rules: [...new Set([...E112_LETTERS["refusal-notice"].rules, ...failing.map(({ rule }) => rule)])].toSorted(),
  };
}

function failed({ id, rule }: ConditionView): string {
  return `${FAILS[id]} (${rule}).`;
}

/** Where A, B or C fails, funds of the Ministry may be asked for (E112-05). */
function ministryWay(failing: readonly ConditionView[]): Block[] {
  const rules = failing.map(({ rule }) => rule).join(", ");
  return [
    heading("Calea Ministerului Sănătății"),
    text(
      `Pentru condiția neîndeplinită (${rules}) se poate cere `,
      strong("tratament în străinătate din fondurile Ministerului Sănătății"),
      ", la direcția de sănătate publică a județului în care domiciliază pacientul (Ordinul nr. 1011/2011, E112-05). La cerere, casa deschide acolo un dosar cu datele pe care le are deja.",
    ),
  ];
}

/** The house's reasoned report, on which an issue after the departure rests (E112-84). */
export function forceMajeureReport(context: E112Context): Letter {
  const { file } = context;
  const { departure, clinic, costs } = file.e112;
  const drawn = lastAct(file, "drawForceMajeureReport");
  const issued = lastAct(file, "issueForm")?.payload ?? {};
  const isPaid = costs.some(({ kind, payer, paid }) => kind === "treatment" && payer === "patient" && paid);
  const day = drawn?.occurredOn;
  return {
    title: "Referat privind situația de forță majoră",
    subject: `${subjectOf(file)}, formularul E112 (S2)`,
    to: ["Către", "conducerea casei de asigurări de sănătate"],
    cameOn: day ?? null,
    blocks: [
      facts([
        [patientWords(file).title, patientName(file)],
        ["Cererea", file.applicationNumber],
        ["Clinica", clinic === undefined ? undefined : clinicLine(clinic)],
        ["Plecarea la tratament", departure === undefined ? undefined : letterDate(departure.on, "ro")],
        ["Referat întocmit la", day === undefined ? undefined : letterDate(day, "ro")],
      ]),
      {
        kind: "typed",
        heading: "Argumentarea și justificarea forței majore",
        text: typedText(file, "drawForceMajeureReport", "reasons") ?? "",
      },
      heading("Condițiile eliberării după plecare"),
      text(
        "Formularul se eliberează, ca regulă, înainte de plecare. După plecare se poate elibera numai dacă sunt îndeplinite ",
        strong("toate"),
        " (E112-83, E112-A9):",
      ),
      choices(
        [issued["forceMajeure"] === true, "există o situație de forță majoră"],
        [issued["couldNotIssueBefore"] === true, "formularul nu a putut fi eliberat înainte"],
        [issued["costPaid"] === false && !isPaid, "contravaloarea serviciilor medicale nu a fost achitată"],
      ),
      ...(isPaid
        ? [
            {
              kind: "notice" as const,
              text: "În dosar este consemnată o plată a tratamentului făcută de pacient: formularul nu se poate elibera după plecare (E112-83).",
            },
          ]
        : []),
      closing("", ...ofHouse(context)),
    ],
    rules: E112_LETTERS["force-majeure-report"].rules,
  };
}

/** Tells of the form; the second page is the record of handing over copy 2 (E112-81). */
export function issueNotice(context: E112Context): Letter {
  const { file, houses } = context;
  const issued = validFormOf(file);
  if (issued === undefined) throw new RangeError("a notice of issue is of a form that holds");
  const { name, number, validFrom, validUntil, issuedOn, replaces } = issued;
  const { clinic } = file.e112;
  const known = [
    ["Formularul", `${name}, nr. ${number ?? "–"}`],
    ["Eliberat la", issuedOn === undefined ? undefined : letterDate(issuedOn, "ro")],
    ["Valabil", periodText(validFrom, validUntil)],
    ["Înlocuiește", replaces === undefined ? undefined : `formularul nr. ${replaces}`],
    [patientWords(file).title, patientName(file)],
    ["Clinica", clinic === undefined ? undefined : clinicLine(clinic)],
  ] as const;
  return {
    title: "Comunicarea formularului",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      GREETING,
      text(
        `Vă comunicăm că s-a eliberat `,
        strong(`formularul ${name}`),
        ", în două exemplare: unul se păstrează la instituția noastră, al doilea vă revine dumneavoastră.",
      ),
      facts(known),
      list(
        "Exemplarul 2 se prezintă clinicii sau instituției de asigurări din statul de tratament.",
        "Costurile transportului și cazarea aparținătorilor sunt suportate de pacient (E112-38).",
        "Costul serviciilor date pe baza formularului se decontează numai între instituții, pe facturi E125 (E112-85).",
        "Formularul înlocuit sau anulat nu mai dă niciun drept; spuneți-ne dacă perioada sau clinica se schimbă.",
      ),
      closing("Cu stimă,", ...ofHouse(context)),
      { kind: "break" },
      heading("Proces-verbal de predare a exemplarului 2"),
      text(
        `${houses.cas.nameRo} predă solicitantului exemplarul 2 al formularului de mai jos, iar exemplarul 1 rămâne la instituție (E112-80, E112-81).`,
      ),
      facts(known),
      ...handedOver(file, context.person),
    ],
    rules: E112_LETTERS["issue-notice"].rules,
  };
}

function handedOver(file: E112CaseView, person: string): Block[] {
  const on = validFormOf(file)?.copies.find(({ copy }) => copy === 2)?.on;
  const record = on === undefined ? undefined : lastHandOver(file);
  const receivedBy = record?.payload?.["receivedBy"];
  return [
    form([
      field("Predat la", on === undefined ? undefined : letterDate(on, "ro")),
      field("Primit de", typeof receivedBy === "string" ? receivedBy : undefined),
      field("În calitate de", applicantCapacity(file) ?? "pacient"),
      field("Actul de identitate (seria, nr.)"),
    ]),
    signatures(
      { who: "A predat", name: person, note: "semnătura și ștampila" },
      { who: "A primit", name: null, note: "data și semnătura" },
    ),
  ];
}

function lastHandOver({ timeline }: E112CaseView): E112CaseView["timeline"][number] | undefined {
  return timeline.findLast(
    ({ kind, type, payload }) => kind === "act" && type === "handOverCopy" && payload?.["copy"] === 2,
  );
}
