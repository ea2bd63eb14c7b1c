/** The rounds of clinics: which minutes named which, what was announced to the commission, and whose time ends too late (MOH-61 to MOH-63). */
import type { MohCaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";

export function ClinicRounds({ view }: { view: MohCaseView }) {
  const t = useT();
  const { rounds } = view;
  const names = (ids: readonly string[]): string =>
    ids.map((id) => view.clinics.find((clinic) => clinic.id === id)?.name ?? id).join(", ");
  return (
    <>
      {rounds.length > 1 && (
        <section aria-label={t("rounds.title")}>
          <h2>{t("rounds.title")}</h2>
          <ol className="checks rounds">
            {rounds.map(({ act, round, number, receivedOn, urgencyClass, clinics, changes, announced }) => (
              <li key={act}>
                <Icon name={round === undefined ? "pencil" : "file"} size={14} />
                <div>
                  <p className="round">
                    <strong>{round === undefined ? t("rounds.class") : t("rounds.round", { round })}</strong>{" "}
                    {number !== undefined && <>{t("rounds.number", { number })} </>}
                    {t("rounds.received", { date: formatDate(receivedOn) })}{" "}
                    <RuleChip id={round === 1 ? "MOH-33" : "MOH-63"} />
                    {urgencyClass !== undefined && (
                      <span className="mark">{t("urgency.short", { class: urgencyClass })}</span>
                    )}
                    {clinics.length > 0 && <span className="cell-note">{names(clinics)}</span>}
                    {changes !== undefined && <span className="cell-note pre">{changes}</span>}
                  </p>
                  {announced !== undefined && (
                    <p className="round">
                      {t("rounds.announced", { date: formatDate(announced.on) })} <RuleChip id="MOH-62" />
                      {announced.silent.length > 0 && (
                        <span className="cell-note">{t("rounds.silent", { clinics: names(announced.silent) })}</span>
                      )}
                      {announced.refused.length > 0 && (
                        <span className="cell-note">{t("rounds.refused", { clinics: names(announced.refused) })}</span>
                      )}
                      {announced.note !== undefined && <span className="cell-note pre">{announced.note}</span>}
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
      <LateWindows view={view} />
    </>
  );
}

/** Clinics whose time to answer ends after the dossier is to be sent; for those not asked yet, if the request left today (MOH-A6). */
function LateWindows({ view }: { view: MohCaseView }) {
  const t = useT();
  const late = view.clinics.filter(({ requestWindow }) => requestWindow?.late === true);
  if (late.length === 0) return null;
  return (
    <ul className="window-warnings">
      {late.map(({ id, name, askedOn, requestWindow }) => {
        if (requestWindow === undefined) return null;
        const dates = {
          clinic: name,
          endsOn: formatDate(requestWindow.endsOn),
          sendBy: formatDate(requestWindow.sendBy),
        };
        return (
          <li key={id} className="mark mark-warn">
            <Icon name="warning" size={12} />{" "}
            {askedOn === undefined ? t("window.clinic.today", dates) : t("window.clinic.asked", dates)}
          </li>
        );
      })}
    </ul>
  );
}
