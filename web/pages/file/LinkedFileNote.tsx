/** The file on the other route: as which one an E112 file goes on, or from which one a Ministry file came (E112-05). */
import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CaseView, LinkedFile } from "../../../domain/case/view.ts";
import { passedReceiptPdf } from "../../api/letters.ts";
import { caseQuery, queryClient, sessionQuery } from "../../api/queries.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { announce } from "../../parts/announce.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

/** While the other file is being opened, it is looked for so often. */
const LOOK_MS = 3_000;

export function LinkedFileNote({ view }: { view: CaseView }) {
  const { linked } = view;
  if (linked === undefined) return null;
  return view.process === "e112" ? <GoesOn view={view} linked={linked} /> : <CameFrom view={view} linked={linked} />;
}

interface LinkedProps {
  readonly view: CaseView;
  readonly linked: LinkedFile;
}

function GoesOn({ view: { caseId }, linked }: LinkedProps) {
  const t = useT();
  const text = useText();
  const { registrationNumber: number } = linked;
  const house = text(linked.institutionName);
  useEffect(() => {
    if (number !== undefined) return;
    const watch = setInterval(() => void queryClient.invalidateQueries(caseQuery(caseId)), LOOK_MS);
    return () => clearInterval(watch);
  }, [caseId, number]);
  return (
    <div role="status">
      <Alert
        color="blue"
        mb="md"
        title={number === undefined ? t("linked.opening", { house }) : t("linked.goesOn", { house })}
      >
        {number === undefined ? t("linked.opening.hint") : t("linked.goesOn.number", { number })}{" "}
        <RuleChip id="E112-05" />
      </Alert>
    </div>
  );
}

function CameFrom({ view, linked }: LinkedProps) {
  const t = useT();
  const text = useText();
  const brought = view.documents.filter(({ act }) => act === 1).length;
  return (
    <Alert color="blue" mb="md" title={t("linked.cameFrom", { house: text(linked.institutionName) })}>
      {t("linked.cameFrom.number", { number: linked.registrationNumber ?? "", count: brought })}{" "}
      <RuleChip id="E112-05" />
      <p>
        {t("linked.code")} <CodeOnPaper view={view} />
      </p>
    </Alert>
  );
}

/** For the people of the DSP: the receipt with the access code, which nobody was given when the file was opened. */
function CodeOnPaper({ view: { caseId, institutions, registrationNumber } }: { view: CaseView }) {
  const t = useT();
  const { data: session } = useQuery(sessionQuery);
  const made = useMutation({
    mutationFn: () => passedReceiptPdf(caseId),
    onSuccess(paper) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(paper);
      link.download = `dovada-${registrationNumber.replaceAll("/", "-")}.pdf`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: (error) => announce(error.message, "warning"),
  });
  const dsp = "dsp" in institutions ? institutions.dsp : undefined;
  const isOfDirectorate = session?.memberships.some(
    ({ institution, role }) => institution === dsp && (role === "dsp-officer" || role === "dsp-supervisor"),
  );
  if (isOfDirectorate !== true) return null;
  return (
    <Button
      variant="default"
      size="xs"
      className="no-print"
      leftSection={<Icon name="print" size={14} />}
      loading={made.isPending}
      onClick={() => made.mutate()}
    >
      {t("linked.receipt")}
    </Button>
  );
}
