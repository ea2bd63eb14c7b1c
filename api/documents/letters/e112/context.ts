/** What the letters of the E112 route are made from, and how they name people. */
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { E112State } from "../../../../domain/e112/facts.ts";
import type { PlainDate } from "../../../../domain/plain-date.ts";
import type { Place } from "../blocks.ts";
import { addresseeOf, type LetterContext } from "../context.ts";
import { letterDate } from "../format.ts";

export type E112Context = LetterContext<E112CaseView, E112State, "cas">;

/** In which capacity somebody else than the patient applies; undefined for the patient. */
export function applicantCapacity({ subject }: E112CaseView): string | undefined {
  switch (subject.filer["role"]) {
    case "parent":
      return "părinte";
    case "guardian":
      return "tutore";
    case "otherPerson":
      return "mandatar, în numele pacientului";
    default:
      return undefined;
  }
}

export function addressee(file: E112CaseView): string[] {
  return addresseeOf(file, applicantCapacity(file));
}

/** Who signs for the house. */
export function ofHouse({ person }: Pick<E112Context, "person">): Place[] {
  return [
    { who: "Președinte – director general", name: null, note: "semnătura și ștampila" },
    { who: "Întocmit", name: person, note: "semnătura" },
  ];
}

/** `01.06.2026 – 30.06.2026`; undefined while neither end is known. */
export function periodText(from: PlainDate | undefined, to: PlainDate | undefined): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  return [from, to].map((date) => (date === undefined ? "…" : letterDate(date, "ro"))).join(" – ");
}
