import { foldEntry, foldItems } from "@frontrow/audience/fold";
import { takeKeyframe } from "@frontrow/audience/keyframe";
import { createFold, type FoldState } from "@frontrow/audience/state";
import type { LiveEvent } from "@frontrow/protocol/event";
import { createEvents } from "../lib/events.ts";
import { serveRole } from "../lib/role.ts";

const START_MS = 1_760_000_000_000;
/** What a worker is asked to fold a second in all, however many sessions that is. */
const EVENTS_PER_SECOND = 15_000;
const BATCH = 10;

/** Event time that goes on as it would at this rate. */
function clock(eventsPerSecond: number): () => number {
  let events = 0;
  return () => START_MS + Math.floor((events++ * 1_000) / eventsPerSecond);
}

function entries(events: number): string[] {
  const next = createEvents(5, { now: clock(EVENTS_PER_SECOND) });
  return Array.from({ length: events / BATCH }, () => JSON.stringify(Array.from({ length: BATCH }, next)));
}

function cpuMicros(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

serveRole({
  /** Microseconds an event, made into the JSON of its entry. */
  stringify({ events }: { events: number }) {
    const next = createEvents(5, { now: clock(EVENTS_PER_SECOND) });
    const all = Array.from({ length: events / BATCH }, () => Array.from({ length: BATCH }, next));
    let chars = 0;
    const micros = cpuMicros(() => {
      for (const items of all) chars += JSON.stringify(items).length;
    });
    return chars > 0 ? micros / events : Number.NaN;
  },
  /** Microseconds an event, parsed and folded, while `sessions` sessions alternate. */
  fold({ events, sessions }: { events: number; sessions: number }) {
    const states = Array.from({ length: sessions }, createFold);
    const spread = (data: readonly string[]): void =>
      data.forEach((entry, at) => void foldEntry(states[at % sessions] as FoldState, { kind: "events", data: entry }));
    const all = entries(events);
    spread(all.slice(0, Math.min(all.length / 5, 20_000)));
    const rest = all.slice(Math.min(all.length / 5, 20_000));
    return cpuMicros(() => spread(rest)) / (rest.length * BATCH);
  },
  /** Bytes that one session takes in memory and in a keyframe, when each of its viewers did three things. */
  memory({ viewers }: { viewers: number }) {
    const next = createEvents(7, { now: clock(100), viewers });
    const state = createFold();
    foldItems(state, [next()]);
    globalThis.gc?.();
    const before = held();
    for (let n = 0; n < viewers; n++) {
      const event = next();
      foldItems(state, [withUser(event, n)]);
    }
    for (let n = 0; n < viewers * 2; n++) foldItems(state, [next()]);
    globalThis.gc?.();
    return {
      bytes: held() - before,
      keyframe: takeKeyframe(state).slices.reduce((sum, slice) => sum + slice.byteLength, 0),
      viewers: state.viewers.table.size,
    };
  },
});

const held = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Somebody who was not there before. */
const withUser = (event: LiveEvent, n: number): LiveEvent =>
  "user" in event && event.user ? { ...event, user: { ...event.user, id: String(6_900_000_000_000 + n) } } : event;
