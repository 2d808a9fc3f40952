import { describe, expect, it } from "vitest";
import type { GiftBody, WireUser } from "../source/messages.ts";
import { createContext, type NormalizeContext } from "./context.ts";
import { giftOf } from "./gift.ts";

const annotate = () => ({ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 }) as const;
const personOf = (id: string, displayId: string, nickname: string): WireUser => ({
  id,
  idStr: "",
  displayId,
  nickname,
  isFollower: false,
  isSubscribe: false,
  badgeList: [],
});
const [viewer, host, guest] = [personOf("68", "ann", "Ann"), personOf("7", "lena", "Lena"), personOf("9", "max", "Max")];
const rose = {
  id: "5655",
  type: 1,
  combo: true,
  diamondCount: 1,
  name: "Rose",
  image: { urlList: ["https://p16.example/r.webp"] },
};
const body: GiftBody = {
  user: viewer,
  giftId: "5655",
  repeatCount: 1,
  repeatEnd: 0,
  groupId: "42",
  toMemberId: "0",
  toMemberIdInt: "0",
  toMemberNickname: "",
};
const contextOf = (known: object = { id: "7", handle: "lena", nickname: "Lena" }) => createContext(annotate, known);
let nextId = 0;
function give(context: NormalizeContext, change: Partial<GiftBody>) {
  nextId += 1;
  return giftOf({ id: `m${nextId}`, atMs: 1, sentAtMs: 1 }, { ...body, ...change }, context);
}
const receiverOf = (change: Partial<GiftBody>, known?: object) => give(contextOf(known), { gift: rose, ...change }).receiver;

describe("who receives a gift", () => {
  it.each<[string, Partial<GiftBody>, object | undefined]>([
    ["nobody is named", {}, undefined],
    ["the host is, by id", { toUser: host }, { id: "7" }],
    ["the host is, as a member", { toMemberId: "7", toMemberNickname: "Lena" }, undefined],
    ["the host is, under a new handle and name", { toUser: { ...host, displayId: "lena2", nickname: "L" } }, undefined],
    ["the host is, by handle, whose id is not known", { toUser: host }, { handle: "Lena" }],
    ["the host is, by nickname, and nothing else is known", { toMemberNickname: "Lena" }, { nickname: "Lena" }],
    ["nobody is, in the ways in which TikTok says that", { toMemberId: "-1", toUser: personOf("-1", "", "") }, undefined],
  ])("is the host when %s", (_, change, known) => {
    expect(receiverOf(change, known)).toBeUndefined();
  });

  it.each<[string, Partial<GiftBody>, object]>([
    ["a user", { toUser: guest }, { id: "9", handle: "max", nickname: "Max" }],
    ["a member", { toMemberId: "9", toMemberNickname: "Max" }, { id: "9", nickname: "Max" }],
    ["a member by number", { toMemberIdInt: "9" }, { id: "9" }],
    ["a member by name alone", { toMemberNickname: "Max" }, { nickname: "Max" }],
    ["a member, and the host as the room's user", { toUser: host, toMemberId: "9" }, { id: "9" }],
    ["a user, and the host as a member", { toUser: guest, toMemberId: "7" }, { id: "9", handle: "max" }],
    ["both", { toUser: guest, toMemberId: "9", toMemberNickname: "Max" }, { id: "9", handle: "max" }],
    ["somebody with the host's nickname", { toUser: { ...guest, nickname: "Lena" } }, { id: "9" }],
  ])("is the guest who is named as %s", (_, change, expected) => {
    expect(receiverOf(change)).toMatchObject(expected);
  });

  it("stays the same without a group while the count goes on, unless one of the host's is nearer", () => {
    const context = contextOf();
    const tap = (repeatCount: number, repeatEnd = 0, change: Partial<GiftBody> = {}) =>
      give(context, { gift: rose, groupId: "0", repeatCount, repeatEnd, ...change }).receiver?.id;
    expect([tap(1, 0, { toUser: guest }), tap(2), tap(2), tap(3, 1), tap(3, 1), tap(1), tap(5)]).toEqual([
      ...["9", "9", "9", "9", "9"],
      ...[undefined, undefined],
    ]);
    expect([tap(1, 0, { toUser: guest }), tap(6), tap(2, 1, { toUser: guest }), tap(7, 1)]).toEqual([
      "9",
      undefined,
      "9",
      undefined,
    ]);
  });

  it("stays the same for a streak of which only one message names them", () => {
    const context = contextOf();
    give(context, { gift: rose, toUser: guest });
    expect(give(context, { gift: rose, repeatCount: 2, repeatEnd: 1 })).toMatchObject({ receiver: { id: "9" } });
    expect(give(context, { gift: rose, groupId: "43" })).not.toHaveProperty("receiver");
  });

  it("is not remembered where streaks have no group: the next may be for the host", () => {
    const context = contextOf();
    give(context, { gift: rose, groupId: "0", toUser: guest, repeatEnd: 1 });
    expect(give(context, { gift: rose, groupId: "0" })).not.toHaveProperty("receiver");
  });
});

describe("a streak", () => {
  const single = { ...rose, type: 2, combo: false };
  it.each<[string, GiftBody["gift"], Partial<GiftBody>, boolean]>([
    ["type 1", { ...rose, combo: false }, {}, true],
    ["combo alone", { ...rose, type: 2 }, {}, true],
    ["neither: sent once, and over", single, {}, false],
    ["neither, of a group", single, { groupId: "42" }, false],
    ["no details", undefined, {}, true],
    ["an end", rose, { repeatEnd: 1 }, false],
    ["an end without details", undefined, { repeatEnd: 1 }, false],
  ])("of %s", (_, gift, change, isOpen) => {
    expect(give(contextOf(), { ...(gift && { gift }), ...change }).streakOpen).toBe(isOpen);
  });

  it("has one id, whether its messages have details or not, of one group or none", () => {
    for (const groupId of ["42", "0"]) {
      const context = contextOf();
      const messages = [{ gift: rose }, {}, { repeatEnd: 1 }, { gift: rose, repeatEnd: 1 }];
      const ids = messages.map((change) => give(context, { ...change, groupId }).streakId);
      expect(new Set(ids).size).toBe(1);
    }
  });

  it("has one id by its group even when its gift is of the kind that is sent once", () => {
    const context = contextOf();
    const ids = [{ gift: single }, {}, { repeatEnd: 1 }].map((change) => give(context, change).streakId);
    expect(new Set(ids).size).toBe(1);
  });
});

describe("a gift without its details", () => {
  it("has those that an earlier message gave, its own where it has some", () => {
    const context = contextOf();
    expect(give(context, {})).toMatchObject({ name: "", diamonds: 0 });
    give(context, { gift: { ...rose, diamondCount: 99 } });
    const known = { name: "Rose", diamondsEach: 99, diamonds: 198, imageUrl: "https://p16.example/r.webp" };
    expect(give(context, { repeatCount: 2 })).toMatchObject(known);
    const { image: _, ...withoutImage } = rose;
    const partial = { ...withoutImage, diamondCount: 0, name: "" };
    expect(give(context, { repeatCount: 2, gift: partial })).toMatchObject(known);
    expect(give(context, { giftId: "1" })).toMatchObject({ name: "" });
  });

  it("is found by the id that its details have", () => {
    expect(give(contextOf(), { giftId: "0", gift: rose }).giftId).toBe("5655");
  });

  it("is forgotten when thousands of others came since", () => {
    const context = contextOf();
    give(context, { gift: rose });
    for (let id = 10_000; id < 12_000; id += 1) give(context, { giftId: `${id}`, gift: { ...rose, id: `${id}` } });
    expect(give(context, {}).name).toBe("");
  });
});
