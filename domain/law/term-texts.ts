/** A term in words: from what it runs, and how long it is. */
import { counted } from "../i18n/plural.ts";
import type { LocalText, StartEvent, TermUnit } from "./rule.ts";

const START_EVENTS: Readonly<Record<StartEvent, LocalText>> = {
  DossierCompleteAtDsp: { ro: "dosarul este complet la DSP", en: "the dossier is complete at the DSP" },
  CommissionExaminationFinished: { ro: "comisia a încheiat examinarea", en: "the commission finished the examination" },
  CommissionDecisionRegisteredAtDsp: {
    ro: "decizia comisiei este înregistrată la DSP",
    en: "the commission's decision is registered at the DSP",
  },
  DossierApprovedByCommission: { ro: "comisia a aprobat dosarul", en: "the commission approved the dossier" },
  ClinicRequestsSent: { ro: "cererea a plecat către clinică", en: "the request left for the clinic" },
  NoOrNegativeAnswerEstablished: {
    ro: "s-a constatat lipsa răspunsului sau refuzul",
    en: "the lack of an answer, or the refusal, was established",
  },
  PriceOffersReceived: { ro: "ofertele de preț au fost primite", en: "the price offers were received" },
  ClinicMinutesReceivedByDsp: {
    ro: "DSP a primit procesul-verbal cu clinicile",
    en: "the DSP received the minutes that name the clinics",
  },
  MedicalMinutesRegistered: {
    ro: "procesul-verbal medical este înregistrat",
    en: "the medical minutes are registered",
  },
  DelayReportRegisteredAtMoh: {
    ro: "informarea despre întârziere este înregistrată la Minister",
    en: "the report of the delay is registered at the Ministry",
  },
  DossierRegisteredAtMoh: {
    ro: "dosarul este înregistrat la Minister",
    en: "the dossier is registered at the Ministry",
  },
  PatientReturnedToRomania: { ro: "pacientul s-a întors în România", en: "the patient returned to Romania" },
  FirstCheckDone: { ro: "primul control a fost făcut", en: "the first check was made" },
  PatientDied: { ro: "pacientul a decedat", en: "the patient died" },
  AcceptanceRequested: {
    ro: "cererea de accept a plecat către clinica din străinătate",
    en: "the request for acceptance left for the clinic abroad",
  },
};

/** The event from whose date a term runs. */
export function startEventText(event: StartEvent): LocalText {
  return START_EVENTS[event];
}

/** `22 de zile lucrătoare`: the length of a term as the law gives it. */
export function termLength(value: number, unit: TermUnit): LocalText {
  switch (unit) {
    case "working_days":
      return counted(
        value,
        { one: "o zi lucrătoare", few: "zile lucrătoare" },
        { one: "1 working day", few: "working days" },
      );
    case "calendar_days":
      return counted(value, { one: "o zi", few: "zile" }, { one: "1 day", few: "days" });
    case "hours":
      return counted(value, { one: "o oră", few: "ore" }, { one: "1 hour", few: "hours" });
    case "months":
      return counted(value, { one: "o lună", few: "luni" }, { one: "1 month", few: "months" });
    case "years":
      return counted(value, { one: "un an", few: "ani" }, { one: "1 year", few: "years" });
  }
}
