/** The clinics side by side: how the correspondence stands, and the data of Annex 10 row by row. */
import type { CaseView, ClinicView } from "../../../domain/case/view.ts";
import { formatAmount } from "../../../domain/money/amounts.ts";
import { NO_FAX, OFFER_GROUPS, type OfferFieldDefinition } from "../../forms/moh/offer-fields.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { countryName } from "../../parts/countries.ts";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import { Empty } from "../../parts/states.tsx";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { ClinicRounds } from "./ClinicRounds.tsx";
import { ClinicStatusRows } from "./ClinicStatusRows.tsx";
import { SendableSummary } from "./SendableSummary.tsx";
import { differsFromFile } from "./compare-offers.ts";

/** While one of these steps is open, it matters what is still needed. */
const CORRESPONDENCE: ReadonlySet<string> = new Set(["correspond-with-clinics", "send-to-ministry"]);

export function ClinicsTab({ view }: { view: CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { clinics } = view;
  if (clinics.length === 0) return <Empty>{t("clinics.none")}</Empty>;
  const currencies = new Set(
    clinics.flatMap(({ offer }) => (typeof offer?.["currency"] === "string" ? [offer["currency"]] : [])),
  );
  return (
    <>
      <ClinicRounds view={view} />
      {view.steps.some(({ step }) => CORRESPONDENCE.has(step)) && <SendableSummary view={view} />}
      {currencies.size > 1 && (
        <p className="mark mark-warn">{t("clinics.currencies", { currencies: [...currencies].join(", ") })}</p>
      )}
      {/* A wide table scrolls by itself; it takes the focus so that the keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="scroll" tabIndex={0} role="region" aria-label={t("clinics.compare")}>
        <table className="compare">
          <caption className="sr-only">{t("clinics.compare")}</caption>
          <thead>
            <tr>
              <td />
              {clinics.map((clinic) => (
                <th key={clinic.id} scope="col">
                  {clinic.name}
                  <span className="cell-note">
                    {clinic.city === undefined ? "" : `${clinic.city}, `}
                    {countryName(clinic.country, language)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <ClinicStatusRows clinics={clinics} />
          {OFFER_GROUPS.map((group) => (
            <tbody key={group.title}>
              <tr className="group-row">
                <th colSpan={clinics.length + 1} scope="colgroup">
                  {t(group.title)}
                </th>
              </tr>
              {group.fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">
                    {t(field.label)} <RuleChip id={field.rule} />
                  </th>
                  {clinics.map((clinic) => (
                    <OfferCell key={clinic.id} clinic={clinic} field={field} view={view} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

function OfferCell({ clinic, field, view }: { clinic: ClinicView; field: OfferFieldDefinition; view: CaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const { offer } = clinic;
  if (offer === undefined) return <td className="quiet">–</td>;
  const value = offer[field.name];
  const isMissing = value === undefined || value === "" || value === false;
  if (isMissing) {
    return (
      <td>
        <span className="mark mark-missing">
          <Icon name="cross" size={12} /> {t("clinics.missing")}
        </span>
      </td>
    );
  }
  const differs = differsFromFile(field.name, value, clinic, view);
  return (
    <td className={field.kind === "amount" ? "amount" : ""}>
      <OfferValue field={field} value={value} />
      {differs !== undefined && (
        <span className="mark mark-warn">
          <Icon name="warning" size={12} /> {t("clinics.differs", { known: differs })}
        </span>
      )}
      {field.name === "costTotal" &&
        clinic.offerWarnings.map(({ sum }) => (
          <span key={sum} className="mark mark-warn">
            <Icon name="warning" size={12} /> {t("clinics.totalDiffers", { sum: formatAmount(sum, language) })}
          </span>
        ))}
    </td>
  );
}

function OfferValue({ field, value }: { field: OfferFieldDefinition; value: string | boolean }) {
  const t = useT();
  const { language } = useLanguage();
  if (value === true) return t("yes");
  if (field.name === "fax" && value === NO_FAX) return t("offer.noFax");
  if (field.kind === "amount") return formatAmount(String(value), language);
  return isPlainDate(value) ? formatDate(value) : <span className="pre">{value}</span>;
}
