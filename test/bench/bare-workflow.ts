import { condition, defineUpdate, setHandler } from "@temporalio/workflow";

export const bareUpdate = defineUpdate<number, [string]>("bare");

/** What Temporal itself costs: a workflow that answers so many updates, and does nothing for them. */
export async function bare(updates: number): Promise<void> {
  let answered = 0;
  setHandler(bareUpdate, () => {
    answered += 1;
    return answered;
  });
  await condition(() => answered >= updates);
}
