/** What the notice tells the patient: the contents of the rejection as registered. Nothing to fill in. */
import { useT } from "../../i18n/language.tsx";
import type { SpecialProps } from "../describe.ts";
import { textAt } from "../values.ts";

const CONTENTS = [
  ["causes", "field.causes"],
  ["medicalConduct", "field.medicalConduct"],
  ["recommendedUnitInRomania", "field.recommendedUnit"],
] as const;

export function RejectionContents({ view }: SpecialProps) {
  const t = useT();
  const contents = CONTENTS.filter(([name]) => textAt(view.decision ?? {}, name) !== "");
  if (contents.length === 0) return null;
  return (
    <dl className="facts">
      {contents.map(([name, label]) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd className="pre">{textAt(view.decision ?? {}, name)}</dd>
        </div>
      ))}
    </dl>
  );
}
