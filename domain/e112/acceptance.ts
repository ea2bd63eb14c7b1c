/** What the acceptance of the clinic contains, one by one (E112-29 to E112-34, E112-37). */
import type { PlainDate } from "../plain-date.ts";
import { contentsOf, type ContentDefinition, type ContentView } from "./contents.ts";

/** An acceptance as it was received: which contents it has; a scan may go on, the dossier asks for the original (E112-A6). */
export interface AcceptanceFacts {
  readonly form: "original" | "scan";
  readonly doctorSignature: boolean;
  readonly doctorStamp: boolean;
  readonly unitStamp: boolean;
  readonly doctorAgrees: boolean;
  readonly managementAgrees: boolean;
  readonly necessity: boolean;
  readonly travelSafe: boolean;
  readonly periodFrom?: PlainDate;
  readonly periodTo?: PlainDate;
  readonly estimatedCost?: { readonly amount: string; readonly currency: string };
}

export const ACCEPTANCE_CONTENTS = [
  {
    id: "doctorSignature",
    rule: "E112-29",
    title: { ro: "Semnătura medicului care preia cazul", en: "Signature of the doctor who takes over the case" },
    isIn: ({ doctorSignature }) => doctorSignature,
  },
  {
    id: "doctorStamp",
    rule: "E112-29",
    title: { ro: "Parafa medicului care preia cazul", en: "Stamp of the doctor who takes over the case" },
    isIn: ({ doctorStamp }) => doctorStamp,
  },
  {
    id: "unitStamp",
    rule: "E112-30",
    title: { ro: "Ștampila unității sanitare", en: "Stamp of the health unit" },
    isIn: ({ unitStamp }) => unitStamp,
  },
  {
    id: "doctorAgrees",
    rule: "E112-31",
    title: { ro: "Acordul medicului de a face tratamentul", en: "The doctor’s agreement to give the treatment" },
    isIn: ({ doctorAgrees }) => doctorAgrees,
  },
  {
    id: "managementAgrees",
    rule: "E112-31",
    title: { ro: "Acordul conducerii spitalului", en: "The hospital management’s agreement" },
    isIn: ({ managementAgrees }) => managementAgrees,
  },
  {
    id: "necessity",
    rule: "E112-32",
    title: { ro: "Necesitatea tratamentului", en: "The necessity of the treatment" },
    isIn: ({ necessity }) => necessity,
  },
  {
    id: "travelSafe",
    rule: "E112-33",
    title: {
      ro: "Deplasarea nu pune în pericol sănătatea și viața pacientului",
      en: "The journey does not endanger the patient’s health and life",
    },
    isIn: ({ travelSafe }) => travelSafe,
  },
  {
    id: "period",
    rule: "E112-34",
    title: { ro: "Perioada în care pacientul este programat", en: "The period for which the patient is scheduled" },
    isIn: ({ periodFrom, periodTo }) => periodFrom !== undefined && periodTo !== undefined,
  },
  {
    id: "estimatedCost",
    rule: "E112-37",
    title: { ro: "Costul estimativ al tratamentului", en: "The estimated cost of the treatment" },
    isIn: ({ estimatedCost }) => estimatedCost !== undefined,
  },
] as const satisfies readonly ContentDefinition<AcceptanceFacts>[];

/** The contents in the order of the guide; before one was received, none is there. */
export function acceptanceContents(acceptance: AcceptanceFacts | undefined): ContentView[] {
  return contentsOf<AcceptanceFacts>(ACCEPTANCE_CONTENTS, acceptance);
}
