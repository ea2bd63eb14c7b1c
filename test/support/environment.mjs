import { TestEnvironment } from "jest-environment-node";

/**
 * Node's environment, with a list of things to undo at the end of a test file: after every `afterAll` of
 * the file, so that the file's own clients close before the servers under them.
 */
export default class DosarEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.dosarCleanups = [];
  }

  async teardown() {
    for (const cleanUp of this.global.dosarCleanups.toReversed()) {
      await cleanUp().catch((error) => console.error(error));
    }
    await super.teardown();
  }
}
