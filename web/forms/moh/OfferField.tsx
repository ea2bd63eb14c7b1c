/** The clinic's offer, field by field as Annex 10 lists them. What the file already knows is filled in. */
import { Checkbox, Textarea, TextInput } from "@mantine/core";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { offerWarnings } from "../../../domain/moh/offer-sum.ts";
import { formatAmount } from "../../../domain/money/amounts.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { misshapen, toAmount } from "../check.ts";
import type { Problem, Problems, SpecialProps } from "../describe.ts";
import { getAt, setAt, textAt, type Values } from "../values.ts";
import { NO_FAX, OFFER_FIELDS, OFFER_GROUPS, type OfferFieldDefinition } from "./offer-fields.ts";

export function OfferField(props: SpecialProps) {
  const t = useT();
  const { values, path } = props;
  const complete = textAt(values, "kind") === "offer";

  return (
    <div className="offer-form">
      <p className="field-note">{complete ? t("offer.complete.hint") : t("offer.incomplete.hint")}</p>
      {OFFER_GROUPS.map((group) => (
        <fieldset key={group.title} className="group">
          <legend>{t(group.title)}</legend>
          <div className="group-fields">
            {group.fields.map((field) => (
              <OfferInput key={field.name} {...props} field={field} required={complete} />
            ))}
          </div>
        </fieldset>
      ))}
      <TotalWarning values={values} path={path} />
    </div>
  );
}

function OfferInput({
  field,
  required,
  values,
  path,
  errors,
  set,
}: SpecialProps & { field: OfferFieldDefinition; required: boolean }) {
  const t = useT();
  const at = `${path}.${field.name}`;
  const value = textAt(values, at);
  const common = {
    name: `recordClinicAnswer.${at}`,
    label: (
      <>
        {t(field.label)} <small className="label-rule">{field.rule}</small>
      </>
    ),
    error: errors[at],
    withAsterisk: required,
    "aria-required": required,
  };
  switch (field.kind) {
    case "check":
      return (
        <Checkbox
          name={common.name}
          label={common.label}
          error={common.error}
          checked={getAt(values, at) === true}
          onChange={(event) => set(at, event.currentTarget.checked)}
        />
      );
    case "date":
      return (
        <DateInput
          name={common.name}
          label={common.label}
          error={common.error}
          required={required}
          value={value}
          onChange={(date) => set(at, date)}
        />
      );
    case "long":
      return (
        <Textarea {...common} minRows={2} value={value} onChange={(event) => set(at, event.currentTarget.value)} />
      );
    default:
      return (
        <div>
          <TextInput
            {...common}
            {...(field.kind === "amount" ? { inputMode: "decimal" as const } : {})}
            {...(field.kind === "currency" ? { maxLength: 3, placeholder: "EUR" } : {})}
            value={field.name === "fax" && value === NO_FAX ? "" : value}
            disabled={field.name === "fax" && value === NO_FAX}
            onChange={(event) => set(at, event.currentTarget.value)}
          />
          {field.name === "fax" && (
            <Checkbox
              mt={6}
              size="xs"
              label={t("offer.noFax")}
              checked={value === NO_FAX}
              onChange={(event) => set(at, event.currentTarget.checked ? NO_FAX : "")}
            />
          )}
        </div>
      );
  }
}

/** A total that differs from the sum of its parts is told, and taken all the same (MOH-A28). */
function TotalWarning({ values, path }: { values: Values; path: string }) {
  const t = useT();
  const { language } = useLanguage();
  const [warning] = offerWarnings(amountsOf(values, path));
  if (warning === undefined) return null;
  const { sum, total, days } = warning;
  const said = { sum: formatAmount(sum, language), total: formatAmount(total, language) };
  return (
    <p className="field-note" role="status">
      {days === undefined ? t("offer.totalDiffers", said) : t("offer.totalWithDays", { ...said, count: days })}
    </p>
  );
}

/** The amounts as they will be sent. */
function amountsOf(values: Values, path: string): Record<string, string> {
  const amounts = OFFER_FIELDS.filter(({ kind }) => kind === "amount");
  return Object.fromEntries(amounts.map(({ name }) => [name, toAmount(textAt(values, `${path}.${name}`))]));
}

/** What is missing of a complete offer, and what is misshapen of any. */
export function checkOffer(values: Values, path: string): Problems {
  const complete = textAt(values, "kind") === "offer";
  const found: Record<string, Problem> = {};
  for (const { name, kind, label } of OFFER_FIELDS) {
    const at = `${path}.${name}`;
    const text = textAt(values, at).trim();
    const isEmpty = kind === "check" ? getAt(values, at) !== true : text === "";
    const empty = kind === "check" ? "offer.error.notOfficial" : "form.error.required";
    const message = isEmpty ? (complete ? empty : undefined) : misshapen(kind, text);
    if (message !== undefined) found[at] = { message, label };
  }
  return found;
}

/** The offer as it is sent: exact amounts, the currency in capitals. */
export function offerToSend(offer: Values): Values {
  return Object.fromEntries(
    OFFER_FIELDS.flatMap(({ name, kind }) => {
      const value = offer[name];
      if (value === undefined) return [];
      if (kind === "amount") return [[name, toAmount(textAt(offer, name))]];
      return [[name, kind === "currency" ? textAt(offer, name).toUpperCase() : value]];
    }),
  );
}

/**
 * Fills in what the file already knows when a clinic and a complete offer are chosen: the clinic's earlier, incomplete
 * offer, and the names of clinic and patient. What an incomplete offer lacks stays empty.
 */
export function fillInOffer(values: Values, view: MohCaseView): Values {
  const clinic = view.clinics.find(({ id }) => id === textAt(values, "clinic"));
  if (clinic === undefined || textAt(values, "kind") !== "offer") return values;
  const { surname = "", givenName = "" } = view.subject.patient;
  const known = { clinicName: clinic.name, patientSurname: surname, patientGivenName: givenName, ...clinic.offer };
  const others = new Set(view.clinics.filter(({ id }) => id !== clinic.id).map(({ name }) => name));
  return Object.entries(known).reduce<Values>((filled, [name, value]) => {
    const isEmpty = textAt(filled, `offer.${name}`) === "" && getAt(filled, `offer.${name}`) !== true;
    const isOfAnother = name === "clinicName" && others.has(textAt(filled, "offer.clinicName"));
    return isEmpty || isOfAnother ? setAt(filled, `offer.${name}`, value) : filled;
  }, values);
}
