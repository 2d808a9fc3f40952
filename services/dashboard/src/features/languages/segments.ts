import type { Conversation } from "@frontrow/protocol/insight";

type Share = Conversation["languages"][number];

export interface Segment {
  /** As in BCP 47; `und` is what has no words, `other` what is left. */
  readonly code: string;
  readonly chats: number;
  /** 0…1. */
  readonly share: number;
}

/** More are told apart neither by the eye nor in the legend. */
const MAX_SEGMENTS = 5;
/** What is rarer is too thin to be seen. */
const MIN_SHARE = 0.02;

/** The chat by language, as parts of one bar: the most spoken first, what is rare together, what has no words at the end. */
export function segmentsOf(languages: readonly Share[]): readonly Segment[] {
  const spoken = languages.filter(({ language }) => language !== "und").toSorted((a, b) => b.chats - a.chats);
  const named = spoken.filter(({ share }) => share >= MIN_SHARE).slice(0, MAX_SEGMENTS);
  const rest = spoken.filter((each) => !named.includes(each));
  const wordless = languages.filter(({ language }) => language === "und");
  return [
    ...named.map(({ language, chats, share }) => ({ code: language, chats, share })),
    ...together("other", rest),
    ...together("und", wordless),
  ];
}

function together(code: string, parts: readonly Share[]): readonly Segment[] {
  const chats = parts.reduce((sum, part) => sum + part.chats, 0);
  return chats === 0 ? [] : [{ code, chats, share: parts.reduce((sum, part) => sum + part.share, 0) }];
}

/** A language's name in the language of the page; a code that the browser does not know stands for itself. */
export function languageName(code: string, pageLanguage: string): string {
  if (code === "und") return "no words";
  if (code === "other") return "other";
  try {
    return new Intl.DisplayNames([pageLanguage], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A share as whole per cent, which never rounds something to nothing, nor nearly all to all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return "<1 %";
  return `${share < 1 ? Math.min(rounded, 99) : 100} %`;
}
