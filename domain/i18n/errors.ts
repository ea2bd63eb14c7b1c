/** The sentence of every error code, in both languages. The code is for programs, the sentence for the person. */
import { anyOutcomeText, commandTitle as titleOfCommand } from "../process-words.ts";
import type { RefusalCode, Text } from "../case/commands.ts";
import { isPlainDate } from "../plain-date.ts";
import { formatDate } from "./dates.ts";
import { FUNDS_CODES, FUNDS_SENTENCES } from "./funds-errors.ts";
import { fieldLabel } from "./fields.ts";
import { FILE_IMPORT_CODES, FILE_IMPORT_SENTENCES } from "./file-import-errors.ts";
import { IMPORT_CODES, IMPORT_SENTENCES } from "./import-errors.ts";
import type { Language } from "./language.ts";
import { MONEY_CODES, MONEY_SENTENCES } from "./money-errors.ts";
import { TREATMENT_SENTENCES } from "./treatment-errors.ts";
import { E112_SENTENCES } from "./e112-errors.ts";
import { LETTER_CODES, LETTER_SENTENCES } from "./letter-errors.ts";
import { PEOPLE_CODES, PEOPLE_SENTENCES } from "./people-errors.ts";
import { SETTING_CODES, SETTING_SENTENCES } from "./setting-errors.ts";

/** Codes that the HTTP edge gives by itself. */
export const EDGE_CODES = [
  "BAD_REQUEST",
  "MALFORMED_JSON",
  "UNAUTHENTICATED",
  "BAD_CREDENTIALS",
  "FORBIDDEN",
  "CROSS_SITE",
  "NOT_FOUND",
  "STATUS_NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "COMMAND_ID_REUSED",
  ...PEOPLE_CODES,
  ...LETTER_CODES,
  ...SETTING_CODES,
  "BODY_TOO_LARGE",
  "FILE_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "UNKNOWN_FILE_TYPE",
  "UNKNOWN_UPLOAD",
  "VALIDATION",
  "UNKNOWN_COMMAND",
  "WRONG_COUNTY",
  "NO_DSP_OF_COUNTY",
  "PREPARATION_CLOSED",
  "HOUSE_RECORDS",
  "BORN_AFTER_FILING",
  "FILED_BEFORE_BIRTH",
  "INSTITUTION_NEEDED",
  "UNKNOWN_INSTITUTION",
  "UNKNOWN_RULE",
  "RULE_WITHOUT_TERM",
  "RULE_NOT_IN_FORCE",
  "CALENDAR_RANGE",
  "INVALID_TERM",
  "TERM_OR_RULE",
  "INVALID_SUSPENSION",
  "BAD_CURSOR",
  "TOO_MANY_REQUESTS",
  "INTERNAL",
  "ENGINE_UNAVAILABLE",
  "NOT_YOUR_CALENDAR",
  "ONE_CALENDAR",
  "CALENDAR_CHANGED",
  "CHANGE_IS_DONE",
  "DATE_OUTSIDE_CALENDAR",
  "YEAR_OUTSIDE_CALENDAR",
  "DAY_IS_HOLIDAY",
  "DAY_OFF_ON_WEEKEND",
  "RECOVERY_ON_WEEKDAY",
  "DAY_ALREADY_DECLARED",
  "DAY_NOT_DECLARED",
  "YEAR_ALREADY_CONFIRMED",
  "INTERRUPTION_UNCHANGED",
  "RULE_SET_TWICE",
  ...IMPORT_CODES,
  ...MONEY_CODES,
  ...FILE_IMPORT_CODES,
  ...FUNDS_CODES,
] as const;
export type EdgeCode = (typeof EDGE_CODES)[number];
export type ErrorCode = EdgeCode | RefusalCode;

/** What a sentence names; a text in both languages is said in that of the sentence. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** The sentence of a code. Dates, acts, outcomes, clinics and fields among the params are written as people read them. */
export function errorSentence(code: ErrorCode, params: Params, language: Language): string {
  const said = (name: string): string => spoken(name, params[name], language);
  return SENTENCES[code](said, params)[language];
}

function spoken(name: string, value: string | number | Text | undefined, language: Language): string {
  if (value === undefined) return "?";
  if (typeof value === "object") return value[language];
  if (isPlainDate(value)) return formatDate(value, language);
  const text = String(value);
  switch (name) {
    case "outcome":
      return anyOutcomeText(text)?.[language] ?? text;
    case "given":
    case "recorded":
      return DECISIONS[text]?.[language] ?? text;
    case "precedingAct":
    case "followingAct":
    case "act":
    case "type":
      return commandTitle(text, language) ?? text;
    case "what":
      return commandTitle(text, language) ?? fieldLabel(text, language);
    case "clinic":
    case "selected":
      return clinicNumber(text);
    case "keeper":
      return KEEPERS[text]?.[language] ?? text;
    case "field":
      return explainedField(text, language);
    case "allowed":
      return each(text, (part) => (CLINIC.test(part) ? clinicNumber(part) : explainedField(part, language)));
    case "known":
      return each(text, (part) => explained(part, commandTitle(part, language)));
    default:
      return text;
  }
}

const CLINIC = /^clinic-(\d+)$/;

/** `2 (clinic-2)`: the number in the minutes, and what a program writes. */
export function clinicNumber(id: string): string {
  return explained(CLINIC.exec(id)?.[1] ?? id, id);
}

function explained(text: string, more: string | undefined): string {
  return more === undefined || more === text ? text : `${text} (${more})`;
}

function explainedField(name: string, language: Language): string {
  return explained(fieldLabel(name, language), name);
}

function commandTitle(type: string, language: Language): string | undefined {
  return titleOfCommand(type)?.[language];
}

function each(list: string, say: (part: string) => string): string {
  return list.split(", ").map(say).join(", ");
}

const DECISIONS: Readonly<Record<string, Text>> = {
  approved: { ro: "aprobare", en: "approval" },
  rejected: { ro: "respingere", en: "rejection" },
};

/** Who may suspend and resume a term. */
const KEEPERS: Readonly<Record<string, Text>> = {
  dsp: { ro: "șeful de compartiment al DSP", en: "the supervisor of the DSP" },
  ministry: { ro: "un consilier al Ministerului", en: "an officer of the Ministry" },
};

export type Sentence = (said: (name: string) => string, params: Params) => Text;

const SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  BAD_REQUEST: () => ({ ro: "Cererea nu a putut fi citită.", en: "The request could not be read." }),
  MALFORMED_JSON: () => ({
    ro: "Corpul cererii nu este JSON valid.",
    en: "The body of the request is not valid JSON.",
  }),
  UNAUTHENTICATED: () => ({ ro: "Trebuie să vă autentificați.", en: "You need to sign in." }),
  BAD_CREDENTIALS: () => ({
    ro: "Adresa de e-mail sau parola nu este corectă.",
    en: "The e-mail address or the password is wrong.",
  }),
  FORBIDDEN: () => ({ ro: "Rolul dumneavoastră nu permite această acțiune.", en: "Your role does not allow this." }),
  CROSS_SITE: () => ({
    ro: "Cererea vine de pe alt site și nu este primită.",
    en: "The request comes from another site and is refused.",
  }),
  NOT_FOUND: () => ({ ro: "Nu există sau nu aveți acces.", en: "It does not exist, or you have no access to it." }),
  STATUS_NOT_FOUND: () => ({
    ro: "Numărul și codul nu se potrivesc cu niciun dosar. Verificați-le pe dovada de înregistrare.",
    en: "The number and the code match no file. Check them on your registration receipt.",
  }),
  METHOD_NOT_ALLOWED: () => ({
    ro: "Adresa nu primește această metodă.",
    en: "This address does not take that method.",
  }),
  COMMAND_ID_REUSED: () => ({
    ro: "Același commandId a fost deja folosit pentru altceva; folosiți unul nou.",
    en: "This commandId was already used for something else; use a new one.",
  }),
  ...PEOPLE_SENTENCES,
  ...TREATMENT_SENTENCES,
  ...E112_SENTENCES,
  ...LETTER_SENTENCES,
  ...SETTING_SENTENCES,
  BODY_TOO_LARGE: () => ({ ro: "Cererea este prea mare.", en: "The request is too large." }),
  FILE_TOO_LARGE: (said) => ({
    ro: `Fișierul depășește ${said("megabytes")} MB.`,
    en: `The file is larger than ${said("megabytes")} MB.`,
  }),
  UNSUPPORTED_MEDIA_TYPE: () => ({
    ro: "Tipul conținutului nu este primit aici.",
    en: "This content type is not accepted here.",
  }),
  UNKNOWN_FILE_TYPE: () => ({
    ro: "Se primesc numai fișiere PDF, JPEG sau PNG.",
    en: "Only PDF, JPEG or PNG files are accepted.",
  }),
  UNKNOWN_UPLOAD: () => ({
    ro: "Fișierul nu a fost încărcat în acest dosar.",
    en: "The file was not uploaded to this dossier.",
  }),
  VALIDATION: () => ({ ro: "Unele date lipsesc sau nu sunt corecte.", en: "Some of the data are missing or wrong." }),
  UNKNOWN_COMMAND: (said) => ({
    ro: `Nu există comanda „${said("command")}”. Comenzile sunt: ${said("known")}.`,
    en: `There is no command “${said("command")}”. The commands are: ${said("known")}.`,
  }),
  HOUSE_RECORDS: () => ({
    ro: "Acest act îl consemnează numai casa de asigurări de sănătate; adresați-vă ei.",
    en: "This act is recorded by the health insurance house alone; please turn to it.",
  }),
  PREPARATION_CLOSED: () => ({
    ro: "Cererea este înregistrată: de acum actele dosarului le consemnează casa de asigurări. Unde se află dosarul aflați cu numărul și codul la „Starea dosarului”.",
    en: "The application is registered: from now on the insurance house records what happens in the file. Where it stands you learn with its number and code at “Status of a file”.",
  }),
  WRONG_COUNTY: (said) => ({
    ro: `Dosarul se depune la ${said("right")}, unde pacientul are domiciliul (MOH-10), nu la ${said("institution")}.`,
    en: `The dossier is filed at ${said("right")}, where the patient is domiciled (MOH-10), not at ${said("institution")}.`,
  }),
  NO_DSP_OF_COUNTY: (said) => ({
    ro: `Direcția de sănătate publică din ${said("county")}, unde pacientul are domiciliul, nu lucrează cu acest produs: dosarul pe calea Ministerului se depune acolo de pacient (MOH-10).`,
    en: `The public health directorate of ${said("county")}, where the patient is domiciled, does not work with this product: the patient files there for the Ministry’s route (MOH-10).`,
  }),
  BORN_AFTER_FILING: (said) => ({
    ro: `Pacientul nu putea fi născut la ${said("birthDate")}, după ziua depunerii dosarului, ${said("filedOn")}.`,
    en: `The patient cannot have been born on ${said("birthDate")}, after the day of filing, ${said("filedOn")}.`,
  }),
  FILED_BEFORE_BIRTH: (said) => ({
    ro: `Dosarul nu putea fi depus la ${said("filedOn")}, înainte de nașterea pacientului.`,
    en: `The file cannot have been filed on ${said("filedOn")}, before the patient was born.`,
  }),
  INSTITUTION_NEEDED: (said) => ({
    ro: `Spuneți la care instituție se depune dosarul: ${said("known")}.`,
    en: `Say at which institution the dossier is filed: ${said("known")}.`,
  }),
  UNKNOWN_INSTITUTION: (said) => ({
    ro: `Nu există instituția „${said("institution")}”.`,
    en: `There is no institution “${said("institution")}”.`,
  }),
  UNKNOWN_RULE: (said) => ({
    ro: `Nu există regula „${said("rule")}”. Regulile cu termen sunt: ${said("known")}.`,
    en: `There is no rule “${said("rule")}”. The rules with a term are: ${said("known")}.`,
  }),
  RULE_WITHOUT_TERM: (said) => ({
    ro: `Regula ${said("rule")} nu are termen. Regulile cu termen sunt: ${said("known")}.`,
    en: `Rule ${said("rule")} has no term. The rules with a term are: ${said("known")}.`,
  }),
  RULE_NOT_IN_FORCE: (said) => ({
    ro: `Regula ${said("rule")} nu era în vigoare la acea dată.`,
    en: `Rule ${said("rule")} was not in force on that date.`,
  }),
  CALENDAR_RANGE: (said) => ({
    ro: `Calendarul zilelor lucrătoare cuprinde anii ${said("firstYear")}–${said("lastYear")}; data sau sfârșitul termenului este în afara lor.`,
    en: `The working-day calendar covers the years ${said("firstYear")} to ${said("lastYear")}; the date or the end of the term lies outside.`,
  }),
  INVALID_TERM: (said) => ({
    ro: `Durata termenului este un număr întreg, de la 1 la ${said("most")}.`,
    en: `The length of a term is a whole number, from 1 to ${said("most")}.`,
  }),
  TERM_OR_RULE: (said) => ({
    ro: `Dați o durată (una dintre ${said("known")}) sau o regulă („rule”), una singură.`,
    en: `Give a length (one of ${said("known")}) or a rule (“rule”), and only one.`,
  }),
  INVALID_SUSPENSION: () => ({
    ro: "O suspendare se scrie „AAAA-LL-ZZ/AAAA-LL-ZZ”: prima zi care nu se numără și prima care se numără din nou, nu mai devreme; mai multe se despart prin virgulă.",
    en: "A suspension is written “YYYY-MM-DD/YYYY-MM-DD”: the first day that does not count and the first that counts again, not earlier; several are separated by commas.",
  }),
  BAD_CURSOR: () => ({
    ro: "Pagina cerută nu mai poate fi găsită; luați lista de la început.",
    en: "That page can no longer be found; start the list again.",
  }),
  TOO_MANY_REQUESTS: (said) => ({
    ro: `Prea multe cereri; încercați din nou peste ${said("seconds")} s.`,
    en: `Too many requests; try again in ${said("seconds")} s.`,
  }),
  INTERNAL: () => ({
    ro: "A apărut o eroare a programului. A fost consemnată.",
    en: "The program failed. It has been recorded.",
  }),
  ENGINE_UNAVAILABLE: () => ({
    ro: "Serviciul nu răspunde acum. Nimic nu s-a pierdut: trimiteți din nou aceeași comandă.",
    en: "The service does not answer now. Nothing is lost: send the same command again.",
  }),
  NOT_YOUR_CALENDAR: (said) => ({
    ro: `Zilele pentru ${said("whom")} le declară și le retrage ${said("owner")}. Dumneavoastră puteți schimba: ${said("own")}.`,
    en: `Days for ${said("whom")} are declared and withdrawn by ${said("owner")}. You may change: ${said("own")}.`,
  }),
  ONE_CALENDAR: () => ({
    ro: "O schimbare privește un singur calendar: pe cel național sau pe al unei instituții. Trimiteți câte una pentru fiecare.",
    en: "One change concerns one calendar: the national one, or that of one institution. Send one for each.",
  }),
  CALENDAR_CHANGED: (said) => ({
    ro: `Calendarul s-a schimbat între timp: ați văzut schimbarea nr. ${said("expected")}, acum este nr. ${said("actual")}. Simulați din nou.`,
    en: `The calendar has changed meanwhile: you saw change no. ${said("expected")}, it is now at no. ${said("actual")}. Simulate again.`,
  }),
  CHANGE_IS_DONE: (said) => ({
    ro: `Schimbarea nr. ${said("number")} este deja aplicată în toate dosarele; numai una în curs se poate opri sau relua.`,
    en: `Change no. ${said("number")} is applied in every file already; only one under way can be stopped or resumed.`,
  }),
  DATE_OUTSIDE_CALENDAR: (said) => ({
    ro: `Data ${said("date")} este în afara calendarului, care cuprinde anii ${said("firstYear")}–${said("lastYear")}.`,
    en: `${said("date")} is outside the calendar, which covers the years ${said("firstYear")} to ${said("lastYear")}.`,
  }),
  YEAR_OUTSIDE_CALENDAR: (said) => ({
    ro: `Anul ${said("year")} este în afara calendarului, care cuprinde anii ${said("firstYear")}–${said("lastYear")}.`,
    en: `The year ${said("year")} is outside the calendar, which covers the years ${said("firstYear")} to ${said("lastYear")}.`,
  }),
  DAY_IS_HOLIDAY: (said) => ({
    ro: `${said("date")} este sărbătoare legală (${said("name")}; ${said("law")}): nu se lucrează oricum și nu se declară.`,
    en: `${said("date")} is a legal holiday (${said("name")}; ${said("law")}): it does not work anyway and is not declared.`,
  }),
  DAY_OFF_ON_WEEKEND: (said) => ({
    ro: `${said("date")} cade ${said("weekday")}: zi liberă se declară numai o zi de luni până vineri. O zi de recuperare se retrage.`,
    en: `${said("date")} is a ${said("weekday")}: only a day from Monday to Friday is declared off. A recovery day is withdrawn.`,
  }),
  RECOVERY_ON_WEEKDAY: (said) => ({
    ro: `${said("date")} cade ${said("weekday")}: zi de recuperare se declară numai o sâmbătă sau o duminică. O zi liberă se retrage.`,
    en: `${said("date")} is a ${said("weekday")}: only a Saturday or a Sunday is declared a recovery day. A day off is withdrawn.`,
  }),
  DAY_ALREADY_DECLARED: (said) => ({
    ro: `${said("date")} este deja declarată la fel, pentru aceiași, prin ${said("legalAct")}.`,
    en: `${said("date")} is already declared so, for the same people, by ${said("legalAct")}.`,
  }),
  DAY_NOT_DECLARED: () => ({
    ro: "Ziua nu mai este în calendar: a fost retrasă sau nu a fost declarată. Se poate retrage numai o zi declarată care stă.",
    en: "The day is not in the calendar: it was withdrawn, or never declared. Only a declared day that stands can be withdrawn.",
  }),
  YEAR_ALREADY_CONFIRMED: (said) => ({
    ro: `Anul ${said("year")} este deja confirmat.`,
    en: `The year ${said("year")} is confirmed already.`,
  }),
  INTERRUPTION_UNCHANGED: (said) => ({
    ro: `Pentru ${said("rule")} este deja hotărât la fel, cu același temei: ${said("citation")}.`,
    en: `For ${said("rule")} it is settled so already, on the same ground: ${said("citation")}.`,
  }),
  RULE_SET_TWICE: (said) => ({
    ro: `${said("rule")} apare de două ori; o schimbare hotărăște o singură dată despre o regulă.`,
    en: `${said("rule")} stands twice; one change settles a rule once.`,
  }),
  ...IMPORT_SENTENCES,
  ...MONEY_SENTENCES,
  ...FILE_IMPORT_SENTENCES,
  ...FUNDS_SENTENCES,

  NOT_ALLOWED_NOW: (said, { still }) => ({
    ro: `„${said("type")}” nu se poate face acum în acest dosar.${still === undefined ? "" : ` ${said("still")}`}`,
    en: `“${said("type")}” cannot be done in this file now.${still === undefined ? "" : ` ${said("still")}`}`,
  }),
  STALE_VERSION: (said) => ({
    ro: `Dosarul s-a schimbat între timp: ați văzut versiunea ${said("expected")}, acum este ${said("actual")}.`,
    en: `The file has changed meanwhile: you saw version ${said("expected")}, it is now at ${said("actual")}.`,
  }),
  CASE_CLOSED: (said) => ({
    ro: `Dosarul este închis: ${said("outcome")}.`,
    en: `The file is closed: ${said("outcome")}.`,
  }),
  FUTURE_DATE: (said) => ({
    ro: `Data ${said("date")} este în viitor; azi este ${said("today")}.`,
    en: `The date ${said("date")} is in the future; today is ${said("today")}.`,
  }),
  BEFORE_CALENDAR: (said) => ({
    ro: `Data ${said("date")} este înainte de ${said("first")}, prima zi pe care o cunoaște calendarul.`,
    en: `The date ${said("date")} is before ${said("first")}, the first day that the calendar knows.`,
  }),
  BEFORE_PRECEDING_ACT: (said) => ({
    ro: `Data ${said("date")} este înaintea actului după care urmează, „${said("precedingAct")}”, din ${said("precedingOn")}. Dacă acela are data greșită, corectați-l.`,
    en: `The date ${said("date")} is before the act that it follows, “${said("precedingAct")}”, of ${said("precedingOn")}. If that date is wrong, correct it.`,
  }),
  AFTER_FOLLOWING_ACT: (said) => ({
    ro: `Data ${said("date")} este după actul care urmează, „${said("followingAct")}”, din ${said("followingOn")}.`,
    en: `The date ${said("date")} is after the act that follows it, “${said("followingAct")}”, of ${said("followingOn")}.`,
  }),
  DATE_ORDER: (said) => ({
    ro: `Data ${said("date")} nu poate fi înainte de ${said("notBefore")} (${said("what")}).`,
    en: `The date ${said("date")} cannot be before ${said("notBefore")} (${said("what")}).`,
  }),
  BEFORE_DUTY: (said) => ({
    ro: `Informarea despre întârziere se datorează din ${said("opensOn")}; data ${said("date")} este înainte ca întârzierea să existe.`,
    en: `The delay report is owed from ${said("opensOn")}; ${said("date")} is before there is a delay.`,
  }),
  DECISION_MISMATCH: (said) => ({
    ro: `S-a scris ${said("given")}, dar în dosar este consemnată o ${said("recorded")}.`,
    en: `This says ${said("given")}, but the file records ${said("recorded") === "approval" ? "an" : "a"} ${said("recorded")}.`,
  }),
  UNKNOWN_CLINIC: (said) => ({
    ro: `În dosar nu este clinica ${said("clinic")}. Clinicile sunt: ${said("allowed") || "niciuna"}.`,
    en: `The file has no clinic ${said("clinic")}. The clinics are: ${said("allowed") || "none"}.`,
  }),
  CLINIC_NOT_ASKED: (said) => ({
    ro: `Clinicii ${said("clinic")} nu i s-a trimis încă nicio cerere.`,
    en: `No request has been sent to clinic ${said("clinic")} yet.`,
  }),
  CLINIC_ALREADY_ASKED: (said) => ({
    ro: `Clinicii ${said("clinic")} i s-a trimis deja o cerere.`,
    en: `A request was already sent to clinic ${said("clinic")}.`,
  }),
  CLINIC_HAS_OFFER: (said) => ({
    ro: `Clinica ${said("clinic")} are deja o ofertă completă.`,
    en: `Clinic ${said("clinic")} already has a complete offer.`,
  }),
  CLINIC_WITHOUT_OFFER: (said) => ({
    ro: `Clinica ${said("clinic")} nu are o ofertă completă.`,
    en: `Clinic ${said("clinic")} has no complete offer.`,
  }),
  UNDERTAKING_NEEDED: (said) => ({
    ro: `Pacientul sau aparținătorul poate scrie clinicii ${said("clinic")} numai după ce semnează angajamentul.`,
    en: `The patient side may write to clinic ${said("clinic")} only after signing the undertaking.`,
  }),
  UNKNOWN_ACT: (said) => ({
    ro: `Dosarul nu are nicio înregistrare cu numărul ${said("act")}.`,
    en: `The file has no entry number ${said("act")}.`,
  }),
  NOT_CORRECTABLE: (said) => ({
    ro: `„${said("act")}” nu are o dată „${said("field")}” care să poată fi corectată.${said("allowed") ? ` Se pot corecta: ${said("allowed")}.` : ""}`,
    en: `“${said("act")}” has no date “${said("field")}” to correct.${said("allowed") ? ` These can be corrected: ${said("allowed")}.` : ""}`,
  }),
  UNCHANGED: (said) => ({ ro: `Data este deja ${said("date")}.`, en: `The date is already ${said("date")}.` }),
  NOT_YOUR_ACT: (said) => ({
    ro: `„${said("act")}” a fost consemnat de altă instituție; numai ea sau DSP îl poate corecta.`,
    en: `“${said("act")}” was recorded by another institution; only that one or the DSP may correct it.`,
  }),
  UNKNOWN_DEADLINE: (said) => ({
    ro: `Dosarul nu are termenul ${said("deadline")}. Aici se pot numi: ${said("deadlines") || "niciunul"}.`,
    en: `The file has no term ${said("deadline")}. These can be named here: ${said("deadlines") || "none"}.`,
  }),
  NOT_YOUR_DEADLINE: (said) => ({
    ro: `Termenul ${said("deadline")} îl suspendă și îl reia numai ${said("keeper")}.`,
    en: `Only ${said("keeper")} suspends and resumes the term ${said("deadline")}.`,
  }),
  DEADLINE_NOT_RUNNING: (said) => ({
    ro: `Termenul ${said("deadline")} nu mai curge: a fost respectat sau a fost anulat. Numai un termen care curge se suspendă și se reia.`,
    en: `The term ${said("deadline")} runs no longer: it was kept or cancelled. Only a running term is suspended and resumed.`,
  }),
  ALREADY_SUSPENDED: (said) => ({
    ro: `Termenul ${said("deadline")} este deja suspendat, din ${said("since")}; acum se poate numai relua.`,
    en: `The term ${said("deadline")} is suspended already, since ${said("since")}; it can only be resumed now.`,
  }),
  NOT_SUSPENDED: (said) => ({
    ro: `Termenul ${said("deadline")} nu este suspendat; numai un termen suspendat se reia.`,
    en: `The term ${said("deadline")} is not suspended; only a suspended term is resumed.`,
  }),
  BEFORE_TERM: (said) => ({
    ro: `Termenul ${said("deadline")} curge din ${said("startsOn")}; nu se suspendă din ${said("date")}, dinainte de a începe.`,
    en: `The term ${said("deadline")} runs from ${said("startsOn")}; it cannot be suspended from ${said("date")}, before it began.`,
  }),
  TERM_OVER: (said) => ({
    ro: `Ultima zi a termenului ${said("deadline")} a fost ${said("lastDay")}; nu mai are zile care să se suspende din ${said("date")}.`,
    en: `The last day of the term ${said("deadline")} was ${said("lastDay")}; it has no days left to suspend from ${said("date")}.`,
  }),
};
