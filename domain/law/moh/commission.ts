import { stepsAfterFiling, usefulInformation } from "../citations.ts";
import type { RuleData } from "../rule.ts";
import { term } from "../terms.ts";

const NOTICE = usefulInformation("pct. 2", "point 2");
const CORRESPONDENCE = stepsAfterFiling("pct. 4", "point 4");
const AIM = usefulInformation("pct. 3", "point 3");
const PRESENTED = stepsAfterFiling("pct. 5", "point 5");

/** The territorial commission, its decision, and the correspondence with the clinics: MOH-23 to MOH-43. */
export const COMMISSION_RULES = [
  {
    id: "MOH-23",
    kind: "deadline",
    text: {
      ro: "DSP trimite dosarul comisiei teritoriale în cel mult 2 zile lucrătoare de când este complet.",
      en: "The DSP sends the dossier to the territorial commission within 2 working days of its being complete.",
    },
    citation: usefulInformation(
      "pct. 1; și etapele de după depunere, pct. 1",
      "point 1; also steps after filing, point 1",
    ),
    readings: ["MOH-A1", "MOH-A3", "DEC-7"],
    deadline: term(2, "workingDays", "DossierCompleteAtDsp", "DSP"),
  },
  {
    id: "MOH-24",
    kind: "route",
    text: {
      ro: "Pacientul se prezintă la comisia teritorială pentru investigații.",
      en: "The patient goes to the territorial commission for investigations.",
    },
    citation: stepsAfterFiling("pct. 2", "point 2"),
  },
  {
    id: "MOH-25",
    kind: "route",
    text: {
      ro: "Comisia teritorială hotărăște, medical, dacă pacientul este trimis în străinătate.",
      en: "The territorial commission takes the medical decision to send the patient abroad.",
    },
    citation: NOTICE,
    readings: ["MOH-A13"],
  },
  {
    id: "MOH-26",
    kind: "deadline",
    text: {
      ro: "Comisia își comunică decizia la DSP în cel mult o zi lucrătoare de la încheierea examinării.",
      en: "The commission tells the DSP its decision within 1 working day of finishing the examination.",
    },
    citation: NOTICE,
    readings: ["MOH-A1", "MOH-A4", "MOH-A12", "DEC-7"],
    deadline: term(1, "workingDays", "CommissionExaminationFinished", "CST"),
  },
  {
    id: "MOH-27",
    kind: "deadline",
    text: {
      ro: "Pacientul află de aprobare în cel mult 7 zile lucrătoare după ce decizia este înregistrată la DSP.",
      en: "The patient is told of an approval within 7 working days of the registration of the decision at the DSP.",
    },
    citation: NOTICE,
    readings: ["MOH-A1", "MOH-A4", "MOH-A5", "DEC-7", "DEC-17"],
    deadline: term(7, "workingDays", "CommissionDecisionRegisteredAtDsp", "DSP"),
  },
  {
    id: "MOH-28",
    kind: "deadline",
    text: {
      ro: "Pacientul află de respingere în cel mult 2 zile lucrătoare după ce decizia este înregistrată la DSP.",
      en: "The patient is told of a rejection within 2 working days of the registration of the decision at the DSP.",
    },
    citation: NOTICE,
    readings: ["MOH-A1", "MOH-A4", "DEC-7", "DEC-17"],
    deadline: term(2, "workingDays", "CommissionDecisionRegisteredAtDsp", "DSP"),
  },
  {
    id: "MOH-29",
    kind: "content",
    text: {
      ro: "Respingerea arată de ce, pentru această afecțiune, nu este indicat un tratament în străinătate.",
      en: "A rejection says why the condition does not call for treatment abroad.",
    },
    citation: NOTICE,
  },
  {
    id: "MOH-30",
    kind: "content",
    text: {
      ro: "Respingerea arată conduita medicală de urmat.",
      en: "A rejection says what medical conduct is to be followed.",
    },
    citation: NOTICE,
  },
  {
    id: "MOH-31",
    kind: "content",
    text: {
      ro: "Respingerea numește unitatea sanitară din România recomandată pentru tratament.",
      en: "A rejection names the health unit in Romania recommended for the treatment.",
    },
    citation: NOTICE,
  },
  {
    id: "MOH-32",
    kind: "route",
    text: {
      ro: "Când aprobă, comisia îi dă pacientului lista clinicilor agreate pe care le recomandă.",
      en: "On approval the commission recommends a list of agreed clinics to the patient.",
    },
    citation: stepsAfterFiling("pct. 3", "point 3"),
    readings: ["MOH-A14"],
  },
  {
    id: "MOH-33",
    kind: "content",
    text: {
      ro: "Comisia stabilește clinicile cărora li se cer oferte de preț.",
      en: "The commission sets the clinics from which price offers are asked.",
    },
    citation: NOTICE,
    readings: ["MOH-A14"],
  },
  {
    id: "MOH-34",
    kind: "right",
    text: {
      ro: "Pacientul, aparținătorul sau reprezentantul legal poate scrie direct clinicilor recomandate.",
      en: "The patient, a carer or the legal representative may write to the recommended clinics directly.",
    },
    citation: CORRESPONDENCE,
    readings: ["MOH-A23"],
  },
  {
    id: "MOH-35",
    kind: "document",
    text: {
      ro: "Pentru a scrie direct clinicilor, partea pacientului semnează un angajament cu DSP.",
      en: "To write to the clinics directly, the patient side signs an undertaking with the DSP.",
    },
    citation: CORRESPONDENCE,
  },
  {
    id: "MOH-36",
    kind: "right",
    text: {
      ro: "Corespondența poate fi purtată și de persoana din DSP care răspunde de trimiterile în străinătate.",
      en: "The DSP person in charge of sending patients abroad may also carry on the correspondence.",
    },
    citation: CORRESPONDENCE,
    readings: ["MOH-A29"],
  },
  {
    id: "MOH-37",
    kind: "route",
    text: {
      ro: "Corespondența o poartă fie DSP (A), fie partea pacientului, cu angajament scris (B).",
      en: "The correspondence is carried on either by the DSP (A) or by the patient side on a written undertaking (B).",
    },
    citation: AIM,
    readings: ["MOH-A29"],
  },
  {
    id: "MOH-38",
    kind: "document",
    text: {
      ro: "Documentele medicale trimise clinicilor sunt traduse de un birou de traduceri medicale.",
      en: "The medical documents sent to the clinics are translated by an office for medical translations.",
    },
    citation: CORRESPONDENCE,
  },
  {
    id: "MOH-39",
    kind: "content",
    text: {
      ro: "Clinicii i se cere o programare pentru tratament sau transplant.",
      en: "The clinic is asked for an appointment for the treatment or transplant.",
    },
    citation: AIM,
  },
  {
    id: "MOH-40",
    kind: "content",
    text: { ro: "Clinicii i se cere costul total.", en: "The clinic is asked for the total cost." },
    citation: AIM,
  },
  {
    id: "MOH-41",
    kind: "content",
    text: {
      ro: "Clinicii i se cer condițiile în care se face plata.",
      en: "The clinic is asked on what terms payment is made.",
    },
    citation: AIM,
  },
  {
    id: "MOH-42",
    kind: "deadline",
    text: {
      ro: "Corespondența cu clinicile se prezintă la DSP în cel mult 7 zile lucrătoare de la aprobarea dosarului de către comisie.",
      en: "The correspondence with the clinics is shown to the DSP within 7 working days of the commission's approval.",
    },
    citation: PRESENTED,
    readings: ["MOH-A1", "MOH-A5", "MOH-A29", "DEC-6", "DEC-7"],
    deadline: term(7, "workingDays", "DossierApprovedByCommission", "PATIENT_SIDE", {
      otherDuty: "DSP",
      againstPatient: true,
    }),
  },
  {
    id: "MOH-43",
    kind: "content",
    text: {
      ro: "Ce se prezintă sunt documente oficiale ale clinicii, cu antet și semnătură, cu datele cerute în ofertă.",
      en: "What is shown are official documents of the clinic, on letterhead and signed, with the data asked of an offer.",
    },
    citation: PRESENTED,
    readings: ["MOH-A28"],
  },
] as const satisfies readonly RuleData[];
