import type { ClientEvent } from "@frontrow/sdk/client";
import { describe, expect, it } from "vitest";
import { chat, replayState } from "./samples.ts";
import { createViewStore, type StoreWorld } from "./view-store.ts";

/** A world whose clock and frames are turned by hand. */
function handWorld() {
  let nowMs = 1_800_000_000_000;
  const frames: (() => void)[] = [];
  const timers: { atMs: number; task: () => void }[] = [];
  const world: StoreWorld = {
    now: () => nowMs,
    nextFrame: (task) => frames.push(task),
    later: (task, ms) => timers.push({ atMs: nowMs + ms, task }),
  };
  return {
    world,
    frame: () => {
      for (const task of frames.splice(0)) task();
    },
    pass(ms: number) {
      nowMs += ms;
      for (const timer of timers.splice(0)) {
        if (timer.atMs <= nowMs) timer.task();
        else timers.push(timer);
      }
    },
  };
}

function liveStore() {
  const hand = handWorld();
  const store = createViewStore(hand.world);
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  const tell = (event: ClientEvent) => store.dispatch({ type: "client", event, nowMs: hand.world.now() });
  tell({ type: "snapshot", session: "ses_a", epoch: 1, events: [] });
  tell({ type: "insights", session: "ses_a", insights: [{ type: "metrics", viewers: 1, atMs: 1_000 }] });
  hand.frame();
  const viewers = (value: number) =>
    tell({ type: "insights", session: "ses_a", insights: [{ type: "metrics", viewers: value }] });
  return { ...hand, store, tell, viewers, told: () => told };
}

describe("the store", () => {
  it("tells its listeners once a frame, however much came", () => {
    const { store, tell, frame, told } = liveStore();
    const before = told();
    for (let index = 0; index < 500; index += 1) tell({ type: "events", session: "ses_a", events: [chat(`c${index}`)] });
    expect(told()).toBe(before);
    frame();
    expect(told()).toBe(before + 1);
    expect(store.getState().current.broadcast?.chat.rows).toHaveLength(500);
  });

  it("changes numbers at most twice a second, and never forgets the last one", () => {
    const { store, viewers, frame, pass } = liveStore();
    const seen = new Set<number | undefined>();
    for (let index = 2; index <= 21; index += 1) {
      pass(50);
      viewers(index);
      frame();
      seen.add(store.getState().calm.broadcast?.metrics.viewers);
    }
    expect(seen.size).toBeLessThanOrEqual(3);
    pass(500);
    expect(store.getState().calm.broadcast?.metrics.viewers).toBe(21);
  });

  it("never shows a number of a broadcast that is not viewed any more", () => {
    const { store, tell, frame } = liveStore();
    tell({ type: "cleared" });
    frame();
    expect(store.getState().calm.broadcast).toBeUndefined();
  });

  it("never shows a number of a later moment after a seek back", () => {
    const { store, tell, frame, viewers } = liveStore();
    viewers(7);
    frame();
    tell({ type: "snapshot", session: "ses_a", epoch: 2, events: [] });
    frame();
    expect(store.getState().calm.broadcast?.metrics).toEqual({});
  });

  it("shows what somebody asks of a replay at once, so that the next press starts from it", () => {
    const { store, tell, frame } = liveStore();
    tell({ type: "mode", mode: "REPLAY", replay: { session: "ses_r", recordingId: "ses_a-1", sinceMs: 1 } });
    tell({ type: "snapshot", session: "ses_r", epoch: 1, events: [] });
    tell({ type: "insights", session: "ses_r", insights: [replayState()] });
    frame();
    store.dispatch({ type: "replayAsked", command: { action: "speed", value: 2 }, nowMs: 1_000 });
    expect(store.getState().current.replay?.asked).toMatchObject({ speed: 2 });
  });

  it("does not let inputs heap up while nothing is painted", () => {
    const { store, tell } = liveStore();
    for (let index = 0; index < 2_000; index += 1) tell({ type: "events", session: "ses_a", events: [chat(`c${index}`)] });
    expect(store.getState().current.broadcast?.chat.rows.length).toBeGreaterThan(1_900);
  });
});
