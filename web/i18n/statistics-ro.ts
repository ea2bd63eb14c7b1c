/** The texts of the statistics, in Romanian; `statistics-en.ts` has the same keys. Those of the tables are in `domain/statistics/`. */
export const statisticsRo = {
  "statistics.title": "Statistică",
  "statistics.short": "Statistică",
  "statistics.intro.moh":
    "Câte dosare sunt la fiecare pas, câte zile iau termenele și cum sunt respectate, la cine stau dosarele și ce bani se cer și se acordă.",
  "statistics.intro.e112":
    "Câte dosare sunt la fiecare pas, în câte zile se decide, la cine stau dosarele și ce bani se estimează și se decontează.",
  "statistics.institution": "Instituția",
  "statistics.country": "toată țara",
  "statistics.period": "Perioada",
  "statistics.period.thisMonth": "luna aceasta",
  "statistics.period.lastMonth": "luna trecută",
  "statistics.period.thisQuarter": "trimestrul acesta",
  "statistics.period.lastQuarter": "trimestrul trecut",
  "statistics.period.thisYear": "anul acesta",
  "statistics.period.lastYear": "anul trecut",
  "statistics.period.free": "între două zile",
  "statistics.from": "Din",
  "statistics.to": "Până la",
  "statistics.shared": "Ascunde numerele mici, ca în fișierele care pleacă din instituție",
  "statistics.internal": "Uz intern: conține numere mici",
  "statistics.xlsx": "Toate tabelele (XLSX)",
  "statistics.csv": "CSV",
  "statistics.csv.of": "CSV: {table}",
  "statistics.print": "Tipărește",
  "statistics.madeAt": "Întocmit la {at}.",
  "statistics.span": "{institution}, {from} – {to}",
  "statistics.none": "Niciun dosar în această perioadă.",
  "statistics.open":
    "{count, plural, one {dosar deschis acum} few {dosare deschise acum} other {de dosare deschise acum}}",
  "statistics.entered":
    "{count, plural, one {dosar intrat în perioadă} few {dosare intrate în perioadă} other {de dosare intrate în perioadă}}",
  "statistics.closed":
    "{count, plural, one {dosar închis în perioadă} few {dosare închise în perioadă} other {de dosare închise în perioadă}}",
  "statistics.chart": "Grafic: {title}. Aceleași cifre sunt în tabelul de sub el.",
  "statistics.taken": "Zile folosite față de limită",
  "statistics.taken.hint":
    "Linia din mijloc este limita legii. Bara plină este mediana, cea hașurată merge până la zilele în care s-au încheiat 90 % dintre termene.",
  "statistics.taken.says": "mediana {median}, 90 % în {ninth}, limita {limit}",
  "statistics.taken.saysMedian": "mediana {median}, limita {limit}",
  "statistics.taken.saysNothing": "prea puține, limita {limit}",
  "statistics.decided": "Zile lucrătoare până la decizie",
  "statistics.decided.hint":
    "Legea nu pune nicio limită. Bara plină este mediana, cea hașurată merge până la zilele în care au fost luate 90 % dintre decizii. Lipsesc casele cu prea puține decizii.",
  "statistics.decided.says": "mediana {median}, 90 % în cel mult {ninth}",
  "statistics.decided.saysMedian": "mediana {median}",
  "statistics.noTerms": "Legea nu dă niciun termen pentru decizie (E112-A4): zilele sunt o monitorizare, nu o limită.",
  "statistics.workingDays":
    "{count, plural, one {o zi lucrătoare} few {# zile lucrătoare} other {# de zile lucrătoare}}",
  "statistics.outcomes": "Cum au fost respectate",
  "statistics.compare": "Compară după",
  "statistics.compare.all": "toate termenele",
} as const;
