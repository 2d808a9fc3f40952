import type { RememberedCurves } from "./curves-memory.ts";
import { type Input, reduceAll } from "./reduce.ts";
import { initialState, type ViewState } from "./view-state.ts";

/** Numbers change at most twice a second: what changes faster cannot be read. */
const CALM_MS = 500;
/** A hidden page gets no frames: inputs are then folded at the latest when so many wait, so that nothing grows unseen. */
const MOST_WAITING = 2_000;

/** The world as the store needs it, so that tests can turn the clock by hand. */
export interface StoreWorld {
  now(): number;
  /** Runs `task` once, before the next paint or soon after when nothing is painted. */
  nextFrame(task: () => void): void;
  later(task: () => void, ms: number): void;
}

export interface ViewStore {
  dispatch(input: Input): void;
  subscribe(listener: () => void): () => void;
  /** As of the last frame: for rows. */
  current(): ViewState;
  /** As of the last half second, but never of another session than `current`: for numbers and curves. */
  calm(): ViewState;
}

/** Collects inputs and folds them once a frame, so that a thousand events make one render. */
export function createViewStore(world: StoreWorld, remembered?: RememberedCurves): ViewStore {
  const listeners = new Set<() => void>();
  let waiting: Input[] = [];
  let state = initialState(world.now(), remembered);
  let calm = state;
  let calmAtMs = Number.NEGATIVE_INFINITY;
  let isFrameDue = false;
  let isCalmDue = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const settle = () => {
    const waitMs = calmAtMs + CALM_MS - world.now();
    if (waitMs <= 0 || isAnotherView(calm, state)) {
      calm = state;
      calmAtMs = world.now();
    } else if (!isCalmDue) {
      isCalmDue = true;
      world.later(() => {
        isCalmDue = false;
        if (calm === state) return;
        settle();
        tell();
      }, waitMs);
    }
  };

  const flush = () => {
    isFrameDue = false;
    if (waiting.length === 0) return;
    const inputs = waiting;
    waiting = [];
    const next = reduceAll(state, inputs);
    if (next === state) return;
    state = next;
    settle();
    tell();
  };

  return {
    dispatch(input) {
      waiting.push(input);
      if (waiting.length >= MOST_WAITING) flush();
      else if (!isFrameDue) {
        isFrameDue = true;
        world.nextFrame(flush);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => state,
    calm: () => calm,
  };
}

/** A change of broadcast, of its readiness or of a state is shown at once: a number of the old one must not outlive it. */
const isAnotherView = (shown: ViewState, next: ViewState): boolean =>
  shown.broadcast?.session !== next.broadcast?.session ||
  shown.broadcast?.isReady !== next.broadcast?.isReady ||
  shown.source !== next.source ||
  shown.link !== next.link;

/** So long nothing is folded after a frame that was: a list that grows ten times a second is read as well as one that grows sixty. */
const BREATH_MS = 90;
let foldedAtMs = Number.NEGATIVE_INFINITY;

/** The browser's clock and frames. */
export const browserWorld: StoreWorld = {
  now: () => Date.now(),
  nextFrame(task) {
    if (document.hidden) {
      setTimeout(task, CALM_MS);
      return;
    }
    const inFrame = () =>
      requestAnimationFrame(() => {
        foldedAtMs = performance.now();
        task();
      });
    const waitMs = foldedAtMs + BREATH_MS - performance.now();
    if (waitMs > 0) setTimeout(inFrame, waitMs);
    else inFrame();
  },
  later: (task, ms) => setTimeout(task, ms),
};
