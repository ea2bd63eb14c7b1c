import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CaseView } from "../../../domain/case/view.ts";
import { fundPlaceQuery } from "../../api/funds.ts";
import { sessionQuery } from "../../api/queries.ts";
import { monthText } from "../../forms/moh/MonthField.tsx";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { seesFunds } from "../../shell/abilities.ts";

/** In a file that waits for funds: its place this month, and what it follows from that is not known. */
export function FundPlace({ view: { caseId, version } }: { view: CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { data } = useQuery({ ...fundPlaceQuery(caseId, version), throwOnError: false });
  if (data?.place === undefined || data.of === undefined) return null;
  const { month, place, of, missing } = data;
  return (
    <div className="progress">
      <p>
        <strong>{t("funds.inFile", { place, of, month: monthText(month, language) })}</strong>
      </p>
      {missing.length > 0 && (
        <ul>
          {missing.map((what) => (
            <li key={what}>{t(`funds.inFile.missing.${what}`)}</li>
          ))}
        </ul>
      )}
      {session != null && seesFunds(session) && (
        <p>
          <Link to="/fonduri" search={{ luna: month }}>
            {t("funds.inFile.page")}
          </Link>
        </p>
      )}
    </div>
  );
}
