import { benchCommands } from "./commands.ts";
import { benchQueue } from "./queue.ts";
import { startBenchStack } from "./stack.ts";

console.log("Starting the product on throw-away data …");
const stack = await startBenchStack();
try {
  await benchCommands(stack);
  await benchQueue(stack);
} finally {
  await stack.stop();
}
