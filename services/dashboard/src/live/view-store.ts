import type { ClientEvent } from "@frontrow/sdk/client";
import { createContext, use, useEffect, useEffectEvent } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Commands } from "./commands.ts";
import type { RememberedCurves } from "./curves-memory.ts";
import { type Input, reduceAll } from "./reduce.ts";
import { initialState, screenOf, type ViewState } from "./view-state.ts";

/** Interval between changes of numbers on the screen: what changes more than twice a second cannot be read. */
const CALM_MS = 500;
/** Inputs after which they are reduced without waiting for a frame: a hidden page gets no frames, and must not grow. */
const MAX_QUEUED_INPUTS = 2_000;

/** Clock, frames and timers, so that tests can turn them by hand. */
export interface StoreWorld {
  now(): number;
  /** Runs `task` once, before the next paint or soon after when nothing is painted. */
  nextFrame(task: () => void): void;
  later(task: () => void, ms: number): void;
}

export interface Views {
  /** As of the last frame: for rows. */
  readonly current: ViewState;
  /** As of the last half second, but never of another session or epoch than `current`: for numbers and curves. */
  readonly calm: ViewState;
}

export interface ViewStore extends Pick<StoreApi<Views>, "getState" | "getInitialState" | "subscribe"> {
  dispatch(input: Input): void;
  /** Tells `listener` what the client says, as it comes and before it is shown; returns how to stop that. */
  onClient(listener: (event: ClientEvent, shown: ViewState) => void): () => void;
}

/** A store of the view that reduces its inputs once a frame, so that a thousand events make one render. */
export function createViewStore(world: StoreWorld, remembered?: RememberedCurves): ViewStore {
  const first = initialState(world.now(), remembered);
  const store = createStore<Views>(() => ({ current: first, calm: first }));
  let queue: Input[] = [];
  let calmAtMs = Number.NEGATIVE_INFINITY;
  let isFrameDue = false;
  let isCalmDue = false;

  /** Shows `current`, and its numbers too when they have stood for long enough; else those follow when they have. */
  const show = (current: ViewState) => {
    const { calm } = store.getState();
    const waitMs = calmAtMs + CALM_MS - world.now();
    if (waitMs <= 0 || isAnotherView(calm, current)) {
      calmAtMs = world.now();
      store.setState({ current, calm: current });
      return;
    }
    store.setState({ current });
    if (isCalmDue) return;
    isCalmDue = true;
    world.later(() => {
      isCalmDue = false;
      const views = store.getState();
      if (views.calm !== views.current) show(views.current);
    }, waitMs);
  };

  const flush = () => {
    isFrameDue = false;
    const inputs = queue;
    queue = [];
    const { current } = store.getState();
    const next = reduceAll(current, inputs);
    if (next !== current) show(next);
  };

  const listeners = new Set<(event: ClientEvent, shown: ViewState) => void>();

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    onClient(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch(input) {
      queue.push(input);
      if (input.type === "client") for (const tell of listeners) tell(input.event, store.getState().current);
      // What a person asks for shows at once, as the next press of a key starts from it.
      if (queue.length >= MAX_QUEUED_INPUTS || input.type === "replayAsked") flush();
      else if (!isFrameDue) {
        isFrameDue = true;
        world.nextFrame(flush);
      }
    },
  };
}

export interface Live {
  readonly store: ViewStore;
  readonly commands: Commands;
}

export const LiveContext = createContext<Live | undefined>(undefined);

function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("the page is not inside its live context");
  return live;
}

export const useCommands = (): Commands => useLive().commands;
export const useDispatch = (): ViewStore["dispatch"] => useLive().store.dispatch;

/** Calls `listener` with what the client says, as it comes, and with what is on the screen then. */
export function useClientEvents(listener: (event: ClientEvent, shown: ViewState) => void): void {
  const { store } = useLive();
  const onEvent = useEffectEvent(listener);
  useEffect(() => store.onClient((event, shown) => onEvent(event, shown)), [store]);
}

/**
 * A part of the view, as of this frame. The component renders again only when that part is another object or value, so
 * `select` must return what the state holds, not something made from it.
 */
export function useView<T>(select: (state: ViewState) => T): T {
  const { store } = useLive();
  return useStore(store, ({ current }) => select(current));
}

/** The same, changing at most twice a second: for numbers and curves. */
export function useCalmView<T>(select: (state: ViewState) => T): T {
  const { store } = useLive();
  return useStore(store, ({ calm }) => select(calm));
}

/** A change of broadcast, of its readiness or of a state is shown at once: a number of the old one must not outlive it. */
const isAnotherView = (shown: ViewState, next: ViewState): boolean =>
  screenOf(shown) !== screenOf(next) ||
  shown.broadcast?.isReady !== next.broadcast?.isReady ||
  shown.source !== next.source ||
  shown.link !== next.link;

/** Pause between two frames that reduce: a list that grows ten times a second reads as well as one that grows sixty. */
const FRAME_PAUSE_MS = 90;
let reducedAtMs = Number.NEGATIVE_INFINITY;

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
        reducedAtMs = performance.now();
        task();
      });
    const waitMs = reducedAtMs + FRAME_PAUSE_MS - performance.now();
    if (waitMs > 0) setTimeout(inFrame, waitMs);
    else inFrame();
  },
  later: (task, ms) => setTimeout(task, ms),
};
