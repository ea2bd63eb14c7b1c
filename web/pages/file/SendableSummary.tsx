/** How far the correspondence with the clinics has come: what is there and what is still needed (MOH-65, MOH-66, MOH-A8). */
import type { MohCaseView } from "../../../domain/case/view.ts";
import { useT } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";

export function SendableSummary({ view }: { view: MohCaseView }) {
  const t = useT();
  const { sendable } = view;
  if (sendable === undefined) return null;
  const without = sendable.withoutProof.map((id) => view.clinics.find((clinic) => clinic.id === id)?.name ?? id);
  const lines = [
    {
      done: sendable.answers >= sendable.answersNeeded,
      text: t("sendable.answers", { count: sendable.answers, needed: sendable.answersNeeded }),
    },
    {
      done: sendable.completeOffers >= sendable.completeOffersNeeded,
      text: t("sendable.offers", { count: sendable.completeOffers, needed: sendable.completeOffersNeeded }),
    },
    {
      done: without.length === 0,
      text: without.length === 0 ? t("sendable.proofs") : t("sendable.withoutProof", { clinics: without.join(", ") }),
    },
  ];
  return (
    <div className="progress">
      <p>
        <strong>{sendable.sendable ? t("sendable.yes") : t("sendable.no")}</strong>
      </p>
      <ul className="checks">
        {lines.map(({ done, text }) => (
          <li key={text} className={done ? "check-done" : "check-open"}>
            <Icon name={done ? "check" : "ring"} size={14} />
            <span>
              {text} <span className="sr-only">({done ? t("sendable.met") : t("sendable.notMet")})</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t("sendable.offersKept", { needed: sendable.completeOffersNeeded })}</p>
      {sendable.outOfReach && <p className="mark mark-warn">{t("sendable.outOfReach")}</p>}
    </div>
  );
}
