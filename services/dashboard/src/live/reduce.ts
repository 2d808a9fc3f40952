import type { Insight } from "@frontrow/protocol/insight";
import type { ClientEvent, ClientEventOf, ErrorCode, ReplayCommand } from "@frontrow/sdk/client";
import { addNotice, type Rung, removeNotice, withoutMoments } from "./notices.ts";
import { foldEvents, foldInsights, takeSnapshot, withCurves } from "./reduce-broadcast.ts";
import { afterConnection, afterStatus, onServerClock, withClock, withEnd } from "./reduce-state.ts";
import { announces, askedOf, toldOf } from "./replay.ts";
import { momentsToAnnounce, withWording } from "./understanding.ts";
import { type Refusal, screenOf, type ViewState } from "./view-state.ts";

/** Whatever can change what the page shows. `nowMs` is this machine's clock, as are the times that only the client knows. */
export type Input =
  | { readonly type: "client"; readonly event: ClientEvent; readonly nowMs: number }
  /** A person asked to watch this creator. */
  | { readonly type: "watch"; readonly username: string }
  /** A person asked something of a replay, or, without a command, for one or for what is live. */
  | { readonly type: "replayAsked"; readonly command?: ReplayCommand; readonly nowMs: number }
  | { readonly type: "noticeDone"; readonly id: string }
  /** Alert rules of the desk rang over what is on the screen. */
  | { readonly type: "rang"; readonly rings: readonly Rung[]; readonly nowMs: number };

/** The view after `inputs`. Events that came in one frame are folded together, so that long lists are built once. */
export const reduceAll = (state: ViewState, inputs: readonly Input[]): ViewState => joined(inputs).reduce(reduce, state);

/** The view after `input`; the same object when nothing changed. Pure: a list of inputs is a screen. */
export function reduce(state: ViewState, input: Input): ViewState {
  switch (input.type) {
    case "watch":
      return { ...state, requested: input.username, refusal: undefined };
    case "noticeDone": {
      const notices = removeNotice(state.notices, input.id);
      return notices === state.notices ? state : { ...state, notices };
    }
    case "rang":
      return {
        ...state,
        notices: addNotice(state.notices, { kind: "rang", rings: input.rings }, input.nowMs + state.clockOffsetMs),
      };
    case "replayAsked": {
      const { replay } = state;
      const screen = { nowMs: input.nowMs + state.clockOffsetMs, epoch: state.broadcast?.epoch };
      const asked = replay && input.command && askedOf(replay, input.command, screen);
      return { ...state, replay: asked ?? replay, replayRefusal: undefined };
    }
    case "client":
      return reduceClient(state, input.event, input.nowMs + state.clockOffsetMs);
  }
}

function reduceClient(state: ViewState, event: ClientEvent, nowMs: number): ViewState {
  switch (event.type) {
    case "connection":
      return afterConnection(state, onServerClock(event.connection, state.clockOffsetMs), nowMs);
    case "clock":
      return withClock(state, event.offsetMs);
    case "desk":
      return { ...state, desk: event.desk };
    case "status":
      return afterStatus(state, event.status, nowMs);
    case "cleared":
      return { ...state, broadcast: undefined, requested: undefined, refusal: undefined, notices: [] };
    case "mode":
      return withMode(state, event, nowMs);
    case "liveAlert": {
      const { username, moment } = event;
      return { ...state, notices: addNotice(state.notices, { kind: "meanwhile", username, moment }, nowMs) };
    }
    case "dataChanged":
      return { ...state, dataChanges: { ...state.dataChanges, [event.data]: state.dataChanges[event.data] + 1 } };
    case "snapshot":
      return withSnapshot(state, event);
    case "events":
      return withEvents(state, event, nowMs);
    case "insights":
      return withInsights(state, event, nowMs);
    case "promptWorded": {
      const { type: _, ...wording } = event;
      return state.broadcast ? { ...state, broadcast: withWording(state.broadcast, wording) } : state;
    }
    case "lagging":
      return state.broadcast ? { ...state, broadcast: { ...state.broadcast, isBehind: event.behind } } : state;
    case "error":
      if (ofReplays.has(event.code)) return { ...state, replayRefusal: { ...refusalIn(event), atMs: nowMs } };
      return { ...state, requested: undefined, refusal: refusalIn(event) };
  }
}

/** What is refused to somebody who wants to replay, and not to somebody who names a broadcast. */
const ofReplays: ReadonlySet<ErrorCode> = new Set([
  "RECORDING_NOT_FOUND",
  "RECORDING_DAMAGED",
  "RECORDING_UNAVAILABLE",
  "NOTHING_TO_REPLAY",
  "NOT_IN_REPLAY",
  "NOT_IN_LIVE",
]);

const refusalIn = ({ code, message, retryAtMs }: ClientEventOf<"error">): Refusal => ({
  code,
  message,
  ...(retryAtMs === undefined ? {} : { retryAtMs }),
});

function withSnapshot(state: ViewState, snapshot: ClientEventOf<"snapshot">): ViewState {
  const current = state.broadcast ?? (state.remembered && withCurves(state.remembered));
  const broadcast = takeSnapshot(current, snapshot);
  const next = { ...state, broadcast: state.replay ? broadcast : withEnd(broadcast, state.source.status), remembered: undefined };
  return screenOf(next) === screenOf(state) ? next : { ...next, notices: withoutMoments(state.notices) };
}

/** Nothing of what was on the screen is of what comes. */
function withMode(state: ViewState, { replay }: ClientEventOf<"mode">, nowMs: number): ViewState {
  return {
    ...state,
    broadcast: undefined,
    replay: replay && { view: replay, told: undefined, toldAtMs: nowMs, asked: undefined },
    replayRefusal: undefined,
    requested: undefined,
    refusal: undefined,
    notices: [],
  };
}

function withEvents(state: ViewState, event: ClientEventOf<"events">, nowMs: number): ViewState {
  if (state.broadcast?.session !== event.session) return state;
  const { broadcast, bigGifts } = foldEvents(state.broadcast, event.events);
  const notices =
    bigGifts.length > 0 && announces(state.replay)
      ? addNotice(state.notices, { kind: "bigGifts", gifts: bigGifts }, nowMs)
      : state.notices;
  return { ...state, broadcast, notices };
}

/** Time for which it is said why something was refused: afterwards there is more to tell. */
const REFUSAL_MS = 15_000;

/** What is said of another session than that on the screen is too late. */
function withInsights(state: ViewState, event: ClientEventOf<"insights">, nowMs: number): ViewState {
  const { broadcast } = state;
  if (broadcast?.session !== event.session) return state;
  const moments = event.isStanding || !announces(state.replay) ? [] : momentsToAnnounce(broadcast, event.insights);
  const notices = moments.length > 0 ? addNotice(state.notices, { kind: "moments", moments }, nowMs) : state.notices;
  const { replayRefusal: refusal } = state;
  const replayRefusal = refusal && nowMs - refusal.atMs < REFUSAL_MS ? refusal : undefined;
  const next = { ...state, broadcast: foldInsights(broadcast, event.insights, event), notices, replayRefusal };
  return withPlace(next, event.insights, nowMs);
}

/** Where the replay stands. At the end of a broadcast that is complete, what is here is all there will be. */
function withPlace(state: ViewState, insights: readonly Insight[], nowMs: number): ViewState {
  const told = insights.findLast((insight) => insight.type === "replayState");
  if (!told || !state.replay || !state.broadcast) return state;
  const isOver = told.state === "finished" && !told.isGrowing;
  const broadcast = isOver === state.broadcast.isOver ? state.broadcast : { ...state.broadcast, isOver };
  return { ...state, broadcast, replay: toldOf(state.replay, told, { nowMs, epoch: broadcast.epoch }) };
}

/** The inputs with neighbouring events of one session made one. */
function joined(inputs: readonly Input[]): readonly Input[] {
  const result: Input[] = [];
  for (let next = 0; next < inputs.length; ) {
    const run = runOfEvents(inputs, next);
    const [first] = run;
    if (first && run.length > 1) {
      const events = run.flatMap((input) => input.event.events);
      result.push({ ...first, event: { ...first.event, events } });
    } else result.push(...inputs.slice(next, next + 1));
    next += Math.max(1, run.length);
  }
  return result;
}

type EventsInput = Extract<Input, { type: "client" }> & { readonly event: ClientEventOf<"events"> };
const isEvents = (input: Input | undefined): input is EventsInput => input?.type === "client" && input.event.type === "events";

function runOfEvents(inputs: readonly Input[], from: number): readonly EventsInput[] {
  const run: EventsInput[] = [];
  for (let at = from; at < inputs.length; at += 1) {
    const input = inputs[at];
    if (!isEvents(input) || (run[0] && run[0].event.session !== input.event.session)) break;
    run.push(input);
  }
  return run;
}
