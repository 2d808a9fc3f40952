import { createHash } from "node:crypto";
import { identityOf } from "../../normalize/identity.ts";
import type { Method, SourceMessage } from "../messages.ts";
import type { PackedMessage } from "./container.ts";
import { schema } from "./schema.ts";

/**
 * Decodes one message, or says why it is none of ours: a method that we have no name for is "unknown", a payload that does
 * not decode is "unreadable". The connector drops both without a word.
 */
export function decodeMessage(packed: PackedMessage, isHistory: boolean): SourceMessage | "unknown" | "unreadable" {
  if (!Object.hasOwn(schema, packed.method)) return "unknown";
  const method = packed.method as Method;
  try {
    const body = schema[method].decode(packed.payload);
    const message = { method, id: idOf(packed, body.common?.msgId), isHistory, body } as SourceMessage;
    const identity = identityOf(message);
    return identity === undefined ? message : { ...message, id: identity };
  } catch {
    // The error's text may quote the payload, which is personal data: it is dropped, and the caller counts.
    return "unreadable";
  }
}

const isId = (id: string | undefined): id is string => id !== undefined && id !== "" && id !== "0";

/** Some messages come without an id, or with "0": what they say then tells whether two of them are the same. */
function idOf(packed: PackedMessage, common: string | undefined): string {
  if (isId(common)) return common;
  if (isId(packed.msgId)) return packed.msgId;
  const digest = createHash("sha256").update(packed.method).update(packed.payload).digest("hex");
  return `h${digest.slice(0, 24)}`;
}
