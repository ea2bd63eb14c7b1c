/** The reasons of a choice among offers, with what asks for them: a cheaper offer, an earlier admission. */
import { Textarea } from "@mantine/core";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { betterThan, type BetterOffers } from "../../../domain/moh/compare-offers.ts";
import { useT } from "../../i18n/language.tsx";
import type { MessageKey } from "../../i18n/ro.ts";
import type { Problems, SpecialProps } from "../describe.ts";
import { getAt, setAt, textAt, type Values } from "../values.ts";

interface Choice {
  readonly type: "sendToMinistry" | "decideAtMinistry";
  /** Where the chosen clinic stands. */
  readonly clinic: string;
  readonly label: MessageKey;
  readonly hint?: MessageKey;
}

export function ProposalReasons(props: SpecialProps) {
  return (
    <Reasons {...props} choice={{ type: "sendToMinistry", clinic: "proposedClinic", label: "field.proposalReasons" }} />
  );
}

export function SelectionReasons(props: SpecialProps) {
  const choice = {
    type: "decideAtMinistry",
    clinic: "clinic",
    label: "field.choiceReasons",
    hint: "field.choiceReasons.hint",
  } as const;
  return <Reasons {...props} choice={choice} />;
}

function Reasons({ path, values, view, errors, set, choice }: SpecialProps & { choice: Choice }) {
  const t = useT();
  const better = betterThan(textAt(values, choice.clinic), view.comparison);
  const required = choice.type === "sendToMinistry" && better !== undefined;
  return (
    <>
      {better !== undefined && <Better better={better} view={view} />}
      <Textarea
        name={`${choice.type}.${path}`}
        label={t(choice.label)}
        description={choice.hint === undefined ? undefined : t(choice.hint)}
        error={errors[path]}
        withAsterisk={required}
        aria-required={required}
        value={textAt(values, path)}
        onChange={(event) => set(path, event.currentTarget.value)}
      />
    </>
  );
}

function Better({ better: { cheaper, earlier }, view }: { better: BetterOffers; view: MohCaseView }) {
  const t = useT();
  const named = (ids: readonly string[]) =>
    view.clinics
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  return (
    <div className="field-note better" role="status">
      {cheaper.length > 0 && <p>{t("offers.better.cheaper", { clinics: named(cheaper) })}</p>}
      {earlier.length > 0 && <p>{t("offers.better.earlier", { clinics: named(earlier) })}</p>}
    </div>
  );
}

/** Beside what is typed: whether the proposal asks for reasons. It is not sent. */
const NEEDED = "reasonsNeeded";

/** Keeps in mind, when a clinic is proposed, whether another one is cheaper or earlier. */
export function withNeed(values: Values, changed: string, view: MohCaseView): Values {
  if (changed !== "proposedClinic") return values;
  return setAt(values, NEEDED, betterThan(textAt(values, "proposedClinic"), view.comparison) !== undefined);
}

export function missingReasons(values: Values, path: string): Problems {
  return getAt(values, NEEDED) === true && textAt(values, path).trim() === ""
    ? { [path]: { message: "form.error.required", label: "field.proposalReasons" } }
    : {};
}
