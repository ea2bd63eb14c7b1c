import type { ClinicView } from "../../../domain/case/view.ts";
import type { FormDescription } from "../describe.ts";
import { textAt, type Values } from "../values.ts";
import { RequestWindowNote } from "./RequestWindowNote.tsx";
import { checkOffer, fillInOffer, OfferField, offerToSend } from "./OfferField.tsx";

export const signUndertaking: FormDescription = {
  type: "signUndertaking",
  fields: [
    {
      kind: "choice",
      path: "signedBy",
      label: "field.signedBy",
      required: true,
      rule: "MOH-34",
      options: [
        { value: "patient", label: "filer.patient" },
        { value: "legalRepresentative", label: "filer.legalRepresentative" },
        { value: "carer", label: "filer.carer" },
      ],
    },
    { kind: "clinics", path: "clinics", label: "field.undertakingClinics", hint: "field.undertakingClinics.hint" },
  ],
};

export const sendClinicRequest: FormDescription = {
  type: "sendClinicRequest",
  initial: () => ({ by: "DSP" }),
  fields: [
    {
      kind: "clinic",
      path: "clinic",
      label: "field.clinic",
      hint: "field.clinic.notAsked",
      required: true,
      which: ({ askedOn }) => askedOn === undefined,
    },
    {
      kind: "choice",
      path: "by",
      label: "field.by",
      rule: "MOH-37",
      options: [
        { value: "DSP", label: "by.DSP" },
        { value: "patientSide", label: "by.patientSide" },
      ],
    },
    { kind: "special", path: "clinic", label: "field.clinic", component: RequestWindowNote },
    { kind: "text", path: "evidence", label: "field.evidence", hint: "field.evidence.hint", rule: "MOH-66" },
    { kind: "text", path: "translations", label: "field.translations", rule: "MOH-38" },
  ],
};

const withOffer = (values: Values): boolean => ["offer", "incomplete-offer"].includes(textAt(values, "kind"));

export const recordClinicAnswer: FormDescription = {
  type: "recordClinicAnswer",
  derive: (values, changed, view) => (changed === "clinic" || changed === "kind" ? fillInOffer(values, view) : values),
  fields: [
    {
      kind: "clinic",
      path: "clinic",
      label: "field.clinic",
      hint: "field.clinic.asked",
      required: true,
      which: isAsked,
    },
    {
      kind: "choice",
      path: "kind",
      label: "field.answerKind",
      required: true,
      rule: "MOH-65",
      options: [
        { value: "offer", label: "answer.offer" },
        { value: "incomplete-offer", label: "answer.incomplete-offer" },
        { value: "refusal", label: "answer.refusal" },
      ],
    },
    {
      kind: "special",
      path: "offer",
      label: "field.offer",
      component: OfferField,
      missing: checkOffer,
      when: withOffer,
    },
    { kind: "long", path: "note", label: "field.note" },
  ],
  payload: ({ offer, ...rest }) => {
    if (!["offer", "incomplete-offer"].includes(textAt(rest, "kind"))) return rest;
    return { ...rest, offer: offerToSend((offer ?? {}) as Values) };
  },
};

export const presentCorrespondence: FormDescription = {
  type: "presentCorrespondence",
  fields: [{ kind: "clinics", path: "clinics", label: "field.presentedClinics", hint: "field.presentedClinics.hint" }],
};

function isAsked({ askedOn }: ClinicView): boolean {
  return askedOn !== undefined;
}
