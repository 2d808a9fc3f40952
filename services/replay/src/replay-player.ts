import { changesSince, type Written, withoutVersions, writtenDocuments } from "@frontrow/audience/changes";
import { documentRules } from "@frontrow/audience/documents";
import type { Position } from "@frontrow/protocol/entry";
import type { FrontrowError } from "@frontrow/protocol/errors";
import { handleOf, type SessionId } from "@frontrow/protocol/ids";
import type { Insight, ReplayState } from "@frontrow/protocol/insight";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RecordedItem, Recording } from "@frontrow/recording/recording";
import { Removed } from "@frontrow/recording/removed";
import type { Writer } from "@frontrow/redis/log";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import { type ReplayRecord, type ReplayStep, type ReplayStore, type StoredReplay, stepLength } from "@frontrow/redis/replays";
import { FoldCursor, type Place } from "./fold-cursor.ts";
import type { ReplayMetrics } from "./metrics.ts";
import { type HistoryBounds, historyBefore, placeAfter } from "./places.ts";
import {
  anchored,
  atNewest,
  dueBy,
  hasCaughtUp,
  isSampled,
  type Move,
  type Playback,
  pastIdle,
  stepDelayMs,
} from "./playback.ts";
import { rowEntriesOf, rowsOf, saidOf } from "./rows.ts";

export interface ReplayPlayerDeps {
  readonly replays: Pick<ReplayStore, "play" | "seek">;
  readonly metrics: Pick<MetricsStore, "read">;
  openRecording(id: RecordingId): Promise<Recording>;
  readonly observe: ReplayMetrics;
  /** Milliseconds of a clock that never goes back. */
  readonly monotonic: () => number;
  readonly history: HistoryBounds;
}

/** `restart`: what is stored is not what this player has written, a fail-over lost a step. `fenced`: the replay is not ours. */
export type WriteOutcome = "applied" | "restart" | "fenced";

/** Items of one step at most, an eighth of a second of folding: what is more makes the replay slower than was asked for. */
const MAX_STEP_ITEMS = 8_192;
/** Items that are shown one after the other where a step goes, rather than in a new epoch. */
const NEAR_ITEMS = 256;
/** A growing recording is looked at again so often, near its end and far from it. */
const REFRESH_MS = 1_000;
const FAR_REFRESH_MS = 5_000;
const NEAR_EDGE_MS = 30_000;
const SAY_EVERY_MS = 1_000;
/** A place that takes longer to reach is said to be on the way. */
const SLOW_SEEK_MS = 250;

/** What is wrong, or under way, while nothing is played. */
type Note = Pick<ReplayState, "isSeeking" | "code" | "message">;

/**
 * One replay from what is stored of it on: it alone moves the position. What is shown, metrics, documents, position and the last
 * command obeyed are one write. So what is not written did not happen: a failure drops the fold, and it is made again at the
 * position that was written last.
 */
export class ReplayPlayer {
  playback: Playback;
  /** Position in the desk's log of the last command that `playback` and the moves know. */
  obeyed: Position;
  /** The last step found the broadcast's newest moment, and that it is near. */
  hasCaughtUp = false;
  /** The last step reached the end of the loop. */
  isAtLoopEnd = false;
  /** Where to go before anything is played: the first owner finds the item at the time it begins at. */
  readonly firstMove: Move | undefined;
  readonly #sessionId: SessionId;
  readonly #writer: Writer;
  readonly #stored: StoredReplay;
  readonly #deps: ReplayPlayerDeps;
  readonly #removed = new Removed();
  #recording: Recording | undefined;
  #cursor: FoldCursor | undefined;
  #written: Written | undefined;
  #place: Place;
  #epoch: number;
  /** What is stored now. */
  #record: ReplayRecord;
  #sequence: number;
  #leftOut: Record<string, number>;
  #saidMs = Number.NEGATIVE_INFINITY;
  #refreshedMs: number;
  #steppedMs: number;
  #slow: { readonly speed: number; readonly untilMs: number } | undefined;

  constructor(sessionId: SessionId, writer: Writer, stored: StoredReplay, deps: ReplayPlayerDeps) {
    const { position, speed, state, skipIdle, loop, epoch, leftOut = {}, obeyed } = stored.record;
    const { atMs = 0, item } = position;
    const nowMs = deps.monotonic();
    this.playback = { state, speed, skipIdle, loop, atMs, sinceMs: nowMs };
    this.obeyed = obeyed;
    this.firstMove =
      item !== undefined ? undefined : position.atMs === undefined ? { type: "start" } : { type: "seek", to: { atMs } };
    this.#sessionId = sessionId;
    this.#writer = writer;
    this.#stored = stored;
    this.#deps = deps;
    this.#place = { atMs, item: item ?? 0 };
    this.#epoch = epoch;
    this.#record = stored.record;
    this.#sequence = stored.sequence;
    this.#leftOut = { ...leftOut };
    this.#refreshedMs = nowMs;
    this.#steppedMs = nowMs;
  }

  /** Time until there is something to play. */
  get delayMs(): number {
    return stepDelayMs(this.playback, this.#deps.monotonic(), this.#cursor?.next?.dueMs);
  }

  /** Plays what is due, and says where the replay stands: each second, and when that changed. */
  async play(isChanged: boolean): Promise<WriteOutcome> {
    const recording = await this.#open();
    const cursor = await this.#cursorIn(recording);
    const isFresh = await this.#refresh(recording, cursor);
    await cursor.fill();
    const nowMs = this.#deps.monotonic();
    const before = this.playback;
    this.playback = pastIdle(before, nowMs, cursor.ahead);
    const due = dueBy(this.playback, nowMs, recording.extent);
    const conclusions: Insight[] = [];
    // Where it was paused between two items of one moment, it stays between them.
    const upToItem = this.#isDue ? Number.POSITIVE_INFINITY : this.#place.item;
    const items = await this.#take(cursor, { atMs: due.atMs, item: upToItem }, conclusions);
    // A step may end where a page does.
    if (items.length === MAX_STEP_ITEMS) await cursor.fill();
    const isBehind = items.length === MAX_STEP_ITEMS && cursor.next !== undefined && cursor.next.dueMs <= due.atMs;
    const atMs = isBehind ? cursor.state.nowMs : Math.max(this.#place.atMs, Math.floor(due.atMs));
    const becomesSlow = isBehind && !this.#isSlow(nowMs);
    if (isBehind) this.#slowDown(atMs, due.atMs, nowMs);
    // An edge that was looked for some seconds ago is not the newest moment, and is never reached again at 1 ×.
    else if (due.ends === "edge" && isFresh) this.playback = atNewest(this.playback, nowMs, due.atMs);
    else if (due.ends === "edge") this.playback = anchored(this.playback, nowMs, due.atMs);
    else if (due.ends === "end") this.playback = { ...anchored(this.playback, nowMs, due.atMs), state: "finished" };
    cursor.tick(atMs, conclusions);
    const isOther = before.state !== this.playback.state || before.speed !== this.playback.speed;
    const outcome = await this.#show(recording, cursor, {
      items,
      conclusions,
      atMs,
      nowMs,
      isChanged: isChanged || isOther || becomesSlow,
    });
    this.#steppedMs = nowMs;
    // An edge that was looked for some seconds ago seems nearer than it is.
    this.hasCaughtUp = isFresh && hasCaughtUp(this.playback, nowMs, recording.extent);
    this.isAtLoopEnd = due.ends === "loop" && !isBehind;
    return outcome;
  }

  /** Goes where the moves lead. Rejects with the signal's reason when that is aborted: then nothing has changed. */
  async move(moves: readonly Move[], signal: AbortSignal): Promise<WriteOutcome> {
    const beganMs = this.#deps.monotonic();
    const recording = await this.#open();
    if (recording.extent.isGrowing) await recording.refresh();
    let place: Place | undefined = await this.#here(recording);
    const search = { recording, signal };
    for (const move of moves) place = (await placeAfter(move, place, search)) ?? place;
    const outcome = (await this.#goNear(recording, moves, place)) ?? (await this.#seek(recording, place, signal, beganMs));
    this.#deps.observe.sought(this.#deps.monotonic() - beganMs);
    return outcome;
  }

  /** Says what is wrong, and nothing else; the clock stands until that is over. `isFinal`: it will not heal, the command is done with. */
  async say(note: Note, isFinal: boolean): Promise<WriteOutcome> {
    const nowMs = this.#deps.monotonic();
    this.playback = anchored(this.playback, nowMs, this.#place.atMs);
    if (isFinal) this.playback = { ...this.playback, state: "paused" };
    const json = JSON.stringify(this.#stateOf(this.#recording, this.#place, note));
    const record = isFinal ? this.#recordOf(this.#place) : this.#record;
    return this.#write("play", { entries: [{ kind: "insights", data: `[${json}]` }], fields: { replayState: json }, record });
  }

  /** Forgets what can be made again: in memory a replay that rests is a few hundred bytes. */
  rest(): void {
    this.#drop();
    this.#recording?.close();
    this.#recording = undefined;
  }

  /** After a failure: what was folded since the last write is folded again. */
  onFailure(): void {
    this.rest();
    this.playback = anchored(this.playback, this.#deps.monotonic(), this.#place.atMs);
  }

  #drop(): void {
    this.#cursor = undefined;
    this.#written = undefined;
  }

  async #open(): Promise<Recording> {
    if (this.#recording) return this.#recording;
    const recording = await this.#deps.openRecording(this.#stored.recordingId);
    this.#removed.add((await recording.index())?.removed ?? []);
    this.#recording = recording;
    return recording;
  }

  /** The fold at the place that is written, and what is written there. */
  async #cursorIn(recording: Recording): Promise<FoldCursor> {
    if (this.#cursor && this.#written) return this.#cursor;
    const stored = await this.#deps.metrics.read(this.#sessionId);
    this.#cursor = await FoldCursor.at(recording, this.#place, { removed: this.#removed });
    this.#written = { metrics: stored?.metrics ?? {}, documents: writtenDocuments(stored?.documents ?? {}) };
    return this.#cursor;
  }

  /** Looks for the end of a recording that grows; true when it did. */
  async #refresh(recording: Recording, cursor: FoldCursor): Promise<boolean> {
    const nowMs = this.#deps.monotonic();
    const { isGrowing, toMs } = recording.extent;
    // The end matters when it is near; what is said of it meanwhile may be some seconds old.
    const isNear = !cursor.next || toMs - this.#place.atMs < NEAR_EDGE_MS;
    if (!isGrowing || nowMs - this.#refreshedMs < (isNear ? REFRESH_MS : FAR_REFRESH_MS)) return false;
    await recording.refresh();
    this.#refreshedMs = nowMs;
    return true;
  }

  async #take(cursor: FoldCursor, upTo: Place, conclusions: Insight[]): Promise<RecordedItem[]> {
    const items: RecordedItem[] = [];
    do {
      items.push(...cursor.take(upTo, MAX_STEP_ITEMS - items.length, conclusions));
    } while (items.length < MAX_STEP_ITEMS && !cursor.next && cursor.item < upTo.item && (await cursor.fill()));
    return items;
  }

  #isSlow(nowMs: number): boolean {
    return this.#slow !== undefined && this.#slow.untilMs > nowMs;
  }

  #slowDown(atMs: number, dueMs: number, nowMs: number): void {
    const speed = (atMs - this.#place.atMs) / Math.max(1, nowMs - this.#steppedMs);
    this.#slow = { speed: Math.round(speed * 10) / 10, untilMs: nowMs + SAY_EVERY_MS };
    this.#deps.observe.lagged(dueMs - atMs);
    this.playback = anchored(this.playback, nowMs, atMs);
  }

  /** Writes what one step shows. */
  async #show(
    recording: Recording,
    cursor: FoldCursor,
    step: {
      readonly items: readonly RecordedItem[];
      readonly conclusions: readonly Insight[];
      readonly atMs: number;
      readonly nowMs: number;
      readonly isChanged: boolean;
    },
  ): Promise<WriteOutcome> {
    const { items, conclusions, atMs, nowMs, isChanged } = step;
    const place = { atMs, item: cursor.item };
    const isLast = this.playback.state !== "playing";
    const before = this.#written ?? { metrics: {}, documents: {} };
    // Where it stands still, people look closely: all is as it was at that moment.
    const standing = isLast && isSampled(this.playback) ? (documentRules.questionsAsked?.of(cursor.state) ?? []) : [];
    const said = [...saidOf(conclusions, isSampled(this.playback)), ...standing];
    const changes = changesSince(isLast ? withoutVersions(before) : before, cursor.state, said, { nowMs, isLast });
    const rows = rowsOf(items, isSampled(this.playback));
    for (const [type, count] of Object.entries(rows.leftOut)) this.#leftOut[type] = (this.#leftOut[type] ?? 0) + count;
    const isSaid = isChanged || nowMs - this.#saidMs >= SAY_EVERY_MS;
    const replayState = isSaid ? JSON.stringify(this.#stateOf(recording, place)) : undefined;
    const insights = [...changes.insights, ...(replayState ? [replayState] : [])];
    const outcome = await this.#write("play", {
      entries: [
        ...rowEntriesOf(rows.items, this.#removed),
        ...(insights.length > 0 ? [{ kind: "insights" as const, data: `[${insights.join(",")}]` }] : []),
      ],
      fields: { ...changes.changed, replayState },
      record: this.#recordOf(place),
    });
    if (outcome !== "applied") return outcome;
    if (isSaid) this.#saidMs = nowMs;
    this.#place = place;
    this.#written = changes.written;
    this.#deps.observe.played(items.length);
    return outcome;
  }

  /** A step to a row close ahead goes on in the epoch: what is between is shown. Undefined where that is not so. */
  async #goNear(recording: Recording, moves: readonly Move[], place: Place): Promise<WriteOutcome | undefined> {
    const isStep = moves.every((move) => move.type === "step");
    const ahead = place.item - this.#place.item;
    if (!isStep || ahead < 0 || ahead > NEAR_ITEMS || place.atMs < this.#place.atMs) return undefined;
    const cursor = await this.#cursorIn(recording);
    await cursor.fill();
    const nowMs = this.#deps.monotonic();
    this.playback = anchored(this.playback, nowMs, place.atMs);
    const conclusions: Insight[] = [];
    const items = await this.#take(cursor, place, conclusions);
    cursor.tick(place.atMs, conclusions);
    return this.#show(recording, cursor, { items, conclusions, atMs: place.atMs, nowMs, isChanged: true });
  }

  async #seek(recording: Recording, place: Place, signal: AbortSignal, beganMs: number): Promise<WriteOutcome> {
    const from = this.#cursor;
    // It is folded on from where it is, if at all, and must not be taken for the place that is written.
    this.#drop();
    let isSaid = false;
    const onPage = async (): Promise<void> => {
      if (isSaid || this.#deps.monotonic() - beganMs < SLOW_SEEK_MS) return;
      isSaid = true;
      await this.say({ isSeeking: true }, false);
    };
    const cursor = await FoldCursor.at(recording, place, { removed: this.#removed, signal, from, onPage });
    const note = (page: readonly RecordedItem[]) => this.#removed.note(page);
    const history = await historyBefore(place.item, this.#deps.history, { recording, signal, note });
    signal.throwIfAborted();
    const nowMs = this.#deps.monotonic();
    const changes = changesSince({ metrics: {}, documents: {} }, cursor.state, [], { nowMs, isLast: true });
    const playback = anchored(this.playback, nowMs, place.atMs);
    const leftOut = this.#leftOut;
    this.playback = playback;
    this.#leftOut = {};
    const json = JSON.stringify(this.#stateOf(recording, place));
    const outcome = await this.#write("seek", {
      entries: [...rowEntriesOf(history, this.#removed), { kind: "insights", data: `[${json}]` }],
      fields: { ...changes.changed, replayState: json },
      record: { ...this.#recordOf(place), epoch: this.#epoch + 1 },
    });
    if (outcome !== "applied") {
      this.#leftOut = leftOut;
      return outcome;
    }
    this.#epoch += 1;
    this.#place = place;
    this.#cursor = cursor;
    this.#written = changes.written;
    this.#saidMs = nowMs;
    this.#steppedMs = nowMs;
    return outcome;
  }

  /** Where the clock stands, and what is shown: moves are relative to it. */
  async #here(recording: Recording): Promise<Place> {
    const dueMs = Math.floor(dueBy(this.playback, this.#deps.monotonic(), recording.extent).atMs);
    if (dueMs <= this.#place.atMs || !this.#isDue) return this.#place;
    return { atMs: dueMs, item: Math.max(this.#place.item, await recording.itemsDueBy(dueMs)) };
  }

  /** It plays, or did until the commands of this turn: then what was due when they came is still to be shown. */
  get #isDue(): boolean {
    return this.playback.state === "playing" || this.#record.state === "playing";
  }

  async #write(kind: "play" | "seek", step: Pick<ReplayStep, "entries" | "fields" | "record">): Promise<WriteOutcome> {
    const whole = { ...step, sessionId: this.#sessionId, writer: this.#writer, sequence: this.#sequence + 1, epoch: this.#epoch };
    const outcome = await this.#deps.replays[kind](whole);
    if (outcome === "fenced") return "fenced";
    if (outcome !== "applied") return "restart";
    this.#sequence += stepLength(step);
    this.#record = step.record;
    return "applied";
  }

  #recordOf(position: Place): ReplayRecord {
    const { speed, state, skipIdle, loop } = this.playback;
    return { position, epoch: this.#epoch, speed, state, skipIdle, loop, leftOut: this.#leftOut, obeyed: this.obeyed };
  }

  #stateOf(recording: Recording | undefined, { atMs, item }: Place, note: Note = {}): ReplayState {
    const { speed, state, skipIdle, loop } = this.playback;
    const { fromMs, toMs, isGrowing } = recording?.extent ?? { fromMs: atMs, toMs: atMs, isGrowing: false };
    const slow = this.#isSlow(this.#deps.monotonic()) ? this.#slow?.speed : undefined;
    return {
      type: "replayState",
      atMs,
      recordingId: this.#stored.recordingId,
      broadcast: recording?.broadcast ?? { handle: handleOf(this.#stored.creatorId), roomId: this.#stored.roomId },
      state,
      positionMs: atMs,
      item,
      speed,
      ...(slow !== undefined && slow < speed && { trueSpeed: slow }),
      fromMs,
      toMs,
      ...(isGrowing && { edgeMs: toMs }),
      isGrowing,
      rows: isSampled(this.playback) ? "sampled" : "all",
      ...(Object.keys(this.#leftOut).length > 0 && { leftOut: this.#leftOut }),
      ...(loop && { loop }),
      skipIdle,
      ...(recording?.byTodaysFormulas && { byTodaysFormulas: true }),
      ...note,
    };
  }
}

/** What a failure of the recording says to the people who wait. */
export const noteOf = ({ code, message, disposition }: FrontrowError): Note => ({
  code,
  message,
  ...(disposition === "retry" && { isSeeking: true }),
});
