/** Rows of an insurance house's register, written for tests. */
import { number, type RegisterRow } from "./support.ts";

export const INSURED = {
  surname: "Registru",
  givenName: "Ana",
  birthDate: "01.05.1980",
  domicileCounty: "Cluj",
  filedOn: "02.03.2026",
} satisfies RegisterRow;

const CLINIC = { clinicName: "Klinikum München", clinicCountry: "Germania", clinicContracted: "da" };
const AGREED = { ...CLINIC, agreed: "03.03.2026", agreedBy: "Dr. Ionescu", doctorContracted: "da" };
const TRANSLATED = { ...AGREED, translated: "10.03.2026", translatedKinds: "ct; RMN", translatedInto: "de" };
const REQUESTED = { ...TRANSLATED, requested: "12.03.2026", requestPhoned: "da" };
const ACCEPTED = {
  ...REQUESTED,
  accepted: "25.03.2026",
  acceptanceContents: "complet",
  acceptanceFrom: "01.07.2026",
  acceptanceTo: "20.07.2026",
  acceptanceCost: "15.000,00",
  acceptanceCurrency: "eur",
};
const LEGALISED = { ...ACCEPTED, legalised: "02.04.2026" };
const REPORTED = {
  ...LEGALISED,
  reported: "10.04.2026",
  reportContents: "complet",
  reportReasons: "liste de așteptare",
  reportUntil: "01.09.2026",
  reportCountry: "DE",
  reportCity: "München",
  reportHospital: "Klinikum München",
  reportFrom: "01.07.2026",
  reportTo: "20.07.2026",
};
const ASSEMBLED = { ...REPORTED, assembled: "15.04.2026", documents: "complet" };
const APPLIED = { ...ASSEMBLED, applied: "16.04.2026" };
const CHECKED = { ...APPLIED, insuredChecked: "17.04.2026", insured: "da" };
const ANALYSED = { ...CHECKED, analysed: "20.04.2026", conditions: "complet" };
const NOT_MET = { ...CHECKED, analysed: "20.04.2026", conditions: "UE; contract; timp" };
const ISSUED = { ...ANALYSED, issued: "22.04.2026" };
const HANDED = { ...ISSUED, copyKept: "22.04.2026", copyHanded: "23.04.2026" };
const TREATED = { ...HANDED, departed: "30.06.2026", treated: "25.07.2026" };

/** A file that waits for each step of the process. */
export function everyE112Step(from: number): readonly { readonly row: RegisterRow; readonly stage: string }[] {
  const rows: readonly [RegisterRow, string][] = [
    [{}, "preparing"],
    [{ category: "1" }, "residence-transfer"],
    [AGREED, "agreed"],
    [TRANSLATED, "translated"],
    [REQUESTED, "awaiting-acceptance"],
    [ACCEPTED, "accepted"],
    [LEGALISED, "translation-legalised"],
    [REPORTED, "report-issued"],
    [ASSEMBLED, "dossier-assembled"],
    [APPLIED, "registered"],
    [CHECKED, "medical-analysis"],
    [ANALYSED, "to-be-issued"],
    [NOT_MET, "not-met"],
    [{ ...NOT_MET, refused: "21.04.2026", refusalReason: "nu este în pachet" }, "refused"],
    [HANDED, "issued"],
    [TREATED, "settlement"],
    [{ ...REQUESTED, clinicRefused: "20.03.2026" }, "translated"],
    [{ ...ACCEPTED, withdrawn: "26.03.2026", withdrawalReason: "se tratează în țară" }, "withdrawn"],
    [{ ...CHECKED, died: "18.04.2026" }, "died"],
  ];
  return rows.map(([row, stage], index) => ({
    row: { legacyNumber: number(from + index), ...INSURED, givenName: `Ana ${from + index}`, ...row },
    stage,
  }));
}

/** A file that was settled, with the numbers that its papers had before. */
export function settled(place: number): RegisterRow {
  return {
    legacyNumber: number(place),
    ...INSURED,
    ...TREATED,
    email: "ana@example.ro",
    applicationNumber: `C ${number(place)}`,
    formNumber: `F / ${number(place)}`,
    formName: "E112",
    settled: "20.08.2026",
    settledWith: "AOK Bayern",
    settledAmount: "14000",
    settledCurrency: "EUR",
    settledLast: "nu",
  };
}

/** A child with one parent, whose form was issued after the departure, in force majeure. */
export function childOfOneParent(place: number): RegisterRow {
  const { insured: _, ...row } = { ...ISSUED };
  return {
    legacyNumber: number(place),
    ...INSURED,
    birthDate: "01.05.2018",
    ...row,
    filerRole: "părinte",
    filerSurname: "Registru",
    filerGivenName: "Mihai",
    otherParent: "deces",
    parent1Insured: "da",
    departed: "21.04.2026",
    forceMajeure: "22.04.2026",
    forceMajeureReasons: "urgență",
  };
}
