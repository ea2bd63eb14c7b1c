/** A rule of the guide to form E112. */
export type E112RuleId = `E112-${number}`;
