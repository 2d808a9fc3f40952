import { type Cursor, decodeCursor } from "@frontrow/protocol/cursor";
import type { DeskFact, DeskState } from "@frontrow/protocol/desk";
import { afterFact, notBehindLive } from "@frontrow/protocol/desk-state";
import { messageOfFact } from "@frontrow/protocol/fact-message";
import type { ServerMessage, ServerMessageData } from "@frontrow/protocol/frame";
import type { Insight } from "@frontrow/protocol/insight";
import { isNew, type LogPosition } from "./cursor.ts";
import type { Frame } from "./frames.ts";
import { foldStatus, nobody, watching } from "./source-status.ts";
import type { ClientEvent, SourceStatus } from "./types.ts";

/**
 * The desk, its source and the session on view, folded from the frames that the server sends.
 *
 * Emits each event and insight once and in order: a frame that is not after the cursor, or of another session or epoch than is on
 * view, is dropped.
 */
export class Subscription {
  readonly #emit: (event: ClientEvent) => void;
  #deskId: string | undefined;
  #desk: DeskState | undefined;
  #status: SourceStatus = nobody;
  #session: { readonly id: string; readonly epoch: number } | undefined;
  #cursor: Cursor = {};
  /** The replay session that was left last: what of it is still on its way is shown no more. */
  #leftReplay: string | undefined;

  constructor(emit: (event: ClientEvent) => void) {
    this.#emit = emit;
  }

  get desk(): ({ readonly deskId: string } & DeskState) | undefined {
    return this.#deskId && this.#desk ? { deskId: this.#deskId, ...this.#desk } : undefined;
  }

  get status(): SourceStatus {
    return this.#status;
  }

  /** Position after which a resume goes on, in the desk's log and in the session's. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Applies a frame, if it is new and of the session on view. */
  receive(frame: Frame): void {
    if (frame.kind === "message") {
      this.#applyMessage(frame.message);
      return;
    }
    if (frame.kind === "desk") {
      if (!isNew(this.#cursor.desk, frame.at)) return;
      this.#cursor = { ...this.#cursor, desk: frame.at };
      for (const fact of frame.items) this.#applyFact(fact as DeskFact);
      return;
    }
    if (!this.#advance(frame.at)) return;
    const session = frame.at.log;
    if (frame.kind === "events") this.#emit({ type: "events", session, events: frame.items });
    else this.#emit({ type: "insights", session, insights: frame.items });
  }

  /** Sets the desk. One with another id than before clears all that was known. */
  joinDesk(deskId: string, desk: DeskState): void {
    if (deskId !== this.#deskId) {
      this.#clearSession();
      this.#cursor = {};
      this.#desk = undefined;
      this.#setStatus(desk.handle ? watching(desk.handle) : nobody);
    }
    this.#deskId = deskId;
    this.#setDesk(desk);
  }

  #applyMessage(message: ServerMessage): void {
    const cursor = typeof message.pos === "string" ? decodeCursor(message.pos) : undefined;
    if (cursor?.desk && isNew(this.#cursor.desk, cursor.desk)) this.#cursor = { ...this.#cursor, desk: cursor.desk };
    switch (message.type) {
      case "resumed":
        this.#applyResumed(message, cursor);
        return;
      case "history":
        this.#startFromSnapshot(message, cursor);
        return;
      case "metrics":
      case "leaderboard":
        this.#applyInsight({ ...message.data, type: message.type } as Insight, cursor?.session);
        return;
      case "insights":
        if (this.#session && isOf(cursor?.session, this.#session)) {
          this.#emit({ type: "insights", session: this.#session.id, insights: message.data.items, isStanding: true });
        }
        return;
      case "promptWorded":
        this.#emit({ type: "promptWorded", ...message.data });
        return;
      case "dataChanged":
        this.#emit({ type: "dataChanged", ...message.data });
        return;
      case "liveAlert":
        this.#emit({ type: "liveAlert", ...message.data });
        return;
      case "lagging":
        this.#emit({ type: "lagging", behind: message.data.behind ?? true, folded: message.data.folded });
        return;
      case "error":
        this.#emit(errorOf(message.data));
        return;
      case "usernameChangeError":
        if (message.data.code === "BAD_USERNAME") {
          this.#emit({ type: "error", code: message.data.code, message: message.data.error });
        }
        break;
      case "modeChanged":
        this.#applyMode(message.data);
        return;
      case "languageSet":
      case "recordingSet":
      case "coachSet":
      case "coachLimited":
      case "questionAnswered":
      case "questionIgnored":
      case "questionReopened":
        this.#foldDesk({ atMs: 0, ...message.data, type: message.type } as DeskFact);
        return;
      case "connectionProgress":
        this.#beginWatch(message.data.username);
        break;
      case "streamDisconnected":
        this.#clearBroadcast();
        this.#setWatched(undefined);
        break;
      default:
    }
    this.#setStatus(foldStatus(this.#status, message));
  }

  /** Applies a fact as the message that the plain dialect sends for it, then what the message leaves out of the desk's state. */
  #applyFact(fact: DeskFact): void {
    const isWatch = fact.type === "watched" || fact.type === "unwatched";
    // The desk's state is newer than this watch, or this mode, which is over.
    if (isWatch && this.#desk && fact.generation <= this.#desk.generation) return;
    if (fact.type === "modeSet" && fact.modeChanges <= (this.#desk?.modeChanges ?? 0)) return;
    const message = messageOfFact(fact);
    if (message) this.#applyMessage(message);
    this.#foldDesk(fact);
  }

  #foldDesk(fact: DeskFact): void {
    if (this.#desk) this.#setDesk(afterFact(this.#desk, fact));
  }

  #applyResumed({ data }: Extract<ServerMessage, { type: "resumed" }>, cursor: Cursor | undefined): void {
    if (data.desk) this.#setDesk(data.desk);
    if (data.recovered) return;
    this.#cursor = cursor?.desk ? { desk: cursor.desk } : {};
    if (!data.desk?.handle) {
      this.#clearBroadcast();
      this.#setStatus(nobody);
    } else this.#beginWatch(data.desk.handle);
  }

  #applyMode({ mode, replay }: ServerMessageData["modeChanged"]): void {
    if (!this.#desk) return;
    const { replay: _replay, ...rest } = this.#desk;
    this.#setDesk({ ...rest, mode, ...(replay ? { replay } : {}) });
  }

  #startFromSnapshot({ data }: Extract<ServerMessage, { type: "history" }>, cursor: Cursor | undefined): void {
    if (!this.#isOnView(data)) return;
    this.#session = { id: data.session, epoch: data.epoch };
    this.#cursor = cursor ?? this.#cursor;
    this.#emit({ type: "snapshot", session: data.session, epoch: data.epoch, events: data.items });
  }

  /** Whether a snapshot is of what the desk shows now: not of a replay that it left, nor of a place before the last seek. */
  #isOnView({ session, epoch }: ServerMessageData["history"]): boolean {
    const replay = this.#desk?.replay?.session;
    if (replay ? session !== replay : session === this.#leftReplay) return false;
    return session !== this.#session?.id || epoch >= this.#session.epoch;
  }

  /** Metrics and boards of a snapshot. The plain dialect sends those of the log in this form too; being absolute, they may repeat. */
  #applyInsight(insight: Insight, at: LogPosition | undefined): void {
    if (!this.#session || (at && !isOf(at, this.#session))) return;
    if (at && isNew(this.#cursor.session, at)) this.#cursor = { ...this.#cursor, session: at };
    this.#emit({ type: "insights", session: this.#session.id, insights: [insight] });
  }

  /** Moves the cursor to `at`; false when that is not new, or not of the session on view. */
  #advance(at: LogPosition): boolean {
    if (!this.#session || !isOf(at, this.#session)) return false;
    if (!isNew(this.#cursor.session, at)) return false;
    this.#cursor = { ...this.#cursor, session: at };
    return true;
  }

  #beginWatch(username: string): void {
    if (username === this.#status.username) return;
    this.#clearBroadcast();
    this.#setStatus(watching(username));
    this.#setWatched(username);
  }

  #setWatched(handle: string | undefined): void {
    if (!this.#desk || this.#desk.handle === handle) return;
    const { creatorId: _creatorId, handle: _handle, ...rest } = notBehindLive(this.#desk);
    this.#setDesk({ ...rest, ...(handle ? { handle } : {}) });
  }

  /** The desk watches somebody else, or nobody: a replay stays on the screen all the same. */
  #clearBroadcast(): void {
    if (!this.#desk?.replay) this.#clearSession();
  }

  #clearSession(): void {
    const { session: _session, ...cursor } = this.#cursor;
    this.#cursor = cursor;
    if (!this.#session) return;
    this.#session = undefined;
    this.#emit({ type: "cleared" });
  }

  #setStatus(status: SourceStatus): void {
    if (isEqual(status, this.#status)) return;
    this.#status = status;
    this.#emit({ type: "status", status });
  }

  #setDesk(desk: DeskState): void {
    if (this.#desk && isEqual(desk, this.#desk)) return;
    const before = this.#desk?.replay?.session;
    this.#desk = desk;
    const { mode, replay } = desk;
    if (replay?.session !== before) {
      this.#leftReplay = before;
      this.#clearSession();
      this.#emit({ type: "mode", mode, ...(replay ? { replay } : {}) });
    }
    if (this.#deskId) this.#emit({ type: "desk", deskId: this.#deskId, desk });
  }
}

const isOf = (at: LogPosition | undefined, { id, epoch }: { readonly id: string; readonly epoch: number }): boolean =>
  at?.log === id && at.epoch === epoch;

const errorOf = ({ code, message, retryAtMs }: ServerMessageData["error"]): ClientEvent => ({
  type: "error",
  code,
  message,
  ...(retryAtMs === undefined ? {} : { retryAtMs }),
});

/** Deep equality of JSON values. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== "object" || typeof b !== "object" || !a || !b) return a === b;
  const names = Object.keys(a);
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return names.length === Object.keys(b).length && names.every((name) => isEqual(left[name], right[name]));
}
