import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { MailCatcher } from "../../dev/stack/mail.ts";
import { startMailCatcher } from "../../dev/stack/mail.ts";
import { atEndOfFile } from "./broker-client.ts";

/**
 * A real mail server of this file's own: `smtpUrl` to send to, `messages()` for what arrived, `refuse()` to
 * answer with an error, `stop()` to be away. `returnPort`: where letters to `….respins@…` are returned to.
 */
export async function mailCatcher(options: { readonly returnPort?: number } = {}): Promise<MailCatcher> {
  const folder = await mkdtemp(join(tmpdir(), "dosar-mail-"));
  const catcher = await startMailCatcher({ folder, smtpPort: 0, httpPort: 0, ...options });
  atEndOfFile(async () => {
    await catcher.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return catcher;
}
