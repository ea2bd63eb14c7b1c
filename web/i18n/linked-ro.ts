/** The texts of a file that goes on as another one, in Romanian; `linked-en.ts` has the same keys. */
export const linkedRo = {
  "linked.opening": "Cazul a trecut pe calea Ministerului: se deschide dosarul la {house}",
  "linked.opening.hint":
    "Numărul apare aici de îndată ce dosarul este înregistrat. Dacă direcția nu poate fi găsită acum, se încearcă din nou până reușește; nu aveți nimic de făcut.",
  "linked.byItself": "Se face de la sine; nimeni nu are nimic de înregistrat.",
  "linked.goesOn": "Cazul continuă pe calea Ministerului, la {house}",
  "linked.goesOn.number": "Dosarul de acolo are numărul {number}. Codul lui de acces îl dă direcția.",
  "linked.cameFrom": "Dosar venit de la {house}",
  "linked.cameFrom.number": "A continuat dosarul E112 {number}; documente venite cu el: {count}, în fila „Dosarul”.",
  "linked.code": "Codul de acces nu a fost dat nimănui: îl primește solicitantul aici, pe dovada de înregistrare.",
  "linked.receipt": "Dovada cu codul de acces",
} as const;
