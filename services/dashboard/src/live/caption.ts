import type { EventOf } from "@frontrow/protocol/event";

export type Caption = Pick<EventOf<"caption">, "id" | "text" | "language" | "sentenceId" | "isFinal" | "sentAtMs" | "atMs">;

/**
 * The sentence to show after `captions`: a sentence grows as it is heard, and once it is final nothing that was sent before it
 * ended replaces it.
 */
export function captionAfter(caption: Caption | undefined, captions: readonly EventOf<"caption">[]): Caption | undefined {
  return captions.reduce((held, next) => (isOvertaken(next, held) ? held : next), caption);
}

function isOvertaken(next: Caption, held: Caption | undefined): boolean {
  if (!held) return false;
  if (held.sentenceId !== undefined && next.sentenceId === held.sentenceId) return held.isFinal === true && !next.isFinal;
  return next.sentAtMs < held.sentAtMs;
}
