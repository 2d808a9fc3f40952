import { bool, bytes, int64, list, messageType, string } from "./protobuf.ts";

/** One WebSocket frame of TikTok's, with its payload still packed. */
export interface PushFrame {
  readonly logId: string;
  readonly encoding: string;
  readonly type: string;
  readonly payload: Uint8Array;
}

/** One message of a container, not decoded yet. */
export interface PackedMessage {
  readonly method: string;
  readonly payload: Uint8Array;
  readonly msgId: string;
  readonly isHistory: boolean;
}

/** What one frame, or the sign service's answer, contains. */
export interface Container {
  readonly messages: readonly PackedMessage[];
  readonly cursor: string;
  readonly internalExt: string;
  readonly needAck: boolean;
}

const packedMessage = messageType<PackedMessage>({ method: string(1), payload: bytes(2), msgId: int64(3), isHistory: bool(6) });

/** Reads a push frame; its payload is a view into the bytes. Throws on what is not one. */
export const readPushFrame = messageType<PushFrame>({
  logId: int64(2),
  encoding: string(6),
  type: string(7),
  payload: bytes(8),
}).decode;

/** Reads a container, its messages in order and still packed. Throws on what is not one. */
export const readContainer = messageType<Container>({
  messages: list(1, packedMessage),
  cursor: string(2),
  internalExt: string(5),
  needAck: bool(9),
}).decode;
