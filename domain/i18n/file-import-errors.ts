/** What is wrong with a register that is to be brought into the product, or with one of its cells. */
import type { Sentence } from "./errors.ts";

export const FILE_IMPORT_CODES = [
  "REGISTER_FORMAT",
  "REGISTER_LINE",
  "REGISTER_TOO_LARGE",
  "REGISTER_HEADINGS",
  "REGISTER_HEADING_TWICE",
  "REGISTER_EMPTY",
  "REGISTER_TOO_MANY",
  "CELL_EMPTY",
  "CELL_NEEDED",
  "CELL_DATE",
  "CELL_COUNTY",
  "CELL_WORD",
  "CELL_NUMBER",
  "CELL_OFFICER",
  "CELL_DOCUMENT",
  "CELL_CLINICS",
  "CELL_CLINIC_ENTRY",
  "CELL_ANSWER",
  "CELL_NO_CLINIC",
  "CELL_NO_OFFER",
  "CELL_TOO_LONG",
  "ROW_TWICE",
  "ROW_NOT_YET",
  "ROW_FAILED",
  "MINISTRY_NUMBER_TAKEN",
  "NUMBER_TAKEN",
  "PATIENT_TWICE",
  "PATIENT_HAS_FILE",
  "ROW_CLOSED",
  "IMPORT_NOT_DONE",
  "CODES_HANDED_OUT",
] as const;
type FileImportCode = (typeof FILE_IMPORT_CODES)[number];

export const FILE_IMPORT_SENTENCES: Readonly<Record<FileImportCode, Sentence>> = {
  REGISTER_FORMAT: () => ({
    ro: "Se primește un fișier CSV (UTF-8) sau XLSX. Un fișier vechi .xls se salvează din Excel ca .xlsx.",
    en: "A CSV (UTF-8) or an XLSX file is accepted. An old .xls is saved from Excel as .xlsx.",
  }),
  REGISTER_LINE: (said) => ({
    ro: `Rândul ${said("row")} nu poate fi citit: ghilimelele sau separatorii nu se potrivesc.`,
    en: `Line ${said("row")} cannot be read: its quotes or separators do not match.`,
  }),
  REGISTER_TOO_LARGE: (said) => ({
    ro: `Fișierul depășește ${said("megabytes")} MB. Împărțiți registrul în mai multe fișiere.`,
    en: `The file is larger than ${said("megabytes")} MB. Divide the register into several files.`,
  }),
  REGISTER_HEADINGS: (said) => ({
    ro: `Fișierul nu are un rând cu numele coloanelor, ca în model. Lipsesc: ${said("missing")}.`,
    en: `The file has no row with the names of the columns, as the template has. Missing: ${said("missing")}.`,
  }),
  REGISTER_HEADING_TWICE: (said) => ({
    ro: `Coloana „${said("column")}” apare de două ori; o coloană se scrie o singură dată.`,
    en: `The column “${said("column")}” stands twice; a column is written once.`,
  }),
  REGISTER_EMPTY: () => ({
    ro: "Sub numele coloanelor nu este niciun dosar.",
    en: "There is no file below the names of the columns.",
  }),
  REGISTER_TOO_MANY: (said) => ({
    ro: `Fișierul are ${said("given")} de dosare; se primesc cel mult ${said("most")} odată. Împărțiți-l: dosarele deja aduse nu se dublează.`,
    en: `The file has ${said("given")} dossiers; at most ${said("most")} are taken at a time. Divide it: what is there already is not brought twice.`,
  }),
  CELL_EMPTY: (said) => ({
    ro: `„${said("column")}” nu este completat; fără el dosarul nu se poate deschide.`,
    en: `“${said("column")}” is empty; the file cannot be opened without it.`,
  }),
  CELL_NEEDED: (said) => ({
    ro: `„${said("column")}” trebuie completat, fiindcă este completat „${said("because")}”.`,
    en: `“${said("column")}” must be filled in, because “${said("because")}” is.`,
  }),
  CELL_DATE: (said) => ({
    ro: `„${said("wrote")}” nu este o dată reală. Se scrie zz.ll.aaaa (12.03.2026), aaaa-ll-zz (2026-03-12) sau ca celulă de tip dată.`,
    en: `“${said("wrote")}” is not a real date. It is written dd.mm.yyyy (12.03.2026), yyyy-mm-dd (2026-03-12) or as a date cell.`,
  }),
  CELL_COUNTY: (said) => ({
    ro: `„${said("wrote")}” nu este un județ. Se scrie codul sau numele, de exemplu CJ sau Cluj, B sau București.`,
    en: `“${said("wrote")}” is not a county. Its code or its name is written, for example CJ or Cluj, B or București.`,
  }),
  CELL_WORD: (said) => ({
    ro: `„${said("wrote")}” nu se primește aici. Se primesc: ${said("words")}.`,
    en: `“${said("wrote")}” is not accepted here. Accepted: ${said("words")}.`,
  }),
  CELL_NUMBER: (said) => ({
    ro: `„${said("wrote")}” nu este un număr întreg.`,
    en: `“${said("wrote")}” is not a whole number.`,
  }),
  CELL_OFFICER: (said) => ({
    ro: `„${said("wrote")}” nu este adresa unui referent sau șef de compartiment activ la ${said("institution")}. Lăsați gol pentru cine importă.`,
    en: `“${said("wrote")}” is not the address of an active officer or supervisor of ${said("institution")}. Leave it empty for whoever imports.`,
  }),
  CELL_DOCUMENT: (said) => ({
    ro: `„${said("wrote")}” nu este un document din listă. Se scrie „complet” sau, despărțite prin „;”: ${said("kinds")}.`,
    en: `“${said("wrote")}” is not a document of the list. “complet” is written or, separated by “;”: ${said("kinds")}.`,
  }),
  CELL_CLINICS: (said) => ({
    ro: `„${said("wrote")}” nu numește o clinică. Se scrie Nume|țară|e-mail, de exemplu Klinikum München|DE|info@example.de; mai multe se despart prin „;”.`,
    en: `“${said("wrote")}” does not name a clinic. Written: Name|country|e-mail, for example Klinikum München|DE|info@example.de; several are separated by “;”.`,
  }),
  CELL_CLINIC_ENTRY: (said) => ({
    ro: `„${said("wrote")}” nu poate fi citit. Se scrie „1: 12.03.2026 | dovada; 2: 13.03.2026”, după numărul clinicii.`,
    en: `“${said("wrote")}” cannot be read. Written: “1: 12.03.2026 | proof; 2: 13.03.2026”, by the number of the clinic.`,
  }),
  CELL_ANSWER: (said) => ({
    ro: `„${said("wrote")}” nu poate fi citit. Se scrie data și ofertă, ofertă incompletă sau refuz: „1: 20.03.2026 ofertă; 2: 21.03.2026 refuz”.`,
    en: `“${said("wrote")}” cannot be read. Written: the date and offer, incomplete offer or refusal: “1: 20.03.2026 offer; 2: 21.03.2026 refusal”.`,
  }),
  CELL_NO_CLINIC: (said) => ({
    ro: `Rândul nu are clinica ${said("number")}. Clinicile sunt: ${said("known")}.`,
    en: `The row has no clinic ${said("number")}. The clinics are: ${said("known")}.`,
  }),
  CELL_NO_OFFER: (said) => ({
    ro: `Nicio clinică nu are o ofertă completă în „${said("answers")}”; lăsați coloana goală sau scrieți acolo oferta.`,
    en: `No clinic has a complete offer in “${said("answers")}”; leave the column empty or write the offer there.`,
  }),
  CELL_TOO_LONG: (said) => ({
    ro: `Se primesc cel mult ${said("most")} de semne.`,
    en: `At most ${said("most")} characters are taken.`,
  }),
  ROW_TWICE: (said) => ({
    ro: `Numărul ${said("number")} este și în rândul ${said("row")}; un dosar stă într-un singur rând.`,
    en: `The number ${said("number")} stands in row ${said("row")} too; a file has one row.`,
  }),
  ROW_NOT_YET: (said) => ({
    ro: `„${said("type")}” nu poate fi în acest dosar: după celelalte coloane, dosarul așteaptă ${said("awaits")}.`,
    en: `“${said("type")}” cannot be in this file: by its other columns the file awaits ${said("awaits")}.`,
  }),
  ROW_FAILED: (said) => ({
    ro: `Dosarul a fost deschis, dar actul „${said("type")}” a fost refuzat; de la el înainte se continuă din dosar. ${said("why")}`,
    en: `The file was opened, but the act “${said("type")}” was refused; from it on the file is continued by hand. ${said("why")}`,
  }),
  MINISTRY_NUMBER_TAKEN: (said) => ({
    ro: `Numărul ${said("number")} de la Minister este deja al altui dosar (${said("where")}).`,
    en: `The Ministry’s number ${said("number")} is that of another file already (${said("where")}).`,
  }),
  NUMBER_TAKEN: (said) => ({
    ro: `Numărul ${said("number")} este deja al altui dosar (${said("where")}).`,
    en: `The number ${said("number")} is that of another file already (${said("where")}).`,
  }),
  PATIENT_TWICE: (said) => ({
    ro: `Același CNP este și în rândul ${said("row")}, sub alt număr. Se importă ambele.`,
    en: `The same CNP stands in row ${said("row")} too, under another number. Both are imported.`,
  }),
  PATIENT_HAS_FILE: (said) => ({
    ro: `Un pacient cu acest nume și această dată de naștere are deja dosarul ${said("number")}, deschis aici. Verificați să nu fie același.`,
    en: `A patient of this name and birth date already has the file ${said("number")}, opened here. Check that it is not the same one.`,
  }),
  ROW_CLOSED: (said) => ({
    ro: `După aceste acte dosarul este închis: ${said("outcome")}.`,
    en: `After these acts the file is closed: ${said("outcome")}.`,
  }),
  IMPORT_NOT_DONE: () => ({
    ro: "Importul nu s-a încheiat; codurile se dau după ce toate dosarele sunt deschise.",
    en: "The import is not finished; codes are handed out when every file is open.",
  }),
  CODES_HANDED_OUT: (said) => ({
    ro: `Codurile acestui import au fost date la ${said("at")}; se dau o singură dată.`,
    en: `The codes of this import were handed out at ${said("at")}; they are handed out once.`,
  }),
};
