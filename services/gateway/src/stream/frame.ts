const TEXT = 0x81;

/** A WebSocket text frame as it goes over the wire, unmasked and uncompressed: what `socket.write` takes. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = headerLength(length);
  const frame = Buffer.allocUnsafe(start + length);
  writeHeader(frame, 0, length);
  frame.write(text, start);
  return frame;
}

/** Bytes that the header of a frame with this payload takes. */
export const headerLength = (payload: number): number => (payload < 126 ? 2 : payload < 65_536 ? 4 : 10);

/** Writes the header of a text frame; gives where its payload begins. */
export function writeHeader(target: Buffer, at: number, payload: number): number {
  target[at] = TEXT;
  if (payload < 126) {
    target[at + 1] = payload;
    return at + 2;
  }
  if (payload < 65_536) {
    target[at + 1] = 126;
    target.writeUInt16BE(payload, at + 2);
    return at + 4;
  }
  target[at + 1] = 127;
  target.writeBigUInt64BE(BigInt(payload), at + 2);
  return at + 10;
}
