/** What the e-mails of a file are called in its list. */
import type { Text } from "../case/commands.ts";

const TITLES: Readonly<Record<string, Text>> = {
  before: { ro: "Termenul se apropie", en: "The term is near" },
  due: { ro: "Ultima zi a termenului", en: "Last day of the term" },
  overdue: { ro: "Termenul a trecut", en: "The term has passed" },
  escalation: { ro: "Termen depășit, către superior", en: "Term passed, to the supervisor" },
  "second-escalation": { ro: "Termen depășit, către conducere", en: "Term passed, to the head of the institution" },
  digest: { ro: "Rezumatul dimineții", en: "Morning digest" },
  summary: { ro: "Rezumatul mesajelor care au așteptat", en: "Summary of messages that waited" },
  work: { ro: "Lucrare nouă", en: "New work" },
  alert: { ro: "Alertă de urmărire, nu termen legal", en: "Monitoring alert, not a legal term" },
  receipt: { ro: "Dovada înregistrării", en: "Registration receipt" },
  opened: { ro: "Dosar deschis (E112)", en: "File opened (E112)" },
  registered: { ro: "Cerere înregistrată (E112)", en: "Application registered (E112)" },
  lacking: { ro: "Document de completat (E112)", en: "Document to be completed (E112)" },
  deciding: { ro: "Hotărâre în curs de comunicare (E112)", en: "Decision being communicated (E112)" },
  "form-ready": { ro: "Formular de ridicat (E112)", en: "Form to be collected (E112)" },
};

/** The kinds of messages that there are. */
export const MESSAGE_KINDS: readonly string[] = Object.keys(TITLES);

/** The title of a kind of message; the kind itself when it has none. */
export function messageTitle(kind: string): Text {
  return TITLES[kind] ?? { ro: kind, en: kind };
}
