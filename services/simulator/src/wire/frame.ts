import { encodeMessage } from "./encode-message.ts";
import { encodeFetchResult } from "./fetch-result.ts";
import type { RoomMessage } from "./message.ts";
import { encodePushFrame } from "./push-frame.ts";

export interface FrameOptions {
  readonly roomId: string;
  readonly logId: string | number;
  readonly gzip?: boolean;
  readonly nowMs?: number;
  /** Without it the client does not acknowledge. */
  readonly needAck?: boolean;
  readonly cursor?: string;
}

/**
 * Several messages of a room as one WebSocket frame, as TikTok sends them.
 *
 * @example
 * buildFrame([{ type: "chat", msgId: "1", createTimeMs: 1, user, text: "hello" }], { roomId: "7", logId: 1, gzip: true })
 */
export function buildFrame(messages: readonly RoomMessage[], options: FrameOptions): Buffer {
  return buildEncodedFrame(
    messages.map((message) => encodeMessage(message, options.roomId)),
    options,
  );
}

/** The same of messages that are encoded already. */
export function buildEncodedFrame(messages: readonly Uint8Array[], options: FrameOptions): Buffer {
  const nowMs = options.nowMs ?? 0;
  const payload = encodeFetchResult({
    messages,
    nowMs,
    cursor: options.cursor ?? "",
    internalExt: internalExt(nowMs),
    needAck: options.needAck ?? true,
  });
  return encodePushFrame({ logId: options.logId, payloadType: "msg", payload }, { gzip: options.gzip ?? false });
}

/** What a client sends back in its acknowledgement. */
export const internalExt = (nowMs: number): string => `internal_src:sim|wss_push_room_id:0|wss_push_did:0|first_req_ms:${nowMs}`;
