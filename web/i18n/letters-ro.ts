/** The texts of letters and forms, in Romanian; `letters-en.ts` has the same keys. */
export const lettersRo = {
  "tab.scrisori": "Scrisori și formulare",
  "letters.intro":
    "Scrisorile se fac pe loc, din datele dosarului. Numărul de ieșire, semnătura și ștampila se pun pe hârtie.",
  "letters.possible": "Se pot face acum",
  "letters.notYet": "Nu se pot face acum",
  "letters.elsewhere": "Le întocmesc alte instituții",
  "letters.none": "Nicio scrisoare nu se poate face acum în acest dosar.",
  "letters.open": "Deschide PDF",
  "letters.open.of": "Deschide PDF: {title}",
  "letters.clinic": "Clinica",
  "letters.language": "Limba",
  "letters.language.ro": "română",
  "letters.language.en": "engleză",
  "letters.language.fr": "franceză",
  "letters.language.de": "germană",
  "letters.forStep": "Scrisori pentru acest pas:",
  "letters.afterAct": "După „{act}”:",
  "letters.receipt": "Dovada cu cod (PDF)",
  "letters.blank": "Cererea-tip necompletată (PDF)",
  "letters.blankReport": "Raportul medical necompletat (PDF)",
} as const;
