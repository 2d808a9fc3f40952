import { describe, expect, it } from "vitest";
import { createRandom } from "../scenarios/random.ts";
import { bytesOf, readFields, textOf, varintOf } from "./proto-reader.ts";
import { ProtoWriter } from "./proto-writer.ts";

const asSigned = (value: bigint): bigint => BigInt.asIntN(64, value);

describe("ProtoWriter", () => {
  it("writes bytes that the specification's own examples give", () => {
    expect(new ProtoWriter().int(1, 150).finish().toString("hex")).toBe("089601");
    expect(new ProtoWriter().string(2, "testing").finish().toString("hex")).toBe("120774657374696e67");
    expect(
      new ProtoWriter()
        .message(3, (inner) => inner.int(1, 150))
        .finish()
        .toString("hex"),
    ).toBe("1a03089601");
  });

  it("leaves out scalars that are zero, empty or absent, and writes empty messages", () => {
    const writer = new ProtoWriter().int(1, 0).int(2, "0").int(3, undefined).string(4, "").bool(5, false).bytes(6, undefined);
    expect(writer.finish()).toHaveLength(0);
    expect(readFields(new ProtoWriter().message(7, () => {}).finish())).toHaveLength(1);
  });

  it("keeps 64-bit ids exact, as text, bigint and number, negative ones too", () => {
    const ids = ["7291284998477400837", "9223372036854775807", "1", "4294967296", "4294967295"];
    for (const id of ids) {
      expect(varintOf(readFields(new ProtoWriter().int(1, id).finish()), 1).toString()).toBe(id);
      expect(varintOf(readFields(new ProtoWriter().int(1, BigInt(id)).finish()), 1).toString()).toBe(id);
    }
    expect(asSigned(varintOf(readFields(new ProtoWriter().int(1, -5).finish()), 1))).toBe(-5n);
    expect(varintOf(readFields(new ProtoWriter().int(1, Number.MAX_SAFE_INTEGER).finish()), 1)).toBe(9007199254740991n);
  });

  it("gives every nested length its right size, around each limit of a varint", () => {
    for (const length of [0, 1, 126, 127, 128, 129, 16_381, 16_383, 16_384, 16_385, 70_000]) {
      const text = "x".repeat(length);
      const written = new ProtoWriter(8)
        .message(1, (inner) => inner.string(1, text).int(2, 7))
        .string(2, "after")
        .finish();
      const fields = readFields(written);
      const inner = readFields(bytesOf(fields, 1) ?? Buffer.alloc(0));
      expect(textOf(inner, 1)).toBe(text);
      expect(varintOf(inner, 2)).toBe(7n);
      expect(textOf(fields, 2)).toBe("after");
    }
  });

  it("reads back whatever it wrote, for a thousand random messages (seed 7)", () => {
    const random = createRandom("7");
    const writer = new ProtoWriter(16);
    for (let i = 0; i < 1000; i += 1) {
      const written = randomTree(random, 4);
      expect(readTree(write(writer.reset(), written).finish(), written)).toEqual(written);
    }
  });
});

interface Leaf {
  field: number;
  value: bigint | string | Leaf[];
}
type Tree = Leaf[];

function randomTree(random: ReturnType<typeof createRandom>, depth: number): Tree {
  return Array.from({ length: random.between(0, 5) }, (_, index) => {
    const field = (index + 1) * random.between(1, 300);
    const kind = random.between(0, depth > 0 ? 2 : 1);
    if (kind === 0)
      return {
        field,
        value: BigInt.asUintN(64, (BigInt(Math.floor(random.unit() * 2 ** 32)) << BigInt(random.between(0, 32))) + 1n),
      };
    if (kind === 1) return { field, value: random.pick(["a", "é", "🥝", "عبد", "ア", "\u0000"]).repeat(random.between(1, 60)) };
    return { field, value: randomTree(random, depth - 1) };
  });
}

function write(writer: ProtoWriter, tree: Tree): ProtoWriter {
  for (const { field, value } of tree) {
    if (typeof value === "bigint") writer.int(field, value);
    else if (typeof value === "string") writer.string(field, value);
    else writer.message(field, (inner) => write(inner, value));
  }
  return writer;
}

/** Reads in the shape of what was written: the wire alone does not tell texts from messages. */
function readTree(bytes: Uint8Array, shape: Tree): Tree {
  return readFields(bytes).map(({ field, varint, bytes: content }, index) => {
    if (varint !== undefined) return { field, value: varint };
    const written = shape[index]?.value;
    return { field, value: Array.isArray(written) ? readTree(content, written) : content.toString("utf8") };
  });
}
