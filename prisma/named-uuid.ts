import { createHash } from "node:crypto";

/** A UUID of version 5 style: the same name always gives the same id, so a row planned twice is one row. */
export function namedUuid(name: string): string {
  const hex = createHash("sha1").update(`dosar\0${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
