import type { BinaryReader } from "@bufbuild/protobuf/wire";

/**
 * Reads the fields of one message that we want, and steps over the others.
 *
 * `take` gets the number of each field and reads its value, or leaves the reader where it is: then the field is stepped over.
 * A field that comes with another wire type than its number has is stepped over, too, and never handed to `take`.
 */
export function readFields(
  reader: BinaryReader,
  end: number,
  wireTypes: Readonly<Record<number, number>>,
  take: (field: number) => void,
): void {
  if (end > reader.len) throw new RangeError("a message ends after what holds it");
  while (reader.pos < end) {
    const tag = reader.uint32();
    const field = tag >>> 3;
    if (wireTypes[field] === (tag & 7)) take(field);
    else stepOver(reader, tag);
  }
  if (reader.pos !== end) throw new RangeError("a message reads past its own end");
}

export const VARINT = 0;
export const LENGTH_DELIMITED = 2;

/** The reader's own `skip` gives what it stepped over, which costs an object a field. */
export function stepOver(reader: BinaryReader, tag: number): void {
  if ((tag & 7) === LENGTH_DELIMITED) {
    const length = reader.uint32();
    reader.pos += length;
  } else reader.skip(tag & 7, tag >>> 3);
}
