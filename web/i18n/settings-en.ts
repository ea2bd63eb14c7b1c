import type { settingsRo } from "./settings-ro.ts";

/** The texts of settings and monitoring alerts, in English. */
export const settingsEn: Readonly<Record<keyof typeof settingsRo, string>> = {
  "settings.title": "Settings",
  "settings.intro":
    "Where the law is unclear the product reads it in one way, shown beside each rule. The readings below are for the Ministry to choose, and those of the E112 route for the CNAS. What was decided in a file before a change stays as it was.",
  "settings.readOnly":
    "The Ministry’s administrator changes them, and the administrator of the CNAS those of the E112 route.",
  "settings.value": "In force",
  "settings.default": "default: {value}",
  "settings.asDefault": "as the default",
  "settings.reading": "Reading {reading}",
  "settings.effect": "What it changes",
  "settings.change": "Change",
  "settings.change.of": "Change: {title}",
  "settings.new": "New value",
  "settings.new.number": "Number of working days",
  "settings.on": "on",
  "settings.off": "off",
  "settings.reason": "Why",
  "settings.reason.hint": "kept in the history; nothing about any patient",
  "settings.legalBasis": "Legal ground (act, note, decision)",
  "settings.legalBasis.hint": "may be left out",
  "settings.save": "Save",
  "settings.cancel": "Cancel",
  "settings.saved": "The setting was changed: {title}, {value}.",
  "settings.notSaved": "The setting was not changed",
  "settings.seeChanged": "See what was changed",
  "settings.history": "History: {count, plural, =0 {no change} one {one change} other {# changes}}",
  "settings.history.of": "History: {title}",
  "settings.history.when": "When and who",
  "settings.history.what": "From what to what",
  "settings.history.why": "Why",
  "settings.history.fromTo": "{from} → {to}",
  "settings.history.basis": "Ground: {basis}",
  "settings.here.ministry": "A setting of the Ministry ({reading}), in force today: {value}.",
  "settings.here.cnas": "{title}: {value}. A setting of the CNAS ({reading}), no legal term.",
  "settings.see": "About the setting",

  "alert.reached":
    "Monitoring alert: {days, plural, one {one working day} other {# working days}} after {since}, the step is not finished.",
  "alert.ahead":
    "Monitoring alert on {on}, {days, plural, one {one working day} other {# working days}} after {since}.",
  "alert.nature": "It is not a legal term ({reading}).",
  "alert.inQueue": "alert after {days, plural, one {one working day} other {# working days}}, no legal term",

  "sendable.offersKept":
    "The file needs {needed, plural, one {one complete offer} other {# complete offers}} (MOH-A8), as when its decision was registered.",
};
