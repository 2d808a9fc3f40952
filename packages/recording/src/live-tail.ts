import { startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import type { Archived } from "@frontrow/protocol/recording";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { LogStore } from "@frontrow/redis/log";
import { itemsOfEntry, placeOf } from "./log-items.ts";
import { type RecordedItem, recordedItems } from "./recorded-item.ts";

/** What a growing recording has after its last segment, read from the live log. */
export class LiveTail {
  readonly #log: Pick<LogStore, "readAfter">;
  readonly #session: SessionId;
  #archived: Archived;
  /** Where pages after it have ended, in order: who reads on begins at the last one before. */
  #marks: Archived[] = [];
  /** Event time of the recording's first item, if it is here. */
  #fromMs: number | undefined;

  constructor(log: Pick<LogStore, "readAfter">, session: SessionId, archived: Archived) {
    this.#log = log;
    this.#session = session;
    this.#archived = archived;
  }

  get fromMs(): number | undefined {
    return this.#fromMs;
  }

  /** As far as was read. */
  get end(): Archived {
    return this.#marks.at(-1) ?? this.#archived;
  }

  /** The archive has grown: what it has is not looked for in the log any more. */
  archive(archived: Archived): void {
    this.#archived = archived;
    this.#marks = this.#marks.filter(({ items }) => items > archived.items);
  }

  /** Reads up to the end of the log, so that `end` is true. `behind`: the log has nothing that goes on from the archive. */
  async advance(): Promise<"end" | "behind"> {
    for (;;) {
      const page = await this.#pageAfter(this.end);
      if (page === "behind") return "behind";
      if (!page.more) return "end";
    }
  }

  /** A page from an item on; none at the end of the log. */
  async page(item: number): Promise<readonly RecordedItem[] | "behind"> {
    for (;;) {
      const mark = this.#lastMark(({ items }) => items <= item);
      const page = await this.#pageAfter(mark);
      if (page === "behind") return "behind";
      const wanted = page.items.filter((one) => one.item >= item);
      if (wanted.length > 0 || !page.more) return wanted;
    }
  }

  /** The ordinal of the first item of the first page that is not known to be due by a time. */
  pageDueAfter(atMs: number): number {
    return this.#lastMark(({ toMs }) => toMs <= atMs).items;
  }

  async #pageAfter(mark: Archived): Promise<{ items: readonly RecordedItem[]; more: boolean } | "behind"> {
    const read = await this.#log.readAfter({ ...startOf(this.#session), ...mark.position });
    if (read.outcome !== "ok") {
      // A fail-over took back what was read: again from what is archived, which it cannot take back.
      if (mark === this.#archived) return "behind";
      this.#marks = [];
      return this.#pageAfter(this.#archived);
    }
    const items = recordedItems(read.entries.flatMap(itemsOfEntry), mark);
    if (mark.items === 0) this.#fromMs ??= items[0]?.dueMs;
    const entry = read.entries.at(-1);
    const item = items.at(-1);
    if (entry) this.#remember({ position: placeOf(entry), items: item?.next ?? mark.items, toMs: item?.dueMs ?? mark.toMs });
    return { items, more: read.more };
  }

  #remember(mark: Archived): void {
    if (!isAfter(mark.position.id, this.end.position.id)) return;
    // Of insights alone: its place stands for the one before, which has as many items.
    if (mark.items === this.#marks.at(-1)?.items) this.#marks.pop();
    this.#marks.push(mark);
  }

  #lastMark(isBefore: (mark: Archived) => boolean): Archived {
    return this.#marks.findLast(isBefore) ?? this.#archived;
  }
}
