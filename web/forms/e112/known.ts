/** What an E112 file already knows, as its acts say it: proposed in the forms, so that nothing is typed twice. */
import type { E112CaseView, TimelineEntry } from "../../../domain/case/view.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { FormView } from "../../../domain/e112/forms.ts";
import type { InvoiceView } from "../../../domain/e112/settlement.ts";
import { getAt, textAt, type Values } from "../values.ts";

/** The acts of the file of these types, in their order. */
export function actsOf({ timeline }: E112CaseView, ...types: readonly E112CommandType[]): TimelineEntry[] {
  return timeline
    .filter(({ kind, type }) => kind === "act" && types.some((wanted) => wanted === type))
    .toSorted((a, b) => a.seq - b.seq);
}

/** What the last act of this type said; nothing before there was one. */
export function lastSaid(view: E112CaseView, type: E112CommandType): Values {
  return actsOf(view, type).at(-1)?.payload ?? {};
}

/** The last clinic refused: the request goes to another one. */
export function isRefused(view: E112CaseView): boolean {
  return actsOf(view, "sendRequestToClinic", "recordClinicRefusal").at(-1)?.type === "recordClinicRefusal";
}

/** What the request to the present clinic said; nothing before it was sent. */
export function knownRequest(view: E112CaseView): Values {
  const last = actsOf(view, "sendRequestToClinic", "recordClinicRefusal").at(-1);
  return last?.type === "sendRequestToClinic" ? (last.payload ?? {}) : {};
}

/** The acceptance of the present clinic, as it was recorded last. */
export function knownAcceptance(view: E112CaseView): Values {
  const acts = actsOf(view, "openFile", "sendRequestToClinic", "recordClinicRefusal", "recordAcceptance");
  const last = acts.findLast(
    ({ type, payload }) => type !== "sendRequestToClinic" || payload?.["clinic"] !== undefined,
  );
  const said = last?.type === "recordAcceptance" ? getAt(last.payload, "acceptance") : undefined;
  return (said ?? {}) as Values;
}

/** The day on which the patient left, as it stands after corrections. */
export function departedOn(view: E112CaseView): string | undefined {
  return actsOf(view, "recordDeparture").at(-1)?.dates?.["departedOn"];
}

/** Surname and given name of who applies. */
export function applicantName({ subject: { patient, filer } }: E112CaseView): string {
  const person = filer["role"] === "patient" ? patient : filer;
  return [textAt(person, "surname"), textAt(person, "givenName")].join(" ").trim();
}

/** The form that holds. */
export function validForm({ e112 }: E112CaseView): FormView | undefined {
  return e112.forms.find(({ state }) => state === "valid");
}

/** The invoices that came and are not settled. */
export function openInvoices({ e112 }: E112CaseView): InvoiceView[] {
  return e112.invoices.filter(({ state }) => state === "received");
}
