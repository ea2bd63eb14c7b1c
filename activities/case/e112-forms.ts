/** Read models of an E112 file: the number of its application, its issued forms, its claims on E125. */
import type pg from "pg";
import type { CaseEvent } from "../../domain/case/events.ts";
import { dayOf, type E112State } from "../../domain/e112/facts.ts";
import { numberOf } from "../../domain/e112/forms.ts";
import { differencesOf } from "../../domain/e112/settlement.ts";
import { homeOf } from "../../domain/people/houses.ts";
import type { Written } from "./writers.ts";

function records(events: readonly CaseEvent[], ...types: readonly string[]): boolean {
  return events.some((event) => event.type === "actRecorded" && types.includes(event.act.type));
}

/** The number of the application, from the registry that took it (E112-61). */
export async function writeApplicationNumber(
  client: pg.PoolClient,
  { caseId, facts, numbers }: E112State,
  { events }: Written,
): Promise<void> {
  const { application } = facts;
  if (application === undefined || !records(events, "registerApplication")) return;
  await client.query("UPDATE cases SET application_number = $2 WHERE id = $1", [
    caseId,
    numbers?.[application.act] ?? null,
  ]);
}

/** Every form of the file, as it stands. Idempotent by (case_id, seq); a correction may change a date of any. */
export async function writeForms(client: pg.PoolClient, state: E112State, { events, houses }: Written): Promise<void> {
  if (!records(events, "issueForm", "replaceForm", "cancelForm", "correctDate")) return;
  const rows = state.facts.forms.map((form) => ({
    seq: form.act,
    number: numberOf(state, form),
    name: form.name,
    state: form.state,
    issued_on: dayOf(state, form.act),
    valid_from: form.validFrom,
    valid_until: form.validUntil,
    replaces: form.replaces === undefined ? undefined : numberOf(state, { act: form.replaces }),
  }));
  await client.query(
    `INSERT INTO issued_forms (case_id, seq, institution_id, number, name, state, issued_on, valid_from, valid_until, replaces)
     SELECT $1, f.seq, $2, f.number, f.name, f.state, f.issued_on, f.valid_from, f.valid_until, f.replaces
     FROM jsonb_to_recordset($3) AS f(seq int, number text, name text, state text, issued_on date, valid_from date,
       valid_until date, replaces text)
     ON CONFLICT (case_id, seq) DO UPDATE SET state = excluded.state, issued_on = excluded.issued_on`,
    [state.caseId, homeOf(houses), JSON.stringify(rows)],
  );
}

/** Every claim of the file, as it stands. Idempotent by (case_id, seq); what becomes of a form changes whether it matches. */
export async function writeInvoices(
  client: pg.PoolClient,
  state: E112State,
  { events, houses }: Written,
): Promise<void> {
  if (!records(events, "receiveInvoice", "settleInvoice", "replaceForm", "cancelForm", "correctDate")) return;
  const rows = state.facts.invoices.map((invoice) => {
    const { act, number, formNumber, amount, currency, settled } = invoice;
    return {
      seq: act,
      number,
      form_number: formNumber,
      amount,
      currency,
      state: settled === undefined ? "received" : "settled",
      received_on: dayOf(state, act),
      settled_on: settled === undefined ? undefined : dayOf(state, settled.act),
      settled_amount: settled?.amount,
      differences: differencesOf(state, invoice).map(({ code }) => code),
    };
  });
  await client.query(
    `INSERT INTO e125_invoices (case_id, seq, institution_id, number, form_number, amount, currency, state, received_on,
       settled_on, settled_amount, differences)
     SELECT $1, i.seq, $2, i.number, i.form_number, i.amount, i.currency, i.state, i.received_on, i.settled_on,
       i.settled_amount, i.differences
     FROM jsonb_to_recordset($3) AS i(seq int, number text, form_number text, amount numeric, currency text, state text,
       received_on date, settled_on date, settled_amount numeric, differences jsonb)
     ON CONFLICT (case_id, seq) DO UPDATE SET state = excluded.state, received_on = excluded.received_on,
       settled_on = excluded.settled_on, settled_amount = excluded.settled_amount, differences = excluded.differences`,
    [state.caseId, homeOf(houses), JSON.stringify(rows)],
  );
}
