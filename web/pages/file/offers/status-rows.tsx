import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useT } from "../../../i18n/language.tsx";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import type { Row } from "./rows.tsx";

const SIGNS: Readonly<Record<ClinicView["status"], IconName>> = {
  "not-asked": "ring",
  asked: "hourglass",
  answered: "check",
  refused: "cross",
  silent: "dash",
};

/** How the correspondence with each clinic stands: asked, by whom, until when, proof, answers. */
export function statusRows(view: MohCaseView): Row[] {
  return [
    {
      key: "state",
      label: "column.state",
      cell: (clinic) => <Status clinic={clinic} view={view} />,
    },
    { key: "asked", label: "clinics.asked", cell: (clinic) => <Asked clinic={clinic} /> },
    { key: "proof", label: "clinics.proof", rule: "MOH-66", cell: (clinic) => <Proof clinic={clinic} /> },
    { key: "answers", label: "clinics.answers", rule: "MOH-65", cell: (clinic) => <Answers clinic={clinic} /> },
  ];
}

/** A refusal and a silence with their day, so that they are not taken for an offer that is still to come. */
function Status({ clinic: { id, status, answers }, view }: { clinic: ClinicView; view: MohCaseView }) {
  const t = useT();
  const window = view.deadlines.findLast(({ rule, clinic }) => rule === "MOH-61" && clinic === id);
  const answered = answers.at(-1);
  return (
    <>
      <strong className={`clinic-status clinic-${status}`}>
        <Icon name={SIGNS[status]} size={14} /> {t(`clinic.${status}`)}
      </strong>
      {(status === "answered" || status === "refused") && answered !== undefined && (
        <span className="cell-note">{t("offers.on", { date: formatDate(answered.on) })}</span>
      )}
      {status === "silent" && window !== undefined && (
        <span className="cell-note">{t("offers.windowEnded", { date: formatDate(window.dueOn) })}</span>
      )}
      {status === "asked" && window !== undefined && (
        <span className="cell-note">{t("offers.windowUntil", { date: formatDate(window.dueOn) })}</span>
      )}
    </>
  );
}

function Asked({ clinic: { askedOn, askedBy } }: { clinic: ClinicView }) {
  const t = useT();
  if (askedOn === undefined) return <span className="quiet">–</span>;
  return (
    <>
      {formatDate(askedOn)}
      {askedBy !== undefined && <span className="cell-note">{t(`by.${askedBy}`)}</span>}
    </>
  );
}

function Proof({ clinic: { hasProof, evidence } }: { clinic: ClinicView }) {
  const t = useT();
  return (
    <>
      {hasProof ? t("clinics.proof.yes") : t("clinics.proof.no")}
      {evidence !== undefined && <span className="cell-note">{evidence}</span>}
    </>
  );
}

function Answers({ clinic: { answers } }: { clinic: ClinicView }) {
  const t = useT();
  if (answers.length === 0) return <span className="quiet">–</span>;
  return answers.map((answer) => (
    <div key={answer.act}>
      {formatDate(answer.on)}: {t(`answer.${answer.kind}`)}
      {answer.note !== undefined && <span className="cell-note">{answer.note}</span>}
    </div>
  ));
}
