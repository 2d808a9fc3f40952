import type { SourceMessage } from "../source/messages.ts";

const HIDDEN = 2;

/**
 * What a message is about, where TikTok tells of one thing under several message ids: two messages with the same identity
 * are one fact. Undefined where the message id is all there is.
 */
export function identityOf(message: SourceMessage): string | undefined {
  if (message.method === "WebcastEnvelopeMessage") {
    const id = message.body.envelopeInfo?.envelopeId;
    if (!id) return undefined;
    return message.body.display === HIDDEN ? `envelope:${id}:hidden` : `envelope:${id}`;
  }
  return undefined;
}
