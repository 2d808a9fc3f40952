import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { describe, expect, it } from "vitest";
import { bool, bytes, int32, int64, int64s, list, MAX_ITEMS, message, messageType, string, strings } from "./protobuf.ts";

const badge = messageType<{ level: number }>({ level: int32(1) });
const person = messageType<{
  id: string;
  name: string;
  isHost: boolean;
  mark?: { level: number };
  badges: readonly { level: number }[];
  urls: readonly string[];
  ids: readonly string[];
  blob: Uint8Array;
}>({
  id: int64(1),
  name: string(2),
  isHost: bool(3),
  mark: message(4, badge),
  badges: list(5, badge),
  urls: strings(6),
  ids: int64s(7),
  blob: bytes(1_000),
});
const badgeOf = (level: number) => new BinaryWriter().tag(1, WireType.Varint).int32(level).finish();
const writer = () => new BinaryWriter();

describe("a message", () => {
  it("that is empty has what its fields are when they are left out", () => {
    expect(person.decode(new Uint8Array(0))).toEqual({
      id: "0",
      name: "",
      isHost: false,
      mark: undefined,
      badges: [],
      urls: [],
      ids: [],
      blob: new Uint8Array(0),
    });
  });

  it("takes the last of a field that comes twice, and all of a list", () => {
    const twice = writer()
      .tag(2, WireType.LengthDelimited)
      .string("Ann")
      .tag(5, WireType.LengthDelimited)
      .bytes(badgeOf(1))
      .tag(2, WireType.LengthDelimited)
      .string("Bea")
      .tag(5, WireType.LengthDelimited)
      .bytes(badgeOf(2))
      .finish();
    expect(person.decode(twice)).toMatchObject({ name: "Bea", badges: [{ level: 1 }, { level: 2 }] });
  });

  it("shares nothing with the next", () => {
    const one = writer().tag(6, WireType.LengthDelimited).string("a").finish();
    const [first, second] = [person.decode(one), person.decode(one)];
    expect([first.urls, second.urls, person.decode(new Uint8Array(0)).urls]).toEqual([["a"], ["a"], []]);
    expect(first.urls).not.toBe(second.urls);
  });

  it("has numbers of a list one by one or packed, and 64 bits as text", () => {
    const most = "9223372036854775807";
    const mixed = writer().tag(7, WireType.Varint).int64(most).tag(7, WireType.LengthDelimited).fork().int64(-1).int64(2).join();
    expect(person.decode(mixed.finish()).ids).toEqual([most, "-1", "2"]);
  });

  it("reads a field of another wire type as none of its own", () => {
    const wrong = writer().tag(1, WireType.LengthDelimited).string("7").tag(2, WireType.Varint).int32(7).finish();
    expect(person.decode(wrong)).toMatchObject({ id: "0", name: "" });
  });

  it("steps over what it has no name for: every wire type, and groups", () => {
    const strange = writer()
      .tag(91, WireType.Varint)
      .int64(-1)
      .tag(92, WireType.Bit64)
      .fixed64(1)
      .tag(93, WireType.Bit32)
      .fixed32(1)
      .tag(94, WireType.LengthDelimited)
      .string("x".repeat(300))
      .tag(95, WireType.StartGroup)
      .tag(2, WireType.LengthDelimited)
      .string("in a group")
      .tag(95, WireType.EndGroup)
      .tag(2, WireType.LengthDelimited)
      .string("Ann")
      .finish();
    expect(person.decode(strange)).toMatchObject({ name: "Ann" });
  });

  it("gives bytes as a view, also behind others in the same memory", () => {
    const whole = writer()
      .tag(1_000, WireType.LengthDelimited)
      .bytes(new Uint8Array([1, 2, 3]))
      .finish();
    const behind = new Uint8Array([9, 9, ...whole]).subarray(2);
    const { blob } = person.decode(behind);
    expect([...blob]).toEqual([1, 2, 3]);
    expect(blob.buffer).toBe(behind.buffer);
  });
});

describe("refused is", () => {
  const refused = (input: Uint8Array) => expect(() => person.decode(input)).toThrow(Error);
  const whole = writer()
    .tag(4, WireType.LengthDelimited)
    .bytes(badgeOf(300))
    .tag(2, WireType.LengthDelimited)
    .string("Ann")
    .finish();

  it("what ends inside a field, wherever it is cut", () => {
    const ends = new Set([0, 5, whole.length]);
    for (let length = 0; length <= whole.length; length += 1) {
      if (ends.has(length)) person.decode(whole.subarray(0, length));
      else refused(whole.subarray(0, length));
    }
  });

  it("a message that reads past its own end", () => {
    const mark = Uint8Array.from(whole);
    expect(mark[1]).toBe(3);
    mark[1] = 2;
    refused(mark);
    mark[1] = 200;
    refused(mark);
  });

  it("a list of more than it may hold", () => {
    const items = (count: number) => new Uint8Array(Array.from({ length: count }, () => [0x2a, 0]).flat());
    expect(person.decode(items(MAX_ITEMS)).badges).toHaveLength(MAX_ITEMS);
    expect(() => person.decode(items(MAX_ITEMS + 1))).toThrow("too many items");
    const packed = writer()
      .tag(7, WireType.LengthDelimited)
      .bytes(new Uint8Array(MAX_ITEMS + 1));
    expect(() => person.decode(packed.finish())).toThrow("too many items");
  });

  it("a type two of whose fields have one number", () => {
    expect(() => messageType({ level: int32(1), name: string(1) })).toThrow("one number");
  });

  it("a number that does not end", () => {
    refused(new Uint8Array([0x08, ...new Array(11).fill(0xff)]));
    refused(new Uint8Array([0x18, 0x80]));
    refused(new Uint8Array([0x88, 0x7d, 0x80]));
  });
});
