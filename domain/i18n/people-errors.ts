/** The sentences of what is refused about people: absences, addresses, messages, policies. */
import type { Text } from "../case/commands.ts";
import { ABSENCE_REFUSALS } from "../people/absences.ts";

export const PEOPLE_CODES = [
  ...ABSENCE_REFUSALS,
  "ABSENCE_OVER",
  "NOT_RESENDABLE",
  "EMAIL_TAKEN",
  "POLICY_CHANGED",
  "UNKNOWN_FILE",
  "NO_FILE",
  "PERSON_BARRED",
] as const;

type Said = (name: string) => string;

export const PEOPLE_SENTENCES: Readonly<Record<(typeof PEOPLE_CODES)[number], (said: Said) => Text>> = {
  PERSON_BARRED: (said) => ({
    ro: `Pacientul nu a mers la controlul de după tratament, confirmat din ${said("since")} în dosarul ${said("registrationNumber")} (${said("institution")}): nu mai beneficiază de alte trimiteri (MOH-98). Oprirea o poate ridica, motivat, o persoană de la acea instituție.`,
    en: `The patient did not go to the check after the treatment, confirmed on ${said("since")} in file ${said("registrationNumber")} (${said("institution")}): no other request is approved (MOH-98). A person at that institution may lift the bar, with a reason.`,
  }),
  ABSENCE_IN_THE_PAST: (said) => ({
    ro: `Prima zi, ${said("date")}, a trecut. O absență se declară de azi, ${said("today")}, înainte.`,
    en: `The first day, ${said("date")}, is over. An absence is declared from today, ${said("today")}, on.`,
  }),
  ABSENCE_ENDS_BEFORE_START: (said) => ({
    ro: `Ultima zi, ${said("untilOn")}, este înainte de prima zi, ${said("fromOn")}.`,
    en: `The last day, ${said("untilOn")}, is before the first day, ${said("fromOn")}.`,
  }),
  NOT_A_COLLEAGUE: () => ({
    ro: "Persoana care lipsește nu lucrează la această instituție.",
    en: "The absent person does not work at this institution.",
  }),
  OWN_SUBSTITUTE: (said) => ({
    ro: `Nimeni nu se înlocuiește singur. ${can(said).ro}`,
    en: `Nobody stands in for themselves. ${can(said).en}`,
  }),
  SUBSTITUTE_ELSEWHERE: (said) => ({
    ro: `Înlocuitorul trebuie să lucreze la aceeași instituție. ${can(said).ro}`,
    en: `The substitute must work at the same institution. ${can(said).en}`,
  }),
  SUBSTITUTE_ROLE: (said) => ({
    ro: `${said("substitute")} nu are un rol cu care să poată face ce face ${said("absent")}. ${can(said).ro}`,
    en: `${said("substitute")} has no role in which to do the work of ${said("absent")}. ${can(said).en}`,
  }),
  ABSENCE_OVERLAPS: (said) => ({
    ro: `Între ${said("from")} și ${said("until")} este deja declarată o absență: ${said("absent")}, cu înlocuitor ${said("substitute")}. Alegeți alte zile sau retrageți-o întâi pe aceea.`,
    en: `An absence of ${said("absent")} is already declared from ${said("from")} to ${said("until")}, with ${said("substitute")} standing in. Choose other days, or withdraw that one first.`,
  }),
  SUBSTITUTE_ABSENT: (said) => ({
    ro: `${said("substitute")} lipsește între ${said("from")} și ${said("until")}. ${can(said).ro}`,
    en: `${said("substitute")} is away from ${said("from")} to ${said("until")}. ${can(said).en}`,
  }),
  ABSENCE_OVER: (said) => ({
    ro: `Absența s-a încheiat la ${said("until")}; nu mai poate fi retrasă.`,
    en: `The absence ended on ${said("until")}; it cannot be withdrawn any more.`,
  }),
  EMAIL_TAKEN: (said) => ({
    ro: `Cu adresa ${said("email")} se autentifică deja altă persoană. Fiecare are nevoie de adresa ei.`,
    en: `Another person already signs in with ${said("email")}. Everybody needs an address of their own.`,
  }),
  POLICY_CHANGED: (said) => ({
    ro: `Mementourile acestei reguli au fost schimbate între timp de ${said("by")}. Uitați-vă ce a schimbat, apoi salvați din nou dacă mai este cazul.`,
    en: `The reminders of this rule have been changed meanwhile by ${said("by")}. See what was changed, then save again if it is still needed.`,
  }),
  UNKNOWN_FILE: (said) => ({
    ro: `La ${said("institution")} nu este niciun dosar cu numărul ${said("number")}.`,
    en: `There is no file of number ${said("number")} at ${said("institution")}.`,
  }),
  NO_FILE: (said) => ({
    ro: `La ${said("institution")} nu este niciun dosar deschis pe care să se arate mesajele.`,
    en: `There is no open file at ${said("institution")} to show the messages on.`,
  }),
  NOT_RESENDABLE: () => ({
    ro: "Mesajul este deja pe drum, a plecat împreună cu altele sau nu mai este nevoie de el.",
    en: "The message is already on its way, has left together with others, or is no longer needed.",
  }),
};

/** Who could stand in instead. */
function can(said: Said): Text {
  const able = said("able");
  return able === ""
    ? {
        ro: "În aceste zile nu poate înlocui nimeni din instituție.",
        en: "Nobody of the institution can stand in on these days.",
      }
    : { ro: `Pot înlocui: ${able}.`, en: `These can stand in: ${able}.` };
}
