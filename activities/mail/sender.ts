/** What the product sends by, and as whom. */
import nodemailer, { type Transporter } from "nodemailer";

/** Connections to the mail server at a time, of one worker. */
export const CONNECTIONS = 5;

export interface Sender {
  readonly transport: Transporter;
  /** The header `From`. */
  readonly from: string;
  /** Where a letter that cannot be delivered is returned to; the sender’s own address when absent. */
  readonly bounceDomain?: string | undefined;
}

/** Some servers end a connection by which very much has come. */
const LETTERS_PER_CONNECTION = 100;

/**
 * A pool of connections, to be closed by who opened it. A letter whose connection broke is given to another one once: what
 * came of it is not known, and its `Message-ID` stays the same.
 */
export function mailTransport(url: string): Transporter {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  return nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: LETTERS_PER_CONNECTION,
    maxRequeues: 1,
    ...timeouts,
  });
}

const BOUNCE = /^bounce\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i;

/** The address to which the letter of this id is returned: one for each letter, so that a return names it. */
export function bounceAddress(messageId: string, domain: string): string {
  return `bounce+${messageId}@${domain}`;
}

/** The letter that such an address names; undefined for any other address. */
export function messageOfBounce(address: string): string | undefined {
  return BOUNCE.exec(address)?.[1]?.toLowerCase();
}

/** The domain of the address in a `From` header, `Dosar <dosar@example.ro>` or bare; undefined when there is none. */
export function domainOf(from: string): string | undefined {
  return /@([^\s<>@]+)>?\s*$/.exec(from)?.[1]?.toLowerCase();
}
