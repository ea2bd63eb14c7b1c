/** The parts of a file, by their name in the address bar. */
export const TAB_NAMES = ["pasi", "acte", "clinici", "termene", "scrisori", "istoric", "mesaje"] as const;
export type TabName = (typeof TAB_NAMES)[number];
