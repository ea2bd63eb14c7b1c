/** The texts of settings and monitoring alerts, in Romanian; `settings-en.ts` has the same keys. */
export const settingsRo = {
  "settings.title": "Setări",
  "settings.intro":
    "Unde legea nu este limpede, produsul o citește într-un fel, arătat lângă fiecare regulă. Citirile de mai jos le poate alege Ministerul, iar pe cele ale procedurii E112, CNAS. Ce s-a hotărât într-un dosar înainte de o schimbare rămâne cum era.",
  "settings.readOnly": "Le schimbă administratorul Ministerului, iar pe cele ale procedurii E112 administratorul CNAS.",
  "settings.value": "În vigoare",
  "settings.default": "implicit: {value}",
  "settings.asDefault": "ca implicit",
  "settings.reading": "Citirea {reading}",
  "settings.effect": "Ce schimbă",
  "settings.change": "Schimbă",
  "settings.change.of": "Schimbă: {title}",
  "settings.new": "Valoarea nouă",
  "settings.new.number": "Numărul de zile lucrătoare",
  "settings.on": "pornită",
  "settings.off": "oprită",
  "settings.reason": "De ce",
  "settings.reason.hint": "rămâne în istoric; fără date ale vreunui pacient",
  "settings.legalBasis": "Temeiul (act, notă, hotărâre)",
  "settings.legalBasis.hint": "poate lipsi",
  "settings.save": "Salvează",
  "settings.cancel": "Renunță",
  "settings.saved": "Setarea a fost schimbată: {title}, {value}.",
  "settings.notSaved": "Setarea nu a fost schimbată",
  "settings.seeChanged": "Vezi ce s-a schimbat",
  "settings.history":
    "Istoric: {count, plural, =0 {nicio schimbare} one {o schimbare} few {# schimbări} other {# de schimbări}}",
  "settings.history.of": "Istoric: {title}",
  "settings.history.when": "Când și cine",
  "settings.history.what": "Din ce în ce",
  "settings.history.why": "De ce",
  "settings.history.fromTo": "{from} → {to}",
  "settings.history.basis": "Temei: {basis}",
  "settings.here.ministry": "Setare a Ministerului ({reading}), în vigoare azi: {value}.",
  "settings.here.cnas": "{title}: {value}. Setare a CNAS ({reading}), nu termen legal.",
  "settings.see": "Despre setare",

  "alert.reached":
    "Alertă de urmărire: după {days, plural, one {o zi lucrătoare} few {# zile lucrătoare} other {# de zile lucrătoare}} de la {since}, pasul nu s-a încheiat.",
  "alert.ahead":
    "Alertă de urmărire la {on}, după {days, plural, one {o zi lucrătoare} few {# zile lucrătoare} other {# de zile lucrătoare}} de la {since}.",
  "alert.nature": "Nu este un termen legal ({reading}).",
  "alert.inQueue":
    "alertă după {days, plural, one {o zi lucrătoare} few {# zile lucrătoare} other {# de zile lucrătoare}}, nu e termen legal",

  "sendable.offersKept":
    "Dosarului i se {needed, plural, one {cere o ofertă completă} few {cer # oferte complete} other {cer # de oferte complete}} (MOH-A8), ca la înregistrarea deciziei.",
} as const;
