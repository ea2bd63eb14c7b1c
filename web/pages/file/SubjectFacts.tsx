import type { CaseView } from "../../../domain/case/view.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { COUNTIES, type County } from "../../../domain/people/counties.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useT } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { ContactCorrection } from "./ContactCorrection.tsx";

const PATIENT = [
  "surname",
  "givenName",
  "surnameAtBirth",
  "birthDate",
  "cnp",
  "domicileCounty",
  "residenceCounty",
  "address",
  "phone",
  "email",
  "diagnosis",
];
const FILER = ["role", "kinshipDegree", "surname", "givenName", "isParent", "phone", "email"];

/** Patient and filer, as entered. */
export function SubjectFacts({ view }: { view: CaseView }) {
  const t = useT();
  const { patient, filer } = view.subject;
  return (
    <div className="subject">
      <section aria-labelledby="subject-patient">
        <h2 id="subject-patient">{t("subject.patient")}</h2>
        <Facts names={PATIENT} values={patient} />
      </section>
      <section aria-labelledby="subject-filer">
        <h2 id="subject-filer">{t("subject.filer")}</h2>
        <Facts names={FILER} values={filer} />
        <ContactCorrection view={view} />
      </section>
    </div>
  );
}

function Facts({
  names,
  values,
}: {
  names: readonly string[];
  values: Readonly<Record<string, string | number | boolean>>;
}) {
  const t = useT();
  const shown = names.filter((name) => values[name] !== undefined && values[name] !== "" && values[name] !== false);
  function valueText(name: string): string {
    const value = values[name];
    if (value === true) return t("yes");
    if (name === "role") {
      const key = `filer.${String(value)}`;
      return Object.hasOwn(ro, key) ? t(key as MessageKey) : String(value);
    }
    if (name.endsWith("County")) return COUNTIES[String(value) as County] ?? String(value);
    return isPlainDate(value) ? formatDate(value) : String(value);
  }
  return (
    <dl className="facts">
      {shown.map((name) => {
        const key = `person.${name}`;
        return (
          <div key={name}>
            <dt>{Object.hasOwn(ro, key) ? t(key as MessageKey) : name}</dt>
            <dd>{valueText(name)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
