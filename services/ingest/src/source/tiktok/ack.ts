/** What an acknowledgement says: the frame that it is for, and what came with that frame. */
export interface Ack {
  /** Decimal text of a signed 64-bit number. */
  readonly logId: string;
  readonly internalExt: string;
}

const LOG_ID = 0x10;
/** Encoding `pb`, type `ack`, and the tag of the payload: the same in each. */
const MIDDLE = Buffer.from("\x32\x02pb\x3a\x03ack", "latin1");
const PAYLOAD = 0x42;
/** A tag and a varint of 64 bits; a tag and a varint of 32 bits. */
const MOST_AROUND = 11 + MIDDLE.length + 6;

/**
 * Encodes an acknowledgement, byte for byte as the connector does. By hand, because its own way through the generated code
 * costs as much as decoding a chat, for each frame.
 */
export function encodeAck({ logId, internalExt }: Ack): Buffer {
  const length = Buffer.byteLength(internalExt);
  const bytes = Buffer.allocUnsafe(MOST_AROUND + length);
  let at = 0;
  if (logId !== "0") {
    bytes[at++] = LOG_ID;
    at = writeVarint64(bytes, at, BigInt.asUintN(64, BigInt(logId)));
  }
  at += MIDDLE.copy(bytes, at);
  if (length > 0) {
    bytes[at++] = PAYLOAD;
    at = writeVarint32(bytes, at, length);
    at += bytes.write(internalExt, at);
  }
  return bytes.subarray(0, at);
}

/** Writes seven bits at a time, lowest first; gives the place behind them. */
function writeVarint32(bytes: Buffer, from: number, value: number): number {
  let at = from;
  let left = value;
  for (; left > 0x7f; left >>>= 7) bytes[at++] = (left & 0x7f) | 0x80;
  bytes[at++] = left;
  return at;
}

/** The same in halves of 32 bits: arithmetic on a BigInt costs an object a step. */
function writeVarint64(bytes: Buffer, from: number, value: bigint): number {
  let at = from;
  let low = Number(value & 0xffff_ffffn);
  let high = Number(value >> 32n);
  for (; high > 0; high >>>= 7) {
    bytes[at++] = (low & 0x7f) | 0x80;
    low = ((low >>> 7) | (high << 25)) >>> 0;
  }
  return writeVarint32(bytes, at, low);
}
