/** A field as it is on the wire: a varint as bigint, everything else as bytes. */
export type WireField = { readonly field: number } & (
  | { readonly varint: bigint; readonly bytes?: undefined }
  | { readonly bytes: Buffer; readonly varint?: undefined }
);

/**
 * Reads the fields of one protobuf message in order.
 *
 * @throws RangeError when the bytes are no protobuf message.
 */
export function readFields(message: Uint8Array): WireField[] {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError("varint is cut off or too long");
  };
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError("field is cut off");
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === 0) fields.push({ field, varint: varint() });
    else if (wireType === 1) fields.push({ field, bytes: take(8) });
    else if (wireType === 2) fields.push({ field, bytes: take(Number(varint())) });
    else if (wireType === 5) fields.push({ field, bytes: take(4) });
    else throw new RangeError(`wire type ${wireType} is unknown`);
  }
  return fields;
}

/** The last varint of `field`, zero when absent. */
export const varintOf = (fields: readonly WireField[], field: number): bigint =>
  fields.findLast((candidate) => candidate.field === field)?.varint ?? 0n;

/** The last bytes of `field`, undefined when absent. */
export const bytesOf = (fields: readonly WireField[], field: number): Buffer | undefined =>
  fields.findLast((candidate) => candidate.field === field)?.bytes;

/** The last text of `field`, empty when absent. */
export const textOf = (fields: readonly WireField[], field: number): string => bytesOf(fields, field)?.toString("utf8") ?? "";
