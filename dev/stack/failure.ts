/** A failure that its message explains fully: printed alone, without a stack, before ending with code 1. */
export class Failure extends Error {
  override name = "Failure";
}

/** What to print of anything thrown: a `Failure` speaks for itself, everything else shows where it came from. */
export function describeFailure(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const known = describeSystemError(error);
  if (known !== undefined) return known;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The errors of the operating system that a person can mend, in words. */
function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const where = "path" in error && typeof error.path === "string" ? ` (${error.path})` : "";
  switch (error.code) {
    case "ENOSPC":
      return `The disk is full${where}. Free some space and start again.`;
    case "EROFS":
      return `The file system is read-only${where}. Use a clone in a folder that can be written to.`;
    case "EACCES":
    case "EPERM":
      return `No permission${where}. The folder of this clone must be writable for the user who starts it.`;
    default:
      return undefined;
  }
}
