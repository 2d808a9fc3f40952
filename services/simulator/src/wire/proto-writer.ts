/** An int64 as callers have it: a small count, or an id of 19 digits, which only text or a bigint can hold exactly. */
export type Int64 = number | bigint | string;

const VARINT_BYTES = 10;

/**
 * Writes protobuf into one growing buffer: 1.6 times as fast as `BinaryWriter` of `@bufbuild/protobuf` (see the README).
 *
 * Scalars of value zero and absent fields are left out, as proto3 does. `message` writes a nested message in place and
 * fixes its length afterwards, so that nothing is encoded twice or copied in pieces.
 *
 * @example
 * new ProtoWriter().int(1, 150).string(3, "hi").message(2, (inner) => inner.bool(1, true)).finish();
 */
export class ProtoWriter {
  #bytes: Buffer;
  #at = 0;

  constructor(initialBytes = 1024) {
    this.#bytes = Buffer.allocUnsafe(initialBytes);
  }

  int(field: number, value: Int64 | undefined): this {
    if (value === undefined || value === 0 || value === 0n || value === "0" || value === "") return this;
    this.#tag(field, 0);
    this.#varint64(value);
    return this;
  }

  bool(field: number, value: boolean | undefined): this {
    if (!value) return this;
    this.#tag(field, 0);
    this.#bytes[this.#at++] = 1;
    return this;
  }

  string(field: number, value: string | undefined): this {
    if (!value) return this;
    // UTF-8 takes at most three bytes for each UTF-16 unit.
    this.#tag(field, 2, value.length * 3 + VARINT_BYTES);
    return this.#lengthPrefixed(() => {
      this.#at += this.#bytes.write(value, this.#at, "utf8");
    });
  }

  bytes(field: number, value: Uint8Array | undefined): this {
    if (!value) return this;
    this.#tag(field, 2, value.length + VARINT_BYTES);
    this.#varint(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** A nested message; an empty one is written too, as its presence means something. */
  message(field: number, body: (writer: this) => void): this {
    this.#tag(field, 2, VARINT_BYTES);
    return this.#lengthPrefixed(() => body(this));
  }

  /** One entry of a map field whose keys are text. */
  mapEntry(field: number, key: string, value: string): this {
    return this.message(field, (entry) => entry.string(1, key).string(2, value));
  }

  /** A copy of what was written; the writer can be reset and used again. */
  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  reset(): this {
    this.#at = 0;
    return this;
  }

  /** One byte is kept for the length, as most fields are short; a longer one is moved up. */
  #lengthPrefixed(body: () => void): this {
    const lengthAt = this.#at++;
    body();
    const length = this.#at - lengthAt - 1;
    const extra = varintBytes(length) - 1;
    if (extra > 0) {
      this.#reserve(extra);
      this.#bytes.copyWithin(lengthAt + 1 + extra, lengthAt + 1, this.#at);
    }
    this.#at = lengthAt;
    this.#varint(length);
    this.#at += length;
    return this;
  }

  #tag(field: number, wireType: number, roomFor = VARINT_BYTES): void {
    this.#reserve(roomFor + VARINT_BYTES);
    this.#varint(field * 8 + wireType);
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#at++] = rest;
  }

  #varint64(value: Int64): void {
    if (typeof value === "number" && value >= 0) {
      this.#varint(value);
      return;
    }
    // Two's complement of 64 bits; halves are numbers, as arithmetic on bigints is slow.
    const bits = BigInt.asUintN(64, BigInt(value));
    let low = Number(bits & 0xffff_ffffn);
    let high = Number(bits >> 32n);
    while (high > 0) {
      this.#bytes[this.#at++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    this.#varint(low);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}
