import type { PlainDate } from "../../domain/plain-date.ts";
import type { Keyring } from "../../prisma/secrecy/keyring.ts";

/** The keyed hash by which a file is found by its patient's surname, typed with or without diacritics, in any case. */
export function surnameIndex(keyring: Keyring, surname: string): string {
  return keyring.index("surname", plain(surname));
}

export interface KnownPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly birthDate: PlainDate;
  readonly cnp?: string | undefined;
}

/** The keyed hashes by which a person is known again in any county. */
export function personIndexes(
  keyring: Keyring,
  { surname, givenName, birthDate, cnp }: KnownPerson,
): { readonly personIndex: string; readonly cnpIndex?: string } {
  return {
    personIndex: keyring.index("person", `${plain(surname)}/${plain(givenName)}/${birthDate}`),
    ...(cnp === undefined ? {} : { cnpIndex: keyring.index("cnp", cnp) }),
  };
}

/** Without diacritics, signs and case. */
function plain(name: string): string {
  const letters = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  return letters.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
