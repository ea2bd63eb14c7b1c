import type { LocalText } from "../../calendar/local-text.ts";

/** How the product reads a place where the law is unclear. Shown as such wherever it acts. */
export interface ReadingData {
  readonly id: string;
  readonly text: LocalText;
  /** Whether an administrator may choose otherwise; the text tells the default. */
  readonly setting?: boolean;
}
