/** The ids of several rules: the first few, the rest on demand. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../i18n/language.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";

const SHOWN_AT_FIRST = 4;

export function RuleChips({ rules }: { rules: readonly string[] }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? rules : rules.slice(0, SHOWN_AT_FIRST);
  const hidden = rules.length - shown.length;
  return (
    <span className="rule-chips">
      {shown.map((rule) => (
        <RuleChip key={rule} id={rule} />
      ))}
      {hidden > 0 && (
        <UnstyledButton
          className="chip no-print"
          onClick={() => setAll(true)}
          aria-label={t("rules.more", { count: hidden })}
        >
          +{hidden}
        </UnstyledButton>
      )}
    </span>
  );
}
