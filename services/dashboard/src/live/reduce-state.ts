import type { ConnectionState, SourceStatus } from "@frontrow/sdk/client";
import { addNotice, type Happening } from "./notices.ts";
import type { Broadcast, Source, ViewState } from "./view-state.ts";

/** The view after the link to Frontrow changed: what is on the screen stays. */
export function afterConnection(state: ViewState, connection: ConnectionState, nowMs: number): ViewState {
  const wasOpen = state.link.connection.state === "open";
  const isOpen = connection.state === "open";
  const link = {
    connection,
    sinceMs: wasOpen === isOpen && state.link.connection.state !== "idle" ? state.link.sinceMs : nowMs,
    lastOpenMs: wasOpen || isOpen ? nowMs : state.link.lastOpenMs,
  };
  const next = { ...state, link };
  if (wasOpen && !isOpen) return notify(next, { kind: "linkLost" }, nowMs);
  if (!wasOpen && isOpen && state.link.lastOpenMs !== undefined) {
    return notify({ ...next, dataChanges: allChanged(state.dataChanges) }, { kind: "linkBack" }, nowMs);
  }
  return next;
}

/** What changed while the page did not hear of it. */
const allChanged = (changes: ViewState["dataChanges"]): ViewState["dataChanges"] => ({
  recordings: changes.recordings + 1,
  exports: changes.exports + 1,
  rules: changes.rules + 1,
  viewers: changes.viewers + 1,
});

/** The view by another reading of the server's clock: what the page itself noted before moves along. */
export function withClock(state: ViewState, offsetMs: number): ViewState {
  const byMs = offsetMs - state.clockOffsetMs;
  if (byMs === 0) return state;
  const { link, source, replay } = state;
  return {
    ...state,
    clockOffsetMs: offsetMs,
    link: {
      connection: onServerClock(link.connection, byMs),
      sinceMs: link.sinceMs + byMs,
      lastOpenMs: link.lastOpenMs === undefined ? undefined : link.lastOpenMs + byMs,
    },
    source: { ...source, sinceMs: source.sinceMs + byMs },
    replay: replay && { ...replay, toldAtMs: replay.toldAtMs + byMs },
  };
}

/** The connection with the time of its next try by a clock that is `byMs` ahead. */
export const onServerClock = (connection: ConnectionState, byMs: number): ConnectionState =>
  connection.state === "waiting" ? { ...connection, retryAtMs: connection.retryAtMs + byMs } : connection;

/** The view after the source changed, with a notice when that is news to somebody who looks elsewhere. */
export function afterStatus(state: ViewState, status: SourceStatus, nowMs: number): ViewState {
  const before = state.source;
  const isSame = before.status.state === status.state && before.status.username === status.username;
  const source: Source = {
    status,
    sinceMs: isSame ? before.sinceMs : nowMs,
    wasAwaited: isAwaited(before, status),
  };
  // What the source does is not what a replay of it does.
  const broadcast = state.replay ? state.broadcast : state.broadcast && withEnd(state.broadcast, status);
  const next = { ...state, source, broadcast, requested: status.state === "none" ? state.requested : undefined };
  const happening = happeningOf(before, status);
  if (!happening || isSame) return next;
  const isAside = state.replay && (happening.kind === "wentLive" || happening.kind === "ended");
  return notify(next, isAside ? { ...happening, isAside } : happening, nowMs);
}

/**
 * The broadcast, with whether it is over. Whoever is offline, unknown or has ended does not stream; only going live again opens
 * one that was over, so that looking for the next broadcast does not make the last one look unfinished.
 */
export function withEnd(broadcast: Broadcast, { state }: SourceStatus): Broadcast {
  const isOver = state !== "live" && (broadcast.isOver || state === "ended" || state === "offline" || state === "failed");
  return isOver === broadcast.isOver ? broadcast : { ...broadcast, isOver };
}

function isAwaited(before: Source, status: SourceStatus): boolean {
  if (status.state === "offline") return true;
  return status.state === "connecting" && before.wasAwaited && before.status.username === status.username;
}

/** What is worth a word. A broadcast that was on air already when it was named is not: the state in the top bar says it. */
function happeningOf(before: Source, status: SourceStatus): Happening | undefined {
  const { username } = status;
  if (username === undefined || before.status.username !== username) return undefined;
  switch (status.state) {
    case "live":
      if (before.status.state === "reconnecting") return { kind: "sourceBack", username };
      return before.wasAwaited ? { kind: "wentLive", username } : undefined;
    case "reconnecting":
      return { kind: "sourceLost", username };
    case "ended":
      return { kind: "ended", username };
    default:
      return undefined;
  }
}

const notify = (state: ViewState, happening: Happening, nowMs: number): ViewState => ({
  ...state,
  notices: addNotice(state.notices, happening, nowMs),
});
