import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { AllowedCommandView, MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import { draftKey } from "../../../forms/CommandForm.tsx";
import { useDraft } from "../../../forms/drafts.ts";
import { MOH_FORMS } from "../../../forms/moh/index.ts";
import { setAt } from "../../../forms/values.ts";
import { useT } from "../../../i18n/language.tsx";

const CHOICES = {
  sendToMinistry: { path: "proposedClinic", label: "offers.propose", with: {} },
  decideAtMinistry: { path: "clinic", label: "offers.select", with: { decision: "approved" } },
} as const;
type Choice = keyof typeof CHOICES;

interface ChooseClinicProps {
  readonly clinic: ClinicView;
  readonly view: MohCaseView;
}

/** From the comparison into the form, with this clinic chosen: the DSP proposes, the Ministry selects (MOH-84). */
export function ChooseClinic({ clinic, view }: ChooseClinicProps) {
  const command = view.allowedCommands.find(({ type }) => Object.hasOwn(CHOICES, type));
  const complete = view.comparison?.offers.some((offer) => offer.clinic === clinic.id && offer.complete) === true;
  if (command === undefined || !complete) return null;
  return <ChooseButton clinic={clinic} view={view} command={command} choice={command.type as Choice} />;
}

interface ChooseButtonProps extends ChooseClinicProps {
  readonly command: AllowedCommandView;
  readonly choice: Choice;
}

function ChooseButton({ clinic, view, command, choice }: ChooseButtonProps) {
  const t = useT();
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  const form = MOH_FORMS[choice];
  const initial = useMemo(() => form.initial?.(view) ?? {}, [form, view]);
  const { change } = useDraft(draftKey(view.caseId, choice), initial);
  const { path, label } = CHOICES[choice];

  function choose() {
    change((before) => {
      const values = setAt({ ...before.values, ...CHOICES[choice].with }, path, clinic.id);
      return { values: form.derive?.(values, path, view) ?? values, touched: true };
    });
    void navigate({ search: { pas: command.step } });
  }

  return (
    <Button
      className="no-print"
      variant="default"
      size="compact-sm"
      aria-label={t(`${label}.of`, { clinic: clinic.name })}
      onClick={choose}
    >
      {t(label)}
    </Button>
  );
}
