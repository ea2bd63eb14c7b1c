/** The page on which a person declines the morning digest: it asks, and says what goes on and how to come back. */
import type { Language } from "../../domain/i18n/language.ts";
import { escape, publicPage } from "./page.ts";

const TEXTS = {
  ro: {
    title: "Rezumatul dimineții",
    ask: "Nu mai doriți rezumatul dimineții, cu ce aveți cu termen azi, săptămâna aceasta și depășit?",
    stays: "Mesajele despre fiecare termen vin în continuare: ele nu pot fi oprite.",
    button: "Nu mai trimiteți rezumatul",
    done: "Rezumatul dimineții nu se mai trimite.",
    back: "Rezumatul îl puteți primi din nou oricând: autentificați-vă în Dosar, deschideți meniul cu numele dumneavoastră și bifați „Rezumatul dimineții, pe e-mail”.",
    wrong: "Legătura nu este bună sau nu este întreagă.",
    wrongHow:
      "Deschideți-o din nou din rezumatul primit, întreagă. Rezumatul se poate opri și din Dosar, din meniul cu numele dumneavoastră.",
    failed: "Serviciul nu răspunde acum. Încercați din nou peste câteva clipe.",
    enter: "Intrați în Dosar",
    foot: "Această pagină nu arată cine sunteți și nu schimbă nimic până nu apăsați butonul.",
  },
  en: {
    title: "The morning digest",
    ask: "Do you no longer want the morning digest of what is due today, this week and overdue?",
    stays: "Messages about single terms still come: they cannot be stopped.",
    button: "Stop the digest",
    done: "The morning digest is no longer sent.",
    back: "You can have the digest again at any time: sign in to Dosar, open the menu with your name and tick “Morning digest by e-mail”.",
    wrong: "The link is wrong or not whole.",
    wrongHow:
      "Open it again from the digest that you received, whole. The digest can also be stopped in Dosar, in the menu with your name.",
    failed: "The service does not answer now. Try again in a moment.",
    enter: "Open Dosar",
    foot: "This page does not show who you are, and changes nothing until you press the button.",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Asks; nothing has happened yet. */
export function askPage(language: Language, token: string): string {
  const t = TEXTS[language];
  const form = `<form method="post" action="${escape(addressOf(token)(language))}"><button type="submit">${t.button}</button></form>`;
  return page(language, token, `<p>${t.ask}</p><p>${t.stays}</p>${form}`);
}

export function donePage(language: Language, token: string): string {
  const t = TEXTS[language];
  const body = `<p role="status"><strong>${t.done}</strong></p><p>${t.stays}</p><p>${t.back}</p>${enter(language)}`;
  return page(language, token, body);
}

/** Says no more of a token that was never made than of one that was cut off. */
export function wrongLinkPage(language: Language): string {
  const t = TEXTS[language];
  return page(language, "", `<p class="alert" role="alert">${t.wrong}</p><p>${t.wrongHow}</p>${enter(language)}`);
}

export function unavailablePage(language: Language, token: string): string {
  return page(language, token, `<p class="alert" role="alert">${TEXTS[language].failed}</p>`);
}

function enter(language: Language): string {
  return `<p class="no-print"><a href="/">${TEXTS[language].enter}</a></p>`;
}

function addressOf(token: string): (language: Language) => string {
  return (language) =>
    `/dezabonare?${new URLSearchParams({ ...(token === "" ? {} : { token }), lang: language }).toString()}`;
}

function page(language: Language, token: string, body: string): string {
  const { title, foot } = TEXTS[language];
  return publicPage(language, { title, body: `<h1>${title}</h1>${body}`, foot, address: addressOf(token) });
}
