import { buildFrame } from "@frontrow/simulator/wire/frame";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createContext } from "../../normalize/context.ts";
import { normalize } from "../../normalize/normalize.ts";
import type { SourceMessage } from "../messages.ts";
import { readContainer, readPushFrame } from "./container.ts";
import { decodeMessage } from "./messages.ts";

const annotate = () => ({ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 }) as const;
/** What becomes of a message that was decoded. */
const meaningOf = (message: SourceMessage) => normalize(message, 1_700_000_000_000, createContext(annotate));

const id = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);
const small = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const text = fc.string({ unit: "grapheme", maxLength: 40 });
const user = fc.record({
  id,
  handle: text,
  nickname: text,
  avatarUrl: fc.option(fc.webUrl(), { nil: undefined }),
  followers: small,
  following: small,
  isFollower: fc.boolean(),
  isSubscriber: fc.boolean(),
  isModerator: fc.boolean(),
  gifterLevel: fc.integer({ min: 0, max: 50 }),
});
const base = { msgId: id, createTimeMs: fc.integer({ min: 0, max: 4e12 }) };
const gift = fc.record({ id: small, name: text, diamonds: small, streakable: fc.boolean() });
const messages = fc.oneof(
  fc.record({ type: fc.constant("chat"), user, text, language: text, ...base }),
  fc.record({ type: fc.constant("like"), user, count: small, total: small, ...base }),
  fc.record({ type: fc.constant("member"), user, memberCount: small, action: fc.constantFrom(1, 3), ...base }),
  fc.record({ type: fc.constant("follow"), user, followCount: small, ...base }),
  fc.record({ type: fc.constant("share"), user, shareCount: small, ...base }),
  fc.record({
    type: fc.constant("gift"),
    user,
    gift,
    groupId: id,
    repeatCount: small,
    repeatEnd: fc.boolean(),
    toUser: fc.option(user, { nil: undefined }),
    ...base,
  }),
);
const packedOf = (message: unknown) => {
  const frame = buildFrame([message] as never, { roomId: "1", logId: 1 });
  const [packed] = readContainer(readPushFrame(frame).payload).messages;
  if (!packed) throw new Error("no message in the frame");
  return packed;
};

describe("a message", () => {
  it("means what its sender put into it", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const decoded = decodeMessage(packedOf(message), false);
        if (typeof decoded === "string") throw new Error(decoded);
        const event = meaningOf(decoded);
        if (message.type === "chat" && message.text === "") {
          expect(event).toBe("emptyText");
          return;
        }
        const { user: sender, type } = message;
        const isSubscription = type === "member" && message.action === 3;
        expect(event).toMatchObject({
          type: isSubscription ? "subscribe" : type,
          id: message.msgId,
          user: {
            id: sender.id,
            handle: sender.handle,
            nickname: sender.nickname,
            avatarUrl: sender.avatarUrl ?? "",
            isFollower: sender.isFollower,
            isModerator: sender.isModerator,
            gifterLevel: sender.gifterLevel,
          },
          ...(type === "chat" && { text: message.text }),
          ...(type === "like" && { count: message.count, total: message.total }),
          ...(type === "gift" && {
            giftId: message.gift.id === 0 ? "" : String(message.gift.id),
            name: message.gift.name,
            count: Math.max(1, message.repeatCount),
            diamondsEach: message.gift.diamonds,
            streakOpen: message.gift.streakable && !message.repeatEnd,
            ...(message.toUser && { receiver: { id: message.toUser.id, nickname: message.toUser.nickname } }),
          }),
        });
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it("that is damaged decodes or is unreadable, has a meaning or none, and never throws or hangs", () => {
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(255), (message, at, byte) => {
        const packed = packedOf(message);
        const payload = Uint8Array.from(packed.payload);
        payload[at % payload.length] = byte;
        const decoded = decodeMessage({ ...packed, payload }, false);
        if (typeof decoded === "string") expect(decoded).toBe("unreadable");
        else meaningOf(decoded);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
