/** Why a message could not leave, as the record keeps it. What a mail server said stays in its own words. */
import type { Text } from "../case/commands.ts";

/** Nobody in the institution has the part that the message was for. */
export const NOBODY = "nobody has this part in the institution";
/** The person or the file has no address. */
export const NO_ADDRESS = "no address to send to";

const WORDS: Readonly<Record<string, Text>> = {
  [NOBODY]: {
    ro: "nimeni din instituție nu are acest rol",
    en: "nobody in the institution has this role",
  },
  [NO_ADDRESS]: { ro: "nu există nicio adresă la care să fie trimis", en: "there is no address to send it to" },
};

/** The reason as people read it. */
export function failureText(reason: string): Text {
  return WORDS[reason] ?? { ro: reason, en: reason };
}
