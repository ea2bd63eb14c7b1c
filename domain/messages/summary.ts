/** One letter instead of many that waited for the same person. */
import type { Text } from "../case/commands.ts";
import { formatDate } from "../i18n/dates.ts";
import type { Language } from "../i18n/language.ts";
import { messageTitle } from "../i18n/message-titles.ts";
import { counted } from "../i18n/plural.ts";
import { isPlainDate } from "../plain-date.ts";
import { layOut, type Item, type Letter } from "./layout.ts";
import { linkOf, stepOf, tellsDirection, type MessageSubject } from "./subject.ts";
import { provisionalText } from "./words.ts";

/** @throws RangeError when there is nothing to say. */
export function writeSummary(messages: readonly MessageSubject[], language: Language): Letter {
  if (messages.length === 0) throw new RangeError("a summary of nothing");
  const many: Text = counted(
    messages.length,
    { one: "un mesaj", few: "mesaje" },
    { one: "one message", few: "messages" },
  );
  const title = { ro: `Dosar: ${many.ro} care au așteptat`, en: `Dosar: ${many.en} that waited` }[language];
  const lead = {
    ro: `În loc de ${many.ro} care nu v-au putut fi trimise la timp primiți unul singur, cu ce este încă de făcut.`,
    en: `Instead of ${many.en} that could not be sent to you in time you receive one, with what is still to be done.`,
  }[language];
  return layOut(
    title,
    [
      { kind: "lead", text: lead },
      { kind: "items", items: messages.map((message) => itemOf(message, language)) },
    ],
    language,
  );
}

function itemOf(message: MessageSubject, language: Language): Item {
  const { kind, registrationNumber, about, params, provisionalYears = [] } = message;
  const step = stepOf(params)?.[language];
  const rule = tellsDirection(params) ? undefined : params["rule"];
  const due = { ro: "termen", en: "due" }[language];
  const notes = [
    messageTitle(kind)[language],
    ...(isPlainDate(about) ? [`${due} ${formatDate(about, language)}${rule === undefined ? "" : ` (${rule})`}`] : []),
  ];
  return {
    title: step === undefined ? registrationNumber : `${registrationNumber}: ${step}`,
    notes: [notes.join(", "), ...(provisionalYears.length === 0 ? [] : [provisionalText(provisionalYears)[language]])],
    link: linkOf(message),
  };
}
