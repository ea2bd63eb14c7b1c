import ICAL from "ical.js";
import type { Language } from "../../domain/i18n/language.ts";
import { linkOf, stepOf, tellsDirection, type MessageSubject } from "../../domain/messages/subject.ts";
import { addDays, type PlainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";

// Its continued lines would be one octet longer than the standard's 75.
ICAL.foldLength = 74;

/**
 * The due date of a term as an event of a whole day (iCalendar, RFC 5545), with the registration number and no personal
 * data. The event of a term is one for ever: when its date moves, a later entry replaces the earlier one.
 */
export function dueDateEntry(subject: MessageSubject, dueOn: PlainDate, now: Date, language: Language): string {
  const { caseId, deadline = "", registrationNumber, params } = subject;
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Dosar//Dosar//RO");
  calendar.updatePropertyWithValue("method", "PUBLISH");
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${namedUuid(`calendar/${caseId}/${deadline}`)}@dosar`);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  event.updatePropertyWithValue("sequence", Number(params["moves"] ?? 0));
  event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(dueOn));
  event.updatePropertyWithValue("dtend", ICAL.Time.fromDateString(addDays(dueOn, 1)));
  event.updatePropertyWithValue("transp", "TRANSPARENT");
  event.updatePropertyWithValue("summary", titleOf(registrationNumber, params, language));
  const step = subject.toPatientSide ? undefined : stepOf(params)?.[language];
  event.updatePropertyWithValue("description", [...(step === undefined ? [] : [step]), linkOf(subject)].join("\n"));
  event.updatePropertyWithValue("url", linkOf(subject));
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function titleOf(number: string, params: Readonly<Record<string, string>>, language: Language): string {
  const rule = tellsDirection(params) ? undefined : params["rule"];
  const term = { ro: "termen", en: "deadline" }[language];
  return `${number}: ${term}${rule === undefined ? "" : ` (${rule})`}`;
}
