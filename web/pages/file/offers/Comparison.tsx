/** Clinics and offers side by side: all of them in a table, or on a narrow screen one against another. */
import "./offers.css";
import { Checkbox, NativeSelect } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT } from "../../../i18n/language.tsx";
import { countryName } from "../../../parts/countries.ts";
import { Icon } from "../../../parts/icons.tsx";
import { RuleChip } from "../../../parts/RuleNote.tsx";
import { ChooseClinic } from "./ChooseClinic.tsx";
import { comparisonRows, onlyDifferences, type Row, type RowGroup } from "./rows.tsx";

const NARROW = "(max-width: 48em)";
/** What the address says where only the differences are shown. */
const DIFFERENCES = "diferite";

export function Comparison({ view }: { view: MohCaseView }) {
  const t = useT();
  const { doar } = useSearch({ from: "/inside/dosare/$caseId" });
  const navigate = useNavigate({ from: "/dosare/$caseId" });
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const { comparison, clinics } = view;
  const all = comparisonRows(view);
  const groups = comparison !== undefined && doar === DIFFERENCES ? onlyDifferences(all, comparison) : all;
  return (
    <div className="compare-sheet">
      <Notes view={view} />
      {comparison !== undefined && comparison.offers.length > 1 && (
        <Checkbox
          className="no-print compare-only"
          label={t("offers.onlyDifferences")}
          checked={doar === DIFFERENCES}
          onChange={(event) => {
            const wanted = event.currentTarget.checked ? DIFFERENCES : undefined;
            void navigate({ search: (before) => ({ ...before, doar: wanted }), replace: true, resetScroll: false });
          }}
        />
      )}
      {narrow && clinics.length > 1 ? (
        <OneAgainstAnother view={view} groups={groups} />
      ) : (
        <WholeTable view={view} groups={groups} />
      )}
    </div>
  );
}

/** By which day's rates the sums stand in lei, and what is not known. */
function Notes({ view: { comparison } }: { view: MohCaseView }) {
  const t = useT();
  if (comparison === undefined) return null;
  const { on, withoutRate, cheapest, offers } = comparison;
  const complete = offers.filter((offer) => offer.complete).length;
  return (
    <>
      <p className="compare-note">{t("offers.ratesOf", { date: formatDate(on) })}</p>
      {withoutRate.length > 0 && (
        <p className="mark mark-warn">
          <Icon name="warning" size={12} />{" "}
          {t(complete > 1 && cheapest.length === 0 ? "offers.cheapestUnknown" : "offers.withoutRate", {
            currencies: withoutRate.join(", "),
          })}
        </p>
      )}
    </>
  );
}

interface TableProps {
  readonly view: MohCaseView;
  readonly groups: readonly RowGroup[];
}

function WholeTable({ view, groups }: TableProps) {
  const t = useT();
  const { clinics } = view;
  return (
    // A wide table scrolls by itself; it takes the focus so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0} role="region" aria-label={t("clinics.compare")}>
      <table className="compare">
        <caption className="sr-only">{t("clinics.compare")}</caption>
        <thead>
          <tr>
            <td />
            {clinics.map((clinic) => (
              <th key={clinic.id} scope="col">
                <ClinicHead clinic={clinic} view={view} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            {title !== undefined && (
              <tr className="group-row">
                <th colSpan={clinics.length + 1} scope="colgroup">
                  {t(title)}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.key} className={row.differs === true ? "row-differs" : ""}>
                <th scope="row">
                  <RowLabel row={row} />
                </th>
                {clinics.map((clinic) => (
                  <td key={clinic.id} className={row.amount === true ? "amount" : ""}>
                    {row.cell(clinic)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ClinicHead({ clinic, view }: { clinic: ClinicView; view: MohCaseView }) {
  const { language } = useLanguage();
  return (
    <>
      {clinic.name}
      <span className="cell-note">
        {clinic.city === undefined ? "" : `${clinic.city}, `}
        {countryName(clinic.country, language)}
      </span>
      <ChooseClinic clinic={clinic} view={view} />
    </>
  );
}

function RowLabel({ row: { label, rule, differs } }: { row: Row }) {
  const t = useT();
  return (
    <>
      {t(label)} {rule !== undefined && <RuleChip id={rule} />}
      {differs === true && <span className="mark mark-differs">≠ {t("offers.differs")}</span>}
    </>
  );
}

/** Two clinics at a time, each value under its name; which two is chosen above. */
function OneAgainstAnother({ view, groups }: TableProps) {
  const t = useT();
  const { clinics } = view;
  const [first = "", second = ""] = startWith(view);
  const [chosen, setChosen] = useState<readonly [string, string]>([first, second]);
  const shown = chosen.flatMap((id) => clinics.find((clinic) => clinic.id === id) ?? []);
  return (
    <>
      <div className="compare-choice no-print">
        {chosen.map((id, place) => (
          <NativeSelect
            key={place === 0 ? "first" : "second"}
            label={t(place === 0 ? "offers.first" : "offers.second")}
            value={id}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              const other = chosen[1 - place] ?? "";
              // The one that is wanted on both sides changes places with the other.
              const kept = other === wanted ? id : other;
              setChosen(place === 0 ? [wanted, kept] : [kept, wanted]);
            }}
          >
            {clinics.map((clinic) => (
              <option key={clinic.id} value={clinic.id}>
                {clinic.name}
              </option>
            ))}
          </NativeSelect>
        ))}
      </div>
      <table className="compare compare-pair">
        <caption className="sr-only">{t("clinics.compare")}</caption>
        <thead>
          <tr>
            {shown.map((clinic) => (
              <th key={clinic.id} scope="col">
                <ClinicHead clinic={clinic} view={view} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.flatMap(({ key, rows }) =>
          rows.map((row) => (
            <tbody key={`${key} ${row.key}`} className={row.differs === true ? "row-differs" : ""}>
              <tr className="pair-label">
                <th colSpan={shown.length} scope="rowgroup">
                  <RowLabel row={row} />
                </th>
              </tr>
              <tr>
                {shown.map((clinic) => (
                  <td key={clinic.id}>{row.cell(clinic)}</td>
                ))}
              </tr>
            </tbody>
          )),
        )}
      </table>
    </>
  );
}

/** The cheapest first, then another offer; then the clinics as they come. */
function startWith({ clinics, comparison }: MohCaseView): string[] {
  const offering = comparison?.offers.map(({ clinic }) => clinic) ?? [];
  return [...new Set([...(comparison?.cheapest ?? []), ...offering, ...clinics.map(({ id }) => id)])];
}
