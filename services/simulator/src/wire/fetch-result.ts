import { ProtoWriter } from "./proto-writer.ts";

/** A batch of messages: the body of a sign response, and the payload of each `msg` frame. */
export interface FetchResult {
  /** Encoded by `encodeMessage`. */
  readonly messages: readonly Uint8Array[];
  readonly cursor?: string;
  readonly internalExt?: string;
  readonly nowMs?: number;
  readonly routeParams?: Readonly<Record<string, string>>;
  readonly heartbeatMs?: number;
  readonly needAck?: boolean;
  /** Where the WebSocket is; only in a sign response. */
  readonly pushServer?: string;
  readonly isFirst?: boolean;
}

/** The batch as protobuf (`ProtoMessageFetchResult`). */
export function encodeFetchResult(result: FetchResult): Buffer {
  const writer = new ProtoWriter(result.messages.reduce((sum, message) => sum + message.length + 8, 256));
  for (const message of result.messages) writer.bytes(1, message);
  writer.string(2, result.cursor).int(4, result.nowMs).string(5, result.internalExt);
  for (const [key, value] of Object.entries(result.routeParams ?? {})) writer.mapEntry(7, key, value);
  return writer
    .int(8, result.heartbeatMs)
    .bool(9, result.needAck)
    .string(10, result.pushServer)
    .bool(11, result.isFirst)
    .finish();
}
