import type { ClinicView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";

/** How the correspondence with each clinic stands: asked, by whom, proof, answers. */
export function ClinicStatusRows({ clinics }: { clinics: readonly ClinicView[] }) {
  const t = useT();
  return (
    <tbody>
      <tr>
        <th scope="row">{t("column.state")}</th>
        {clinics.map((clinic) => (
          <td key={clinic.id}>
            <strong>{t(`clinic.${clinic.status}`)}</strong>
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t("clinics.asked")}</th>
        {clinics.map(({ id, askedOn, askedBy }) => (
          <td key={id} className={askedOn === undefined ? "quiet" : ""}>
            {askedOn === undefined ? "–" : formatDate(askedOn)}
            {askedBy !== undefined && <span className="cell-note">{t(`by.${askedBy}`)}</span>}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t("clinics.proof")}</th>
        {clinics.map(({ id, hasProof, evidence }) => (
          <td key={id}>
            {hasProof ? t("clinics.proof.yes") : t("clinics.proof.no")}
            {evidence !== undefined && <span className="cell-note">{evidence}</span>}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t("clinics.answers")}</th>
        {clinics.map(({ id, answers }) => (
          <td key={id} className={answers.length === 0 ? "quiet" : ""}>
            {answers.length === 0 && "–"}
            {answers.map((answer) => (
              <div key={answer.act}>
                {formatDate(answer.on)}: {t(`answer.${answer.kind}`)}
                {answer.note !== undefined && <span className="cell-note">{answer.note}</span>}
              </div>
            ))}
          </td>
        ))}
      </tr>
    </tbody>
  );
}
