/**
 * Treatment abroad by form E112/S2, as the guide is written: from the treating doctor's agreement (E0) to the settlement
 * between institutions (E13), or to a refusal that names the failed condition (E12). Each step names the rule that acts.
 * No step has a term (reading E112-A4).
 */
import { proxyActivities } from "@temporalio/workflow";
import type { PassageActivities } from "../activities/passage-activities.ts";
import type { Act, DateRef } from "../domain/case/events.ts";
import { failingConditions, failingOfRoute, allConditionsMet } from "../domain/e112/conditions.ts";
import type { E112Facts, E112State, FormFacts } from "../domain/e112/facts.ts";
import { isHandedOver } from "../domain/e112/forms.ts";
import { acceptanceLacks, isAssembled, reportLacks, untranslated } from "../domain/e112/preparation.ts";
import { e112 as process } from "../domain/e112/process.ts";
import { isSettled } from "../domain/e112/settlement.ts";
import type { E112Outcome, E112Step } from "../domain/e112/steps.ts";
import type { CaseInput } from "./contract.ts";
import { CaseFile, type StepOptions } from "./runtime/case-file.ts";

const { openMinistryFile } = proxyActivities<PassageActivities>({
  startToCloseTimeout: "5 minutes",
  // A worker that died is told from one that works.
  heartbeatTimeout: "15s",
  // The DSP may have nobody today: it is tried until it has, over days.
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "5 minutes" },
});

/** The file of one patient, in the hands of this procedure. */
type E112File = CaseFile<E112Facts>;

export async function e112(input: CaseInput): Promise<string> {
  const file = new CaseFile(input, process);
  return await file.run(
    () => procedure(file),
    (passed) => toMinistryRoute(file, passed, () => openMinistryFile({ caseId: input.caseId })),
  );
}

/** The procedure alone; without the engine it can be rehearsed. */
export async function procedure(file: E112File): Promise<E112Outcome> {
  const opened = on(...Object.values(file.state.acts).slice(0, 1));

  // Category 1, a transfer of residence, is another use of the form: recorded and passed on (E112-86, reading E112-A16).
  if (file.state.facts.category === 1) {
    await step(file, "pass-on-transfer", { since: opened });
    return "passed-on";
  }

  // E0: the treating doctor, under contract with a CAS, agrees beforehand (E112-11, E112-12).
  const agreed = await step(file, "prior-agreement", { since: opened });

  // E1: what exists of the medical documents is translated into the language of the country (E112-13 … E112-23).
  const translated = await step(file, "translate-documents", {
    since: on(agreed),
    // Before anything is said of them nothing lacks either: what else comes meanwhile does not stand for them.
    until: (state, act) => act.type === "recordTranslations" && untranslated(state).length === 0,
  });

  // E2, E3: the doctor abroad is asked, and accepts (E112-24 … E112-37, readings E112-A5, E112-A6).
  const accepted = await acceptance(file, translated);

  // E4: the acceptance is put into a legalised translation, whose original the patient keeps (E112-39, E112-40).
  const legalised = await step(file, "legalise-translation", { since: on(accepted) });

  // E5: the treating doctor draws up the standard report, point 7 a–d circled (E112-41 … E112-58).
  const reported = await step(file, "medical-report", {
    since: on(legalised),
    until: (state) => reportLacks(state).length === 0,
  });

  // E6: the dossier of an adult or of a child (E112-62 … E112-76, readings E112-A6, E112-A10).
  const assembled = await assembleDossier(file, reported);

  // E7: the application is filed, and its number asked for (E112-59 … E112-61, reading E112-A3).
  const registered = await step(file, "register-application", { since: on(reported, assembled) });

  // E8, E9: insured status first, then the conditions; when they are met there is nothing to decide (E112-77, E112-78, E112-10).
  const examined = await examine(file, registered);
  if (examined.type === "refuseApplication") return await afterRefusal(file, examined);

  // E10: the form is issued in two copies, before the patient leaves (E112-79, E112-82 … E112-84).
  const issued = await step(file, "issue-form", { since: on(examined) });

  // E11: one copy stays, one goes to the applicant (E112-80, E112-81); the treatment takes place.
  file.beside(handOverCopies(file));
  const treated = await step(file, "await-treatment", { since: on(issued) });

  // E13: the cost is settled between institutions, on E125 (E112-85).
  await step(file, "settle-invoices", { since: on(treated), until: isSettled });
  await file.until(({ facts }) => facts.forms.every((form) => form.state !== "valid" || isHandedOver(form)));
  return "completed";
}

/** E2, E3: a request by e-mail and by telephone; after a refusal another clinic is asked. @returns the acceptance, complete. */
async function acceptance(file: E112File, translated: Act): Promise<Act> {
  let since = on(translated);
  for (let count = 1; ; count += 1) {
    const asked = await step(file, numbered("request-acceptance", count), {
      since,
      until: ({ facts }) => facts.request?.phoned === true,
    });
    const answer = await step(file, numbered("await-acceptance", count), {
      since: on(asked),
      until: (state, act) => act.type === "recordClinicRefusal" || acceptanceLacks(state).length === 0,
    });
    if (answer.type !== "recordClinicRefusal") return answer;
    since = on(answer);
  }
}

/** E6: open until nothing lacks; not at all when everything was there before. @returns the act that completed it. */
async function assembleDossier(file: E112File, reported: Act): Promise<Act> {
  if (file.state.steps["assemble-dossier"] === undefined && isAssembled(file.state)) return reported;
  return await step(file, "assemble-dossier", { since: on(reported), until: isAssembled });
}

/**
 * E8, E9, E12: the house checks, and checks anew while a condition fails. @returns the analysis by which the form is
 * issued, or the refusal.
 */
async function examine(file: E112File, registered: Act): Promise<Act> {
  await step(file, "check-insured-status", { since: on(registered) });
  for (let count = 1; ; count += 1) {
    const { insured, analysis } = file.state.facts;
    if (insured?.insured === true && analysis === undefined) {
      await step(file, "analyse-conditions", { since: at(insured.act) });
    }
    const { analysis: found } = file.state.facts;
    if (found !== undefined && allConditionsMet(file.state)) return file.getAct(found.act);
    const answer = await step(file, numbered("refuse-or-move", count), {
      since: at(found?.act ?? insured?.act ?? registered.seq),
      until: (state, act) => act.type === "refuseApplication" || failingConditions(state).length === 0,
    });
    if (answer.type === "refuseApplication") return answer;
  }
}

/** E12: the applicant is told (reading E112-A14). When A, B or C failed, the Ministry's route stays open (E112-05). */
async function afterRefusal(file: E112File, refused: Act): Promise<E112Outcome> {
  const told = await step(file, "communicate-refusal", { since: on(refused) });
  if (failingOfRoute(file.state).length > 0) await step(file, "ministry-route-open", { since: on(told) });
  return "refused";
}

/** A, B or C failed, and the case goes on by the Ministry's route (E112-05): this file ends when the one at the DSP is there. */
export async function toMinistryRoute(
  file: E112File,
  passed: Act,
  openThere: () => Promise<void>,
): Promise<E112Outcome> {
  file.beside(step(file, "open-ministry-file", { since: on(passed) }).then(noMore));
  await file.recorded();
  await openThere();
  return "moved-to-ministry-route";
}

/** The two copies of each form that holds; of one that takes the place of another they are handed over anew. */
async function handOverCopies(file: E112File): Promise<void> {
  for (let count = 1; ; count += 1) {
    const formOf = ({ facts }: E112State): FormFacts | undefined => facts.forms[count - 1];
    await file.until((state) => formOf(state) !== undefined);
    const form = formOf(file.state);
    await file.stepWhile(
      numbered("hand-over-copies", count),
      {
        since: form === undefined ? [] : at(form.act),
        until: (state) => {
          const handed = formOf(state);
          return handed !== undefined && isHandedOver(handed);
        },
      },
      (state) => formOf(state)?.state === "valid",
    );
  }
}

/** The n-th time that a step opens. */
function numbered(name: E112Step, count: number): string {
  return count === 1 ? name : `${name}#${count}`;
}

function noMore(): void {}

/** A step of this process: its name, who acts and what it accepts are in `domain/e112/steps.ts`. */
function step(file: E112File, name: string, options: StepOptions<E112Facts>): Promise<Act> {
  return file.step(name, options);
}

/** The dates of acts, the latest of which a step runs from. */
function on(...acts: readonly Act[]): DateRef[] {
  return at(...acts.map(({ seq }) => seq));
}

function at(...acts: readonly number[]): DateRef[] {
  return acts.map((act) => ({ act, field: "occurredOn" }));
}
