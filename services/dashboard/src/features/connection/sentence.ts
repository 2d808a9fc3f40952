import type { ErrorCode } from "@frontrow/sdk/client";
import { type CountedSince, countedSince } from "../../live/counted-since.ts";
import type { ViewedReplay, ViewState } from "../../live/view-state.ts";
import { dayAndTime, hoursMinutes, spoken } from "../../ui/format.ts";

/** Why a source is not live yet or no more, and what follows, from the user's side. */
const reasons: Partial<Record<ErrorCode, string>> = {
  SIGN_RATE_LIMITED:
    "The service that lets us connect to TikTok allows no more for now: its limit, not Frontrow's. We go on by ourselves when it does.",
  SIGN_BUDGET_SPENT: "Frontrow itself limits how often it connects to TikTok. We go on by ourselves when it is our turn again.",
  SIGN_UNAVAILABLE: "The service that lets us connect to TikTok does not answer. We keep trying.",
  SIGN_REFUSED:
    "The service that lets us connect to TikTok refuses our key. Whoever runs Frontrow can correct it; we keep trying.",
  UPSTREAM_BLOCKED: "TikTok does not let us in at the moment. We try again by ourselves.",
  UPSTREAM_UNAVAILABLE: "TikTok does not answer. We try again by ourselves.",
  UPSTREAM_RATE_LIMITED: "Many names are looked for just now. Yours comes by itself.",
  UPSTREAM_STALLED: "TikTok went silent. We connect anew by ourselves.",
  UPSTREAM_DROPPED: "The connection to TikTok broke. We connect anew by ourselves.",
  NO_CAPACITY: "All places are taken at the moment. Yours comes by itself.",
  REDIS_UNAVAILABLE: "A part of Frontrow is away. We go on by ourselves when it is back.",
  STORE_FULL: "Frontrow has no room left. Whoever runs it can give it more.",
  UNAVAILABLE: "A part of Frontrow is busy. We try again by ourselves.",
};

/** Why a name was not taken. */
const refusals: Partial<Record<ErrorCode, string>> = {
  BAD_USERNAME:
    "That is not a TikTok name. Type a name, @name, or the full address of a LIVE page; short links do not say whose it is.",
  CREATOR_UNKNOWN: "TikTok knows nobody of this name. Check the spelling.",
  RATE_LIMITED: "That was more than may be asked for at once.",
  STORE_FULL: "There is no room for new guests just now.",
  FORBIDDEN: "This page may not do that any more. Reload it.",
  DESK_NOT_FOUND: "This page was away for too long. Reload it.",
};

export const reasonOf = (code: ErrorCode | undefined): string | undefined => code && reasons[code];

export const refusalOf = (code: ErrorCode): string =>
  refusals[code] ?? reasons[code] ?? "That did not work. Try again in a moment.";

/** What follows a refusal by a limit: the time until the next try, as it goes by. */
export const waitOf = (waitMs: number): string =>
  waitMs > 0 ? `You can go on in ${spoken(Math.max(1_000, waitMs))}.` : "You can try again now.";

/** Never connected so far, and not at the first try. */
export const isRefused = ({ connection, lastOpenMs }: ViewState["link"]): boolean =>
  lastOpenMs === undefined && (connection.state === "waiting" || (connection.state === "connecting" && connection.attempt > 0));

/** Why a replay does not go on, or did not begin. */
const replayReasons: Partial<Record<ErrorCode, string>> = {
  RECORDING_NOT_FOUND: "That recording is not there any more. Choose another one.",
  RECORDING_DAMAGED: "Nothing of that recording can be read. Choose another one.",
  RECORDING_UNAVAILABLE: "The place where recordings are kept does not answer. We keep trying.",
  NOTHING_TO_REPLAY: "There is nothing to replay yet. Watch a broadcast, or choose a recording.",
  NOT_IN_REPLAY: "That is for a replay, and this desk is LIVE.",
  NOT_IN_LIVE: "Questions are answered while a broadcast is live, not in its replay.",
};

export const replayReasonOf = (code: ErrorCode): string =>
  replayReasons[code] ?? reasons[code] ?? "That did not work. Try again in a moment.";

type Told = Pick<ViewState, "link" | "source" | "broadcast" | "replay" | "replayRefusal">;

/**
 * What stands under the state: what is going on, what we do about it, what the reader can do, in one sentence without jargon of
 * ours; and one more when the creator has another name now than the one that is watched.
 */
export function sentenceOf(view: Told): string {
  const { state, username = "", renamedTo } = view.source.status;
  const isOpen = view.link.connection.state === "open";
  if (view.replayRefusal && isOpen) return replayReasonOf(view.replayRefusal.code);
  if (view.replay && isOpen) return replaySentence(view.replay);
  const isTold = renamedTo !== undefined && state !== "failed" && isOpen;
  const sentence = stateSentence(view);
  return isTold ? `@${username} is now @${renamedTo}. ${sentence}` : sentence;
}

function stateSentence({ link, source, broadcast }: Told): string {
  if (link.connection.state === "closed") return "Frontrow closed this page's connection. Connect again when you are ready.";
  if (link.connection.state !== "open" && link.lastOpenMs !== undefined) {
    return "This page lost Frontrow. It comes back by itself, and then shows what it missed.";
  }
  // A browser says no more than that it was refused.
  if (isRefused(link)) {
    return "Frontrow does not answer, or your network has too many pages open. This page keeps trying; closing others may help.";
  }
  const { state, username = "", code } = source.status;
  const reason = reasonOf(code);
  if (broadcast?.isOver && (state === "ended" || state === "offline")) {
    return `The broadcast ended at ${hoursMinutes(broadcast.metrics.atMs ?? source.sinceMs)}. When @${username} goes live again, we start by ourselves.`;
  }
  switch (state) {
    case "none":
      return "Name a broadcast to watch.";
    case "offline":
      return reason ?? `@${username} is not live yet. We will start by ourselves.`;
    case "unknown":
    case "connecting":
      return reason ?? `Looking for @${username}.`;
    case "live":
      if (broadcast?.isBehind) return "This page is behind. Chat and gifts are complete; likes and counts come summed up.";
      if (broadcast?.pausedSinceMs !== undefined) {
        return `@${username} paused the broadcast at ${hoursMinutes(broadcast.pausedSinceMs)}. We go on when they do.`;
      }
      return countedSentence(
        countedSince(broadcast?.metrics ?? {}),
        broadcast?.metrics.sinceMs ?? source.status.sinceMs ?? source.sinceMs,
      );
    case "reconnecting":
      return reason ?? "The connection to TikTok broke. We connect anew by ourselves.";
    case "ended":
      return `The broadcast is over. When @${username} goes live again, we start by ourselves.`;
    case "failed":
      if (code === "CREATOR_UNKNOWN") return `TikTok knows nobody called @${username}. Check the spelling and try again.`;
      return reason ?? `We could not watch @${username}. Try again in a moment.`;
  }
}

/** What is replayed, that nobody else is moved by it, and what is not as it was. */
function replaySentence({ view, told }: ViewedReplay): string {
  if (!told) return "Opening the recording.";
  if (told.code) return replayReasonOf(told.code);
  const { handle } = told.broadcast;
  const formulas = told.byTodaysFormulas ? " Its numbers come from today's formulas." : "";
  if (view.isBehindLive) {
    return told.isGrowing
      ? `@${handle} goes on live meanwhile.${formulas}`
      : `The broadcast of @${handle} has ended meanwhile. It plays to its end.${formulas}`;
  }
  const growing = told.isGrowing ? " The broadcast goes on." : "";
  return `Recorded on ${dayAndTime(told.fromMs)}. Only this desk sees this replay.${growing}${formulas}`;
}

/** Totals begin when we came: who compares them with TikTok's own must be able to see why they differ. */
function countedSentence(counted: CountedSince | undefined, watchedSinceMs: number): string {
  if (!counted) return `Watching since ${hoursMinutes(watchedSinceMs)}.`;
  const { sinceMs, startedAtMs, isLate } = counted;
  if (isLate && startedAtMs) {
    return `Counted since ${hoursMinutes(sinceMs)}; the broadcast began at ${hoursMinutes(startedAtMs)}.`;
  }
  return startedAtMs ? `Counted from the beginning, ${hoursMinutes(startedAtMs)}.` : `Counted since ${hoursMinutes(sinceMs)}.`;
}
