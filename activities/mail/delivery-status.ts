/** What a returned letter says of its delivery: the `message/delivery-status` part of a report (RFC 3464). */

export interface DeliveryStatus {
  /** `failed` for good; `delayed`, `relayed` and others tell of something that goes on, or went well. */
  readonly action: string;
  /** `5.1.1` and the like. */
  readonly status?: string;
  /** What the other mail server said. */
  readonly diagnostic?: string;
}

/** The status of the first recipient; undefined for anything that is no report of a delivery, such as an automatic answer. */
export function findDeliveryStatus(raw: string): DeliveryStatus | undefined {
  const text = raw.replaceAll("\r\n", "\n");
  const { headers, body } = split(text);
  if (!/^content-type:\s*multipart\/report\b/im.test(headers)) return undefined;
  const part = partsOf(headers, body)
    .map(split)
    .find((each) => /^content-type:\s*message\/(?:global-)?delivery-status\b/im.test(each.headers));
  if (part === undefined) return undefined;
  for (const group of decoded(part).split(/\n[ \t]*\n/)) {
    const fields = unfolded(group);
    const action = /^action:\s*([a-z]+)/im.exec(fields)?.[1]?.toLowerCase();
    if (action === undefined) continue;
    const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1];
    const diagnostic = /^diagnostic-code:\s*(?:[\w-]+\s*;)?\s*(.+)$/im.exec(fields)?.[1]?.trim();
    return {
      action,
      ...(status === undefined ? {} : { status }),
      ...(diagnostic === undefined ? {} : { diagnostic }),
    };
  }
  return undefined;
}

interface Part {
  readonly headers: string;
  readonly body: string;
}

/** Header fields, each on one line, and what stands after the first empty line. */
function split(text: string): Part {
  const end = text.indexOf("\n\n");
  return end === -1
    ? { headers: unfolded(text), body: "" }
    : { headers: unfolded(text.slice(0, end)), body: text.slice(end + 2) };
}

function partsOf(headers: string, body: string): string[] {
  const found = /boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(headers);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) return [];
  return `\n${body}`
    .split(`\n--${boundary}`)
    .slice(1)
    .map((part) => part.replace(/^[^\n]*\n/, ""));
}

function decoded({ headers, body }: Part): string {
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8").replaceAll("\r\n", "\n");
  return encoding === "quoted-printable" ? body.replaceAll("=\n", "").replaceAll("=3D", "=") : body;
}

function unfolded(fields: string): string {
  return fields.replaceAll(/\n[ \t]+/g, " ");
}
