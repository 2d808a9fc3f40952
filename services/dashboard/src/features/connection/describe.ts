import { shownReplay } from "../../live/replay.ts";
import type { Link, ViewedReplay, ViewState } from "../../live/view-state.ts";
import { clock } from "../../ui/format.ts";

/** Told apart without colour: each state has a shape of its own. */
export type Shape = "disc" | "ring" | "hourglass" | "arrows" | "square" | "bars" | "cross" | "cloud" | "triangle" | "rewind";
export type Tone = "good" | "watch" | "bad" | "accent" | "neutral" | "replay";

export interface Description {
  /** In capitals, for two metres away. */
  readonly word: string;
  /** What goes on changing: a clock, a countdown, a name. */
  readonly detail: string;
  readonly shape: Shape;
  readonly tone: Tone;
}

/**
 * The one state that the top bar shows: the page's own link when it is not well, else the replay that is on the screen, else what
 * the creator's source does.
 */
export function describe(
  { link, source, broadcast, replay }: Pick<ViewState, "link" | "source" | "broadcast" | "replay">,
  nowMs: number,
): Description {
  const ofLink = describeLink(link, nowMs);
  if (ofLink) return ofLink;
  if (replay) return describeReplay(replay, nowMs);
  const { state, username = "", retryAtMs, code, sinceMs } = source.status;
  if (broadcast?.isOver && state === "offline") {
    return { word: "ENDED", detail: `waiting for @${username}`, shape: "square", tone: "neutral" };
  }
  switch (state) {
    case "none":
      return { word: "READY", detail: "", shape: "ring", tone: "neutral" };
    case "offline":
      return { word: "WAITING", detail: `for @${username}`, shape: "hourglass", tone: "accent" };
    case "unknown":
    case "connecting":
      return { word: "CONNECTING", detail: countdown(retryAtMs, nowMs), shape: "arrows", tone: "accent" };
    case "live": {
      const pausedSinceMs = broadcast?.pausedSinceMs;
      if (pausedSinceMs !== undefined) {
        return { word: "PAUSED", detail: clock(nowMs - pausedSinceMs), shape: "bars", tone: "watch" };
      }
      const began = broadcast?.metrics.startedAtMs || broadcast?.metrics.sinceMs || sinceMs;
      return { word: "LIVE", detail: began === undefined ? "" : clock(nowMs - began), shape: "disc", tone: "good" };
    }
    case "reconnecting":
      return { word: "RECONNECTING", detail: countdown(retryAtMs, nowMs), shape: "arrows", tone: "watch" };
    case "ended":
      return { word: "ENDED", detail: "", shape: "square", tone: "neutral" };
    case "failed":
      return { word: code === "CREATOR_UNKNOWN" ? "NOT FOUND" : "STOPPED", detail: "", shape: "cross", tone: "bad" };
  }
}

function describeReplay(replay: ViewedReplay, nowMs: number): Description {
  const shown = shownReplay(replay, nowMs);
  const word = replay.view.isBehindLive ? "BEHIND LIVE" : "REPLAY";
  if (!shown) return { word, detail: "opening", shape: "arrows", tone: "replay" };
  if (shown.told.code !== undefined) return { word, detail: "has trouble", shape: "cross", tone: "bad" };
  const place = shown.isBehindLive ? behindText(shown.endMs - shown.positionMs) : "";
  if (shown.isSeeking) return { word, detail: place || "seeking", shape: "arrows", tone: "replay" };
  switch (shown.state) {
    case "paused":
      return { word, detail: place || "paused", shape: "bars", tone: "replay" };
    case "finished":
      return { word, detail: "at the end", shape: "square", tone: "replay" };
    case "playing":
      return { word, detail: place || `${shown.speed}×`, shape: place ? "rewind" : "triangle", tone: "replay" };
  }
}

/** How far behind the newest moment: "−02:13". */
export const behindText = (behindMs: number): string => `−${clock(behindMs).replace(/^00:/, "")}`;

function describeLink({ connection, lastOpenMs }: Link, nowMs: number): Description | undefined {
  switch (connection.state) {
    case "open":
      return undefined;
    case "closed":
      return { word: "DISCONNECTED", detail: "", shape: "cloud", tone: "bad" };
    case "waiting":
      return {
        word: "OFFLINE",
        detail: `again ${countdown(connection.retryAtMs, nowMs) || "now"}`,
        shape: "cloud",
        tone: "watch",
      };
    case "idle":
    case "connecting":
      return lastOpenMs === undefined && (connection.state === "idle" || connection.attempt === 0)
        ? { word: "CONNECTING", detail: "", shape: "arrows", tone: "neutral" }
        : { word: "OFFLINE", detail: "trying now", shape: "cloud", tone: "watch" };
  }
}

function countdown(retryAtMs: number | undefined, nowMs: number): string {
  if (retryAtMs === undefined) return "";
  const seconds = Math.ceil((retryAtMs - nowMs) / 1_000);
  if (seconds <= 0) return "";
  if (seconds < 100) return `in ${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `in ${minutes} min` : `in ${Math.ceil(minutes / 60)} h`;
}
