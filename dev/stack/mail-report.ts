/** The report of a mail server that could not deliver a letter (RFC 3464), to whoever sent it. */
export function deliveryReport(sender: string, recipients: readonly string[], letter: Buffer): string {
  const boundary = `report-${Date.now().toString(36)}`;
  const headers = letter.toString("utf8").split(/\r?\n\r?\n/)[0] ?? "";
  const statuses = recipients.map((recipient) =>
    [
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      `Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: mailbox unavailable`,
    ].join("\r\n"),
  );
  return [
    "From: MAILER-DAEMON@localhost",
    `To: ${sender}`,
    "Subject: Undelivered Mail Returned to Sender",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `The letter could not be delivered to ${recipients.join(", ")}.`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; localhost",
    "",
    statuses.join("\r\n\r\n"),
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    headers.replaceAll(/\r?\n/g, "\r\n"),
    "",
    `--${boundary}--`,
    "",
  ].join("\r\n");
}
