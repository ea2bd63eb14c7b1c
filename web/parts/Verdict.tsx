/** How the rules judge an own expense, in a few words and with the rule. */
import type { ExpenseVerdict } from "../../domain/moh/expenses.ts";
import { useT } from "../i18n/language.tsx";
import { Icon } from "./icons.tsx";

export function Verdict({ verdict }: { readonly verdict: ExpenseVerdict }) {
  const t = useT();
  if (verdict === "reimbursable") {
    return (
      <span className="mark mark-good">
        <Icon name="check" size={12} /> {t("verdict.reimbursable")}
      </span>
    );
  }
  const held = verdict === "on-approval-day";
  return (
    <span className={held ? "mark mark-warn" : "mark mark-missing"}>
      <Icon name={held ? "warning" : "cross"} size={12} /> {t(`verdict.${verdict}`)}
    </span>
  );
}
