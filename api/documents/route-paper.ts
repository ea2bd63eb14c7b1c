/** The answer of the guide "which way" on paper: to read, and to tick off. */
import { E112_LEGAL_BASIS, MOH_LEGAL_BASIS } from "../../domain/law/index.ts";
import type { Guide } from "../../domain/e112/guide.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { yearOf, type PlainDate } from "../../domain/plain-date.ts";
import type { RouteAnswer } from "../public/route-answer.ts";
import { grounds, languageNames, ROUTE_TEXTS } from "../public/route-texts.ts";
import { column, heading, list, table, text, strong, type Block } from "./letters/blocks.ts";
import { letterDate } from "./letters/format.ts";
import type { LetterData } from "./letters/frame.ts";

const TEXTS = {
  ro: {
    house: "Ghid pentru pacienți",
    basis: "Temei",
    page: "pagina",
    of: "din",
    unofficial: "ghid neoficial (E112-91)",
  },
  en: {
    house: "A guide for patients",
    basis: "Legal basis",
    page: "page",
    of: "of",
    unofficial: "unofficial guide (E112-91)",
  },
} as const satisfies Record<Language, unknown>;

/** What `letter.typ` reads: no letterhead, for nobody issues it. */
type PaperData = Omit<LetterData, "sheet"> & {
  readonly sheet: Omit<LetterData["sheet"], "head"> & { readonly head: Omit<LetterData["sheet"]["head"], "name"> };
};

export function routePaper(answer: RouteAnswer, language: Language, today: PlainDate): PaperData {
  const t = TEXTS[language];
  const w = ROUTE_TEXTS[language];
  const { outcome } = answer;
  const basis = outcome === "ministry" ? MOH_LEGAL_BASIS.correction : E112_LEGAL_BASIS.citation;
  return {
    sheet: {
      lang: language,
      title: `${w.title} ${w.outcomes[outcome]}`,
      printedOn: { year: yearOf(today), month: Number(today.slice(5, 7)), day: Number(today.slice(8)) },
      head: { institution: t.house, running: `${w.title} ${w.outcomes[outcome]}` },
      foot: { basis: `${t.basis}: ${basis[language]}; ${t.unofficial}`, page: t.page, of: t.of },
    },
    title: `${w.title} ${w.outcomes[outcome]}`,
    subject: null,
    to: [],
    refs: [{ name: w.date, value: letterDate(today, language) }],
    blocks: blocksOf(answer, language),
  };
}

function blocksOf(answer: RouteAnswer, language: Language): Block[] {
  const w = ROUTE_TEXTS[language];
  const { reasons, ask, cautions, guide, unofficial, cited } = answer;
  const rule = column(w.rule);
  return [
    text(strong(answer.text[language]), ` (${grounds(answer, language)})`),
    ...cautions.map((caution): Block => ({ kind: "notice", text: `${caution.text[language]} (${caution.rule})` })),
    ...(ask.length === 0
      ? []
      : [
          heading(w.ask),
          table(
            [column(""), column(w.whom, 2), column(w.what, 3), rule],
            ask.map(({ whom, what, rules }) => [false, whom[language], what[language], rules.join(", ")]),
          ),
        ]),
    ...(reasons.length === 0
      ? []
      : [
          heading(w.why),
          table(
            [column(w.condition, 1), column(w.standing), rule],
            reasons.map((reason) => [reason.text[language], w.stands[reason.answer], reason.rules.join(", ")]),
          ),
        ]),
    ...(guide === undefined ? [] : guideBlocks(guide, language)),
    { kind: "notice", text: `${unofficial.text[language]} (${unofficial.rules.join(", ")})` },
    ...(cited.readings.length === 0 ? [] : [heading(w.readings)]),
    ...cited.readings.map(({ id, text: said }): Block => ({ kind: "small", text: `${id}: ${said[language]}` })),
  ];
}

function guideBlocks({ steps, languages, filing, documents, contents, costs }: Guide, language: Language): Block[] {
  const w = ROUTE_TEXTS[language];
  const rules = column(w.rule, 1);
  return [
    heading(w.steps),
    table(
      [column(""), column(w.step, 4), rules],
      steps.map((step, index) => [`${index + 1}.`, step.text[language], step.rules.join(", ")]),
    ),
    ...(languages.length === 0
      ? []
      : [text(`${w.language}: `, strong(languageNames(languages, language)), " (E112-13)")]),
    heading(w.filing),
    text(`${filing.text[language]} (${filing.rules.join(", ")})`),
    heading(w.documents),
    table(
      [column(""), column(w.document, 3), column(w.form, 2), column(w.rule)],
      documents.map(({ title, formTitle, waivable, rule }) => [
        false,
        title[language],
        waivable ? `${formTitle[language]}; ${w.waivable}` : formTitle[language],
        rule,
      ]),
    ),
    ...contents.flatMap(({ title, items }) => [
      heading(title[language]),
      table(
        [column(""), column(w.holds, 4), rules],
        items.map((item) => [false, item.text[language], item.rules.join(", ")]),
      ),
    ]),
    heading(w.costs),
    list(...costs.map((cost) => `${cost.text[language]} (${cost.rules.join(", ")})`)),
  ];
}
