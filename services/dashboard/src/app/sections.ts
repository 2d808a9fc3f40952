import type { KeyAction } from "../features/keys/keys.ts";

/** The four places of the page. On a narrow screen one is shown at a time; elsewhere all are, and a key jumps to one. */
export const sections = ["pulse", "chat", "questions", "gifts"] as const;
export type Section = (typeof sections)[number];

/** The element that a jump focuses. */
export const elementOf = (section: Section): string => (section === "questions" ? "chat" : section);

export const isSection = (action: KeyAction): action is Section & KeyAction => sections.some((section) => section === action);
