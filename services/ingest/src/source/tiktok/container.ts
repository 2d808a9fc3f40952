import { BinaryReader } from "@bufbuild/protobuf/wire";

/** One WebSocket frame of TikTok's, with its payload still packed. */
export interface PushFrame {
  readonly logId: string;
  readonly encoding: string;
  readonly type: string;
  readonly payload: Uint8Array;
}

/** One message of a container, not decoded yet. */
export interface PackedMessage {
  method: string;
  payload: Uint8Array;
  msgId: string;
  isHistory: boolean;
}

/** What one frame, or the sign service's answer, contains. */
export interface Container {
  readonly messages: PackedMessage[];
  cursor: string;
  internalExt: string;
  needAck: boolean;
}

/**
 * More messages than this in one container is an attack, or not a container: the largest seen has some dozens. Without a
 * bound a few kilobytes of gzip become millions of empty messages.
 */
export const MAX_MESSAGES = 10_000;

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const EMPTY: Uint8Array = new Uint8Array(0);
const field = (number: number, wireType: number): number => (number << 3) | wireType;

/**
 * Reads a push frame. Payloads are views into `bytes`, not copies. Throws on what is not protobuf.
 *
 * The two envelopes are read here and not by the generated code, which copies each payload, reads two dozen fields that
 * nobody uses, and has no bound on the number of messages.
 */
export function readPushFrame(bytes: Uint8Array): PushFrame {
  const reader = new BinaryReader(bytes);
  const frame: { -readonly [K in keyof PushFrame]: PushFrame[K] } = { logId: "0", encoding: "", type: "", payload: EMPTY };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === field(2, VARINT)) frame.logId = String(reader.int64());
    else if (tag === field(6, LENGTH_DELIMITED)) frame.encoding = reader.string();
    else if (tag === field(7, LENGTH_DELIMITED)) frame.type = reader.string();
    else if (tag === field(8, LENGTH_DELIMITED)) frame.payload = reader.bytes();
    else stepOver(reader, tag);
  }
  if (reader.pos !== reader.len) throw new RangeError("the bytes end inside a field");
  return frame;
}

/** Reads a container, its messages in order and still packed. Throws on what is not one. */
export function readContainer(bytes: Uint8Array): Container {
  const reader = new BinaryReader(bytes);
  const container: Container = { messages: [], cursor: "", internalExt: "", needAck: false };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === field(1, LENGTH_DELIMITED)) {
      if (container.messages.length === MAX_MESSAGES) throw new RangeError("too many messages in one container");
      container.messages.push(readPackedMessage(reader, reader.uint32()));
    } else if (tag === field(2, LENGTH_DELIMITED)) container.cursor = reader.string();
    else if (tag === field(5, LENGTH_DELIMITED)) container.internalExt = reader.string();
    else if (tag === field(9, VARINT)) container.needAck = reader.bool();
    else stepOver(reader, tag);
  }
  if (reader.pos !== reader.len) throw new RangeError("the bytes end inside a field");
  return container;
}

function readPackedMessage(reader: BinaryReader, length: number): PackedMessage {
  const end = reader.pos + length;
  if (end > reader.len) throw new RangeError("a message ends after its container");
  const message: PackedMessage = { method: "", payload: EMPTY, msgId: "0", isHistory: false };
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === field(1, LENGTH_DELIMITED)) message.method = reader.string();
    else if (tag === field(2, LENGTH_DELIMITED)) message.payload = reader.bytes();
    else if (tag === field(3, VARINT)) message.msgId = String(reader.int64());
    else if (tag === field(6, VARINT)) message.isHistory = reader.bool();
    else stepOver(reader, tag);
  }
  if (reader.pos !== end) throw new RangeError("a message reads past its own end");
  return message;
}

/** The reader's own `skip` gives what it stepped over, which costs an object a field. */
function stepOver(reader: BinaryReader, tag: number): void {
  if ((tag & 7) === LENGTH_DELIMITED) {
    const length = reader.uint32();
    reader.pos += length;
  } else reader.skip(tag & 7, tag >>> 3);
}
