import { gzipSync } from "node:zlib";
import type { RoomMessage } from "../wire/message.ts";
import { encodePushFrame } from "../wire/push-frame.ts";
import type { FaultSwitches } from "./fault-switches.ts";

/** Messages as the faults that are switched on make them: changed, left out, or with others among them. */
export function disturbMessages(
  messages: readonly RoomMessage[],
  handle: string,
  faults: FaultSwitches,
  nextId: (atMs: number) => string,
): readonly RoomMessage[] {
  const changed = messages.flatMap((message) => disturbMessage(message, handle, faults));
  const atMs = messages[0]?.createTimeMs;
  return atMs === undefined ? changed : [...changed, ...extraMessages(atMs, changed, handle, faults, nextId)];
}

function disturbMessage(message: RoomMessage, handle: string, faults: FaultSwitches): RoomMessage[] {
  if (message.type === "gift" && message.repeatEnd && message.gift.streakable && faults.take("missing-gift-end", handle))
    return [];
  if (faults.take("create-time-zero", handle)) return [{ ...message, createTimeMs: 0 }];
  if (faults.take("msg-id-zero", handle)) return [{ ...message, msgId: "0" }];
  const skew = faults.take("clock-skew", handle);
  return [skew ? { ...message, createTimeMs: Math.max(0, message.createTimeMs + skew.offsetMs) } : message];
}

function extraMessages(
  atMs: number,
  said: readonly RoomMessage[],
  handle: string,
  faults: FaultSwitches,
  nextId: (atMs: number) => string,
): RoomMessage[] {
  const extra: RoomMessage[] = [];
  if (faults.take("unknown-method", handle)) {
    extra.push({
      type: "raw",
      method: "WebcastNeverSeenMessage",
      payload: Buffer.from([8, 1]),
      msgId: nextId(atMs),
      createTimeMs: atMs,
    });
  }
  if (faults.take("corrupt-payload", handle)) {
    extra.push({ type: "raw", method: "WebcastChatMessage", payload: TRUNCATED, msgId: nextId(atMs), createTimeMs: atMs });
  }
  const model = said.find((message) => message.type === "chat");
  const burst = model && faults.take("burst", handle);
  for (let i = 0; burst && i < burst.messages; i += 1) {
    extra.push({ ...model, text: `${model.text} ${i}`, msgId: nextId(atMs) });
  }
  return extra;
}

/** A field that promises more bytes than there are. */
const TRUNCATED = Buffer.from([0x0a, 0x7f, 0x01]);

export interface DisturbedFrames {
  /** What goes out now, in this order. */
  readonly frames: readonly Buffer[];
  /** What waits for the next frame, to be overtaken by it. */
  readonly held: Buffer | undefined;
  readonly ending: "drop" | "silence" | undefined;
}

/** A frame as the faults that are switched on make it. A dropped or silenced connection never gets it. */
export function disturbFrame(frame: Buffer, held: Buffer | undefined, handle: string, faults: FaultSwitches): DisturbedFrames {
  if (faults.take("drop", handle)) return { frames: [], held: undefined, ending: "drop" };
  if (faults.take("silence", handle)) return { frames: [], held: undefined, ending: "silence" };
  if (!held && faults.take("swap-frames", handle)) return { frames: [], held: frame, ending: undefined };
  const frames = [frame];
  if (held) frames.push(held);
  if (faults.take("duplicate-frame", handle)) frames.push(frame);
  if (faults.take("corrupt-frame", handle)) frames.push(Buffer.from([0xff, 0xff, 0xff, 0x01, 0x02]));
  const bomb = faults.take("gzip-bomb", handle);
  if (bomb) frames.push(gzipBomb(bomb.inflatedBytes));
  return { frames, held: undefined, ending: undefined };
}

/** A small frame that inflates to very much: a map of zeros compresses a thousandfold. */
function gzipBomb(inflatedBytes: number): Buffer {
  return encodePushFrame({ logId: 0, payloadType: "msg", payload: gzipSync(Buffer.alloc(inflatedBytes), { level: 9 }) });
}
