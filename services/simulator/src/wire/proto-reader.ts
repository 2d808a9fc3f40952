import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";

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
  try {
    return fieldsOf(new BinaryReader(message));
  } catch (cause) {
    throw cause instanceof RangeError ? cause : new RangeError((cause as Error).message, { cause });
  }
}

function fieldsOf(reader: BinaryReader): WireField[] {
  const fields: WireField[] = [];
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (wireType === WireType.Varint) fields.push({ field, varint: BigInt(reader.uint64()) });
    else if (wireType === WireType.LengthDelimited) fields.push({ field, bytes: asBuffer(reader.bytes()) });
    else if (wireType === WireType.Bit64 || wireType === WireType.Bit32)
      fields.push({ field, bytes: asBuffer(reader.skip(wireType)) });
    else throw new RangeError(`wire type ${wireType} is unknown`);
  }
  return fields;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The last varint of `field`, zero when absent. */
export const varintOf = (fields: readonly WireField[], field: number): bigint =>
  fields.findLast((candidate) => candidate.field === field)?.varint ?? 0n;

/** The last bytes of `field`, undefined when absent. */
export const bytesOf = (fields: readonly WireField[], field: number): Buffer | undefined =>
  fields.findLast((candidate) => candidate.field === field)?.bytes;

/** The last text of `field`, empty when absent. */
export const textOf = (fields: readonly WireField[], field: number): string => bytesOf(fields, field)?.toString("utf8") ?? "";
