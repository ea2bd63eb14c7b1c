import type { ReadingData } from "./reading.ts";

/** Where the readings left something open or met in contradiction: what was decided. */
export const DECISIONS = [
  {
    id: "DEC-1",
    text: {
      ro: "Tăcerea unei clinici se constată în ultima zi a termenului ei; de atunci curg cele 2 zile ale anunțului.",
      en: "A clinic's silence is established on the last day of its term; the 2 days of the announcement run from then.",
    },
  },
  {
    id: "DEC-2",
    text: {
      ro: "Refuzul este un răspuns. Calea către alte clinici se deschide de îndată ce, cu clinicile de până acum, dosarul nu mai poate avea două răspunsuri sau o ofertă completă.",
      en: "A refusal is an answer. The way to other clinics opens as soon as, with the clinics named so far, the file can no longer have two answers or one complete offer.",
    },
  },
  {
    id: "DEC-3",
    text: {
      ro: "Dovada corespondenței se cere pentru toate clinicile din toate procesele-verbale ale dosarului.",
      en: "Proof of correspondence is asked for every clinic in any minutes of the file.",
    },
  },
  {
    id: "DEC-4",
    text: {
      ro: "Când se cunoaște numai data, cele 24 de ore se încheie la sfârșitul zilei următoare. Într-o zi nelucrătoare, termenul este respectat până la sfârșitul următoarei zile lucrătoare.",
      en: "When only the date is known, the 24 hours end with the next day. On a day that is not working, the term is met until the end of the next working day.",
    },
  },
  {
    id: "DEC-5",
    text: {
      ro: "Decizia Ministerului numește clinica aleasă și suma; DSP le poate propune la trimitere.",
      en: "The Ministry's decision names the chosen clinic and the amount; the DSP may propose them when sending.",
    },
  },
  {
    id: "DEC-6",
    text: {
      ro: "Ziua în plus privește numai efectele împotriva pacientului, după orice altă regulă de calcul. Se arată data strictă și, lângă ea, data efectului.",
      en: "The extra day concerns only effects against the patient side, after any other rule on the date. The strict date is shown, with the date of the effect beside it.",
    },
  },
  {
    id: "DEC-7",
    setting: true,
    text: {
      ro: "Zilele libere declarate întrerup termenele instituțiilor publice, nu pe cele ale pacienților, familiilor, medicilor și clinicilor. Contează calendarul celui care datorează actul.",
      en: "Declared days off interrupt the terms of public institutions, not those of patients, families, doctors and clinics. The calendar is that of whoever owes the act.",
    },
  },
  {
    id: "DEC-8",
    text: {
      ro: "Termenul de întârziere este ziua a 22-a; informarea se datorează în ziua a 23-a, de la începutul ei.",
      en: "The term of the delay is day 22; the report is owed on day 23, from its start.",
    },
  },
  {
    id: "DEC-9",
    text: {
      ro: "Aniversările zilei de 29 februarie cad pe 28 februarie în ceilalți ani.",
      en: "Anniversaries of 29 February fall on 28 February in other years.",
    },
  },
  {
    id: "DEC-10",
    text: {
      ro: "Un act datat înaintea celui din care decurge este refuzat; data mai veche se schimbă printr-o corectură.",
      en: "An act dated before the one it follows is refused; the earlier date is changed by a correction.",
    },
  },
  {
    id: "DEC-11",
    text: {
      ro: "Raportul de un an se poate înregistra de la primul control; este datorat la aniversare, cu următoarea zi lucrătoare alături. Programările ulterioare se introduc cu datele lor.",
      en: "The one-year report can be recorded from the first check on; it is due on the anniversary, with the next working day beside it. Later appointments are entered with their dates.",
    },
  },
  {
    id: "DEC-12",
    text: {
      ro: "Cât ține oprirea, o cerere nouă este refuzată cu motivul arătat; o persoană o poate ridica, motivat.",
      en: "While the bar holds, a new filing is refused with the reason; a person may lift it, with a reason.",
    },
  },
  {
    id: "DEC-13",
    text: {
      ro: "Pe ambele rute se cer actele ambilor părinți, cu dispensă pe bază de dovadă. Pe ruta Ministerului, părintele care depune dă o singură copie a actului său pentru ambele cerințe.",
      en: "On both routes both parents' documents are asked, with a waiver on proof. On the Ministry's route a parent who files gives one copy of the identity card for both rules.",
    },
  },
  {
    id: "DEC-14",
    text: {
      ro: "E112: o perioadă care nu corespunde este doar semnalată; statutul fiecărui părinte se înregistrează, iar când numai unul este asigurat hotărăște o persoană.",
      en: "E112: a period that does not agree is only a warning; each parent's status is recorded, and a person decides when only one is insured.",
    },
  },
  {
    id: "DEC-15",
    text: {
      ro: "O cheltuială din chiar ziua aprobării așteaptă o persoană. Decesul unui pacient fără bani acordați închide dosarul; o cerere de decontare deja făcută se poate soluționa.",
      en: "An expense on the very day of the approval waits for a person. The death of a patient to whom no money was granted closes the file; a claim already made can be settled.",
    },
  },
  {
    id: "DEC-16",
    text: {
      ro: "Egalitatea la toate criteriile se desparte după numărul Ministerului. O cerere mai mică ce ar încăpea este arătată, nu mutată înainte. Cine rămâne nefinanțat este reașezat luna următoare.",
      en: "A tie on every criterion is broken by the Ministry's number. A smaller request that would fit is shown, never moved ahead. Who is not funded is ranked anew next month.",
    },
  },
  {
    id: "DEC-17",
    text: {
      ro: "Până la comunicare, pagina publică arată „în curs de comunicare” cu limita mai lungă, oricare ar fi decizia; apoi numai data comunicării.",
      en: "Until the notice, the public page shows “being communicated” with the longer limit, whichever the decision; then only the date of the notice.",
    },
  },
  {
    id: "DEC-18",
    text: {
      ro: "Sancțiuni: niciun eveniment nu scade singur numărătoarea. Anularea prin act datat reia șirul și dă propuneri pe care o persoană le confirmă.",
      en: "Sanctions: no event lowers the count by itself. An annulment by a dated act replays the sequence and gives proposals that a person confirms.",
    },
  },
  {
    id: "DEC-19",
    text: {
      ro: "Sancțiuni: sumele sunt zecimale exacte, rotunjite o dată, la ban; fiecare lună numită are reducerea ei; o bază anuală dă o doisprezecime.",
      en: "Sanctions: amounts are exact decimals, rounded once to the ban; each month named has its own reduction; a yearly base gives a twelfth.",
    },
  },
  {
    id: "DEC-20",
    setting: true,
    text: {
      ro: "Sancțiuni: literele urmează alfabetul român, cu ș și ț. Numărătoarea nu trece la un contract nou.",
      en: "Sanctions: ranges of letters follow the Romanian alphabet, ș and ț included. The count is not carried over to a new contract.",
    },
  },
  {
    id: "DEC-21",
    text: {
      ro: "Textele nu spun când se suspendă un termen. Suspendarea o înregistrează o persoană răspunzătoare, cu temeiul ei; ziua în care începe nu se mai numără, ziua în care încetează se numără din nou, iar termenul își păstrează zilele rămase.",
      en: "The texts do not say when a term is suspended. A person responsible records it with its legal ground; the day on which it begins no longer counts, the day on which it ends counts again, and the term keeps the days it had left.",
    },
  },
] as const satisfies readonly ReadingData[];
