import { describe, expect, it } from "vitest";
import { buildFrame } from "./frame.ts";
import type { RoomMessage } from "./message.ts";
import { readFields, textOf, varintOf } from "./proto-reader.ts";
import { decodePushFrame, encodePushFrame } from "./push-frame.ts";

const chat = (text: string, msgId: string): RoomMessage => ({
  type: "chat",
  user: { id: "6900000000000000001", handle: "ana", nickname: "Ana" },
  text,
  msgId,
  createTimeMs: 1_700_000_000_000,
});

describe("push frames", () => {
  it("come back as they were, plain and compressed", () => {
    const frame = { logId: "7291284998477400837", payloadType: "msg", payload: Buffer.from("any bytes".repeat(50)), seqId: 3 };
    for (const gzip of [false, true]) {
      const read = decodePushFrame(encodePushFrame(frame, { gzip }));
      expect(read).toMatchObject({ payloadType: "msg", logId: 7291284998477400837n, seqId: 3n });
      expect(Buffer.from(read.payload).equals(frame.payload)).toBe(true);
    }
  });

  it("are smaller when compressed, and begin with the magic bytes that clients look for", () => {
    const payload = Buffer.alloc(2000, "x");
    const frame = encodePushFrame({ logId: 1, payloadType: "msg", payload }, { gzip: true });
    expect(frame.length).toBeLessThan(200);
    expect(frame.includes(Buffer.from([0x1f, 0x8b, 0x08]))).toBe(true);
  });

  it("carry several messages of a room in order, with the ids they were given", () => {
    const frame = buildFrame([chat("one", "7291284998477400838"), chat("two", "7291284998477400839")], {
      roomId: "7291284998477400837",
      logId: 1,
      gzip: true,
      nowMs: 5,
    });
    const batch = readFields(decodePushFrame(frame).payload);
    const messages = batch.filter(({ field }) => field === 1).map(({ bytes }) => readFields(bytes ?? Buffer.alloc(0)));
    expect(messages.map((fields) => textOf(fields, 1))).toEqual(["WebcastChatMessage", "WebcastChatMessage"]);
    expect(messages.map((fields) => varintOf(fields, 3))).toEqual([7291284998477400838n, 7291284998477400839n]);
    expect(varintOf(batch, 9)).toBe(1n);
  });
});
