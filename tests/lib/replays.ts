import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import type { ReplayState } from "@frontrow/protocol/insight";
import { createReplayStore, type ReplayRecord } from "@frontrow/redis/replays";
import { eventually } from "@frontrow/testkit/eventually";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { ServiceProcess } from "./service-process.ts";
import { type Stack, type StackOptions, startStack, unfolded } from "./stack.ts";
import { startTalk, type Talk } from "./talk.ts";
import { openViewer, type Viewer, type ViewerOptions } from "./viewer.ts";

interface UserOptions extends Omit<ViewerOptions, "urls"> {
  /** Another gateway than those of the file. */
  readonly at?: string;
}

export interface ReplaysOptions {
  /** Gateways and replay workers in processes of their own; without it one of each in this process. */
  readonly processes?: { readonly gateways: number; readonly workers: number };
  readonly dashboardDir?: string;
  readonly env?: Record<string, string>;
}

const env = {
  ...unfolded,
  LEASE_MS: "1500",
  BEAT_INTERVAL_MS: "300",
  SWEEP_INTERVAL_MS: "300",
  GATEWAY_LEASE_MS: "1500",
  BEAT_MS: "300",
  ARCHIVE_MIN_AGE_MS: "1",
  ARCHIVE_POLL_MS: "200",
  REPLAY_GRACE_MS: "1000",
  REPLAYS_PER_NETWORK_MINUTE: "10000",
};

/** For one test file: services that play replays, a recording of five minutes that is complete, a broadcast that goes on, and users. */
export function useReplays({ processes, dashboardDir, env: extra = {} }: ReplaysOptions = {}) {
  let stack: Stack;
  let recorded: Talk;
  let live: Talk;
  let urls: string[];
  let gateways: ServiceProcess[] = [];
  let workers: ServiceProcess[] = [];
  const viewers: Viewer[] = [];

  beforeAll(async () => {
    const options: StackOptions = processes
      ? { gateways: 0, inProcess: ["analytics", "jobs"] }
      : { inProcess: ["analytics", "jobs", "replay"] };
    stack = await startStack({ ...options, env: { ...env, ...extra }, ...(dashboardDir ? { dashboardDir } : {}) });
    if (processes) {
      const spawn = (name: "gateway" | "replay", count: number) =>
        Promise.all(Array.from({ length: count }, () => stack.spawn(name)));
      [gateways, workers] = await Promise.all([spawn("gateway", processes.gateways), spawn("replay", processes.workers)]);
    }
    urls = processes ? gateways.map(({ url }) => url) : [...stack.urls];
    [recorded, live] = await Promise.all([startTalk(stack, "rita", 300), startTalk(stack, "lena", 120)]);
    await recorded.end();
  });
  afterEach(() => {
    for (const viewer of viewers.splice(0)) viewer.close();
  });
  afterAll(() => stack?.stop());

  /** A user whose first gateway is this one. */
  function user(gateway: number, { at, ...options }: UserOptions = {}) {
    const viewer = openViewer({ ...options, urls: at ? [at] : [...urls.slice(gateway), ...urls.slice(0, gateway)] });
    viewers.push(viewer);
    return viewer;
  }

  return {
    get stack() {
      return stack;
    },
    get recorded() {
      return recorded;
    },
    get live() {
      return live;
    },
    get urls() {
      return urls;
    },
    get workers(): readonly ServiceProcess[] {
      return workers;
    },
    user,
    /** Another process in the place of a gateway that is killed without a word, at its address. */
    async replaceGateway(index: number): Promise<void> {
      await gateways[index]?.kill();
      gateways[index] = await stack.spawn("gateway", { PORT: new URL(urls[index] as string).port });
    },
    async replaceWorker(index: number): Promise<void> {
      await workers[index]?.kill();
      workers[index] = await stack.spawn("replay");
    },
    /** What is stored of the replay on somebody's screen. */
    async stored(viewer: Viewer): Promise<ReplayRecord> {
      const replay = await createReplayStore(stack.redis.client).read(replayOf(viewer));
      if (!replay) throw new Error("no replay");
      return replay.record;
    },
    /** At a desk of its own, which views a recording: paused at this word. */
    async replaying(talk: Talk, gateway: number, word: number, options: UserOptions = {}) {
      const viewer = user(gateway, options);
      await eventually(() => expect(deskOf(viewer)).toBeTruthy());
      await talk.give(deskOf(viewer));
      viewer.client.setMode({ mode: "REPLAY", recordingId: talk.recordingId, atMs: talk.atMs(word), paused: true });
      await standsAt(viewer, talk.atMs(word), { state: "paused" });
      return viewer;
    },
    /** At a desk of its own, at a broadcast that goes on. */
    async watching(talk: Talk, gateway: number, options: UserOptions = {}) {
      const viewer = user(gateway, { username: talk.handle, ...options });
      await eventually(() => expect(idsOf(viewer).at(-1)).toBe(talk.id(talk.words - 1)), 20_000);
      return viewer;
    },
    /** Steps back in the broadcast on the screen, paused. */
    async stepBack(viewer: Viewer, talk: Talk, word: number): Promise<void> {
      viewer.client.setMode({ mode: "REPLAY", atMs: talk.atMs(word), paused: true });
      await standsAt(viewer, talk.atMs(word), { state: "paused" });
    },
  };
}

export const deskOf = ({ client }: Viewer): DeskId => client.desk?.deskId as DeskId;
export const replayOf = ({ client }: Viewer): SessionId => client.desk?.replay?.session as SessionId;
export const idsOf = ({ events }: Viewer): string[] => events.map(({ id }) => id);
/** Ids of the words from one to another, both among them. */
export const words = (talk: Talk, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => talk.id(from + n));
/** Waits until the replay on the screen stands at a moment. */
export const standsAt = (viewer: Viewer, atMs: number, more: Partial<ReplayState> = {}) =>
  eventually(() => expect(viewer.replay).toMatchObject({ positionMs: atMs, ...more }), 20_000);
