import { type Cursor, encodeCursor } from "@frontrow/protocol/cursor";
import type { DeskState, Language } from "@frontrow/protocol/desk";
import { isBoard } from "@frontrow/protocol/documents";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { AutomatedPrompt, Insight } from "@frontrow/protocol/insight";
import { isResolvedAt } from "@frontrow/protocol/question-queue";
import { headerLength, textFrame, writeHeader } from "./frame.ts";
import { isLocalised, localise } from "./localise.ts";

/** Kinds of items that are left out for a socket that is behind: metrics and boards, which follow whole, make up for them. */
export type Lane = "likes" | "joins" | "viewers" | "metrics";

/** Number of items left out, by lane. */
export type Omitted = Readonly<Partial<Record<Lane, number>>>;

/** An entry for a socket that is behind: without the items that have a lane. */
export interface Coalesced {
  /** The frame; undefined when nothing is left to send. */
  readonly batched: Buffer | undefined;
  readonly omitted: Omitted;
}

/** The desk whose members plain frames are for. */
export interface PlainReader {
  /** The desk's half of a `pos`: see `deskHalf`. */
  readonly cursor: string;
  readonly desk: Pick<DeskState, "language" | "answers" | "replay">;
}

/** One item in the plain dialect: the bytes before and after the desk's cursor. */
interface PlainItem {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly lane: Lane | undefined;
  /** Id of the question that it asks the creator to answer. */
  readonly questionId: string | undefined;
  readonly atMs: number;
}

/**
 * One log entry as it goes to sockets. Each form is built once, when the first socket needs it, and shared by all: building
 * it is what fan-out costs. In the batched dialect the stored text is forwarded as it is, without parsing.
 */
export class PreparedEntry {
  readonly entry: LogEntry;
  #batched: Buffer | undefined;
  #coalesced: Coalesced | undefined;
  #items: readonly (LiveEvent | Insight)[] | undefined;
  #needsLanguage: boolean | undefined;
  /** By language, if anything in the entry depends on it. */
  #plain: Map<Language | "any", readonly PlainItem[]> | undefined;

  constructor(entry: LogEntry) {
    this.entry = entry;
  }

  /** Ticks and control entries are for readers of the log. */
  get isForSockets(): boolean {
    return this.entry.kind === "events" || this.entry.kind === "insights";
  }

  /** The prompts in the entry. Most have none, which is seen without parsing. */
  get prompts(): readonly AutomatedPrompt[] {
    if (this.entry.kind !== "insights" || !this.entry.data.includes('"automatedPrompt"')) return [];
    return this.#parsed().filter((item) => item.type === "automatedPrompt");
  }

  /** The frame of the batched dialect. */
  get batched(): Buffer {
    this.#batched ??= textFrame(batchedText(this.entry, this.entry.data));
    return this.#batched;
  }

  get coalesced(): Coalesced {
    this.#coalesced ??= this.#coalesce();
    return this.#coalesced;
  }

  /**
   * The plain frames of the items from `from` on, for members of one desk, in one buffer; undefined when there are none.
   * Each frame's `pos` holds the desk's cursor and the number of items of this entry that have been received with it. A
   * prompt to answer a question that the desk has answered or ignored is left out.
   */
  plain({ cursor: deskCursor, desk }: PlainReader, from = 0, isCoalesced = false): Buffer | undefined {
    const items = this.#plainItems(desk.language)
      .slice(from)
      .filter((item) => !(isCoalesced && item.lane) && !isResolvedAt(item, desk));
    if (items.length === 0) return undefined;
    const cursor = Buffer.from(deskCursor, "latin1");
    const payload = ({ head, tail }: PlainItem): number => head.length + cursor.length + tail.length;
    const frames = Buffer.allocUnsafe(items.reduce((sum, item) => sum + payload(item) + headerLength(payload(item)), 0));
    let at = 0;
    for (const item of items) {
      at = writeHeader(frames, at, payload(item));
      at += item.head.copy(frames, at);
      at += cursor.copy(frames, at);
      at += item.tail.copy(frames, at);
    }
    return frames;
  }

  #parsed(): readonly (LiveEvent | Insight)[] {
    this.#items ??= JSON.parse(this.entry.data) as (LiveEvent | Insight)[];
    return this.#items;
  }

  #coalesce(): Coalesced {
    const omitted: Partial<Record<Lane, number>> = {};
    const kept = this.#parsed().filter((item) => {
      const lane = laneOf(item);
      if (lane) omitted[lane] = (omitted[lane] ?? 0) + 1;
      return lane === undefined;
    });
    if (kept.length === this.#parsed().length) return { batched: this.batched, omitted };
    if (kept.length === 0) return { batched: undefined, omitted };
    return { batched: textFrame(batchedText(this.entry, JSON.stringify(kept))), omitted };
  }

  /** Built once for all readers, or once a language when an item depends on it. */
  #plainItems(language: Language): readonly PlainItem[] {
    this.#plain ??= new Map();
    this.#needsLanguage ??= this.#parsed().some(isLocalised);
    const key = this.#needsLanguage ? language : "any";
    const items = this.#plain.get(key) ?? this.#parsed().map((item, index) => this.#plainItem(item, index, language));
    this.#plain.set(key, items);
    return items;
  }

  #plainItem(item: LiveEvent | Insight, index: number, language: Language): PlainItem {
    // After the last item the position is the whole entry's: the next entry follows.
    const items = index + 1 === this.#parsed().length ? {} : { items: index + 1 };
    const { log, epoch, id, stamp } = this.entry;
    const sessionCursor = encodeCursor({ session: { log, epoch, id, stamp, ...items } });
    const { type, ...data } = localise(item, language);
    return {
      head: Buffer.from(`{"type":${JSON.stringify(type)},"data":${JSON.stringify(data)},"pos":"`),
      tail: Buffer.from(`${sessionCursor}"}`, "latin1"),
      lane: laneOf(item),
      questionId: item.type === "automatedPrompt" ? item.questionId : undefined,
      atMs: item.type === "automatedPrompt" ? item.atMs : 0,
    };
  }
}

/** Entries of one log that go out together. */
export class EntryBatch {
  readonly entries: readonly PreparedEntry[];
  /** Length of their data, in UTF-16 units. */
  readonly chars: number;
  #batched: Buffer | undefined;

  /** At least one entry. */
  constructor(entries: readonly PreparedEntry[]) {
    this.entries = entries;
    this.chars = entries.reduce((sum, { entry }) => sum + entry.data.length, 0);
  }

  get newest(): PreparedEntry {
    return this.entries[this.entries.length - 1] as PreparedEntry;
  }

  /** Their frames in the batched dialect, in one buffer for one write; undefined when none is for sockets. */
  get batched(): Buffer | undefined {
    if (this.#batched) return this.#batched;
    const frames = this.entries.filter(({ isForSockets }) => isForSockets).map(({ batched }) => batched);
    this.#batched = frames.length > 1 ? Buffer.concat(frames) : frames[0];
    return this.#batched;
  }
}

/** The desk's half of a `pos`. The session's half, which begins with the separator, goes after it. */
export function deskHalf({ desk }: Cursor): string {
  const pos = encodeCursor(desk ? { desk } : {});
  return pos.slice(0, pos.indexOf("!"));
}

function batchedText({ log, epoch, id, stamp, kind }: LogEntry, items: string): string {
  return `{"log":"${log}","epoch":${epoch},"id":"${id}","stamp":${JSON.stringify(stamp)},"kind":"${kind}","items":${items}}`;
}

function laneOf(item: LiveEvent | Insight): Lane | undefined {
  switch (item.type) {
    case "like":
      return "likes";
    case "member":
      // An arrival that TikTok announces to the room is rare, and what a creator waits for.
      return item.entrance ? undefined : "joins";
    case "roomUser":
      return "viewers";
    case "metrics":
      return "metrics";
    default:
      return isBoard(item.type) ? "metrics" : undefined;
  }
}
