import type { ReadingData } from "./reading.ts";

/** How the product reads the unclear places of the E112 process. */
export const E112_READINGS = [
  {
    id: "E112-A1",
    text: {
      ro: "Cele trei condiții deschid ruta; cele două le examinează casa. Formularul se eliberează când sunt îndeplinite toate: țara, contractul clinicii, pachetul de bază, lipsa tratamentului la timp și calitatea de asigurat. Interdicția de a refuza se aplică după ce ruta este deschisă, pentru o persoană asigurată.",
      en: "The three conditions open the route; the two are what the house examines. The form is issued when all are met: the country, the clinic's contract, the basic package, no treatment in time, and insured status. That it cannot be refused holds once the route is open, for an insured person.",
    },
  },
  {
    id: "E112-A2",
    text: {
      ro: "Se primesc clinici din Uniunea Europeană și din Spațiul Economic European, fiindcă trei din patru locuri ale ghidului spun UE/SEE. Alte state, numai printr-o listă care se poate stabili.",
      en: "Clinics in the European Union and in the European Economic Area are taken, for three of four places of the guide say EU/EEA. Other states only by a list that can be set.",
    },
    setting: true,
  },
  {
    id: "E112-A3",
    text: {
      ro: "Casa județeană primește, analizează și eliberează; „CNAS” numește în acele locuri sistemul de asigurări. Se păstrează instituția care a dat numărul.",
      en: "The county house receives, analyses and issues; “CNAS” in those places names the insurance system. The institution that gave the number is kept.",
    },
  },
  {
    id: "E112-A4",
    setting: true,
    text: {
      ro: "Ghidul nu dă niciun termen pentru analiză, eliberare sau refuz și niciunul nu se inventează: cel mult o alertă configurabilă, care nu este lege. Normele CNAS în vigoare pot fixa un termen: de verificat.",
      en: "The guide sets no term for analysis, issue or refusal, and none is invented: at most an alert that can be set, which is not law. The CNAS norms in force may set a term: to be verified.",
    },
  },
  {
    id: "E112-A5",
    text: {
      ro: "Cele 3–5 luni sunt o recomandare, nu o obligație. Se numără de la cererea către clinică; o programare mai apropiată de 3 luni este doar semnalată și nu oprește nimic.",
      en: "The 3 to 5 months are advice, not a duty. They run from the request to the clinic; an appointment sooner than 3 months is only pointed out and blocks nothing.",
    },
  },
  {
    id: "E112-A6",
    text: {
      ro: "Un accept scanat ajunge pentru a merge mai departe; la depunere se cere originalul pe hârtie, cu traducerea legalizată.",
      en: "A scanned acceptance is enough to go on; at filing the paper original is asked, with its legalised translation.",
    },
  },
  {
    id: "E112-A7",
    text: {
      ro: "Perioada programării trebuie să fie aceeași în accept și în raport și să nu treacă de perioada maximă din raport. O nepotrivire este semnalată unei persoane.",
      en: "The period of the appointment is to be the same in the acceptance and in the report, and within the longest period of the report. A mismatch is pointed out to a person.",
    },
  },
  {
    id: "E112-A8",
    text: {
      ro: "Pacientul suportă tot transportul, al său și al aparținătorilor, precum și cazarea acestora. De confirmat; nu se presupune că plătește o instituție.",
      en: "The patient bears all transport, own and carers', and the carers' accommodation. To be confirmed; it is not assumed that an institution pays.",
    },
  },
  {
    id: "E112-A9",
    text: {
      ro: "După plecare se cer toate trei: forță majoră, imposibilitatea de a elibera mai devreme și cost neplătit. Dacă pacientul a plătit deja, această rută nu îi dă formularul.",
      en: "After a departure all three are needed: force majeure, no earlier issue possible, and a cost not paid. When the patient has already paid, this route gives no form.",
    },
  },
  {
    id: "E112-A10",
    text: {
      ro: "Copil este cine nu are 18 ani la depunere. Se cer actele ambilor părinți, cu dispensă pe bază de dovadă (deces, custodie unică, tutelă). Ajunge certificatul de naștere sau cartea de identitate. Pentru altcineva care depune în numele copilului hotărăște o persoană.",
      en: "A child is under 18 at filing. Both parents' documents are asked, with a waiver on proof (death, sole custody, guardianship). Either the birth certificate or the identity card will do. When somebody else files for a child, a person decides.",
    },
  },
  {
    id: "E112-A11",
    text: {
      ro: "Pentru un copil se verifică dacă părinții sunt asigurați. Adeverința nu ține locul verificării făcute de casă.",
      en: "For a child it is the parents' insured status that is checked. The certificate does not replace the house's own check.",
    },
  },
  {
    id: "E112-A12",
    text: {
      ro: "Toate cele patru litere ale punctului 7 trebuie încercuite; dacă lipsește una, raportul este incomplet.",
      en: "All four letters of point 7 are to be circled; with one missing the report is incomplete.",
    },
  },
  {
    id: "E112-A13",
    text: {
      ro: "Acordul și raportul sunt două acte: unul la început, celălalt după accept, amândouă de la un medic sau o unitate cu contract. Dacă medicii diferă, dosarul o semnalează.",
      en: "The agreement and the report are two acts: one at the start, the other after the acceptance, both by a doctor or unit under contract. When the doctors differ, the file points it out.",
    },
  },
  {
    id: "E112-A14",
    text: {
      ro: "Refuzul numește condiția care lipsește și se comunică printr-o înștiințare făcută de om; nu se inventează forme, termene sau căi de atac.",
      en: "A refusal names the condition that fails and is told by a notice made by a person; no form, term or appeal is invented.",
    },
  },
  {
    id: "E112-A15",
    text: {
      ro: "Actele sunt citate ca în ghid și marcate „de verificat”: Contractul-cadru 324/2008 este vechi, iar S2 a luat locul formularului E112. Fiecare regulă are o dată de la care se aplică.",
      en: "The acts are cited as in the guide and marked “verify”: Framework Contract 324/2008 is old, and S2 has taken the place of E112. Each rule has a date from which it applies.",
    },
  },
  {
    id: "E112-A16",
    text: {
      ro: "Mutarea reședinței nu este un tratament: un dosar din categoria 1 este predat altei proceduri.",
      en: "A change of residence is no treatment: a file of category 1 is passed on to another procedure.",
    },
  },
] as const satisfies readonly ReadingData[];
