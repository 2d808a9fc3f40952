import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import type { FoldItem } from "../fold.ts";
import {
  battle,
  chat,
  chest,
  closed,
  emote,
  gap,
  gift,
  goal,
  guest,
  like,
  moderation,
  opened,
  paused,
  personNamed,
  pin,
  poll,
  resumed,
  roomUser,
  social,
  subscribe,
  tick,
} from "./events.ts";

const users = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 60 }))
  .map(([number, level]) => userNamed(`viewer${number}`, { gifterLevel: level, ...(number === 0 ? { isHost: true } : {}) }));
const late = fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ late: true } as const) });

/** What chat says: few words and few whole messages, so that some repeat, rise and are asked again. */
const words = ["gold", "leaf", "brush", "paint", "where", "blue", "jacket", "dance", "999", "🔥", "😂", "金の", "什么"] as const;
const texts = fc.oneof(
  fc.constantFrom("999", "gooo", "where are you from?", "what brush is that?", "😂😂", "", "你叫什么名字"),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((said) => said.join(" ")),
);
const shares = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const said = fc
  .record({
    text: texts,
    language: fc.constantFrom("en", "es", "ja", "und"),
    mood: fc.integer({ min: -1_000, max: 1_000 }),
    questionPriority: fc.integer({ min: 0, max: 5 }),
    toxicity: shares,
    spam: shares,
  })
  .map(({ mood, ...annotation }) => ({
    ...annotation,
    sentiment: mood / 1_000,
    question: annotation.questionPriority > 0,
    keywords: annotation.text.split(" ").filter((word) => /^[a-z]{4,}/.test(word)),
  }));

/** One thing that happens at a moment that is chosen later. */
const happening: fc.Arbitrary<(afterMs: number) => FoldItem> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(users, late, said).map(
      ([user, isLate, message]) =>
        (at: number) =>
          chat(at, { user, ...message, ...isLate }),
    ),
  },
  fc.tuple(users, late, said).map(([user, isLate, message]) => (at: number) => ({
    ...chat(at, { user, ...message, ...isLate }),
    type: "question" as const,
  })),
  fc
    .record({
      user: users,
      isLate: late,
      streak: fc.integer({ min: 0, max: 8 }),
      count: fc.integer({ min: 0, max: 20 }),
      streakOpen: fc.boolean(),
      each: fc.constantFrom(0, 1, 5, 100),
      receiver: fc.constantFrom(undefined, undefined, "guest1", "guest2"),
    })
    .map(
      ({ user, isLate, streak, count, streakOpen, each, receiver }) =>
        (at: number) =>
          gift(at, {
            user,
            // Half of them without a group.
            streakId: streak < 4 ? `${user.id}:${streak}:` : `s${streak}`,
            count,
            diamondsEach: each,
            streakOpen,
            ...(receiver ? { receiver: personNamed(receiver) } : {}),
            ...isLate,
          }),
    ),
  fc.tuple(users, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 9_999 })).map(
    ([user, count, total]) =>
      (at: number) =>
        like(at, count, total, { user }),
  ),
  fc.integer({ min: 0, max: 5_000 }).map((viewers) => (at: number) => roomUser(at, viewers)),
  fc.tuple(fc.constantFrom("share", "follow", "member"), users).map(
    ([type, user]) =>
      (at: number) =>
        social(type, at, user.id),
  ),
  fc.tuple(users, fc.constantFrom(undefined, 3)).map(([user, given]) => (at: number) => ({
    ...subscribe(at),
    user,
    ...(given ? { given } : {}),
  })),
  fc.tuple(users, fc.constantFrom("gifterLevel", "fanClub"), fc.nat(5_000)).map(([user, kind, viewers]) => (at: number) => ({
    ...social("member", at),
    user,
    entrance: { kind, level: 30 },
    viewers,
  })),
  fc.constant(subscribe),
  fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 0, max: 90_000 })).map(
    ([from, length]) =>
      (at: number) =>
        gap(at, from, from + length),
  ),
  fc.tuple(fc.constantFrom("open", "score", "finish"), fc.constantFrom("b1", "b2"), fc.array(fc.nat(900), { maxLength: 3 })).map(
    ([state, battleId, scores]) =>
      (at: number) =>
        battle(at, state, scores, battleId),
  ),
  fc
    .tuple(
      fc.constantFrom("guest1", "guest2", "guest3"),
      fc.constantFrom("joined", "left"),
      fc.option(fc.subarray(["guest1", "guest2"])),
      late,
    )
    .map(([id, state, onStage, isLate]) => (at: number) => ({ ...guest(at, id, state), ...(onStage && { onStage }), ...isLate })),
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()).map(
    ([number, hidden]) =>
      (at: number) =>
        chest(at, `c${number}`, hidden ? { hidden: true } : {}),
  ),
  fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(10)).map(
    ([number, progress]) =>
      (at: number) =>
        goal(at, `g${number}`, progress),
  ),
  fc.tuple(users, fc.boolean(), late).map(
    ([user, unpinned, isLate]) =>
      (at: number) =>
        pin(at, `pinned${user.id}`, { user, ...(unpinned ? { unpinned } : {}), ...isLate }),
  ),
  fc.tuple(fc.constantFrom("open", "votes", "close"), fc.array(fc.nat(9), { maxLength: 3 })).map(
    ([state, votes]) =>
      (at: number) =>
        poll(at, state, votes),
  ),
  users.map(
    ({ id }) =>
      (at: number) =>
        moderation(at, [`pinned${id}`]),
  ),
  users.map(
    ({ id }) =>
      (at: number) =>
        emote(at, id),
  ),
  fc.constantFrom(paused, resumed),
  fc.constant(tick),
  fc.constantFrom(opened, closed),
);

const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 15_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 700_000 }) },
);

/** A session's items in order, with pauses that let streaks expire, windows empty and memories fade. */
export const someItems: fc.Arbitrary<FoldItem[]> = fc
  .array(fc.tuple(pause, happening), { minLength: 1, maxLength: 80 })
  .map((happenings) => {
    let now = 0;
    const items = happenings.map(([pauseMs, make]) => {
      now += pauseMs;
      return make(now);
    });
    return [opened(0), ...items];
  });
