import type { PlainDate } from "../plain-date.ts";

/** What the opening of a case brings beside its payload: ids and hashes only. Set down by the API, read by the first commit. */
export interface Opening {
  /** The house that keeps it: a DSP, or the CAS of an E112 file. */
  readonly homeId: string;
  /** On the Ministry's route. */
  readonly cstId?: string;
  readonly ministryId?: string;
  readonly officerId: string;
  readonly openedOn: PlainDate;
  /** Keyed hash of the patient's surname. */
  readonly surnameIndex: string;
  /** Keyed hashes by which the person is known again: of the CNP, and of name and birth date. */
  readonly cnpIndex?: string;
  readonly personIndex?: string;
  readonly accessCodeHash: string;
  /** True when the file holds an e-mail address of the patient side. */
  readonly patientHasEmail: boolean;
  /** Its number in the register of before, when it was brought from there. */
  readonly legacyNumber?: string;
  /** The number that the Ministry had given it before it was brought here. */
  readonly legacyMinistryNumber?: string;
}
