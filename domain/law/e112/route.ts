import { e112Entry, e112Form, e112Guide } from "../citations.ts";
import type { RuleData } from "../rule.ts";

/** When the route is open, and when the form cannot be refused: E112-01 to E112-10. */
export const ROUTE_RULES = [
  {
    id: "E112-01",
    kind: "condition",
    text: {
      ro: "Ruta formularului E112 (S2) este deschisă numai dacă sunt îndeplinite împreună trei condiții: țara clinicii (A), contractul ei cu asigurările publice (B) și pachetul de bază (C).",
      en: "The E112 (S2) route is open only when three conditions hold together: the clinic's country (A), its contract with public insurance (B) and the basic package (C).",
    },
    citation: e112Entry("titlu", "heading"),
    readings: ["E112-A1"],
  },
  {
    id: "E112-02",
    kind: "condition",
    text: {
      ro: "Clinica aleasă funcționează într-un stat al Uniunii Europene.",
      en: "The chosen clinic works in a state of the European Union.",
    },
    citation: e112Entry("lit. A", "letter A"),
    readings: ["E112-A1", "E112-A2"],
  },
  {
    id: "E112-03",
    kind: "condition",
    text: {
      ro: "Clinica lucrează, pe bază de contract, cu casa națională de asigurări de sănătate a țării sale.",
      en: "The clinic works under contract with the national health insurance house of its own country.",
    },
    citation: e112Entry("lit. B", "letter B"),
    readings: ["E112-A1"],
  },
  {
    id: "E112-04",
    kind: "condition",
    text: {
      ro: "Pachetul de servicii de bază al asiguraților din România acoperă tratamentul acestei afecțiuni.",
      en: "The basic package of those insured in Romania covers the treatment of this condition.",
    },
    citation: e112Entry("lit. C", "letter C"),
    readings: ["E112-A1"],
  },
  {
    id: "E112-05",
    kind: "route",
    text: {
      ro: "Când una dintre condițiile A, B și C lipsește, cazul poate trece pe ruta fondurilor Ministerului Sănătății (Ordinul 1011/2011).",
      en: "When one of conditions A, B and C is missing, the case may pass to the route of the Ministry of Health's funds (Order 1011/2011).",
    },
    citation: e112Entry("ultimul paragraf", "closing paragraph"),
    readings: ["E112-A1", "MOH-A26"],
  },
  {
    id: "E112-06",
    kind: "condition",
    text: {
      ro: "Temeiul pe care ghidul îl numește pentru această rută este Contractul-cadru nr. 324/2008.",
      en: "The legal basis that the guide names for this route is Framework Contract no. 324/2008.",
    },
    citation: e112Form("titlu", "heading"),
    readings: ["E112-A15"],
  },
  {
    id: "E112-07",
    kind: "condition",
    text: {
      ro: "Prima condiție a eliberării: serviciul medical cerut se regăsește în pachetul de bază al asiguratului român.",
      en: "The first condition of issue: the service asked for is found in the basic package of those insured in Romania.",
    },
    citation: e112Form("lit. A", "letter A"),
    readings: ["E112-A1"],
  },
  {
    id: "E112-08",
    kind: "condition",
    text: {
      ro: "A doua condiție a eliberării: după starea pacientului și evoluția probabilă a bolii, tratamentul nu se poate face la timp în România.",
      en: "The second condition of issue: given the patient's state and the probable course of the illness, the treatment cannot be had in time in Romania.",
    },
    citation: e112Form("lit. B", "letter B"),
    readings: ["E112-A1"],
  },
  {
    id: "E112-09",
    kind: "condition",
    text: {
      ro: "Formularul are două nume, E112 și S2; dosarul îl primește sub oricare dintre ele.",
      en: "The form has two names, E112 and S2; a file takes it under either.",
    },
    citation: e112Guide("titlul paginii", "heading of the page"),
    readings: ["E112-A15"],
  },
  {
    id: "E112-10",
    kind: "right",
    text: {
      ro: "Cine îndeplinește cele două condiții are dreptul la formular: casa de asigurări nu îl poate refuza.",
      en: "Whoever meets the two conditions has a right to the form: the insurance house cannot refuse it.",
    },
    citation: e112Form("nota cu majuscule", "notice in capitals"),
    readings: ["E112-A1", "E112-A14"],
  },
] as const satisfies readonly RuleData[];
