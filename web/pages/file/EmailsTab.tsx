import type { CaseView } from "../../../domain/case/view.ts";
import { useT } from "../../i18n/language.tsx";
import { MessageTable } from "../../parts/MessageTable.tsx";
import { Empty } from "../../parts/states.tsx";

/** The e-mails of the file, planned ones included, each with its state. */
export function EmailsTab({ view }: { view: CaseView }) {
  const t = useT();
  return view.emails.length === 0 ? <Empty>{t("emails.none")}</Empty> : <MessageTable messages={view.emails} />;
}
