import { expect, test } from "@jest/globals";
import { Connection } from "@temporalio/client";

import { temporalServer, timeSkippingEnvironment } from "../support/temporal.ts";

const temporal = await temporalServer();
const environment = await timeSkippingEnvironment();

const YEAR_AND_MORE_MS = 425 * 24 * 60 * 60 * 1000;

test("425 days pass in an instant in the time-skipping environment", async () => {
  const before = await environment.currentTimeMs();
  await environment.sleep(YEAR_AND_MORE_MS);
  expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(YEAR_AND_MORE_MS);
});

test("the shared server has the namespace that is handed out", async () => {
  const connection = await Connection.connect({ address: temporal.address });
  const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: temporal.namespace });
  expect(namespaceInfo?.name).toBe("default");
  await connection.close();
});
