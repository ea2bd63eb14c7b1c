/** The E112 process at the API: who may open a file where, what is checked beside the file itself, what its view shows. */
import type { Text } from "../../../domain/case/commands.ts";
import { OpenFile, openFile } from "../../../domain/commands/e112/open-file.schema.ts";
import { hasAddress } from "../../../domain/commands/person.schema.ts";
import { refuseOpening } from "../../../domain/e112/checks.ts";
import type { E112CommandFacts, E112CommandType } from "../../../domain/e112/commands.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";
import { statesIn } from "../../../domain/settings/settings.ts";
import type { Membership } from "../../authorisation.ts";
import { invalidField } from "../../http/api-error.ts";
import { parse } from "../../http/validation.ts";
import type { Services } from "../../services.ts";
import type { CommandToGive, Desk } from "../desk.ts";
import { withAge, withMinority } from "../patient-age.ts";
import type { E112Row } from "../read-case.ts";
import { ruleFor } from "../read-payload.ts";
import { beingOpened, withDirectorate } from "./ministry-route.ts";
import { withParties } from "./parties.ts";
import { factsWith, withStates } from "./setting-facts.ts";
import { e112Part } from "./view.ts";

export const e112Desk: Desk<E112Row> = {
  filing: {
    type: "openFile",
    shape: OpenFile.shape,
    read(given) {
      const payload = parse(OpenFile, given, (path) => ruleFor("e112", "openFile", path));
      const { patient, applicant } = payload;
      return {
        payload,
        subject: { patient, filer: applicant },
        hasEmail: hasAddress(patient, applicant),
        facts: (occurredOn, settings) => factsWith(settings, "openFile", { ...openFile.facts(payload, occurredOn) }),
        async check(services, cas, occurredOn) {
          await checkOpening(services, cas, openFile.facts(payload, occurredOn));
        },
      };
    },
    houses: () => ({}),
  },
  async prepare(services, command) {
    const { head, type, occurredOn } = command;
    const aged = await withAge(services, head.caseId, type, command.read);
    const on = FILING_ACTS.has(type) ? occurredOn : correctedDay(command);
    const dated = on === undefined ? aged : await withMinority(services, head.caseId, on, aged);
    const judged = await withStates(services, type, dated);
    const read = await withParties(services, head.caseId, type, judged);
    return await withDirectorate(services, { ...command, read });
  },
  carry: async (_services, _personId, _command, give) => await give(),
  stillNeeded: () => undefined,
  dossier: ({ state: { facts } }) => ({ documents: facts.documents, minor: facts.minor }),
  present: async ({ pool }, row, { acts, around: { settings } }, common) => ({
    ...common,
    ...(await beingOpened(pool, row)),
    process: "e112",
    institutions: { cas: row.home_id },
    ...(row.application_number === null ? {} : { applicationNumber: row.application_number }),
    ...e112Part(row.state, acts, statesIn(settings)),
  }),
};

/** The acts of filing: whether the patient is a child is that of their day (E112-A10). */
const FILING_ACTS: ReadonlySet<string> = new Set([
  "assembleDossier",
  "addDocument",
  "registerApplication",
] satisfies E112CommandType[]);

/** The day on which an act took place, as it is corrected. */
function correctedDay({ type, read }: CommandToGive): PlainDate | undefined {
  if (type !== "correctDate") return undefined;
  const { field, newDate } = read.facts as unknown as E112CommandFacts["correctDate"];
  return field === "occurredOn" ? newDate : undefined;
}

/** @throws ApiError 422 for another house than the patient's, or an applicant who cannot be that (E112-59, E112-64, E112-A10). */
async function checkOpening({ pool }: Services, cas: Membership, facts: E112CommandFacts["openFile"]): Promise<void> {
  const refusal = refuseOpening(facts, cas.institution);
  if (refusal === undefined) return;
  const { code, field = "", params = {}, rule } = refusal;
  if (code !== "WRONG_HOUSE") throw invalidField(code, field, params, rule);
  const { rows } = await pool.query<Text>(
    "SELECT name_ro AS ro, name_en AS en FROM institutions WHERE kind = 'cas' AND id = $1",
    [facts.casId],
  );
  const institution: Text = { ro: cas.nameRo, en: cas.nameEn };
  throw invalidField(
    code,
    field,
    { ...params, institution, ...(rows[0] === undefined ? {} : { right: rows[0] }) },
    rule,
  );
}
