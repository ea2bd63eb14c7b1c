/** What the house does with a registered application: number, insured status, the conditions, refusal or the other way (E112-59 to E112-78). */
import type { E112CaseView } from "../../../domain/case/view.ts";
import { useT, useText } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";
import { RuleChip } from "../../parts/RuleNote.tsx";
import type { FormDescription, SpecialProps } from "../describe.ts";
import type { Values } from "../values.ts";
import { lastSaid } from "./known.ts";

type Form = FormDescription<E112CaseView>;

export const registerApplication: Form = {
  type: "registerApplication",
  initial: () => ({ registry: "CAS" }),
  fields: [
    {
      kind: "choice",
      path: "registry",
      label: "e112.registry",
      hint: "e112.registry.hint",
      required: true,
      rule: "E112-61",
      options: [
        { value: "CAS", label: "e112.registry.CAS" },
        { value: "CNAS", label: "e112.registry.CNAS" },
      ],
    },
  ],
};

/** Of whom the status is asked, beside what is typed: it is not sent. */
const isAdult = (values: Values): boolean => values["of"] === "adult";
const isChild = (values: Values): boolean => !isAdult(values);
const asksSecond = (values: Values): boolean => values["of"] === "parents";
/** One parent alone is insured: a person decides, and says why (E112-A11). */
const isUndecided = (values: Values): boolean =>
  asksSecond(values) &&
  typeof values["parent1Insured"] === "boolean" &&
  typeof values["parent2Insured"] === "boolean" &&
  values["parent1Insured"] !== values["parent2Insured"];

export const checkInsuredStatus: Form = {
  type: "checkInsuredStatus",
  initial: ({ subject, e112 }) => ({
    of: subject.minor ? (e112.waiver === undefined ? "parents" : "parent") : "adult",
  }),
  fields: [
    { kind: "answer", path: "insured", label: "e112.insured", required: true, rule: "E112-77", when: isAdult },
    {
      kind: "answer",
      path: "parent1Insured",
      label: "e112.parent1Insured",
      required: true,
      rule: "E112-73",
      when: isChild,
    },
    {
      kind: "answer",
      path: "parent2Insured",
      label: "e112.parent2Insured",
      required: true,
      rule: "E112-73",
      when: asksSecond,
    },
    {
      kind: "answer",
      path: "insured",
      label: "e112.childInsured",
      hint: "e112.childInsured.hint",
      required: true,
      rule: "E112-77",
      when: isUndecided,
    },
    {
      kind: "long",
      path: "reason",
      label: "e112.insuredReason",
      required: true,
      when: (values) => isUndecided(values),
    },
    { kind: "long", path: "reason", label: "field.note", when: (values) => !isUndecided(values) },
  ],
};

/** What follows from the country is proposed; what the patient said of contract and package too; the time is for the house to judge. */
export const analyseConditions: Form = {
  type: "analyseConditions",
  initial(view) {
    const { clinic } = view.e112;
    const contract = clinic?.publicInsuranceContract;
    const inBasicPackage = lastSaid(view, "openFile")["inBasicPackage"];
    return {
      ...(clinic === undefined ? {} : { clinicInEu: clinic.onRoute }),
      ...(typeof contract === "boolean" ? { clinicContracted: contract } : {}),
      ...(typeof inBasicPackage === "boolean" ? { inBasicPackage } : {}),
      ...lastSaid(view, "analyseConditions"),
    };
  },
  fields: [
    { kind: "answer", path: "clinicInEu", label: "e112.clinicInEu", required: true, rule: "E112-02" },
    { kind: "answer", path: "clinicContracted", label: "e112.clinicContracted", required: true, rule: "E112-03" },
    { kind: "answer", path: "inBasicPackage", label: "e112.inBasicPackage", required: true, rule: "E112-07" },
    {
      kind: "answer",
      path: "notTimelyInRomania",
      label: "e112.notTimely",
      hint: "e112.notTimely.hint",
      required: true,
      rule: "E112-08",
    },
    { kind: "long", path: "found", label: "e112.found", hint: "e112.found.hint" },
  ],
};

/** The grounds are the file's own: they stand above what is typed. */
export const refuseApplication: Form = {
  type: "refuseApplication",
  fields: [
    { kind: "special", path: "conditions", label: "e112.failing", component: FailingConditions },
    { kind: "long", path: "reason", label: "e112.refusalReason", hint: "e112.refusalReason.hint", required: true },
  ],
};

export const communicateRefusal: Form = {
  type: "communicateRefusal",
  fields: [
    {
      kind: "select",
      path: "how",
      label: "e112.how",
      options: (["post", "email", "in-person", "phone"] as const).map((how) => ({
        value: how,
        label: `channel.${how}` as const,
      })),
    },
  ],
};

/** The Ministry's way stayed open after the refusal, and is not asked for. */
export const closeRefusedFile: Form = {
  type: "closeRefusedFile",
  fields: [{ kind: "long", path: "reason", label: "field.note" }],
};

export const moveToMinistryRoute: Form = {
  type: "moveToMinistryRoute",
  fields: [
    { kind: "special", path: "conditions", label: "e112.failing", component: FailingConditions },
    { kind: "long", path: "reason", label: "field.reason", hint: "e112.move.hint" },
  ],
};

/** The conditions that fail, each with its rule. */
function FailingConditions({ view }: SpecialProps<E112CaseView>) {
  const t = useT();
  const text = useText();
  const failing = view.e112.conditions.filter(({ met }) => met === false);
  if (failing.length === 0) return null;
  return (
    <div className="failing">
      <p>{t("e112.failing")}</p>
      <ul>
        {failing.map(({ id, rule, title }) => (
          <li key={id}>
            <Icon name="cross" size={12} /> {text(title)} <RuleChip id={rule} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export const passOnResidenceTransfer: Form = {
  type: "passOnResidenceTransfer",
  fields: [
    { kind: "text", path: "to", label: "e112.passedTo", hint: "e112.passedTo.hint", required: true, rule: "E112-86" },
  ],
};

export const recordDeath: Form = {
  type: "recordDeath",
  fields: [
    { kind: "date", path: "diedOn", label: "field.diedOn", required: true },
    { kind: "long", path: "note", label: "field.note" },
  ],
};
