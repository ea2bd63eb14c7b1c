/** The guide "which way": a form and its answer, made on the server. What was answered is in the page alone, never in an address. */
import {
  EEA_COUNTRIES,
  EU_COUNTRIES,
  statesOf,
  USUAL_STATE_LIST,
  type StateList,
} from "../../domain/e112/countries.ts";
import type { Advice, Guide } from "../../domain/e112/guide.ts";
import { ANSWERS, type Answer, type RouteCondition } from "../../domain/e112/route.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { countryName } from "../documents/letters/format.ts";
import { escape, publicPage } from "./page.ts";
import type { RouteAnswer } from "./route-answer.ts";
import { OTHER_COUNTRY, WHO, type RouteForm } from "./route-form.ts";
import { grounds, languageNames, ROUTE_TEXTS } from "./route-texts.ts";

const PATH = "/ce-cale";

const TEXTS = {
  ro: {
    error: "eroare",
    purpose: "Pentru ce este formularul?",
    purposes: { treatment: "pentru un tratament în străinătate", residence: "pentru mutarea reședinței în altă țară" },
    who: "Cine este pacientul și cine depune actele?",
    whos: {
      adult: "adult, depune singur",
      "adult-other": "adult, depune altcineva pentru el",
      child: "copil (sub 18 ani), depune un părinte",
      "child-guardian": "copil (sub 18 ani), depune tutorele",
      "child-other": "copil (sub 18 ani), depune altcineva",
    },
    oneParent: "Celălalt părinte lipsește, cu dovadă: deces, custodie exclusivă sau tutelă",
    country: "În ce țară este clinica?",
    unknownCountry: "Nu știu încă",
    eu: "Uniunea Europeană",
    eea: "Spațiul Economic European",
    listed: "Alte state, pe listă",
    elsewhere: "În altă parte",
    otherCountry: "Altă țară",
    send: "Arată calea",
    print: "Pe hârtie (PDF)",
    change: "Schimbă răspunsurile",
    again: "Alt caz",
    foot: "Pagina nu păstrează nimic din ce răspundeți: nici în adresă, nici pe calculator, nici la noi.",
  },
  en: {
    error: "error",
    purpose: "What is the form for?",
    purposes: { treatment: "for a treatment abroad", residence: "for moving the residence to another country" },
    who: "Who is the patient, and who files the papers?",
    whos: {
      adult: "an adult, who files in person",
      "adult-other": "an adult; somebody else files",
      child: "a child (under 18); a parent files",
      "child-guardian": "a child (under 18); the guardian files",
      "child-other": "a child (under 18); somebody else files",
    },
    oneParent: "The other parent is absent, with proof: death, sole custody or guardianship",
    country: "In which country is the clinic?",
    unknownCountry: "I do not know yet",
    eu: "European Union",
    eea: "European Economic Area",
    listed: "Other states, by list",
    elsewhere: "Elsewhere",
    otherCountry: "Another country",
    send: "Show the way",
    print: "On paper (PDF)",
    change: "Change the answers",
    again: "Another case",
    foot: "This page keeps nothing of what you answer: not in the address, not on your computer, not with us.",
  },
} as const satisfies Record<Language, unknown>;

/** The conditions that are asked by yes, no, or not known; the country has its own list. */
const ASKED = [
  ["clinicContracted", "clinicContracted"],
  ["inBasicPackage", "inBasicPackage"],
  ["timely", "notTimely"],
  ["insured", "insured"],
] as const satisfies readonly (readonly [keyof RouteForm, RouteCondition])[];

/** The form, with what was answered before in this page. */
export function routeFormPage(
  language: Language,
  form: RouteForm = {},
  refusals: readonly string[] = [],
  states: StateList = USUAL_STATE_LIST,
): string {
  const t = TEXTS[language];
  const { title, lead, questions, answers } = ROUTE_TEXTS[language];
  const alert = refusals.length === 0 ? "" : `<p class="alert" role="alert">${refusals.map(escape).join("<br>")}</p>`;
  const whos = WHO.map((who) => {
    const child = who.startsWith("child") ? ' class="child"' : "";
    return pick("radio", "who", who, t.whos[who], form.who === who, `${child} required`);
  });
  const purposes = (["treatment", "residence"] as const).map((purpose) =>
    pick("radio", "purpose", purpose, t.purposes[purpose], (form.purpose ?? "treatment") === purpose),
  );
  const body = [
    `<h1>${title}</h1><p>${lead}</p>${alert}`,
    `<form method="post" action="${PATH}?lang=${language}" autocomplete="off">`,
    question(t.who, [
      ...whos,
      pick("checkbox", "oneParent", "yes", t.oneParent, form.oneParent === "yes", "", "of-child"),
    ]),
    question(t.purpose, purposes),
    `<fieldset><legend id="country-label">${t.country}</legend>${countries(language, states, form.country)}</fieldset>`,
    ...ASKED.map(([name, condition]) =>
      question(questions[condition], [
        `<div class="row">${ANSWERS.map((answer) => pick("radio", name, answer, answers[answer], form[name] === answer)).join("")}</div>`,
      ]),
    ),
    `<button type="submit">${t.send}</button></form>`,
  ];
  const name = refusals.length === 0 ? title : `${title} ${t.error}`;
  return page(language, name, body.join("\n"), Object.keys(form).length === 0 ? "" : `${hidden(form)}${CHANGE}`);
}

/** Asks for the form, not for the answer. */
const CHANGE = '<input type="hidden" name="change" value="yes">';

function question(legend: string, parts: readonly string[]): string {
  return `<fieldset><legend>${legend}</legend>${parts.join("")}</fieldset>`;
}

function pick(
  type: "radio" | "checkbox",
  name: keyof RouteForm,
  value: string,
  label: string,
  checked: boolean,
  attributes = "",
  extra = "",
): string {
  return `<label class="pick ${extra}"><input type="${type}" name="${name}" value="${value}"${checked ? " checked" : ""} ${attributes}><span>${label}</span></label>`;
}

function countries(language: Language, states: StateList, chosen = ""): string {
  const t = TEXTS[language];
  const option = (value: string, label: string): string =>
    `<option value="${value}"${value === chosen ? " selected" : ""}>${label}</option>`;
  const group = (label: string, codes: readonly string[]): string => {
    if (codes.length === 0) return "";
    const named = codes.filter((code) => code !== "RO").map((code) => ({ code, name: countryName(code, language) }));
    const sorted = named.toSorted((a, b) => a.name.localeCompare(b.name, language));
    return `<optgroup label="${label}">${sorted.map(({ code, name }) => option(code, name)).join("")}</optgroup>`;
  };
  return `<select name="country" aria-labelledby="country-label">${option("", t.unknownCountry)}${group(t.eu, EU_COUNTRIES)}${group(t.eea, EEA_COUNTRIES)}${group(t.listed, statesOf(states))}<optgroup label="${t.elsewhere}">${option(OTHER_COUNTRY, t.otherCountry)}</optgroup></select>`;
}

const MARKS: Readonly<Record<Answer, string>> = { yes: "✓", no: "✗", unknown: "?" };
const VERDICTS = { e112: "good", ministry: "changed", ask: "changed" } as const;

/** The way that was found. */
export function routeAnswerPage(language: Language, form: RouteForm, answer: RouteAnswer): string {
  const t = TEXTS[language];
  const w = ROUTE_TEXTS[language];
  const carried = hidden(form);
  const body = [
    `<h1>${w.title}</h1>`,
    `<div class="verdict ${VERDICTS[answer.outcome]}"><p><strong>${w.outcomes[answer.outcome]}</strong></p><p>${escape(answer.text[language])}</p>${rules(answer, language)}</div>`,
    ...answer.cautions.map(
      ({ rule, text }) => `<p class="note">${escape(text[language])} ${rules({ rules: [rule] }, language)}</p>`,
    ),
    ...(answer.ask.length === 0
      ? []
      : [
          `<h2>${w.ask}</h2><dl>${answer.ask
            .map(
              ({ whom, what, rules: by }) =>
                `<div><dt>${escape(whom[language])}</dt><dd>${escape(what[language])} ${rules({ rules: by }, language)}</dd></div>`,
            )
            .join("")}</dl>`,
        ]),
    ...(answer.reasons.length === 0
      ? []
      : [
          `<h2>${w.why}</h2><ul class="standing">${answer.reasons
            .map(
              (reason) =>
                `<li class="${reason.answer}"><span class="mark" role="img" aria-label="${w.stands[reason.answer]}">${MARKS[reason.answer]}</span><span>${escape(reason.text[language])} ${rules(reason, language)}</span></li>`,
            )
            .join("")}</ul>`,
        ]),
    ...(answer.guide === undefined ? [] : guideParts(answer.guide, language)),
    `<p class="note">${escape(answer.unofficial.text[language])} ${rules(answer.unofficial, language)}</p>`,
    `<div class="acts no-print"><form method="post" action="${PATH}.pdf?lang=${language}" target="_blank">${carried}<button>${t.print}</button></form>
<form method="post" action="${PATH}?lang=${language}">${carried}${CHANGE}<button class="quiet">${t.change}</button></form>
<a href="${PATH}?lang=${language}">${t.again}</a></div>`,
    citedRules(answer, language),
  ];
  return page(language, `${w.outcomes[answer.outcome]}: ${w.title}`, body.join("\n"), carried);
}

function guideParts({ filing, documents, contents, steps, costs, languages }: Guide, language: Language): string[] {
  const w = ROUTE_TEXTS[language];
  const line = (advice: Advice): string => `<li>${escape(advice.text[language])} ${rules(advice, language)}</li>`;
  const papers = documents.map(({ title, formTitle, rule, waivable }) => {
    const how = waivable ? `${formTitle[language]}; ${w.waivable}` : formTitle[language];
    return `<li>${escape(title[language])} <span class="how">${escape(how)} ${rules({ rules: [rule] }, language)}</span></li>`;
  });
  return [
    `<h2>${w.steps}</h2><ol class="steps">${steps.map(line).join("")}</ol>`,
    ...(languages.length === 0
      ? []
      : [
          `<p>${w.language}: <strong>${escape(languageNames(languages, language))}</strong> ${rules({ rules: ["E112-13"] }, language)}</p>`,
        ]),
    `<h2>${w.filing}</h2><p>${escape(filing.text[language])} ${rules(filing, language)}</p>`,
    `<h2>${w.documents}</h2><ul class="papers">${papers.join("")}</ul>`,
    ...contents.map(
      ({ title, items }) => `<h2>${escape(title[language])}</h2><ul class="points">${items.map(line).join("")}</ul>`,
    ),
    `<h2>${w.costs}</h2><ul class="points">${costs.map(line).join("")}</ul>`,
  ];
}

function rules(by: Parameters<typeof grounds>[0], language: Language): string {
  // An id stays whole on its line.
  const whole = grounds(by, language).replaceAll(/\b(?:E112|MOH|DEC)-A?\d+/g, '<span class="id">$&</span>');
  return `<span class="rules">(${whole})</span>`;
}

function citedRules({ cited }: RouteAnswer, language: Language): string {
  const rows = [
    ...cited.rules.map(
      ({ id, text, citation }) =>
        `<div><dt>${id}</dt><dd>${escape(text[language])}<small>${escape(citation[language])}</small></dd></div>`,
    ),
    ...cited.readings.map(({ id, text }) => `<div><dt>${id}</dt><dd>${escape(text[language])}</dd></div>`),
  ];
  return `<details><summary>${ROUTE_TEXTS[language].cited}</summary><dl>${rows.join("")}</dl></details>`;
}

/** What was answered, for the next page: in the page, in no address. */
function hidden(form: RouteForm): string {
  return Object.entries(form)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join("");
}

function page(language: Language, title: string, body: string, carried: string): string {
  return publicPage(language, {
    title,
    body,
    foot: TEXTS[language].foot,
    address: (other) => `${PATH}?lang=${other}`,
    ...(carried === "" ? {} : { carried }),
  });
}
