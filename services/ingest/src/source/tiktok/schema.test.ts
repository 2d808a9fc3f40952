import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import * as connectorSchema from "tiktok-live-proto/v3";
import { expect, it } from "vitest";
import type { Method, WireEntry } from "../messages.ts";
import type { Field, MessageType } from "./protobuf.ts";
import { schema } from "./schema.ts";

type Write = (writer: BinaryWriter) => void;
const fieldsOf = (type: MessageType<unknown>) => Object.entries<Field>(type.fields);

/** The bytes of a message: any of its fields in any order, some of them twice, and others that nobody knows. */
function bytesOf(type: MessageType<unknown>): fc.Arbitrary<Uint8Array> {
  const known = fieldsOf(type).map(([, field]) => writingOf(field));
  return fc.array(fc.oneof(...known, unknownField), { maxLength: 12 }).map((writes) => {
    const writer = new BinaryWriter();
    for (const write of writes) write(writer);
    return writer.finish();
  });
}
const int64Text = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);

function writingOf({ number, type, absent }: Field): fc.Arbitrary<Write> {
  const tagged =
    (wireType: WireType, write: Write): Write =>
    (writer) =>
      write(writer.tag(number, wireType));
  const varint = <V>(values: fc.Arbitrary<V>, write: (writer: BinaryWriter, value: V) => unknown): fc.Arbitrary<Write> => {
    const alone = values.map((value) => tagged(WireType.Varint, (writer) => write(writer, value)));
    if (!Array.isArray(absent)) return alone;
    const packed = fc.array(values, { maxLength: 3 }).map((all) =>
      tagged(WireType.LengthDelimited, (writer) => {
        writer.fork();
        for (const value of all) write(writer, value);
        writer.join();
      }),
    );
    return fc.oneof(alone, packed);
  };
  if (type === "int32") return varint(fc.integer(), (writer, value) => writer.int32(value));
  if (type === "int64") return varint(int64Text, (writer, value) => writer.int64(value));
  if (type === "bool") return varint(fc.boolean(), (writer, value) => writer.bool(value));
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((value) => new TextEncoder().encode(value));
  const contents = typeof type === "string" ? text : bytesOf(type);
  return contents.map((content) => tagged(WireType.LengthDelimited, (writer) => writer.bytes(content)));
}

const unknownField: fc.Arbitrary<Write> = fc.oneof(
  fc.integer().map(
    (value): Write =>
      (writer) =>
        writer.tag(4_001, WireType.Varint).int32(value),
  ),
  fc.uint8Array({ maxLength: 20 }).map(
    (value): Write =>
      (writer) =>
        writer.tag(4_002, WireType.LengthDelimited).bytes(value),
  ),
  fc.integer().map(
    (value): Write =>
      (writer) =>
        writer.tag(4_003, WireType.Bit32).sfixed32(value),
  ),
  int64Text.map(
    (value): Write =>
      (writer) =>
        writer.tag(4_004, WireType.Bit64).sfixed64(value),
  ),
);

/** Ours has what the connector's decoder gives of the same fields. A map of theirs is a list of entries to us, as it is on the wire. */
function expectSame(type: MessageType<unknown>, ours: unknown, theirs: unknown): void {
  for (const [name, field] of fieldsOf(type)) {
    const [our, their] = [(ours as Named)[name], (theirs as Named)[name]];
    const of = field.type;
    if (typeof of === "string" || their === undefined) expect(our, name).toEqual(their);
    else if (Array.isArray(their)) {
      expect(our, name).toHaveLength(their.length);
      for (const [n, item] of (our as unknown[]).entries()) expectSame(of, item, their[n]);
    } else if (Array.isArray(our)) {
      const last = new Map(
        (our as WireEntry<unknown>[]).flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]])),
      );
      expect([...last.keys()].toSorted()).toEqual(Object.keys(their as object).toSorted());
      for (const [key, value] of last) expectSame(of, { key, value }, { key, value: (their as Named)[key] });
    } else expectSame(of, our, their);
  }
}
type Named = Record<string, unknown>;

const connectorTypes: Readonly<Record<Method, { decode(bytes: Uint8Array): unknown }>> = connectorSchema;

it.each(Object.keys(schema) as Method[])("reads of a %s what the connector's own decoder reads", (method) => {
  const type = schema[method] as MessageType<unknown>;
  fc.assert(
    fc.property(bytesOf(type), (bytes) => expectSame(type, type.decode(bytes), connectorTypes[method].decode(bytes))),
    { seed: 4, numRuns: 200 },
  );
});
