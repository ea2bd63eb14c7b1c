import { ApiError } from "../../web/api/http.ts";
import { answerOf } from "../../web/forms/answer.ts";
import type { Draft, DraftChange, DraftHandle } from "../../web/forms/drafts.ts";
import { sendOnce } from "../../web/forms/send.ts";

/** A draft held in memory, as the pages hold it. */
function handleOf(): DraftHandle & { readonly discarded: () => boolean } {
  let draft: Draft = { values: {}, touched: true };
  let gone = false;
  return {
    get draft() {
      return draft;
    },
    change(change: DraftChange) {
      draft = { ...draft, ...(typeof change === "function" ? change(draft) : change) };
    },
    discard() {
      gone = true;
    },
    discarded: () => gone,
  };
}

const busy = new ApiError(503, { code: "UNAVAILABLE", message: "" });
const idOf = (body: object): string => (body as { commandId: string }).commandId;

describe("a command is sent once", () => {
  test("a double click sends one request", async () => {
    const handle = handleOf();
    const sent: string[] = [];
    const send = async (body: object) => {
      sent.push(idOf(body));
      await Promise.resolve();
      return "done";
    };
    const [first, second] = await Promise.all([sendOnce(handle, { a: 1 }, send), sendOnce(handle, { a: 1 }, send)]);
    expect(first).toEqual({ accepted: "done" });
    expect(second).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(handle.discarded()).toBe(true);
  });

  test("the same request sent again carries the same id, a changed one another, and nothing typed is lost", async () => {
    const handle = handleOf();
    const sent: string[] = [];
    const fail = async (body: object) => {
      sent.push(idOf(body));
      throw busy;
    };
    for (const request of [{ a: 1 }, { a: 1 }, { a: 2 }]) {
      expect(await sendOnce(handle, request, fail)).toEqual({ refused: { kind: "unavailable" } });
    }
    expect(sent[0]).toBe(sent[1]);
    expect(sent[2]).not.toBe(sent[0]);
    expect(handle.discarded()).toBe(false);
    expect(handle.draft.sending).toBe(false);
  });

  test.each([
    [new ApiError(0, { code: "UNREACHABLE", message: "" }), "unavailable"],
    [busy, "unavailable"],
    [new ApiError(401, { code: "UNAUTHENTICATED", message: "" }), "signed-out"],
    [new ApiError(409, { code: "STALE_VERSION", message: "s", changes: [] }), "stale"],
    [new ApiError(409, { code: "NOT_ALLOWED_NOW", message: "n" }), "conflict"],
    [new ApiError(422, { code: "INVALID", message: "i", fields: [] }), "invalid"],
    [new ApiError(500, { code: "INTERNAL", message: "" }), "failed"],
    [new TypeError("broken"), "failed"],
  ])("%s is told as %s", (error, kind) => {
    expect(answerOf(error).kind).toBe(kind);
  });
});
