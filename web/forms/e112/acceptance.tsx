/** The clinic's acceptance, content by content (E112-28 to E112-37). One that lacks something is recorded as well. */
import { Radio, Stack, TextInput } from "@mantine/core";
import { acceptanceContents, type AcceptanceFacts } from "../../../domain/e112/acceptance.ts";
import type { E112CaseView } from "../../../domain/case/view.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { useT } from "../../i18n/language.tsx";
import { misshapen, toAmount } from "../check.ts";
import type { FormDescription, Problem, Problems, SpecialProps } from "../describe.ts";
import { filledIn, getAt, textAt, type Values } from "../values.ts";
import { knownAcceptance } from "./known.ts";
import { PaperContents, type ContentLine } from "./PaperContents.tsx";
import { checkPeriod, PeriodInputs } from "./PeriodInputs.tsx";

const TICKED = [
  "doctorSignature",
  "doctorStamp",
  "unitStamp",
  "doctorAgrees",
  "managementAgrees",
  "necessity",
  "travelSafe",
] as const satisfies readonly (keyof AcceptanceFacts)[];

export const ACCEPTANCE_LINES: readonly ContentLine[] = [
  ...TICKED.map((id) => ({ id })),
  { id: "period", Inputs: AppointmentInputs },
  { id: "estimatedCost", Inputs: CostInputs },
];

/** What the last one of the same clinic had is proposed: a better one differs in little. */
export const recordAcceptance: FormDescription<E112CaseView> = {
  type: "recordAcceptance",
  initial: (view) => ({ acceptance: knownAcceptance(view) }),
  fields: [
    {
      kind: "special",
      path: "acceptance",
      label: "e112.acceptance",
      component: AcceptanceField,
      missing: checkAcceptance,
    },
  ],
  payload: ({ acceptance }) => ({ acceptance: acceptanceToSend((acceptance ?? {}) as Values) }),
};

function AcceptanceField(props: SpecialProps<E112CaseView>) {
  const t = useT();
  const { form, path, values, errors, set } = props;
  const at = `${path}.form`;
  return (
    <PaperContents
      {...props}
      title="e112.acceptance"
      hint="e112.acceptance.hint"
      lines={ACCEPTANCE_LINES}
      contents={acceptanceContents(acceptanceFacts(getAt(values, path)))}
    >
      <Radio.Group
        name={`${form}.${at}`}
        label={t("e112.acceptanceForm")}
        description={t("e112.acceptanceForm.hint")}
        withAsterisk
        error={errors[at]}
        value={textAt(values, at)}
        onChange={(chosen) => set(at, chosen)}
        mb="sm"
      >
        <Stack gap={6} mt={4}>
          <Radio value="original" label={t("e112.acceptanceForm.original")} />
          <Radio value="scan" label={t("e112.acceptanceForm.scan")} />
        </Stack>
      </Radio.Group>
    </PaperContents>
  );
}

function AppointmentInputs(props: SpecialProps<E112CaseView>) {
  const t = useT();
  return (
    <>
      <PeriodInputs {...props} />
      <p className="field-note paper-note">{t("e112.appointment.hint")}</p>
    </>
  );
}

function CostInputs({ form, path, values, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  const at = `${path}.estimatedCost`;
  return (
    <>
      <TextInput
        name={`${form}.${at}.amount`}
        label={t("field.sum")}
        inputMode="decimal"
        error={errors[`${at}.amount`] ?? errors[at]}
        value={textAt(values, `${at}.amount`)}
        onChange={(event) => set(`${at}.amount`, event.currentTarget.value)}
      />
      <TextInput
        name={`${form}.${at}.currency`}
        label={t("field.currency")}
        maxLength={3}
        autoCapitalize="characters"
        placeholder="EUR"
        error={errors[`${at}.currency`]}
        value={textAt(values, `${at}.currency`)}
        onChange={(event) => set(`${at}.currency`, event.currentTarget.value)}
      />
    </>
  );
}

/** What is typed so far, as the rules look at it. */
function acceptanceFacts(typed: unknown): AcceptanceFacts {
  const { periodFrom, periodTo } = (typed ?? {}) as Values;
  const [amount, currency] = [textAt(typed, "estimatedCost.amount"), textAt(typed, "estimatedCost.currency")];
  return {
    form: textAt(typed, "form") === "original" ? "original" : "scan",
    ...(Object.fromEntries(TICKED.map((id) => [id, getAt(typed, id) === true])) as Record<
      (typeof TICKED)[number],
      boolean
    >),
    ...(isPlainDate(periodFrom) ? { periodFrom } : {}),
    ...(isPlainDate(periodTo) ? { periodTo } : {}),
    ...(amount.trim() === "" || currency.trim() === "" ? {} : { estimatedCost: { amount, currency } }),
  };
}

function checkAcceptance(values: Values, path: string): Problems {
  const found: Record<string, Problem> = { ...checkPeriod(values, path) };
  if (textAt(values, `${path}.form`) === "") {
    found[`${path}.form`] = { message: "form.error.required", label: "e112.acceptanceForm" };
  }
  return { ...found, ...checkCost(values, `${path}.estimatedCost`) };
}

/** A sum stands with its currency, a currency with its sum. */
function checkCost(values: Values, at: string): Problems {
  const [amount, currency] = [textAt(values, `${at}.amount`).trim(), textAt(values, `${at}.currency`).trim()];
  if (amount === "" && currency === "") return {};
  const found: Record<string, Problem> = {};
  const wrongAmount = amount === "" ? "form.error.required" : misshapen("amount", amount);
  const wrongCurrency = currency === "" ? "form.error.required" : misshapen("currency", currency);
  if (wrongAmount !== undefined) found[`${at}.amount`] = { message: wrongAmount, label: "field.sum" };
  if (wrongCurrency !== undefined) found[`${at}.currency`] = { message: wrongCurrency, label: "field.currency" };
  return found;
}

/** What is not ticked is not there; the cost as an exact amount. */
function acceptanceToSend(typed: Values): Values {
  const { estimatedCost, ...rest } = typed;
  const cost = filledIn({
    amount: toAmount(textAt(estimatedCost, "amount")),
    currency: textAt(estimatedCost, "currency").trim().toUpperCase(),
  });
  return {
    ...Object.fromEntries(TICKED.map((id) => [id, false])),
    ...rest,
    ...(Object.keys(cost).length === 0 ? {} : { estimatedCost: cost }),
  };
}
