import { Button, CloseButton, Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CaseView } from "../../../domain/case/view.ts";
import { CommandForm } from "../../forms/CommandForm.tsx";
import { withdrawApplication } from "../../forms/every/people.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";

/** What may be done with the whole file: print it, withdraw the application. */
export function FileActions({ view }: { view: CaseView }) {
  const t = useT();
  const text = useText();
  const [withdrawing, setWithdrawing] = useState(false);
  const withdrawal = view.allowedCommands.find(({ type }) => type === "withdrawApplication");
  return (
    <>
      <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
        {t("file.print")}
      </Button>
      <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{ fila: "tot" }} className="button-link">
        {t("file.whole")}
      </Link>
      {withdrawal !== undefined && (
        <Button variant="subtle" className="danger" onClick={() => setWithdrawing(true)}>
          {t("file.withdraw")}
        </Button>
      )}
      <Modal.Root opened={withdrawing && withdrawal !== undefined} onClose={() => setWithdrawing(false)} size="lg">
        <Modal.Overlay />
        <Modal.Content aria-label={t("file.withdraw.title", { number: view.registrationNumber })}>
          <Modal.Body className="dialog">
            <h2>{t("file.withdraw.title", { number: view.registrationNumber })}</h2>
            <p>{t("file.withdraw.text")}</p>
            <CommandForm
              view={view}
              form={withdrawApplication}
              title={withdrawal === undefined ? t("file.withdraw") : text(withdrawal.title)}
              danger
              onDone={() => setWithdrawing(false)}
            />
            <CloseButton className="dialog-close" aria-label={t("close")} onClick={() => setWithdrawing(false)} />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
