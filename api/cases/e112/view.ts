/** What an E112 file shows beside what every file shows, with the words that the log keeps sealed. */
import { lastAct } from "../../../domain/case/state.ts";
import type { E112CaseView, E112ClinicView } from "../../../domain/case/view.ts";
import { factsOf } from "../../../domain/e112/commands.ts";
import { routeCountry, type StateList } from "../../../domain/e112/countries.ts";
import { dossierChecklist } from "../../../domain/e112/documents.ts";
import type { E112State } from "../../../domain/e112/facts.ts";
import type { OpenedWords } from "../../../domain/e112/period.ts";
import { dossierSubject } from "../../../domain/e112/preparation.ts";
import { e112View } from "../../../domain/e112/view.ts";
import type { OpenedAct, Payload } from "../open-seals.ts";

type WordsOf = (seq: number) => Payload;

/** `states`: the list in force now; the file's own conditions stand by the one that it keeps. */
export function e112Part(
  state: E112State,
  acts: ReadonlyMap<number, OpenedAct>,
  states: StateList,
): Pick<E112CaseView, "checklist" | "missing" | "e112"> {
  const wordsOf: WordsOf = (seq) => acts.get(seq)?.payload ?? {};
  const clinic = clinicView(state, wordsOf, states);
  // A transfer of residence is passed on: no dossier is asked for (E112-A16).
  const checklist = state.facts.category === 1 ? [] : dossierChecklist(dossierSubject(state), state.facts.documents);
  return {
    checklist,
    missing: checklist.filter(({ status }) => status === "missing" || status === "wrong-form").map(({ kind }) => kind),
    e112: {
      ...e112View(state, openedWords(state, wordsOf, clinic)),
      ...(clinic === undefined ? {} : { clinic }),
    },
  };
}

/** The clinic of the file: the one that was asked last, or that the opening names. */
function clinicView(state: E112State, wordsOf: WordsOf, states: StateList): E112ClinicView | undefined {
  const { clinic } = state.facts;
  if (clinic === undefined) return undefined;
  const named = Object.values(state.acts).findLast(
    (act) =>
      (act.type === "sendRequestToClinic" && factsOf(act, "sendRequestToClinic").clinic !== undefined) ||
      (act.type === "openFile" && factsOf(act, "openFile").clinic !== undefined),
  );
  const words = (named === undefined ? undefined : wordsOf(named.seq)["clinic"]) as Partial<E112ClinicView> | undefined;
  return { name: "", ...words, ...clinic, onRoute: routeCountry(clinic.country, states) };
}

/** What the warnings compare by words: the clinic, the doctors and the places that the papers name. */
function openedWords(state: E112State, wordsOf: WordsOf, clinic: E112ClinicView | undefined): OpenedWords {
  const agreed = lastAct(state, "recordPriorAgreement");
  const reported = lastAct(state, "recordMedicalReport");
  const agreement = agreed === undefined ? {} : wordsOf(agreed.seq);
  const paper = reported === undefined ? {} : wordsOf(reported.seq);
  const report = (paper["report"] ?? {}) as Payload;
  return {
    ...(clinic === undefined ? {} : { clinic }),
    ...texts({ agreementDoctor: agreement["doctor"] }),
    report: texts({ doctor: paper["doctor"], hospital: report["hospital"], city: report["city"] }),
  };
}

/** Those that are there: a destroyed key leaves none. */
function texts<Key extends string>(values: Readonly<Record<Key, unknown>>): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string")) as Partial<
    Record<Key, string>
  >;
}
