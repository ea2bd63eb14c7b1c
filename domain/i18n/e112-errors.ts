/** The sentences of what is refused in the E112 process. */
import type { E112_REFUSALS, Text } from "../case/commands.ts";

type Said = (name: string) => string;

export const E112_SENTENCES: Readonly<Record<(typeof E112_REFUSALS)[number], (said: Said) => Text>> = {
  REFUSAL_IMPOSSIBLE: () => ({
    ro: "Cererea nu poate fi refuzată: persoana este asigurată și toate condițiile sunt îndeplinite, iar atunci formularul trebuie eliberat (E112-10).",
    en: "The application cannot be refused: the person is insured and all the conditions are met, and then the form has to be issued (E112-10).",
  }),
  ROUTE_NOT_OPEN: () => ({
    ro: "Calea Ministerului se deschide numai când clinica nu este într-un stat UE/SEE, nu are contract sau tratamentul nu este în pachetul de bază; nimic din acestea nu se știe despre acest dosar.",
    en: "The Ministry’s route opens only when the clinic is not in an EU/EEA state, has no contract, or the treatment is not in the basic package; nothing of this is known of this file.",
  }),
  NOT_ANNULLABLE: (said) => ({
    ro: `Înregistrarea ${said("act")} nu se poate anula: se anulează numai o plecare, costuri sau un referat de forță majoră care stau în dosar, înainte de eliberarea formularului.`,
    en: `Entry ${said("act")} cannot be annulled: only a departure, costs or a force majeure report that stand in the file can be, before the form is issued.`,
  }),
  WRONG_HOUSE: (said) => ({
    ro: `Dosarul se depune la casa de care aparține pacientul, ${said("right")}, nu la ${said("institution")}.`,
    en: `The dossier is filed at the house to which the patient belongs, ${said("right")}, not at ${said("institution")}.`,
  }),
  APPLICANT_MISMATCH: (said) => {
    const isMinor = said("minor") === "yes";
    return {
      ro: isMinor
        ? "Pentru un copil cererea o depune un părinte, tutorele sau, cu hotărârea unei persoane de la casă, altcineva."
        : "Pentru un adult cererea o depune pacientul sau altă persoană, cu procură legalizată la notariat.",
      en: isMinor
        ? "For a child the application is filed by a parent, the guardian or, as a person at the house decides, somebody else."
        : "For an adult the application is filed by the patient or by another person with a notarised power of attorney.",
    };
  },
  NO_CAS_CONTRACT: () => ({
    ro: "Acordul prealabil îl dă un medic sau o unitate sanitară care are contract cu o casă de asigurări din România.",
    en: "The prior agreement is given by a doctor or health unit that has a contract with an insurance house in Romania.",
  }),
  NOT_BY_EMAIL: () => ({
    ro: "Documentele se trimit medicului din străinătate scanate, prin e-mail.",
    en: "The documents are sent to the doctor abroad scanned, by e-mail.",
  }),
  ACCEPTANCE_NOT_ASKED: () => ({
    ro: "Mesajul către clinică trebuie să ceară acceptul pentru tratament.",
    en: "The message to the clinic must ask for the acceptance of the treatment.",
  }),
  COST_NOT_ASKED: () => ({
    ro: "Mesajul către clinică trebuie să ceară un cost estimativ complet.",
    en: "The message to the clinic must ask for a complete estimated cost.",
  }),
  CLINIC_NEEDED: () => ({
    ro: "Numiți clinica: dosarul nu are încă una, sau cea dinainte a refuzat.",
    en: "Name the clinic: the file has none yet, or the last one refused.",
  }),
  PERIOD_ORDER: (said) => ({
    ro: `Perioada se încheie (${said("to")}) înainte de a începe (${said("from")}).`,
    en: `The period ends (${said("to")}) before it begins (${said("from")}).`,
  }),
  CONTENT_LACKING: () => ({
    ro: "Cererea este înregistrată: un document nou trebuie să aibă tot conținutul cerut; acesta nu îl are.",
    en: "The application is registered: a new paper must have all the contents that are asked for; this one lacks some.",
  }),
  DOSSIER_LACKING: () => ({
    ro: "Cererea se înregistrează când dosarul este complet: acum îi lipsește ceva (vedeți lista documentelor și conținutul acceptului și al raportului).",
    en: "The application is registered when the dossier is complete: now it lacks something (see the list of documents and the contents of the acceptance and the report).",
  }),
  WAIVER_PROOF_NEEDED: () => ({
    ro: "Cererea este înregistrată: adăugați întâi la dosar dovada că celălalt părinte lipsește.",
    en: "The application is registered: first add to the dossier the proof that the other parent is absent.",
  }),
  ORIGINAL_WITH_DOCTOR: () => ({
    ro: "Originalul traducerii legalizate nu se lasă la medic: este nevoie de el la dosar. Medicul poate păstra o copie.",
    en: "The original of the legalised translation is not left with the doctor: the dossier needs it. The doctor may keep a copy.",
  }),
  INSURED_NEEDED: () => ({
    ro: "Spuneți dacă persoana este asigurată.",
    en: "Say whether the person is insured.",
  }),
  PARENT_NEEDED: () => ({
    ro: "Pentru un copil se verifică statutul de asigurat al fiecărui părinte.",
    en: "For a child the insured status of each parent is checked.",
  }),
  PARENT_WAIVED: () => ({
    ro: "Actele celuilalt părinte nu se cer în acest dosar; nici statutul lui nu se verifică.",
    en: "The other parent’s documents are not asked for in this file; neither is that parent’s status checked.",
  }),
  NO_PARENTS: () => ({
    ro: "La un adult se verifică statutul său de asigurat, nu al părinților.",
    en: "Of an adult the own insured status is checked, not that of the parents.",
  }),
  PERSON_DECIDES: () => ({
    ro: "Numai un părinte este asigurat: hotărăște o persoană, care spune dacă statutul este recunoscut („insured”) și de ce („reason”).",
    en: "Only one parent is insured: a person decides, and says whether the status is recognised (“insured”) and why (“reason”).",
  }),
  INSURED_MISMATCH: () => ({
    ro: "Statutul copilului urmează pe al părinților: asigurat când sunt asigurați, neasigurat când nu este niciunul.",
    en: "The child’s status follows that of the parents: insured when they are, not insured when neither is.",
  }),
  CLINIC_COUNTRY: (said) => ({
    ro: `Clinica este în ${said("country")}; răspunsul despre statul UE/SEE sau de pe listă nu se potrivește cu țara ei.`,
    en: `The clinic is in ${said("country")}; the answer about the EU/EEA or listed state does not agree with its country.`,
  }),
  COST_OF_PATIENT: () => ({
    ro: "Transportul și cazarea însoțitorilor se suportă de pacient, nu de o instituție.",
    en: "Transport and the carers’ accommodation are borne by the patient, not by an institution.",
  }),
  TWO_COPIES: () => ({
    ro: "Formularul se eliberează în două exemplare.",
    en: "The form is issued in two copies.",
  }),
  FORCE_MAJEURE_NEEDED: (said) => ({
    ro: `Pacientul a plecat la ${said("departedOn")}: după plecare formularul se eliberează numai în caz de forță majoră.`,
    en: `The patient left on ${said("departedOn")}: after the departure the form is issued only in force majeure.`,
  }),
  COULD_BE_ISSUED_BEFORE: (said) => ({
    ro: `Pacientul a plecat la ${said("departedOn")}: după plecare formularul se eliberează numai dacă nu a putut fi eliberat înainte.`,
    en: `The patient left on ${said("departedOn")}: after the departure the form is issued only when it could not be issued before.`,
  }),
  COST_PAID: (said) => ({
    ro: `Pacientul a plecat la ${said("departedOn")}: după plecare formularul se eliberează numai dacă serviciile nu au fost achitate.`,
    en: `The patient left on ${said("departedOn")}: after the departure the form is issued only when the services have not been paid.`,
  }),
  FORCE_MAJEURE_REPORT_NEEDED: () => ({
    ro: "Mai întâi casa întocmește referatul care justifică forța majoră.",
    en: "First the house draws up the report that justifies the force majeure.",
  }),
  COST_NOT_PAID: () => ({
    ro: "Nu este consemnat niciun cost al tratamentului achitat de pacient. Consemnați-l întâi, sau alegeți alt temei.",
    en: "No treatment cost paid by the patient is recorded. Record it first, or choose another ground.",
  }),
  ISSUE_POSSIBLE: () => ({
    ro: "Formularul se poate încă elibera: este ziua plecării, sau casa a întocmit referatul de forță majoră iar costul nu este achitat. Dosarul nu se închide.",
    en: "The form can still be issued: it is the day of the departure, or the house has drawn up the force majeure report and the cost is not paid. The file is not closed.",
  }),
  FORM_NOT_GIVEN_UP: () => ({
    ro: "Formularul se anulează numai dacă solicitantul renunță la el („applicantGivesUp”): cât sunt îndeplinite condițiile, casa nu îl poate lua înapoi. Un formular cu o greșeală se înlocuiește.",
    en: "The form is cancelled only as the applicant gives it up (“applicantGivesUp”): while the conditions are met the house cannot take it back. A form with a mistake is replaced.",
  }),
  WAIVER_OF_ADULT: () => ({
    ro: "Pacientul era major la depunerea dosarului: actele și asigurarea părinților nu se cer, deci nu este de ce să lipsească al doilea părinte (E112-71, E112-A10).",
    en: "The patient was an adult when the dossier was filed: the parents’ papers and insurance are not asked for, so there is no second parent to do without (E112-71, E112-A10).",
  }),
  COPY_RECIPIENT: () => ({
    ro: "Exemplarul 1 rămâne la instituția emitentă, exemplarul 2 se comunică solicitantului.",
    en: "Copy 1 stays with the institution that issues, copy 2 goes to the applicant.",
  }),
  COPY_HANDED_OVER: (said) => ({
    ro: `Exemplarul ${said("copy")} este deja predat.`,
    en: `Copy ${said("copy")} is already handed over.`,
  }),
  INVOICE_KNOWN: (said) => ({
    ro: `Factura ${said("invoice")} este deja înregistrată în acest dosar.`,
    en: `Invoice ${said("invoice")} is already registered in this file.`,
  }),
  UNKNOWN_INVOICE: (said) => ({
    ro: `Factura ${said("invoice")} nu este înregistrată în acest dosar.`,
    en: `Invoice ${said("invoice")} is not registered in this file.`,
  }),
  INVOICE_SETTLED: (said) => ({
    ro: `Factura ${said("invoice")} este deja decontată.`,
    en: `Invoice ${said("invoice")} is already settled.`,
  }),
  NOT_BETWEEN_INSTITUTIONS: () => ({
    ro: "Costul se decontează numai între instituții, pe factura E125; pacientul nu este parte.",
    en: "The cost is settled only between institutions, on invoice E125; the patient is no party.",
  }),
  DIFFERENCE_REASON_NEEDED: () => ({
    ro: "Decontarea diferă de ce s-a cerut sau factura nu se potrivește cu formularul; spuneți de ce („differenceReason”).",
    en: "The settlement differs from the claim, or the invoice does not match the form; say why (“differenceReason”).",
  }),
};
