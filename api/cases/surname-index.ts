import type { Keyring } from "../../prisma/secrecy/keyring.ts";

/** The keyed hash by which a file is found by its patient's surname, typed with or without diacritics, in any case. */
export function surnameIndex(keyring: Keyring, surname: string): string {
  const plain = surname.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  return keyring.index("surname", plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim());
}
