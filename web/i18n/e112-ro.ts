/** The texts of E112/S2 files at the insurance house, in Romanian; `e112-en.ts` has the same keys. */
export const e112Ro = {
  "process.short.moh": "calea Ministerului",
  "process.short.e112": "E112/S2",
  "column.process": "Calea",
  "column.treatmentFrom": "Tratamentul începe",
  "files.application": "cererea: {number}",
  "files.none": "Nu este încă niciun dosar.",
  "queue.noTerms":
    "Legea nu dă termene pentru dosarele E112/S2 (lectura E112-A4): lucrările care așteaptă de mai mult timp sunt primele.",
} as const satisfies Record<string, string>;
