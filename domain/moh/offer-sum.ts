/** The sum check of an offer: a difference is pointed out and refuses nothing (MOH-58, reading MOH-A28). */

const PARTS = ["costEvaluation", "costProcedure", "costPostEvaluation"] as const;

export interface OfferWarning {
  readonly code: "TOTAL_DIFFERS";
  readonly sum: string;
  readonly total: string;
}

/** Compares the parts with the total, in exact cents. Nothing is said of an offer that lacks one of them. */
export function offerWarnings(offer: Readonly<Record<string, unknown>>): OfferWarning[] {
  const parts = PARTS.map((name) => cents(offer[name]));
  const total = cents(offer["costTotal"]);
  if (total === undefined || parts.some((part) => part === undefined)) return [];
  const sum = parts.reduce<bigint>((all, part) => all + (part ?? 0n), 0n);
  return sum === total ? [] : [{ code: "TOTAL_DIFFERS", sum: decimal(sum), total: decimal(total) }];
}

function cents(amount: unknown): bigint | undefined {
  const written = typeof amount === "string" ? /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount) : null;
  return written === null ? undefined : BigInt(`${written[1]}${(written[2] ?? "").padEnd(2, "0")}`);
}

function decimal(amount: bigint): string {
  const digits = amount.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
