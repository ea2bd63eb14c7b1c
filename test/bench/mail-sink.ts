/** A mail server in a process of its own that takes everything and counts it: as real as the network of one machine allows. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { SMTPServer } from "smtp-server";

export interface MailSink {
  readonly smtpUrl: string;
  /** Letters accepted so far, and how many of them differ by their `Message-ID`. */
  count(): Promise<{ readonly accepted: number; readonly different: number }>;
  stop(): void;
}

export async function startMailSink(): Promise<MailSink> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), { execArgv: ["--import", "tsx"] });
  const [port] = (await once(child, "message")) as [number];
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    async count() {
      child.send("count");
      const [counted] = (await once(child, "message")) as [{ accepted: number; different: number }];
      return counted;
    },
    stop: () => child.kill(),
  };
}

function serve(): void {
  const ids = new Set<string>();
  let accepted = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        accepted += 1;
        ids.add(/^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "");
        done();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1", () => {
    const address = server.server.address();
    process.send?.(typeof address === "object" && address !== null ? address.port : 0);
  });
  process.on("message", () => process.send?.({ accepted, different: ids.size }));
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) serve();
