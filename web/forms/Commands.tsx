/** Acts that may be given on a file, each folded behind its name until it is wanted. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { AllowedCommandView, CaseView } from "../../domain/case/view.ts";
import { useT, useText } from "../i18n/language.tsx";
import { Icon } from "../parts/icons.tsx";
import { RuleList } from "../parts/RuleNote.tsx";
import { CommandForm, draftKey } from "./CommandForm.tsx";
import { findDraft } from "./drafts.ts";
import { offerOf } from "./offer.ts";
import { findForm } from "./registry.ts";

interface CommandsProps {
  readonly commands: readonly AllowedCommandView[];
  readonly view: CaseView;
  /** Each has its name above it, a single one as well. */
  readonly folded?: boolean;
  /** The one that stands open while nobody has chosen another. */
  readonly expected?: string | undefined;
  onDone?(): void;
}

/** One command: its form stands open. Several: one opens at a time, those already begun first. */
export function Commands({ commands, view, folded = false, expected, onDone }: CommandsProps) {
  const text = useText();
  const begun = commands.find(({ type }) => findDraft(draftKey(view.caseId, type))?.touched === true);
  const [chosen, setChosen] = useState<string | undefined>(begun?.type);
  const [only, ...others] = commands;
  if (only !== undefined && others.length === 0 && !folded) {
    return <OneCommand key={only.type} command={only} view={view} onDone={onDone} />;
  }
  const open = chosen ?? expected;

  function done() {
    setChosen(undefined);
    onDone?.();
  }

  return commands.map((command) => {
    const isOpen = open === command.type;
    return (
      <div key={command.type} className="command">
        <UnstyledButton
          className="command-toggle"
          aria-expanded={isOpen}
          onClick={() => setChosen(isOpen ? "" : command.type)}
        >
          <Icon name="down" size={14} /> {text(command.title)}
        </UnstyledButton>
        {isOpen && (
          <>
            <OneCommand command={command} view={view} onDone={done} />
            <RuleList rules={command.rules} />
          </>
        )}
      </div>
    );
  });
}

interface OneCommandProps {
  readonly command: AllowedCommandView;
  readonly view: CaseView;
  readonly onDone: (() => void) | undefined;
}

function OneCommand({ command: { type, title }, view, onDone }: OneCommandProps) {
  const t = useT();
  const text = useText();
  const form = findForm(view, type);
  if (form === undefined) return <p>{t("steps.unknownCommand", { command: text(title) })}</p>;
  const isGrave = offerOf(view).grave.includes(type);
  return (
    <CommandForm
      view={view}
      form={form}
      title={text(title)}
      danger={isGrave}
      {...(onDone === undefined ? {} : { onDone })}
    />
  );
}
