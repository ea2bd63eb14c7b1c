/** The sentences of what is refused between the rounds of clinics and the end of the file. */
import type { Text, TREATMENT_REFUSALS } from "../case/commands.ts";

type Said = (name: string) => string;

export const TREATMENT_SENTENCES: Readonly<Record<(typeof TREATMENT_REFUSALS)[number], (said: Said) => Text>> = {
  CLINIC_NOT_SILENT: (said) => ({
    ro: `Clinica ${said("clinic")} nu a tăcut: a răspuns sau termenul ei încă nu s-a încheiat.`,
    en: `Clinic ${said("clinic")} is not silent: it has answered, or its term is not over.`,
  }),
  CLINIC_NOT_REFUSED: (said) => ({
    ro: `Clinica ${said("clinic")} nu a refuzat.`,
    en: `Clinic ${said("clinic")} has not refused.`,
  }),
  STILL_AWAITED: (said) => ({
    ro: `La ${said("date")} răspunsurile clinicilor mai erau așteptate: abia din ${said("establishedOn")} se știe că nu mai ajung.`,
    en: `On ${said("date")} the clinics’ answers were still awaited: only from ${said("establishedOn")} is it known that they fall short.`,
  }),
  ANNOUNCEMENT_NEEDED: () => ({
    ro: "Comisia numește alte clinici după ce DSP a anunțat-o că nu sunt destule răspunsuri. Fără alte clinici, procesul-verbal poate schimba doar clasa de urgență.",
    en: "The commission names other clinics after the DSP has announced that answers fall short. Without other clinics the minutes can only change the urgency class.",
  }),
  ROUND_MISMATCH: (said) => ({
    ro: `Urmează runda ${said("next")} de clinici, nu runda ${said("round")}.`,
    en: `The next round of clinics is ${said("next")}, not ${said("round")}.`,
  }),
  CLASS_UNCHANGED: () => ({
    ro: "Procesul-verbal nu schimbă nimic: nu numește clinici, iar clasa de urgență este aceeași.",
    en: "The minutes change nothing: they name no clinic and the urgency class is the same.",
  }),
  CLASS_A_NEEDED: () => ({
    ro: "Tratamentul pe cheltuială proprie este posibil numai în clasa A, urgență medicală sau risc vital crescut. O clasă nestabilită contează ca B; comisia o schimbă prin nou proces-verbal.",
    en: "Treatment at own expense is possible only in class A, a medical emergency or an increased risk to life. A class not set counts as B; the commission changes it by new minutes.",
  }),
  ESTIMATE_OF_MINISTRY: () => ({
    ro: "Riscul vital și beneficiul sunt estimate prin decizia Ministerului; numai Ministerul le corectează.",
    en: "Vital risk and benefit are estimated by the Ministry’s decision; only the Ministry corrects them.",
  }),
  ESTIMATE_UNCHANGED: (said) => ({
    ro: `Estimarea este deja ${said("estimate")}.`,
    en: `The estimate is already ${said("estimate")}.`,
  }),
  ESTIMATE_SETTLED: () => ({
    ro: "Estimările hotărăsc ordinea doar cât timp dosarul așteaptă fonduri; acum nu mai așteaptă.",
    en: "The estimates decide the order only while the file waits for funds; it waits no longer.",
  }),
  PART_TOO_LARGE: (said) => ({
    ro: `Partea Ministerului Muncii, ${said("part")} ${said("currency")}, nu poate trece de suma aprobată, ${said("amount")} ${said("currency")}.`,
    en: `The Ministry of Labour’s part, ${said("part")} ${said("currency")}, cannot exceed the amount approved, ${said("amount")} ${said("currency")}.`,
  }),
  CLINIC_NOT_SELECTED: (said) => ({
    ro: `Clinica aleasă prin decizia Ministerului este ${said("selected")}, nu ${said("clinic")}.`,
    en: `The clinic selected by the Ministry’s decision is ${said("selected")}, not ${said("clinic")}.`,
  }),
  AMOUNT_DIFFERS: (said) => ({
    ro: `Suma plătită, ${said("given")}, nu este cea hotărâtă, ${said("expected")}. Explicați diferența.`,
    en: `The amount paid, ${said("given")}, is not the one decided, ${said("expected")}. Explain the difference.`,
  }),
  SUMS_DIFFER: (said) => ({
    ro: `Sumele justificate, ${said("given")}, nu sunt cele acordate, ${said("expected")}. Explicați diferența.`,
    en: `The sums justified, ${said("given")}, are not those granted, ${said("expected")}. Explain the difference.`,
  }),
  NOT_MISSED_YET: (said) => ({
    ro: `Lipsa se poate confirma după ${said("lastDay")}; data ${said("date")} este prea devreme.`,
    en: `Absence can be confirmed after ${said("lastDay")}; ${said("date")} is too early.`,
  }),
  WHICH_APPOINTMENT: (said) => ({
    ro: `Primul control este încheiat. Spuneți care programare a fost lipsită: ${said("allowed") || "nu este niciuna deschisă"}.`,
    en: `The first check is settled. Say which appointment was missed: ${said("allowed") || "none is open"}.`,
  }),
  UNKNOWN_APPOINTMENT: (said) => ({
    ro: `Nu este deschisă nicio programare cu numărul ${said("appointment")}. Sunt deschise: ${said("allowed") || "niciuna"}.`,
    en: `No appointment number ${said("appointment")} is open. Open are: ${said("allowed") || "none"}.`,
  }),
  APPOINTMENT_BEFORE: (said) => ({
    ro: `Programarea, ${said("date")}, nu poate fi înainte de ziua în care a fost dată, ${said("occurredOn")}.`,
    en: `The appointment, ${said("date")}, cannot be before the day on which it was given, ${said("occurredOn")}.`,
  }),
  DEPARTURE_NEEDED: () => ({
    ro: "Consemnați întâi plecarea: vârsta copilului se socotește la data ei.",
    en: "Record the departure first: the child’s age is that of its day.",
  }),
  NO_COMPANIONS: () => ({
    ro: "Plecarea a fost consemnată fără însoțitori.",
    en: "The departure was recorded without companions.",
  }),
  COMPANION_AGE: (said) => ({
    ro: `Drumul însoțitorilor se decontează numai pentru copiii de 0–${said("most")} ani; la plecare pacientul avea ${said("age")} ani împliniți.`,
    en: `Companions’ travel is reimbursed only for children aged 0 to ${said("most")}; on departure the patient was ${said("age")}.`,
  }),
  REASON_NEEDED: () => ({ ro: "Un refuz își arată motivul.", en: "A refusal gives its reason." }),
  CHECK_UP_DOCUMENT: () => ({
    ro: "Controlul cerut de clinică se finanțează numai cu evaluarea medicului curant și cu procesul-verbal al comisiei; acesta lipsește.",
    en: "A check-up asked by the clinic is funded only on the treating doctor’s evaluation and the commission’s minutes; this one is missing.",
  }),
  EXPENSE_AFTER_CLAIM: (said) => ({
    ro: `Cheltuiala din ${said("date")} este de după ziua cererii de decontare, ${said("occurredOn")}.`,
    en: `The expense of ${said("date")} is later than the day of the claim, ${said("occurredOn")}.`,
  }),
  LINE_UNKNOWN: (said) => ({
    ro: `Cererea nu are rândul ${said("line")}; are rândurile 1–${said("allowed")}.`,
    en: `The claim has no line ${said("line")}; it has lines 1 to ${said("allowed")}.`,
  }),
  LINE_TWICE: (said) => ({
    ro: `Rândul ${said("line")} este decontat de două ori.`,
    en: `Line ${said("line")} is settled twice.`,
  }),
  LINE_NOT_REIMBURSABLE: (said) => ({
    ro: `Rândul ${said("line")} nu se decontează: ${VERDICTS[said("verdict")]?.ro ?? ""} (aprobarea este din ${said("approvedOn")}).`,
    en: `Line ${said("line")} is not reimbursed: ${VERDICTS[said("verdict")]?.en ?? ""} (the approval is of ${said("approvedOn")}).`,
  }),
  LINE_TOO_MUCH: (said) => ({
    ro: `La rândul ${said("line")} se poate acorda cel mult suma cerută, ${said("most")}.`,
    en: `Line ${said("line")} can be granted at most the amount asked, ${said("most")}.`,
  }),
  LINE_REASON: (said) => ({
    ro: `Rândul ${said("line")} cere un motiv: s-a acordat mai puțin decât s-a cerut, sau cheltuiala este chiar din ziua aprobării.`,
    en: `Line ${said("line")} needs a reason: less than asked is granted, or the expense is of the very day of the approval.`,
  }),
  LINE_HELD: (said) => ({
    ro: `Cheltuiala de la rândul ${said("line")} este chiar din ziua aprobării, ${said("approvedOn")}: hotărâți ce se acordă, cu motiv.`,
    en: `The expense of line ${said("line")} is of the very day of the approval, ${said("approvedOn")}: decide what is granted, with a reason.`,
  }),
};

const VERDICTS: Readonly<Record<string, Text>> = {
  kind: {
    ro: "se decontează numai tratamentul, spitalizarea și transportul",
    en: "only treatment, hospital stay and transport are",
  },
  unproven: { ro: "nu este dovedit cu un act", en: "no document proves it" },
  "before-approval": { ro: "este dinaintea aprobării", en: "it is older than the approval" },
};
