/** Histories as files: JSON with enums by name and bytes in base64, read back by the same library that wrote it. */
import proto from "@temporalio/proto";
import type { WorkflowHandle } from "@temporalio/client";

const { History } = proto.temporal.api.history.v1;
export type History = Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>;

/** As JSON text; who wrote it, and where, is left out. */
export function historyToJson(history: History): string {
  const plain = History.toObject(History.fromObject(history), { bytes: String, longs: String, enums: String });
  return JSON.stringify(plain, (key, value: unknown) => (key === "identity" ? "recorder" : value));
}

export function historyFromJson(json: string): History {
  return History.fromObject(JSON.parse(json) as Record<string, unknown>);
}
