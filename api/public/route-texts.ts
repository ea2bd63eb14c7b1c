/** The words of the guide "which way", for its page and its paper. */
import type { Answer, RouteCondition, RouteOutcome } from "../../domain/e112/route.ts";
import type { Language } from "../../domain/i18n/language.ts";

interface RouteTexts {
  readonly title: string;
  readonly lead: string;
  readonly outcomes: Readonly<Record<RouteOutcome, string>>;
  readonly questions: Readonly<Record<RouteCondition, string>>;
  readonly answers: Readonly<Record<Answer, string>>;
  readonly ask: string;
  readonly whom: string;
  readonly what: string;
  readonly why: string;
  readonly condition: string;
  readonly standing: string;
  /** How a condition stands. */
  readonly stands: Readonly<Record<Answer, string>>;
  readonly rule: string;
  readonly reading: string;
  readonly filing: string;
  readonly documents: string;
  readonly document: string;
  readonly form: string;
  readonly waivable: string;
  readonly language: string;
  /** The head of what a paper must hold. */
  readonly holds: string;
  readonly steps: string;
  readonly step: string;
  readonly costs: string;
  readonly cited: string;
  readonly readings: string;
  readonly date: string;
}

export const ROUTE_TEXTS: Readonly<Record<Language, RouteTexts>> = {
  ro: {
    title: "Ce cale urmez?",
    lead: "Câteva întrebări care arată dacă tratamentul în străinătate se cere cu formularul E112 (S2), la casa de asigurări de sănătate, sau din fondurile Ministerului Sănătății. Nu se păstrează nimic din ce răspundeți.",
    outcomes: {
      e112: "Formularul E112 (S2)",
      ministry: "Fondurile Ministerului Sănătății",
      ask: "Întrebați mai întâi",
    },
    questions: {
      clinicInEu: "În ce țară este clinica?",
      clinicContracted: "Clinica are contract cu asigurarea publică de sănătate din țara ei?",
      inBasicPackage: "Tratamentul este în pachetul de servicii de bază al asiguraților din România?",
      notTimely: "Tratamentul poate fi făcut în România în timpul necesar, după starea pacientului?",
      insured: "Pacientul (la un copil, părinții) este asigurat în România?",
    },
    answers: { yes: "Da", no: "Nu", unknown: "Nu știu încă" },
    ask: "Ce aveți de întrebat",
    whom: "Pe cine",
    what: "Ce",
    why: "De ce",
    condition: "Condiția",
    standing: "Stare",
    stands: { yes: "îndeplinită", no: "neîndeplinită", unknown: "de aflat" },
    rule: "Regula",
    reading: "lectura",
    filing: "Unde se depune",
    documents: "Actele pentru acest caz",
    document: "Actul",
    form: "Forma",
    waivable: "se poate să nu se ceară, pe dovadă",
    language: "Limba traducerii",
    holds: "Cuprinde",
    steps: "Pașii",
    step: "Pasul",
    costs: "Costurile",
    cited: "Regulile și lecturile",
    readings: "Lecturile: cum este înțeles ghidul unde nu este limpede",
    date: "Data",
  },
  en: {
    title: "Which way?",
    lead: "A few questions that show whether a treatment abroad is asked for by form E112 (S2), at the health insurance house, or from the funds of the Ministry of Health. Nothing that you answer is kept.",
    outcomes: {
      e112: "Form E112 (S2)",
      ministry: "Funds of the Ministry of Health",
      ask: "Ask first",
    },
    questions: {
      clinicInEu: "In which country is the clinic?",
      clinicContracted: "Has the clinic a contract with the public health insurance of its country?",
      inBasicPackage: "Is the treatment in the basic package of persons insured in Romania?",
      notTimely: "Can the treatment be given in Romania within the time needed in the patient’s state of health?",
      insured: "Is the patient (of a child: are the parents) insured in Romania?",
    },
    answers: { yes: "Yes", no: "No", unknown: "I do not know yet" },
    ask: "What you need to ask",
    whom: "Whom",
    what: "What",
    why: "Why",
    condition: "Condition",
    standing: "Standing",
    stands: { yes: "met", no: "not met", unknown: "to be found out" },
    rule: "Rule",
    reading: "reading",
    filing: "Where to file",
    documents: "The papers for this case",
    document: "Paper",
    form: "Form",
    waivable: "may not be asked for, on proof",
    language: "Language of the translation",
    holds: "It holds",
    steps: "The steps",
    step: "Step",
    costs: "The costs",
    cited: "The rules and readings",
    readings: "The readings: how the guide is understood where it is unclear",
    date: "Date",
  },
};

/** `E112-02, E112-04; lectura E112-A2`. */
export function grounds(
  { rules, readings = [] }: { readonly rules: readonly string[]; readonly readings?: readonly string[] },
  language: Language,
): string {
  const read = readings.length === 0 ? "" : `; ${ROUTE_TEXTS[language].reading} ${readings.join(", ")}`;
  return `${rules.join(", ")}${read}`;
}

/** The names of languages, as a sentence lists them. */
export function languageNames(codes: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames([language], { type: "language" });
  return new Intl.ListFormat(language, { type: "disjunction" }).format(codes.map((code) => names.of(code) ?? code));
}
