import { Button } from "@mantine/core";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { CommandForm } from "../../forms/CommandForm.tsx";
import { correctContact } from "../../forms/every/people.ts";
import { useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";

/** Puts right the address to which the patient side's messages go; nothing for those who may not. */
export function ContactCorrection({ view }: { view: CaseView }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const command = view.allowedCommands.find(({ type }) => type === "correctContact");
  if (command === undefined) return null;
  return (
    <div className="no-print">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="pencil" size={12} />}
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {text(command.title)}
      </Button>
      {open && (
        <div className="contact-correction">
          <CommandForm view={view} form={correctContact} title={text(command.title)} onDone={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
}
