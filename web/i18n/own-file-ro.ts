/** The preparation that the patient side keeps, in Romanian; `own-file-en.ts` has the same keys. */
export const ownFileRo = {
  "ownFile.title": "Pregătirea dosarului meu E112/S2",
  "ownFile.intro":
    "Cu numărul și codul din confirmarea de înregistrare puteți vedea ce mai lipsește din pregătirea dosarului și puteți consemna ce ați făcut. Nu e nevoie de cont.",
  "ownFile.number": "Numărul dosarului",
  "ownFile.code": "Codul de acces",
  "ownFile.open": "Deschide dosarul",
  "ownFile.close": "Închide",
  "ownFile.empty": "Scrieți numărul dosarului și codul de acces.",
  "ownFile.howToGet":
    "Numărul și codul le dă casa de asigurări de sănătate la deschiderea dosarului. Ele nu se păstrează în acest telefon sau calculator: la închiderea paginii se cer din nou.",
  "ownFile.registered":
    "Cererea este înregistrată la casa de asigurări cu numărul {number}. De acum dosarul îl ține casa; unde se află puteți vedea la",
  "ownFile.now": "Ce puteți consemna acum",
  "ownFile.now.hint":
    "Consemnați numai ce s-a făcut deja. Casa de asigurări vede că ați consemnat dumneavoastră și verifică actele când depuneți dosarul.",
  "ownFile.unofficial":
    "Lista urmează un ghid neoficial al pacienților; pentru informații oficiale întrebați casa de asigurări (E112-91).",
} as const;
