/** The number and the access code, shown once, large, to be printed and handed to the person who filed. */
import { DOCUMENT_FORM_TITLES } from "../../../domain/case/document-forms.ts";
import { Button, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { receiptPdf } from "../../api/letters.ts";
import type { FiledCase } from "../../api/types.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Page } from "../../parts/Page.tsx";

interface ReceiptProps {
  readonly filed: FiledCase;
  /** The command that filed it. */
  readonly commandId: string;
  onAnother(): void;
}

export function Receipt({ filed, commandId, onAnother }: ReceiptProps) {
  const t = useT();
  const text = useText();
  const { registrationNumber, accessCode, view } = filed;
  const status = `${window.location.origin}/stare`;
  return (
    <Page title={t("receipt.title")}>
      <section className="receipt" aria-label={t("receipt.title")}>
        <dl>
          <div>
            <dt>{t("receipt.number")}</dt>
            <dd className="receipt-large">{registrationNumber}</dd>
          </div>
          <div>
            <dt>{t("receipt.code")}</dt>
            <dd className="receipt-large receipt-code">{accessCode}</dd>
          </div>
          <div>
            <dt>{t("receipt.filedOn")}</dt>
            <dd>{formatDate(view.openedOn)}</dd>
          </div>
          <div>
            <dt>{t("header.status")}</dt>
            <dd>{text(view.statusTitle)}</dd>
          </div>
        </dl>
        {view.missing.length > 0 && (
          <div className="receipt-missing">
            <p>{t("receipt.missing")}</p>
            <ul>
              {view.checklist
                .filter(({ status: state }) => state === "missing" || state === "wrong-form")
                .map(({ kind, title, form }) => (
                  <li key={kind}>
                    {text(title)} ({text(DOCUMENT_FORM_TITLES[form])})
                  </li>
                ))}
            </ul>
          </div>
        )}
        <p>{t("receipt.how", { address: status })}</p>
        <p className="print-only">{t("receipt.keep")}</p>
      </section>
      <p className="no-print receipt-once">
        <Icon name="warning" /> {t("receipt.once")}
      </p>
      <Group gap="sm" className="no-print">
        <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
          {t("receipt.print")}
        </Button>
        <ReceiptPdf filed={filed} commandId={commandId} />
        <Link to="/dosare/$caseId" params={{ caseId: filed.caseId }} className="button-link">
          {t("receipt.open")}
        </Link>
        <a href="/stare" target="_blank" rel="noreferrer" className="button-link">
          {t("shell.publicStatus")}
        </a>
        <Button variant="subtle" onClick={onAnother}>
          {t("receipt.another")}
        </Button>
      </Group>
    </Page>
  );
}

/** The same as a paper of the institution, saved by the browser: the code stands in no address. */
function ReceiptPdf({ filed: { caseId, registrationNumber }, commandId }: Pick<ReceiptProps, "filed" | "commandId">) {
  const t = useT();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await receiptPdf(caseId, commandId));
      link.download = `dovada-${registrationNumber.replaceAll("/", "-")}.pdf`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      announce(error instanceof Error ? error.message : String(error), "warning");
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="default" loading={busy} onClick={() => void save()}>
      {t("letters.receipt")}
    </Button>
  );
}
