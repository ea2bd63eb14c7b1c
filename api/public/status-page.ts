/** The page for the patient: made on the server, no script, for a phone and for paper. */
import type { E112PublicStatus, MohPublicStatus, PublicStatus } from "../../domain/case/view.ts";
import { errorSentence, type ErrorCode, type Params } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { provisionalText } from "../../domain/messages/words.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { day, escape, publicPage } from "./page.ts";

const TEXTS = {
  ro: {
    title: "Stadiul dosarului",
    lead: "Aflați unde se află dosarul dumneavoastră de tratament în străinătate. Aveți nevoie de numărul și de codul de pe dovada de înregistrare.",
    number: "Numărul de înregistrare",
    numberHint:
      "De exemplu DSP-CJ/2026/000123 sau CAS-CJ/2026/000123; merge și numărul dat de Minister sau al cererii E112",
    code: "Codul de acces",
    codeHint: "Patru grupuri de câte patru litere și cifre; cratimele se pot lăsa deoparte",
    ask: "Vezi stadiul",
    form: "Cererea-tip pentru un dosar nou, de completat (PDF)",
    route: "Încă nu aveți dosar? Ce cale urmez: formularul E112 (S2) sau fondurile Ministerului?",
    prepare: "Consemnați ce ați făcut din pregătirea dosarului",
    again: "Alt dosar",
    step: "Unde se află",
    holder: "La cine este",
    since: "De când",
    limit: "Termenul legal",
    noLimit: "Legea nu pune un termen pentru această etapă.",
    suspended: "Termenul este suspendat din",
    resumes: "Ziua în care se împlinește se socotește din nou la reluare.",
    application: "Numărul cererii",
    must: "Ce aveți de făcut",
    lacks: "Ce lipsește",
    notes: "De știut",
    asOf: "Situația din",
    foot: "Această pagină nu arată nume, diagnostice, clinici sau sensul unei decizii. Pentru acestea întrebați la Direcția de Sănătate Publică.",
    footE112:
      "Această pagină nu arată nume, diagnostice sau clinici, nici sensul unei hotărâri înainte de a fi comunicată. Pentru acestea întrebați la casa de asigurări de sănătate.",
  },
  en: {
    title: "Status of your file",
    lead: "See where your file for treatment abroad is. You need the number and the code of your registration receipt.",
    number: "Registration number",
    numberHint:
      "For example DSP-CJ/2026/000123 or CAS-CJ/2026/000123; the Ministry’s number or that of the E112 application will do too",
    code: "Access code",
    codeHint: "Four groups of four letters and digits; dashes may be left out",
    ask: "See the status",
    form: "Application form for a new file, to be filled in (PDF, in Romanian)",
    route: "No file yet? Which way: form E112 (S2) or the Ministry’s funds?",
    prepare: "Record what you have done of the preparation",
    again: "Another file",
    step: "Where it is",
    holder: "Who has it",
    since: "Since",
    limit: "Legal limit",
    noLimit: "The law sets no limit for this stage.",
    suspended: "The term has been suspended since",
    resumes: "Its last day is counted anew when it is resumed.",
    application: "Number of the application",
    must: "What you need to do",
    lacks: "What is missing",
    notes: "Good to know",
    asOf: "As of",
    foot: "This page shows no name, diagnosis or clinic, nor which way a decision went. Ask the county public-health directorate (DSP) for those.",
    footE112:
      "This page shows no name, diagnosis or clinic, nor which way a decision went before it is communicated. Ask the health insurance house for those.",
  },
} as const satisfies Record<Language, Record<string, string>>;

export interface Form {
  /** The sentence of a refusal. */
  readonly refusal?: { readonly code: ErrorCode; readonly params: Params };
  /** The number that the address names: that of the code on a receipt. */
  readonly number?: string | undefined;
}

/** The form. Nothing that was typed is shown again. */
export function formPage(language: Language, { refusal, number = "" }: Form = {}): string {
  const t = TEXTS[language];
  const alert =
    refusal === undefined
      ? ""
      : `<p class="alert" role="alert">${escape(errorSentence(refusal.code, refusal.params, language))}</p>`;
  return page(
    language,
    refusal === undefined ? t.title : `${t.title}: ${language === "ro" ? "eroare" : "error"}`,
    `<h1>${t.title}</h1><p>${t.lead}</p>${alert}
<form method="post" action="/stare?lang=${language}" autocomplete="off">
${field("registrationNumber", t.number, t.numberHint, `maxlength="40" autocapitalize="characters" spellcheck="false" value="${escape(number)}"`)}
${field("accessCode", t.code, t.codeHint, 'maxlength="40" autocapitalize="characters" spellcheck="false"')}
<button type="submit">${t.ask}</button></form>
<p class="no-print"><a href="/api/forms/application.pdf" hreflang="ro">${t.form}</a></p>
<p class="no-print"><a href="/ce-cale?lang=${language}">${t.route}</a></p>`,
  );
}

function field(name: string, label: string, hint: string, attributes: string): string {
  return `<p class="field"><label for="${name}">${label}</label><span class="hint" id="${name}-hint">${hint}</span>
<input id="${name}" name="${name}" required aria-describedby="${name}-hint" ${attributes}></p>`;
}

/** The status of one file. */
export function statusPage(language: Language, status: PublicStatus, today: PlainDate): string {
  const t = TEXTS[language];
  const must = rulesWhole(status.patientMust[language]);
  const where = [
    [t.step, `<strong>${escape(status.step[language])}</strong>`],
    [t.holder, escape(status.holder[language])],
    [t.since, day(status.since, language)],
  ];
  const rows =
    status.process === "moh"
      ? [...where, [t.limit, limitOf(status, language)], [t.must, must]]
      : [...where, ...e112Rows(status, must, language)];
  return page(
    language,
    `${t.title} ${escape(status.registrationNumber)}`,
    `<h1>${t.title} <span class="number">${escape(status.registrationNumber)}</span></h1>
<dl>${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("")}</dl>
<p class="as-of">${t.asOf} ${day(today, language)}</p>
${isPrepared(status) ? `<p class="no-print"><a href="/pregatire">${t.prepare}</a></p>` : ""}
<p class="no-print"><a href="/stare?lang=${language}">${t.again}</a></p>`,
    status.process === "moh" ? t.foot : t.footE112,
  );
}

/** The patient side may still record the preparation itself. */
function isPrepared(status: PublicStatus): boolean {
  return status.process === "e112" && status.applicationNumber === undefined && !status.closed;
}

/** What is to be done comes before what does not exist: a limit (E112-A4). */
function e112Rows(status: E112PublicStatus, must: string, language: Language): string[][] {
  const t = TEXTS[language];
  const { applicationNumber, lacks, noLimit, notes } = status;
  const lacking = lacks.map(
    ({ title, form, rule }) =>
      `${escape(title[language])}<small>${form === undefined ? "" : `${escape(form[language])}; `}${rule}</small>`,
  );
  return [
    ...(applicationNumber === undefined ? [] : [[t.application, escape(applicationNumber)]]),
    [t.must, must],
    ...(lacking.length === 0 ? [] : [[t.lacks, list(lacking)]]),
    ...(notes.length === 0 ? [] : [[t.notes, list(notes.map((note) => rulesWhole(note[language])))]]),
    ...(noLimit === undefined ? [] : [[t.limit, rulesWhole(noLimit[language])]]),
  ];
}

/** The text, in which no rule is broken at its hyphen. */
function rulesWhole(text: string): string {
  return escape(text).replaceAll(/\b(?:MOH|E112)-A?\d+/g, '<span class="rule">$&</span>');
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

function limitOf({ limit, suspended }: MohPublicStatus, language: Language): string {
  const t = TEXTS[language];
  const basis = ({ rule, citation }: NonNullable<typeof limit | typeof suspended>): string =>
    `<small>${rule}: ${escape(citation[language])}</small>`;
  if (suspended !== undefined) {
    return `${t.suspended} ${day(suspended.since, language)}.<small>${t.resumes}</small>${basis(suspended)}`;
  }
  if (limit === undefined) return t.noLimit;
  const { on, provisionalYears = [] } = limit;
  const provisional =
    provisionalYears.length === 0 ? "" : `<small>${provisionalText(provisionalYears)[language]}</small>`;
  return `${day(on, language)}${provisional}${basis(limit)}`;
}

function page(language: Language, title: string, body: string, foot: string = TEXTS[language].foot): string {
  return publicPage(language, { title, body, foot, address: (other) => `/stare?lang=${other}` });
}
