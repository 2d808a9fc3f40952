import { buildFrame } from "@frontrow/simulator/wire/frame";
import fc from "fast-check";
import {
  WebcastChatMessage,
  WebcastGiftMessage,
  WebcastLikeMessage,
  WebcastMemberMessage,
  WebcastSocialMessage,
} from "tiktok-live-proto/v3";
import { describe, expect, it } from "vitest";
import { normalize } from "../../normalize/normalize.ts";
import type { SourceMessage } from "../messages.ts";
import { readContainer, readPushFrame } from "./container.ts";
import { leanDecoders } from "./lean-messages.ts";

const generated = { WebcastChatMessage, WebcastGiftMessage, WebcastLikeMessage, WebcastMemberMessage, WebcastSocialMessage };
type Lean = keyof typeof generated;

const annotate = () => ({ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 }) as const;
/** What becomes of a payload that is decoded by either. */
const meaningOf = (method: Lean, body: unknown) =>
  normalize({ method, id: "1", isHistory: false, body } as SourceMessage, 1_700_000_000_000, annotate);

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
  if (!packed || !(packed.method in generated)) throw new Error(`unexpected ${packed?.method}`);
  return { method: packed.method as Lean, payload: packed.payload };
};

describe("the lean decoders", () => {
  it("read what the generated ones read", () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { method, payload } = packedOf(message);
        const lean = leanDecoders[method].decode(payload);
        const whole = generated[method].decode(payload);
        expect(meaningOf(method, lean)).toEqual(meaningOf(method, whole));
        expect(whole).toMatchObject(JSON.parse(JSON.stringify(lean)));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it("accept and refuse damaged bytes like the generated ones, or more strictly, and never hang", () => {
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(255), (message, at, byte) => {
        const { method, payload } = packedOf(message);
        const damaged = Uint8Array.from(payload);
        damaged[at % damaged.length] = byte;
        let lean: unknown;
        try {
          lean = leanDecoders[method].decode(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        meaningOf(method, lean);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
