import { decodeCursor } from "@frontrow/protocol/cursor";
import type { Position } from "@frontrow/protocol/entry";
import type { LiveEvent, LiveEventType } from "@frontrow/protocol/event";
import type { ServerMessage } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import type { LogPosition } from "./cursor.ts";

/** A frame of either dialect, in the same terms. */
export type Frame =
  /** What the server says of the desk and its source. */
  | { readonly kind: "message"; readonly message: ServerMessage }
  /** Items of a log; `at` is the position once they are received. */
  | { readonly kind: "events"; readonly at: LogPosition; readonly items: readonly LiveEvent[] }
  | { readonly kind: "insights"; readonly at: LogPosition; readonly items: readonly Insight[] }
  | { readonly kind: "desk"; readonly at: LogPosition; readonly items: readonly { readonly type: string }[] };

/** A record and not a set, so that the compiler asks for a new type: an unknown one is dropped without a word. */
const eventTypes: Readonly<Record<LiveEventType, true>> = {
  chat: true,
  gift: true,
  like: true,
  member: true,
  follow: true,
  share: true,
  subscribe: true,
  roomUser: true,
  question: true,
  emote: true,
  envelope: true,
  battle: true,
  guest: true,
  poll: true,
  caption: true,
  goal: true,
  pin: true,
  moderation: true,
  streamPaused: true,
  streamResumed: true,
  streamEnd: true,
  gap: true,
};

/** In the plain dialect a snapshot says the others as well; these come from the log alone, each once. */
const saidOnce: ReadonlySet<string> = new Set<Insight["type"]>([
  "questionDetected",
  "scores",
  "conversation",
  "viewerUpdate",
  "room",
  "spike",
  "moment",
  "automatedPrompt",
  "replayState",
]);

/** Reads a frame; undefined for what this version does not know, which is not an error: servers learn before clients. */
export function readFrame(text: string): Frame | undefined {
  let frame: Record<string, unknown>;
  try {
    frame = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof frame !== "object" || frame === null) return undefined;
  return typeof frame["log"] === "string" ? readEntry(frame) : readMessage(frame);
}

function readEntry(frame: Record<string, unknown>): Frame | undefined {
  const { log, epoch, id, stamp, kind, items } = frame as unknown as Position & { kind: string; items: never[] };
  if (!Array.isArray(items)) return undefined;
  const at = { log, epoch, id, stamp };
  return kind === "events" || kind === "insights" || kind === "desk" ? { kind, at, items } : undefined;
}

function readMessage(frame: Record<string, unknown>): Frame | undefined {
  const { type, data, pos } = frame;
  if (typeof type !== "string") return undefined;
  const at = typeof pos === "string" ? decodeCursor(pos)?.session : undefined;
  if (at && Object.hasOwn(eventTypes, type)) return { kind: "events", at, items: [{ type, ...(data as object) } as LiveEvent] };
  if (at && saidOnce.has(type)) return { kind: "insights", at, items: [{ type, ...(data as object) } as Insight] };
  return { kind: "message", message: frame as unknown as ServerMessage };
}
