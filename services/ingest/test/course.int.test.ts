import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { createLogStore } from "@frontrow/redis/log";
import type { MessageContent, RoomMessage } from "@frontrow/simulator/wire/message";
import type { Viewer } from "@frontrow/simulator/wire/viewer";
import { eventually } from "@frontrow/testkit/eventually";
import { seededRandom } from "@frontrow/testkit/random";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type Stage, setStage, type Worker } from "./stage.ts";

/** Set COURSE_EVENTS=100000 for the long course. */
const EVENTS = Number(process.env["COURSE_EVENTS"] ?? 4_000);
const SEED = Number(process.env["COURSE_SEED"] ?? 20);
const HOUR_MS = 3_600_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

/** Everything that may be said, in about the mix of a real room; what is rare is rare. */
function contentOf(n: number, random: () => number): MessageContent {
  const user = viewerOf(Math.floor(random() * 500));
  const at = random();
  if (at < 0.4) return { type: "like", user, count: 1 + Math.floor(random() * 15), total: n };
  if (at < 0.6) return { type: "member", user, memberCount: n };
  if (at < 0.7) return { type: "roomUser", viewers: 100, viewersEver: n, top: [] };
  if (at < 0.86) return { type: "chat", user, text: `chat ${n}` };
  if (at < 0.91) {
    const gift = { id: 6369, name: "Lion", diamonds: 1 + Math.floor(random() * 1_000), streakable: false };
    return { type: "gift", user, gift, groupId: "0", repeatCount: 1, repeatEnd: true };
  }
  if (at < 0.93) return { type: "follow", user, followCount: n };
  const kind = rare[Math.floor(random() * rare.length)] as (typeof rare)[number];
  return kind(n, user);
}

const viewerOf = (n: number): Viewer => ({
  id: String(6_800_000_000_000_000_000n + BigInt(n)),
  handle: `v${n}`,
  nickname: `V ${n}`,
});

const rare: readonly ((n: number, user: Viewer) => MessageContent)[] = [
  (n, user) => ({ type: "share", user, shareCount: n }),
  (_, user) => ({ type: "subscribe", user, months: 1 }),
  (n, user) => ({ type: "question", user, questionId: String(9_000_000 + n), text: `question ${n}` }),
  (n, user) => ({ type: "envelope", user, envelopeId: `chest${n}`, diamonds: 20, people: 5 }),
  (n, user) => ({ type: "emote", user, emoteIds: [String(7_000_000 + n)] }),
  (n) => ({ type: "caption", text: `caption ${n}`, language: "en", sentenceId: String(n) }),
  (n, user) => ({ type: "delete", msgIds: [String(n + 1)], userIds: [user.id] }),
  (n, user) => ({ type: "goal", goalId: "5", description: "roses", progress: n, target: 1_000_000, user }),
  (n, user) => ({
    type: "pin",
    pinned: { type: "chat", user, text: `pinned ${n}`, msgId: String(8_000_000 + n), createTimeMs: 1_700_000_000_000 },
    operator: user,
  }),
  (_, user) => ({ type: "barrage", user, key: "live_barrage_user_level", text: "came in", kind: 9, level: 30 }),
  (_, user) => ({ type: "guest", guest: user, state: "joined" }),
  (n) => ({ type: "poll", pollId: "3", state: "votes", title: "which", options: [{ text: "this", votes: n }] }),
  (_, user) => ({ type: "armies", battleId: "12", armies: [{ hostId: user.id, score: 5, supporters: [] }] }),
  () => ({ type: "control", action: "resumed" }),
];

/** What the message's event is called: most have its id, a chest its own, and a chat without an id is known by its text. */
const nameOf = (message: RoomMessage): string =>
  message.type === "chat" ? message.text : message.type === "envelope" ? `envelope:${message.envelopeId}` : message.msgId;
const nameOfEvent = (event: LiveEvent): string => (event.type === "chat" ? event.text : event.id);

describe(`a course of ${EVENTS} random messages (seed ${SEED})`, () => {
  it("is in the log as it was said: nothing twice, and nothing missing but in a gap that is declared", async () => {
    const random = seededRandom(SEED);
    const chance = (share: number) => random() < share;
    const below = (limit: number) => Math.floor(random() * limit);
    let worker: Worker = await stage.worker();
    const name = "course";
    const creator = stage.simulator.creator(name);
    const room = creator.goLive({ play: () => 60_000 });
    room.repeats = [];
    await stage.watch(name);
    const { sessionId } = await stage.until(name, { state: "live" });
    await eventually(() => expect(stage.simulator.connections(name).entered).toBe(1));

    const said: RoomMessage[] = [];
    /** Each message's place in the order of the wire. */
    const places = new Map<string, number>();
    const say = (count: number): RoomMessage[] =>
      Array.from({ length: count }, () => {
        const atMs = Date.now();
        const content = contentOf(said.length, random);
        // A clock that is wrong, none at all, or no id: a chat is told from the others by its text.
        const createTimeMs = chance(0.01) ? atMs + (chance(0.5) ? HOUR_MS : -HOUR_MS) : chance(0.01) ? 0 : atMs;
        const msgId = content.type === "chat" && chance(0.01) ? "0" : room.nextId(atMs);
        const message = { ...content, msgId, createTimeMs };
        said.push(message);
        return message;
      });
    const publish = (messages: readonly RoomMessage[]) => {
      for (const message of messages) places.set(nameOf(message), places.size);
      for (let at = 0; at < messages.length; at += 50) {
        room.publishFrame(messages.slice(at, at + 50), Date.now(), { gzip: chance(0.5), times: chance(0.05) ? 2 : 1 });
      }
    };
    const log = createLogStore(stage.redis.client);
    const arrived = (): Promise<void> => {
      const last: RoomMessage = {
        ...{ type: "chat", user: viewerOf(0), text: `arrived ${said.length}` },
        msgId: room.nextId(Date.now()),
        createTimeMs: Date.now(),
      };
      said.push(last);
      publish([last]);
      return eventually(async () => {
        const entries = await log.readBack(sessionId as SessionId, { entries: 200 });
        expect(entries.some(({ data }) => data.includes(`"${last.msgId}"`))).toBe(true);
      }, 20_000);
    };
    /** What TikTok repeats: the last, all or only what is rare, and something old among it. */
    const history = (): RoomMessage[] => {
      const isRare = ({ type }: RoomMessage) => !["like", "member", "roomUser"].includes(type);
      const from = chance(0.5) ? said : said.filter(isRare);
      const last = from.slice(-below(400));
      const old = Array.from({ length: chance(0.3) ? below(30) : 0 }, () => said[below(said.length)]);
      return [...old.filter((message) => message !== undefined), ...last];
    };

    while (said.length < EVENTS) {
      const early = say(1 + below(120));
      if (chance(0.1)) publish([...say(1 + below(20)), ...early]);
      else publish(early);
      if (chance(0.2)) await arrived();
      if (!chance(Math.min(0.05, 60 / (EVENTS / 60)))) continue;
      await arrived();
      const { entered } = stage.simulator.connections(creator.handle);
      if (chance(0.2)) {
        const next = await stage.worker();
        room.repeats = history();
        await worker.stop();
        worker = next;
      } else {
        room.repeats = [];
        if (chance(0.2)) stage.simulator.rename(creator.handle, `course.${said.length}`);
        creator.drop();
        publish(say(below(150)));
        room.repeats = history();
      }
      await eventually(() => expect(stage.simulator.connections(creator.handle).entered).toBeGreaterThan(entered), 20_000);
      await stage.until(name, { state: "live" });
    }
    await arrived();

    const events = eventsOf(await stage.logOf(sessionId as SessionId));
    const counts = new Map<string, number>();
    for (const event of events) counts.set(nameOfEvent(event), (counts.get(nameOfEvent(event)) ?? 0) + 1);
    // A gap is what was said between the last that came before it and the first that came after it.
    const isLive = (event: LiveEvent) => !event.late && places.has(nameOfEvent(event));
    const placeOf = (event: LiveEvent | undefined) => event && places.get(nameOfEvent(event));
    const gaps = events.flatMap((event, index) => {
      if (event.type !== "gap") return [];
      const from = placeOf(events.slice(0, index).findLast(isLive)) ?? 0;
      return [{ from, to: placeOf(events.slice(index).find(isLive)) ?? places.size }];
    });
    const isExcused = (message: RoomMessage) => {
      const place = places.get(nameOf(message)) ?? -1;
      return gaps.some(({ from, to }) => place > from && place < to);
    };
    const told = (message: RoomMessage) => counts.get(nameOf(message)) ?? 0;
    const label = (message: RoomMessage) => `${places.get(nameOf(message))} ${message.type} ${nameOf(message)}`;
    expect(said.filter((message) => told(message) > 1).map(label)).toEqual([]);
    // How many are there is no total: the next count says it again.
    const isCounted = ({ type }: RoomMessage) => type !== "roomUser";
    expect(said.filter((each) => isCounted(each) && told(each) === 0 && !isExcused(each)).map(label)).toEqual([]);
    const late = events.filter((event) => event.late).length;
    const missing = said.filter((each) => told(each) === 0).length;
    const types = new Set(events.map(({ type }) => type)).size;
    const figures = { said: said.length, counted: events.length - gaps.length, late, missing, gaps: gaps.length, types };
    if (process.env["COURSE_EVENTS"]) process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(late).toBeGreaterThan(0);
  }, 600_000);
});
