import type { Words } from "@frontrow/words/words";
import type { Happened } from "../../live/happened.ts";

/** What is marked alike on the time line. */
export type MomentKind = "spike" | "lull" | "milestone" | "raid" | "battle" | "gift" | "chat";

export function kindOf(happened: Happened): MomentKind {
  switch (happened.kind) {
    case "spike":
    case "lull":
    case "milestone":
    case "raid":
      return happened.kind;
    case "battleOpened":
    case "battleFinished":
      return "battle";
    case "firstGift":
    case "topGift":
      return "gift";
    case "firstChat":
      return "chat";
  }
}

const plain: Readonly<Record<MomentKind, string>> = {
  spike: "Spike",
  lull: "Lull",
  milestone: "Milestone",
  raid: "Many arrivals",
  battle: "Battle",
  gift: "Gift",
  chat: "First message",
};

/** What happened, in a sentence; only what kind it is while the words are on their way. */
export const sentenceOf = (happened: Happened, words: Words | undefined): string =>
  words?.moment(happened) ?? plain[kindOf(happened)];

/** The time that it is about: a spike has a span, everything else is one moment. */
export const spanOf = (happened: Happened): { readonly fromMs: number; readonly toMs: number } =>
  happened.type === "spike" ? happened : { fromMs: happened.atMs, toMs: happened.atMs };

/** Where one goes to see it: a spike from where it begins; and there to the event that made it, where one did. */
export function placeOf(happened: Happened): { readonly atMs: number; readonly eventId?: string } {
  const atMs = spanOf(happened).fromMs;
  const eventId = happened.type === "moment" ? happened.eventId : undefined;
  return { atMs, ...(eventId === undefined ? {} : { eventId }) };
}
