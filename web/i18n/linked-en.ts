import type { linkedRo } from "./linked-ro.ts";

/** The texts of a file that goes on as another one, in English. */
export const linkedEn: Readonly<Record<keyof typeof linkedRo, string>> = {
  "linked.opening": "The case passed to the Ministry’s route: the file at {house} is being opened",
  "linked.opening.hint":
    "Its number appears here as soon as it is registered. If the directorate cannot be reached now, it is tried again until it can; there is nothing for you to do.",
  "linked.byItself": "It is done by itself; nobody has anything to record.",
  "linked.goesOn": "The case goes on by the Ministry’s route, at {house}",
  "linked.goesOn.number": "The file there has the number {number}. The directorate gives its access code.",
  "linked.cameFrom": "A file that came from {house}",
  "linked.cameFrom.number":
    "It goes on from the E112 file {number}; documents that came with it: {count}, under Dossier.",
  "linked.code": "Nobody has been given the access code: the applicant gets it here, on the receipt of registration.",
  "linked.receipt": "Receipt with the access code",
};
