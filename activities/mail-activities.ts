/** What one batch of e-mails came to. */
export interface SentBatch {
  readonly sent: number;
  /** True when there may be more to send now. */
  readonly more: boolean;
}

/** Whose reminders are planned anew: those of an institution, of one policy or of all; those that a change of the calendar touches; or a monitoring alert. */
export interface ReplanScope {
  readonly institution?: string;
  readonly policy?: string;
  /** The number of the change. */
  readonly change?: number;
  /** The alert whose setting was changed. */
  readonly alert?: string;
  /** The last file that was done. */
  readonly after?: string;
}

export interface ReplanPage {
  readonly files: number;
  /** Where the next page begins; absent after the last one. */
  readonly after?: string;
}

/** The activities of the e-mail sweep. */
export interface MailActivities {
  /**
   * Makes letters of the planned messages whose time has come, one for each person who now has the part that they are
   * meant for. Idempotent: a letter is one for its cause and recipient.
   */
  issueDueMessages(): Promise<number>;
  /**
   * Sends the e-mails that are due, for some minutes at most. Each row is taken for itself before it is sent and has one
   * Message-ID for ever; a row whose sender died is tried again after its lease.
   */
  sendDueMessages(): Promise<SentBatch>;
  /** Makes the digests of those whose office is open and who have something to read: one for a person and a day. */
  issueDigests(): Promise<number>;
  /** Plans the reminders of a page of files anew. Idempotent: planned again, they are the same. */
  replanPage(scope: ReplanScope): Promise<ReplanPage>;
}
