import type { LiveEvent } from "@frontrow/protocol/event";
import type { ReplaySeek, ReplayStep, StepKind } from "@frontrow/protocol/replay";
import type { NoticedMoment, RecordedItem, Recording } from "@frontrow/recording/recording";
import { isEvent } from "@frontrow/recording/removed";
import type { Place } from "./fold-cursor.ts";
import type { Move } from "./playback.ts";

/** Items that a step looks at, at most: hours of a quiet room, a quarter of an hour of the busiest. */
const MAX_SCANNED = 50_000;
/** Items read at once on the way back. */
const BACK_PAGE = 1_024;
/** Items around a moment among which an event is looked for. */
const EVENT_SCANNED = 4_096;

interface Search {
  readonly recording: Recording;
  readonly signal: AbortSignal;
}

/** Where a move leads to from a place; undefined when there is nothing to go to. */
export async function placeAfter(move: Move, from: Place, search: Search): Promise<Place | undefined> {
  switch (move.type) {
    case "here":
      return from;
    case "start":
      return placeAt(search.recording.extent.fromMs, search.recording);
    case "seek":
      return placeOfSeek(move.to, from, search);
    case "step":
      return placeOfStep(move.step, from, search);
  }
}

/** The place at a moment, within the recording. */
async function placeAt(atMs: number, recording: Recording): Promise<Place> {
  const { fromMs, toMs } = recording.extent;
  const within = Math.floor(Math.min(toMs, Math.max(fromMs, atMs)));
  return { atMs: within, item: await recording.itemsDueBy(within) };
}

async function placeOfSeek(to: ReplaySeek, from: Place, search: Search): Promise<Place> {
  const { recording } = search;
  const { fromMs, toMs, items } = recording.extent;
  if ("edge" in to) return { atMs: toMs, item: items };
  if ("percent" in to) return placeAt(fromMs + ((toMs - fromMs) * to.percent) / 100, recording);
  if ("byMs" in to) return placeAt(from.atMs + to.byMs, recording);
  const place = await placeAt(to.atMs, recording);
  return (to.eventId && (await placeOfEvent(to.eventId, place, search))) || place;
}

/** Right after an event that is somewhere near a place. */
async function placeOfEvent(eventId: string, near: Place, search: Search): Promise<Place | undefined> {
  const first = Math.max(0, near.item - EVENT_SCANNED / 2);
  for await (const item of itemsFrom(first, first + EVENT_SCANNED, search)) {
    if ("id" in item.value && item.value.id === eventId) return afterItem(item);
  }
  return undefined;
}

async function placeOfStep(step: ReplayStep, from: Place, search: Search): Promise<Place | undefined> {
  if (step.kind === "moment") return placeOfMoment(step.direction, from, search);
  const isWanted = ({ value }: RecordedItem) => isEvent(value) && isStop(value, step);
  if (step.direction === "next") {
    for await (const item of itemsFrom(from.item, from.item + MAX_SCANNED, search)) if (isWanted(item)) return afterItem(item);
    return undefined;
  }
  const lowest = Math.max(0, from.item - MAX_SCANNED);
  for (let end = from.item; end > lowest; end -= BACK_PAGE) {
    let last: RecordedItem | undefined;
    for await (const item of itemsFrom(Math.max(lowest, end - BACK_PAGE), end, search)) {
      if (isBefore(afterItem(item), from) && isWanted(item)) last = item;
    }
    if (last) return afterItem(last);
  }
  return undefined;
}

const isBefore = (place: Place, other: Place): boolean =>
  place.item < other.item || (place.item === other.item && place.atMs < other.atMs);

/** However far away it is. Where only its time is known, the place is after all that is due then. */
async function placeOfMoment(direction: ReplayStep["direction"], from: Place, search: Search): Promise<Place | undefined> {
  const { recording } = search;
  const noticed = await recording.moments();
  const isBeyond = ({ moment: { atMs }, item }: NoticedMoment): boolean => {
    if (item === undefined) return direction === "next" ? atMs > from.atMs : atMs < from.atMs;
    return direction === "next" ? item > from.item : item <= from.item;
  };
  const beyond = noticed.filter(isBeyond).sort((a, b) => orderOf(a) - orderOf(b));
  if (direction === "previous") beyond.reverse();
  for (const { moment, item } of beyond) {
    const place = item === undefined ? await placeAt(moment.atMs, recording) : await placeBefore(item, search);
    if (direction === "next" || isBefore(place, from)) return place;
  }
  return undefined;
}

const orderOf = ({ moment, item }: NoticedMoment): number => item ?? moment.atMs;

/** Where so many items are shown. */
async function placeBefore(item: number, search: Search): Promise<Place> {
  for await (const last of itemsFrom(Math.max(0, item - 1), item, search)) return afterItem(last);
  return { atMs: search.recording.extent.fromMs, item };
}

/** Types of event that have a row of their own, or are of a kind. */
const typesOf: Record<Exclude<StepKind, "moment">, ReadonlySet<LiveEvent["type"]>> = {
  row: new Set(["chat", "emote", "question", "gift", "follow", "share", "subscribe", "envelope"]),
  chat: new Set(["chat", "emote"]),
  gift: new Set(["gift"]),
  question: new Set(["question", "chat"]),
  follow: new Set(["follow"]),
  share: new Set(["share"]),
  subscribe: new Set(["subscribe"]),
  battle: new Set(["battle"]),
};

function isStop(event: LiveEvent, { kind, least = 0 }: ReplayStep): boolean {
  if (kind === "moment" || !typesOf[kind].has(event.type)) return false;
  if (event.type === "gift") return !event.streakOpen && event.diamonds >= least;
  if (event.type === "battle") return event.state !== "score";
  return kind !== "question" || event.type === "question" || (event.type === "chat" && event.question);
}

const afterItem = ({ dueMs, next }: RecordedItem): Place => ({ atMs: dueMs, item: next });

async function* itemsFrom(first: number, end: number, { recording, signal }: Search): AsyncGenerator<RecordedItem> {
  for await (const page of recording.read(first, signal)) {
    for (const item of page) {
      if (item.item >= end) return;
      yield item;
    }
  }
}

/** Events and length of a history, as the gateway's snapshot reads them back at most … */
export interface HistoryBounds {
  readonly events: number;
  readonly chars: number;
}
/** … of this many items: ticks and facts are between the events. */
const HISTORY_ITEMS = 1_000;

/** The last events before an item, oldest first, as many as a screen begins with. */
export async function historyBefore(
  item: number,
  bounds: HistoryBounds,
  { recording, signal, note }: Pick<Search, "recording" | "signal"> & { note(page: readonly RecordedItem[]): void },
): Promise<readonly RecordedItem[]> {
  const events: RecordedItem[] = [];
  const first = Math.max(0, item - HISTORY_ITEMS);
  for await (const page of recording.read(first, signal)) {
    note(page);
    events.push(...page.filter((recorded) => recorded.item < item && isEvent(recorded.value)));
    if ((page.at(-1)?.next ?? item) >= item) break;
  }
  const last: RecordedItem[] = [];
  let chars = 0;
  for (const recorded of events.reverse()) {
    chars += recorded.text.length + 1;
    if (last.length === bounds.events || chars > bounds.chars) break;
    last.push(recorded);
  }
  return last.reverse();
}
