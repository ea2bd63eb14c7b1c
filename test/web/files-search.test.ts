import { searchFor } from "../../web/pages/files/search.ts";

describe("a search for files", () => {
  test.each(["12", "DSP-CJ", "dsp-cj/2026/0000", "MS/2026/000045", " DSP-B/2026/000001 "])(
    "the number “%s” stands in the address",
    (typed) => {
      expect(searchFor(typed)).toEqual({ search: { cauta: typed.trim() }, state: {} });
    },
  );

  test.each(["Popescu", "Țăranu-Șerban", "Ana-Maria", "Popescu 2", "Ms. Ionescu", "1985-03-02"])(
    "“%s” never does",
    (typed) => {
      expect(searchFor(typed)).toEqual({ search: { cauta: undefined }, state: { surname: typed } });
    },
  );

  test("nothing typed is every file", () => {
    expect(searchFor("  ")).toEqual({ search: { cauta: undefined }, state: {} });
  });
});
