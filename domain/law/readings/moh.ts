import type { ReadingData } from "./reading.ts";

/** How the product reads the unclear places of the Ministry's process. */
export const MOH_READINGS = [
  {
    id: "MOH-A1",
    text: {
      ro: "Ziua evenimentului nu se numără; termenul se împlinește la sfârșitul celei de-a n-a zile lucrătoare, fără sărbătorile legale. Un efect împotriva pacientului se produce cu o zi lucrătoare mai târziu (Codul civil, art. 2553–2555).",
      en: "The day of the event does not count; the term ends with the n-th working day, legal holidays left out. An effect against the patient comes one working day later (Civil Code, art. 2553–2555).",
    },
  },
  {
    id: "MOH-A2",
    text: {
      ro: "Unde textul spune „zile” fără „lucrătoare”, se numără zile calendaristice; dacă ultima nu este lucrătoare, termenul trece la următoarea zi lucrătoare (Codul civil, art. 2554).",
      en: "“Days” without “working” are calendar days; a last day that is not working passes to the next working day (Civil Code, art. 2554).",
    },
  },
  {
    id: "MOH-A3",
    text: {
      ro: "Cele 2 zile până la comisie curg de când dosarul este complet, nu de la numărul de înregistrare.",
      en: "The 2 days to the commission run from the complete dossier, not from the registration number.",
    },
  },
  {
    id: "MOH-A4",
    setting: true,
    text: {
      ro: "Examinarea nu are termen legal: doar o alertă configurabilă. Termenele de comunicare curg de la înregistrarea deciziei la DSP.",
      en: "The examination has no legal term, only an alert that can be set. The terms of notice run from the registration of the decision at the DSP.",
    },
  },
  {
    id: "MOH-A5",
    text: {
      ro: "Față de pacient, termenul corespondenței se împlinește la data mai târzie dintre aprobare + 7 și comunicare + 7 zile lucrătoare. Depășirea nu închide dosarul.",
      en: "For the patient, the term of the correspondence ends on the later of approval + 7 and notice + 7 working days. Its lapse does not close the file.",
    },
  },
  {
    id: "MOH-A6",
    text: {
      ro: "Cele 7 zile ale unei clinici curg de la expedierea cererii către ea. Un refuz deschide de îndată calea către alte clinici.",
      en: "A clinic's 7 days run from the day the request left for it. A refusal opens the way to other clinics at once.",
    },
  },
  {
    id: "MOH-A7",
    text: {
      ro: "Calea către alte clinici se deschide când răspunsurile primite și cele încă așteptate nu mai pot ajunge la două.",
      en: "The way to other clinics opens when the answers received and those still awaited can no longer reach two.",
    },
  },
  {
    id: "MOH-A8",
    setting: true,
    text: {
      ro: "Un refuz oficial este un răspuns; pe lângă două răspunsuri se cere cel puțin o ofertă completă după Anexa 10.",
      en: "An official refusal is an answer; beside two answers, at least one complete Annex 10 offer is required.",
    },
  },
  {
    id: "MOH-A9",
    text: {
      ro: "Trimiterea la Minister este datorată la prima dintre: 24 de ore de când dosarul poate fi trimis și 7 sau 10 zile lucrătoare de la procesul-verbal. Dacă cele 24 de ore se încheie într-o zi nelucrătoare, se arată și următoarea zi lucrătoare.",
      en: "Sending to the Ministry is due at the earlier of 24 hours from when the dossier can be sent and 7 or 10 working days from the minutes. When the 24 hours end on a day that is not working, the next working day is shown too.",
    },
  },
  {
    id: "MOH-A10",
    text: {
      ro: "Termenul de 7 sau 10 zile reîncepe la un nou proces-verbal cu alte clinici; urmărirea celor 22 de zile nu reîncepe.",
      en: "The 7 or 10 days start anew with new minutes naming other clinics; the watch of 22 days does not.",
    },
  },
  {
    id: "MOH-A11",
    text: {
      ro: "Cele 22 de zile curg de la înregistrarea primului proces-verbal la DSP și se opresc la trimiterea la Minister. Informarea se face în a 23-a zi lucrătoare.",
      en: "The 22 days run from the registration of the first minutes at the DSP and stop when the dossier is sent. The report is made on working day 23.",
    },
  },
  {
    id: "MOH-A12",
    text: {
      ro: "Procesul-verbal consemnează decizia și clinicile; pot avea două date, implicit aceeași.",
      en: "The minutes record the decision and the clinics; the two may have two dates, by default the same.",
    },
  },
  {
    id: "MOH-A13",
    text: {
      ro: "Sunt două decizii una după alta: cea medicală, a comisiei teritoriale, și cea a Ministerului, care angajează fondurile.",
      en: "There are two decisions in a row: the territorial commission's medical one and the Ministry's, which commits the funds.",
    },
  },
  {
    id: "MOH-A14",
    text: {
      ro: "Clinicile le numește comisia teritorială, iar DSP le transmite; este o singură listă, oricum ar fi numită.",
      en: "The territorial commission names the clinics and the DSP passes them on; it is one list, whatever it is called.",
    },
  },
  {
    id: "MOH-A15",
    text: {
      ro: "Respingerea de către Minister încheie dosarul, cu o înștiințare făcută de om; nu se inventează termene sau căi de atac.",
      en: "A rejection by the Ministry ends the file, with a notice made by a person; no term and no appeal is invented.",
    },
  },
  {
    id: "MOH-A16",
    text: {
      ro: "La fonduri insuficiente ordinea este: riscul vital, beneficiul, data înregistrării la Minister; o persoană o confirmă. Termenul deciziei nu se suspendă.",
      en: "When funds fall short the order is risk to life, benefit, date of registration at the Ministry; a person confirms it. The term of the decision is not suspended.",
    },
  },
  {
    id: "MOH-A17",
    text: {
      ro: "Hotărârea Guvernului este cerută întotdeauna; Ministerul Muncii se adaugă, înaintea ei, când suportă o parte.",
      en: "The Government Decision is always needed; the Ministry of Labour comes before it when it bears a part.",
    },
  },
  {
    id: "MOH-A18",
    text: {
      ro: "Aprobarea trebuie să fie anterioară fiecărei cheltuieli; cele mai vechi sunt semnalate ca nedecontabile. În clasa B nu există decontare a cheltuielilor proprii.",
      en: "The approval must be earlier than each expense; older ones are flagged as not reimbursable. In class B own expenses are not reimbursed.",
    },
  },
  {
    id: "MOH-A19",
    text: {
      ro: "Cele două termene de 3 zile sunt separate: unul este un drept, celălalt o obligație. Întârzierea este semnalată, nu respinsă automat.",
      en: "The two terms of 3 days are separate: one is a right, the other a duty. Lateness is flagged, never refused by itself.",
    },
  },
  {
    id: "MOH-A20",
    text: {
      ro: "Primul control este în 14 zile lucrătoare, apoi la fiecare programare. Un control lipsă, confirmat de o persoană, oprește alte cereri; o persoană poate ridica oprirea, cu motiv. Anul curge de la primul control.",
      en: "The first check is within 14 working days, then at each appointment. A missed one, confirmed by a person, bars further requests; a person may lift the bar with a reason. The year runs from the first check.",
    },
  },
  {
    id: "MOH-A21",
    text: {
      ro: "Minor este cine nu are 18 ani la depunere; fără carte de identitate, îi ține loc certificatul de naștere.",
      en: "A minor is under 18 at filing; without an identity card, the birth certificate stands for it.",
    },
  },
  {
    id: "MOH-A22",
    setting: true,
    text: {
      ro: "„0–6 ani” înseamnă până în ajunul împlinirii a 7 ani, la data plecării; drumul dus și întors, fără cazare.",
      en: "“0 to 6” means up to the eve of the seventh birthday, on the day of departure; the journey out and back, not the stay.",
    },
  },
  {
    id: "MOH-A23",
    text: {
      ro: "Aparținător este soțul sau soția ori o rudă până la gradul al patrulea.",
      en: "A carer is the spouse or a relative up to the fourth degree.",
    },
  },
  {
    id: "MOH-A24",
    text: {
      ro: "Competent este DSP-ul județului de domiciliu; se notează ambele adrese, iar dacă diferă hotărăște o persoană.",
      en: "The DSP of the county of domicile is competent; both addresses are kept, and a person decides when they differ.",
    },
  },
  {
    id: "MOH-A25",
    text: {
      ro: "Ghidul scrie „50/2005”, registrul public arată Ordinul 50/2004: se păstrează ambele, iar corectura așteaptă confirmarea. Fiecare regulă are o dată de la care se aplică.",
      en: "The guide writes “50/2005”, the public register shows Order 50/2004: both are kept, the correction awaiting confirmation. Each rule has a date from which it applies.",
    },
  },
  {
    id: "MOH-A26",
    text: {
      ro: "Ruta Ministerului se deschide când lipsește oricare dintre condițiile E112, chiar dacă tratamentul este în pachetul de bază.",
      en: "The Ministry's route opens when any E112 condition fails, even for a treatment inside the basic package.",
    },
  },
  {
    id: "MOH-A27",
    text: {
      ro: "Cele 7 zile curg de la data decesului și privesc dosarele pentru care s-au acordat bani; celelalte doar se închid.",
      en: "The 7 days run from the date of death and concern files for which money was granted; the others are only closed.",
    },
  },
  {
    id: "MOH-A28",
    text: {
      ro: "Cele 16 câmpuri ale ofertei sunt toate cerute; la fax se poate răspunde „nu există”. Un total care nu corespunde este doar semnalat.",
      en: "All 16 fields of the offer are required; fax may be answered “none”. A total that does not agree is only pointed out.",
    },
  },
  {
    id: "MOH-A29",
    text: {
      ro: "Corespondența o poartă implicit DSP; cu angajament, partea pacientului, pe clinică. DSP poate scrie oricând și păstrează dovezile.",
      en: "The DSP corresponds by default; on an undertaking the patient side does, clinic by clinic. The DSP may always write, and keeps the evidence.",
    },
  },
  {
    id: "MOH-A30",
    text: {
      ro: "Cele 20 de zile curg de la înregistrarea la Minister, fie că pacientul a cerut numărul sau nu; fără această dată, termenul nu începe.",
      en: "The 20 days run from registration at the Ministry, whether or not the patient asked for the number; without that date the term does not start.",
    },
  },
  {
    id: "MOH-A31",
    text: {
      ro: "Numărul de runde cu alte clinici nu este limitat; numai o persoană poate închide dosarul, cu motiv.",
      en: "Rounds of other clinics are not limited; only a person may close the file, with a reason.",
    },
  },
  {
    id: "MOH-A32",
    text: {
      ro: "Clasa de urgență o dă comisia teritorială în procesul-verbal. Nestabilită, contează ca B pentru drepturi și ca A pentru avertizare; schimbarea vine prin nou proces-verbal.",
      en: "The territorial commission sets the urgency class in the minutes. Unset, it counts as B for permissions and as A for warnings; a change comes by new minutes.",
    },
  },
] as const satisfies readonly ReadingData[];
