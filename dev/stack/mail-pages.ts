import type { CaughtMail } from "./mail.ts";

const WORDS = {
  en: {
    mailbox: "Mailbox of the demonstration",
    about:
      "Every e-mail that this Dosar sends ends here; nothing leaves this machine. To see what happens when mail fails: an address such as ana.refuzat@… is refused, and one such as ana.respins@… is accepted and the letter returned a second later.",
    empty: "No messages yet.",
    to: "To",
    from: "From",
    subject: "Subject",
    date: "Received",
    clear: "Delete all",
    back: "All messages",
    text: "Text",
    html: "HTML",
    raw: "Source",
    attachments: "Attachments",
    notFound: "There is no such message.",
    noSubject: "(no subject)",
  },
  ro: {
    mailbox: "Cutia poștală a demonstrației",
    about:
      "Orice e-mail trimis de acest Dosar ajunge aici; nimic nu părăsește calculatorul. Ca să vedeți ce se întâmplă când un e-mail nu ajunge: o adresă de felul ana.refuzat@… este refuzată, iar la una de felul ana.respins@… scrisoarea este primită și întoarsă după o secundă.",
    empty: "Niciun mesaj deocamdată.",
    to: "Către",
    from: "De la",
    subject: "Subiect",
    date: "Primit",
    clear: "Șterge toate",
    back: "Toate mesajele",
    text: "Text",
    html: "HTML",
    raw: "Sursă",
    attachments: "Atașamente",
    notFound: "Nu există un asemenea mesaj.",
    noSubject: "(fără subiect)",
  },
};

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; flex-wrap: wrap; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
th, td { text-align: left; padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:hover td { background: var(--soft); }
time { white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 1rem; border-radius: 6px; }
iframe { width: 100%; height: 24rem; resize: vertical; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
button { font: inherit; padding: .3rem .8rem; }
`;

/** Reloads the list when a message arrives, and empties it at the press of the button. */
export const LIST_SCRIPT = `
const shown = document.querySelectorAll("tbody tr").length;
setInterval(async () => {
  const answer = await fetch("/api/messages").catch(() => null);
  if (answer?.ok && (await answer.json()).length !== shown) location.reload();
}, 3000);
document.querySelector("button").addEventListener("click", async () => {
  await fetch("/api/messages", { method: "DELETE" });
  location.reload();
});
`;

/** All messages, in the order given. */
export function listPage(mails: CaughtMail[], romanian: boolean): string {
  const words = romanian ? WORDS.ro : WORDS.en;
  const rows = mails.map(
    (mail) => `<tr><td>${escape(mail.to.join(", "))}</td>
<td><a href="/messages/${mail.id}">${escape(mail.subject || words.noSubject)}</a></td>
<td>${when(mail.date, romanian)}</td></tr>`,
  );
  const head = `<tr><th>${words.to}</th><th>${words.subject}</th><th>${words.date}</th></tr>`;
  const list = `<table><thead>${head}</thead><tbody>${rows.join("\n")}</tbody></table>`;
  return page(
    words.mailbox,
    romanian,
    `<header><h1>${words.mailbox}</h1><button type="button">${words.clear}</button></header>
<p>${words.about}</p>
${list}${mails.length === 0 ? `<p>${words.empty}</p>` : ""}
<script>${LIST_SCRIPT}</script>`,
  );
}

export function messagePage(mail: CaughtMail, romanian: boolean): string {
  const words = romanian ? WORDS.ro : WORDS.en;
  const subject = mail.subject || words.noSubject;
  const files = mail.attachments.map(
    ({ filename, size }, index) =>
      `<li><a href="/messages/${mail.id}/attachments/${index}" download="${escape(filename)}">${escape(filename)}</a> (${Math.ceil(size / 1024)} kB)</li>`,
  );
  return page(
    subject,
    romanian,
    `<p><a href="/">← ${words.back}</a></p>
<header><h1>${escape(subject)}</h1><a href="/messages/${mail.id}/raw">${words.raw}</a></header>
<dl>
<dt>${words.from}</dt><dd>${escape(mail.from)}</dd>
<dt>${words.to}</dt><dd>${escape(mail.to.join(", "))}</dd>
<dt>${words.date}</dt><dd>${when(mail.date, romanian)}</dd>
</dl>
${files.length > 0 ? `<h2>${words.attachments}</h2><ul>${files.join("")}</ul>` : ""}
${mail.html === null ? "" : `<h2>${words.html}</h2><iframe title="${words.html}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.id}/html"></iframe>`}
<h2>${words.text}</h2><pre>${escape(mail.text)}</pre>`,
  );
}

export function notFoundPage(romanian: boolean): string {
  const words = romanian ? WORDS.ro : WORDS.en;
  return page(words.notFound, romanian, `<h1>${words.notFound}</h1><p><a href="/">← ${words.back}</a></p>`);
}

function page(title: string, romanian: boolean, body: string): string {
  return `<!doctype html>
<html lang="${romanian ? "ro" : "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${body}</body></html>`;
}

function when(date: string, romanian: boolean): string {
  const format = new Intl.DateTimeFormat(romanian ? "ro-RO" : "en-GB", {
    dateStyle: "short",
    timeStyle: "medium",
    timeZone: "Europe/Bucharest",
  });
  return `<time datetime="${date}">${format.format(new Date(date))}</time>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
