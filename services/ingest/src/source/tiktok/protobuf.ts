import { BinaryReader } from "@bufbuild/protobuf/wire";

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** The types of TikTok's fields that are no messages; a 64-bit number is given as decimal text. */
type Scalar = "int32" | "int64" | "bool" | "string" | "bytes";

/** One field of a message, by its number on the wire. */
export interface Field<V = unknown> {
  readonly number: number;
  readonly type: Scalar | MessageType<unknown>;
  /** What it is where the message leaves it out. */
  readonly absent: V;
}

/** Every key of `T`, with the field that it is read from. */
export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

export interface MessageType<T> {
  readonly fields: Fields<T>;
  /** Throws what is wrong with bytes that are not such a message. Bytes fields are views into `bytes`, not copies. */
  decode(bytes: Uint8Array): T;
  /** Reads the next `length` bytes. */
  readonly read: Read<T>;
}
type Read<T> = (reader: BinaryReader, length: number) => T;

export const int32 = (number: number): Field<number> => ({ number, type: "int32", absent: 0 });
export const int64 = (number: number): Field<string> => ({ number, type: "int64", absent: "0" });
export const bool = (number: number): Field<boolean> => ({ number, type: "bool", absent: false });
export const string = (number: number): Field<string> => ({ number, type: "string", absent: "" });
export const bytes = (number: number): Field<Uint8Array> => ({ number, type: "bytes", absent: NO_BYTES });
export const message = <T>(number: number, type: MessageType<T>): Field<T | undefined> => ({ number, type, absent: undefined });
export const list = <T>(number: number, type: MessageType<T>): Field<readonly T[]> => ({ number, type, absent: NONE });
export const strings = (number: number): Field<readonly string[]> => ({ number, type: "string", absent: NONE });
export const int64s = (number: number): Field<readonly string[]> => ({ number, type: "int64", absent: NONE });

/**
 * More items than this in one list are an attack, or no such message: the largest seen has some dozens. Without a bound a few kilobytes
 * of gzip become millions of empty messages.
 */
export const MAX_ITEMS = 10_000;

const NO_BYTES = new Uint8Array(0);
/** Of all lists that are left out; a list that is not is made with its first item. */
const NONE: readonly never[] = Object.freeze([]);

/**
 * A type of messages that has these fields; what else its bytes hold is stepped over, unread. A field that comes again takes the
 * place of the one before, or joins it in a list. Bytes that end inside a field, a message that reads past its end and a list of more than
 * `MAX_ITEMS` are refused.
 *
 * The reader is compiled, as `protobufjs` does: a loop over the table took twice as long, as long as reading every field (ADR 18).
 * What is compiled are names and numbers of this source's tables, never anything that came in.
 */
export function messageType<T>(fields: Fields<T>): MessageType<T> {
  const entries = Object.entries<Field>(fields);
  if (new Set(entries.map(([, { number }]) => number)).size < entries.length) throw new Error("two fields have one number");
  const read = compile<T>(entries);
  return { fields, read, decode: (input) => read(new BinaryReader(input), input.length) };
}

function compile<T>(fields: readonly [name: string, field: Field][]): Read<T> {
  const cases = fields.flatMap(([name, field], n) => casesOf(`message.${name}`, field, `read${n}`));
  const body = `return (reader, length) => {
    const end = reader.pos + length;
    const message = { ${fields.map(([name, { absent }]) => `${name}: ${literal(absent)}`).join(", ")} };
    while (reader.pos < end) {
      const tag = reader.uint32();
      switch (tag) {
        ${cases.join("\n")}
        default: stepOver(reader, tag);
      }
    }
    if (reader.pos !== end) throw new RangeError("the bytes end inside a field");
    return message;
  }`;
  const reads = fields.map(([, { type }]) => (typeof type === "string" ? undefined : type.read));
  const names = ["NONE", "NO_BYTES", "append", "stepOver", ...reads.map((_, n) => `read${n}`)];
  return new Function(...names, body)(NONE, NO_BYTES, append, stepOver, ...reads) as Read<T>;
}

function literal(absent: unknown): string {
  if (absent === NONE) return "NONE";
  return absent === NO_BYTES ? "NO_BYTES" : (JSON.stringify(absent) ?? "undefined");
}

function casesOf(place: string, { number, type, absent }: Field, read: string): string[] {
  const value = typeof type === "string" ? scalars[type].read : `${read}(reader, reader.uint32())`;
  const isVarint = typeof type === "string" && scalars[type].wireType === VARINT;
  const tag = (number << 3) | (isVarint ? VARINT : LENGTH_DELIMITED);
  if (absent !== NONE) return [`case ${tag}: ${place} = ${value}; break;`];
  const add = `${place} = append(${place}, ${value});`;
  const cases = [`case ${tag}: ${add} break;`];
  // Numbers of a list come one by one, or packed into one field.
  const packed = `for (const stop = reader.uint32() + reader.pos; reader.pos < stop; ) ${add}`;
  if (isVarint) cases.push(`case ${(number << 3) | LENGTH_DELIMITED}: { ${packed} break; }`);
  return cases;
}

const scalars: Readonly<Record<Scalar, { wireType: number; read: string }>> = {
  int32: { wireType: VARINT, read: "reader.int32()" },
  int64: { wireType: VARINT, read: "String(reader.int64())" },
  bool: { wireType: VARINT, read: "reader.bool()" },
  string: { wireType: LENGTH_DELIMITED, read: "reader.string()" },
  bytes: { wireType: LENGTH_DELIMITED, read: "reader.bytes()" },
};

function append<T>(items: T[], item: T): T[] {
  if ((items as readonly T[]) === NONE) return [item];
  if (items.length === MAX_ITEMS) throw new RangeError("too many items in one list");
  items.push(item);
  return items;
}

/** The reader's own `skip` gives what it stepped over, which costs an object a field. */
function stepOver(reader: BinaryReader, tag: number): void {
  const wireType = tag & 7;
  if (wireType === VARINT) reader.bool();
  else if (wireType === LENGTH_DELIMITED) {
    const length = reader.uint32();
    reader.pos += length;
  } else reader.skip(wireType, tag >>> 3);
}
