import type { EnvelopeBody, SourceMessage } from "../source/messages.ts";
import { idTextOf } from "./values.ts";

const HIDDEN = 2;

/** A chest is taken from the screen. */
export const isHidden = ({ display }: Pick<EnvelopeBody, "display">): boolean => display === HIDDEN;

/**
 * What a message is about, where TikTok tells of one thing under several message ids: two messages with the same identity
 * are one fact. Undefined where the message id is all there is.
 */
export function identityOf(message: SourceMessage): string | undefined {
  if (message.method !== "WebcastEnvelopeMessage") return undefined;
  return chestIdentity(message.body.envelopeInfo?.envelopeId, isHidden(message.body));
}

/** The identity of a chest that appears, or of one that goes; undefined where it has no id. */
export function chestIdentity(envelopeId: string | undefined, hidden: boolean): string | undefined {
  const id = idTextOf(envelopeId);
  return id === "" ? undefined : `envelope:${id}${hidden ? ":hidden" : ""}`;
}
