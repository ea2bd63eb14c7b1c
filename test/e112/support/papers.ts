/** Papers of an E112 file as they are when nothing lacks. */

export const ADULT = {
  surname: "Popescu",
  givenName: "Ana",
  birthDate: "1980-05-01",
  domicileCounty: "CJ",
  casId: "CAS-CJ",
  email: "ana@example.ro",
};

export const CHILD = { ...ADULT, givenName: "Ioana", birthDate: "2018-05-01" };

export const CLINIC = { name: "Klinikum Test", country: "DE", city: "München", publicInsuranceContract: true };

export const REQUEST = { phoned: true, asksAcceptance: true, asksCompleteCost: true };

export const ACCEPTANCE = {
  form: "original",
  doctorSignature: true,
  doctorStamp: true,
  unitStamp: true,
  doctorAgrees: true,
  managementAgrees: true,
  necessity: true,
  travelSafe: true,
  periodFrom: "2026-07-01",
  periodTo: "2026-07-20",
  estimatedCost: { amount: "15000.00", currency: "EUR" },
};

export const REPORT = {
  recommendation: true,
  inBasicPackage: true,
  notTimely: true,
  reasons: "liste de așteptare de peste un an",
  travelSafe: true,
  maxPeriodUntil: "2026-09-01",
  point7: { a: true, b: true, c: true, d: true },
  datedOn: "2026-04-10",
  signature: true,
  stamp: true,
  country: "DE",
  city: "München",
  hospital: "Klinikum Test",
  periodFrom: "2026-07-01",
  periodTo: "2026-07-20",
};

const listed = (documents: Readonly<Record<string, string>>): { kind: string; form: string }[] =>
  Object.entries(documents).map(([kind, form]) => ({ kind, form }));

const COMMON = {
  cerereTip: "original",
  documenteMedicale: "copy",
  raportMedical: "original",
  acceptClinica: "originalWithTranslation",
};

/** The dossier of an adult who files alone (E112-62 to E112-69). */
export const ADULT_DOSSIER = listed({ ...COMMON, ciBeneficiar: "copyWithOriginal", adeverintaAsigurat: "original" });

/** What another person brings beside it (E112-64). */
export const ATTORNEY = listed({ ciMandatar: "copyWithOriginal", procura: "notarised" });

/** The dossier of a child with one parent's documents (E112-70 to E112-76). */
export const ONE_PARENT_DOSSIER = listed({
  ...COMMON,
  certificatNastere: "copyWithOriginal",
  ciParinte1: "copyWithOriginal",
  adeverintaParinte1: "original",
});

export const SECOND_PARENT = listed({ ciParinte2: "copyWithOriginal", adeverintaParinte2: "original" });
export const WAIVER_PROOF = listed({ dovadaUnParinte: "copyWithOriginal" });

export const CONDITIONS = {
  clinicInEu: true,
  clinicContracted: true,
  inBasicPackage: true,
  notTimelyInRomania: true,
};
