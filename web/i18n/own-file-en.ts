/** The preparation that the patient side keeps, in English. */
import type { ownFileRo } from "./own-file-ro.ts";

export const ownFileEn = {
  "ownFile.title": "Preparing my E112/S2 file",
  "ownFile.intro":
    "With the number and the code of the receipt you can see what the preparation of the file still lacks, and record what you have done. No account is needed.",
  "ownFile.number": "Number of the file",
  "ownFile.code": "Access code",
  "ownFile.open": "Open the file",
  "ownFile.close": "Close",
  "ownFile.empty": "Write the number of the file and the access code.",
  "ownFile.howToGet":
    "The health insurance house gives number and code when the file is opened. They are not kept on this phone or computer: when the page is closed they are asked for again.",
  "ownFile.registered":
    "The application is registered at the insurance house under number {number}. From now on the house keeps the file; where it stands you can see at",
  "ownFile.now": "What you can record now",
  "ownFile.now.hint":
    "Record only what has been done already. The insurance house sees that it was you, and checks the papers when you file the dossier.",
  "ownFile.unofficial":
    "The list follows an unofficial patients’ guide; for official information ask the insurance house (E112-91).",
} as const satisfies Record<keyof typeof ownFileRo, string>;
