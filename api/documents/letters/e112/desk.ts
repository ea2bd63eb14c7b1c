/** The letters of the E112 route, by their names. */
import type { E112CaseView } from "../../../../domain/case/view.ts";
import type { CaseState } from "../../../../domain/case/state.ts";
import type { LetterDesk } from "../desk.ts";

export const e112Letters: LetterDesk<E112CaseView, CaseState, "cas"> = {
  houses: ["cas"],
  filing: "openFile",
  makers: {},
  receipt() {
    throw new RangeError("there are no files of this process");
  },
  clinicsOf: () => [],
};
