import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { createLogStore } from "@frontrow/redis/log";
import type { MessageContent, RoomMessage } from "@frontrow/simulator/wire/message";
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

interface Said {
  readonly message: RoomMessage;
  /** When it was said, whatever its own clock tells. */
  readonly atMs: number;
}

/** Everything that may be said, in about the mix of a real room; what is rare is rare. */
function contentOf(n: number, random: () => number): MessageContent {
  const viewer = Math.floor(random() * 500);
  const user = { id: String(6_800_000_000_000_000_000n + BigInt(viewer)), handle: `v${viewer}`, nickname: `V ${viewer}` };
  const at = random();
  if (at < 0.4) return { type: "like", user, count: 1 + Math.floor(random() * 15), total: n };
  if (at < 0.6) return { type: "member", user, memberCount: n };
  if (at < 0.7) return { type: "roomUser", viewers: 100, viewersEver: n, top: [] };
  if (at < 0.9) return { type: "chat", user, text: `chat ${n}` };
  if (at < 0.95) {
    const gift = { id: 6369, name: "Lion", diamonds: 1 + Math.floor(random() * 1_000), streakable: false };
    return { type: "gift", user, gift, groupId: "0", repeatCount: 1, repeatEnd: true };
  }
  if (at < 0.97) return { type: "follow", user, followCount: n };
  if (at < 0.98) return { type: "share", user, shareCount: n };
  if (at < 0.985) return { type: "subscribe", user, months: 1 };
  if (at < 0.99) return { type: "question", user, questionId: String(9_000_000 + n), text: `question ${n}` };
  return { type: "envelope", user, envelopeId: `chest${n}`, diamonds: 20, people: 5 };
}

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

    const said: Said[] = [];
    const say = (count: number): RoomMessage[] =>
      Array.from({ length: count }, () => {
        const atMs = Date.now();
        const content = contentOf(said.length, random);
        // A clock that is wrong, none at all, or no id: a chat is told from the others by its text.
        const createTimeMs = chance(0.01) ? atMs + (chance(0.5) ? HOUR_MS : -HOUR_MS) : chance(0.01) ? 0 : atMs;
        const msgId = content.type === "chat" && chance(0.01) ? "0" : room.nextId(atMs);
        const message = { ...content, msgId, createTimeMs };
        said.push({ message, atMs });
        return message;
      });
    const publish = (messages: readonly RoomMessage[]) => {
      for (let at = 0; at < messages.length; at += 50) {
        room.publishFrame(messages.slice(at, at + 50), Date.now(), { gzip: chance(0.5), times: chance(0.05) ? 2 : 1 });
      }
    };
    const log = createLogStore(stage.redis.client);
    const arrived = (): Promise<void> => {
      const [last] = say(1).map((message) => ({ ...message, msgId: room.nextId(Date.now()) }));
      if (!last) throw new Error("nothing was said");
      said.splice(-1, 1, { message: last, atMs: Date.now() });
      publish([last]);
      return eventually(async () => {
        const entries = await log.readBack(sessionId as SessionId, { entries: 200 });
        expect(entries.some(({ data }) => data.includes(`"${last.msgId}"`))).toBe(true);
      }, 20_000);
    };
    /** What TikTok repeats: the last, all or only what is rare, and something old among it. */
    const history = (): RoomMessage[] => {
      const isRare = ({ message: { type } }: Said) => !["like", "member", "roomUser"].includes(type);
      const from = chance(0.5) ? said : said.filter(isRare);
      const last = from.slice(-below(400)).map(({ message }) => message);
      const old = Array.from({ length: chance(0.3) ? below(30) : 0 }, () => said[below(said.length)]?.message);
      return [...old.filter((message) => message !== undefined), ...last];
    };

    while (said.length < EVENTS) {
      const early = say(1 + below(120));
      if (chance(0.1)) publish([...say(1 + below(20)), ...early]);
      else publish(early);
      if (chance(0.2)) await arrived();
      if (!chance(Math.min(0.05, 60 / (EVENTS / 60)))) continue;
      await arrived();
      const { entered } = stage.simulator.connections(name);
      if (chance(0.2)) {
        const next = await stage.worker();
        room.repeats = history();
        await worker.stop();
        worker = next;
      } else {
        room.repeats = [];
        creator.drop();
        publish(say(below(150)));
        room.repeats = history();
      }
      await eventually(() => expect(stage.simulator.connections(name).entered).toBeGreaterThan(entered), 20_000);
      await stage.until(name, { state: "live" });
    }
    await arrived();

    const events = eventsOf(await stage.logOf(sessionId as SessionId));
    const nameOf = (event: LiveEvent) => (event.type === "chat" ? event.text : event.id);
    const counts = new Map<string, number>();
    for (const event of events) counts.set(nameOf(event), (counts.get(nameOf(event)) ?? 0) + 1);
    const saidAtMs = new Map(said.map(({ message, atMs }) => [message.type === "chat" ? message.text : message.msgId, atMs]));
    const saidAtOf = (event: LiveEvent) => (event.late ? undefined : saidAtMs.get(nameOf(event)));
    const isSaid = (event: LiveEvent) => saidAtOf(event) !== undefined;
    // A busy machine receives later than was said: a gap is as wide as what was said last before it and first after it, too.
    const gaps = events.flatMap((event, index) => {
      if (event.type !== "gap") return [];
      const before = events.slice(0, index).findLast(isSaid);
      const after = events.slice(index).find(isSaid);
      const fromMs = Math.min(event.fromMs, (before && saidAtOf(before)) ?? event.fromMs);
      return [{ fromMs, toMs: Math.max(event.toMs, (after && saidAtOf(after)) ?? event.toMs) }];
    });
    const isExcused = ({ atMs }: Said) => gaps.some(({ fromMs, toMs }) => atMs >= fromMs - 500 && atMs <= toMs + 500);
    const told = ({ message }: Said) => counts.get(message.type === "chat" ? message.text : message.msgId) ?? 0;
    const place = (each: Said) => `${said.indexOf(each)} ${each.message.type} ${each.message.msgId}`;
    expect(said.filter((each) => told(each) > 1).map(place)).toEqual([]);
    // How many are there is no total: the next count says it again.
    const isCounted = ({ message }: Said) => message.type !== "roomUser";
    expect(said.filter((each) => isCounted(each) && told(each) === 0 && !isExcused(each)).map(place)).toEqual([]);
    const late = events.filter((event) => event.late).length;
    const missing = said.filter((each) => told(each) === 0).length;
    const figures = { said: said.length, counted: events.length - gaps.length, late, missing, gaps: gaps.length };
    if (process.env["COURSE_EVENTS"]) process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(late).toBeGreaterThan(0);
  }, 600_000);
});
