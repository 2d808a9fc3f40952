import fc from "fast-check";
import { createBaseWebcastPushFrame } from "tiktok-live-connector";
import { describe, expect, it } from "vitest";
import { encodeAck } from "./ack.ts";
import { readPushFrame } from "./container.ts";

const byTheConnector = (logId: string, internalExt: string): Buffer =>
  Buffer.from(createBaseWebcastPushFrame({ logId, payloadType: "ack", payload: Buffer.from(internalExt) }).finish());

describe("an acknowledgement", () => {
  const edges = ["0", "1", "127", "128", "16383", "16384", "7300000000000000001"];
  const powers = Array.from({ length: 63 }, (_, bit) => 2n ** BigInt(bit));
  const ids = [...edges, ...powers.flatMap((power) => [power - 1n, power, power + 1n, -power, -power - 1n]), 2n ** 63n - 1n].map(
    String,
  );

  it("is what the connector encodes, at each edge of a 64-bit number", () => {
    for (const logId of ids) {
      for (const internalExt of ["", "fetch_time:1|ack_ids:,7_0", "🌹".repeat(40)]) {
        expect(encodeAck({ logId, internalExt }).toString("hex")).toBe(byTheConnector(logId, internalExt).toString("hex"));
      }
    }
  });

  it("is what the connector encodes, whatever the frame brought", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 100 }));
    const broken = fc.constantFrom("\ud800", "a\udc00b", "\ud83c".repeat(50));
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.oneof(text, broken), (id, internalExt) => {
        const logId = String(id);
        expect(encodeAck({ logId, internalExt }).equals(byTheConnector(logId, internalExt))).toBe(true);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("says which frame it is for, and with what", () => {
    const { logId, type, payload } = readPushFrame(encodeAck({ logId: "77", internalExt: "seen" }));
    expect([logId, type, Buffer.from(payload).toString()]).toEqual(["77", "ack", "seen"]);
  });
});
