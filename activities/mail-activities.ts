/** What one batch of e-mails came to. */
export interface SentBatch {
  readonly sent: number;
  /** True when the batch was full: there may be more to send now. */
  readonly more: boolean;
}

/** The activities of the e-mail sweep. */
export interface MailActivities {
  /**
   * Makes letters of the planned messages whose time has come, one for each person who now has the part that they are
   * meant for. Idempotent: a letter is one for its cause and recipient.
   */
  issueDueMessages(): Promise<number>;
  /**
   * Sends the e-mails that are due, a batch of them. Each row is taken for itself before it is sent and has one
   * Message-ID for ever; a row whose sender died is tried again after its lease.
   */
  sendDueMessages(): Promise<SentBatch>;
}
