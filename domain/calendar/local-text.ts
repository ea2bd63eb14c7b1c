/** A text a person reads, in both languages of the product. */
export interface LocalText {
  readonly ro: string;
  readonly en: string;
}
