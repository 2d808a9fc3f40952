import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { Language } from "@frontrow/protocol/desk";
import type { Moment, Spike } from "@frontrow/protocol/insight";
import type { LibraryEntry, SearchHit, SearchResult } from "@frontrow/protocol/library/entry";
import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import { isGrowing, type RecordedBroadcast, type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import { isCurrent, type RecordingCard, readCard } from "@frontrow/recording/card";
import { type DerivedName, readDerived } from "@frontrow/recording/derived";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import { listSamples, sampleStoreOf } from "@frontrow/recording/samples";
import { searchMessages } from "@frontrow/recording/search-messages";
import { matches, type Run, runsOf } from "@frontrow/recording/terms";
import type { DeskRecord } from "@frontrow/redis/desks";
import type { LibraryStore } from "@frontrow/redis/library";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { RecordingStore } from "@frontrow/redis/recordings";
import { wordsOf } from "@frontrow/words/all";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { ReportOrders } from "./report-orders.ts";

const decompress = promisify(gunzip);

/** Finds what a desk holds by words. */
export interface DeskSearch {
  /** The newest first. Given up, with what was found by then, once nobody waits for it any more. */
  search(desk: DeskRecord, words: string, isWanted: () => boolean): Promise<SearchResult[]>;
}

interface Dependencies {
  readonly shelves: Pick<LibraryStore, "read">;
  readonly recordings: Pick<RecordingStore, "read">;
  readonly metrics: Pick<MetricsStore, "read">;
  readonly blob: ObjectStore;
  readonly orders: Pick<ReportOrders, "order">;
}

/** Hits that are told of a recording … */
const MOST_TOLD = 10;
/** … and recordings of which messages are read for that, ten milliseconds each; of further ones they are counted. */
const MOST_READ = 20;
/** Searches that run at a time, and recordings that one looks at. */
const SEARCHES_AT_ONCE = 2;
const AT_ONCE = 8;
/** Recordings whose index one search orders: each is seconds of a worker. */
const MOST_ORDERED = 8;
/** A card is read anew after this time: moderation may have rewritten its recording. */
const CARD_KEPT_MS = 60_000;
const MOST_CARDS = 5_000;
/** Word indexes are some 60 KB for an hour of a usual room, moments some 5,000 letters. */
const WORDS_BYTES = 32 * 1024 * 1024;
const MOMENT_CHARS = 4_000_000;
const MEMBER_BYTES = 16 * 1024 * 1024;

interface Searched {
  readonly id: RecordingId;
  readonly broadcast: RecordedBroadcast;
  readonly entry: LibraryEntry;
}
interface Found {
  readonly count: number;
  readonly first: readonly SearchHit[];
}
interface Asked {
  readonly query: readonly Run[];
  readonly language: Language;
  /** Has a recording indexed. */
  order(id: RecordingId): Promise<void>;
  /** Whether messages of one more recording are read. */
  mayRead(): boolean;
}
type SaidMoment = Pick<SearchHit, "atMs" | "text"> & {
  /** Its kind's name in the desk's language: what people look for, and not all sentences have. */
  readonly name: string;
};

export function createDeskSearch({ shelves, recordings, metrics, blob, orders }: Dependencies): DeskSearch {
  const limit = pLimit(SEARCHES_AT_ONCE);
  const members = new MemberCache(MEMBER_BYTES);
  const cards = new LRUCache<RecordingId, RecordingCard>({ max: MOST_CARDS, ttl: CARD_KEPT_MS });
  const packed = new LRUCache<string, Uint8Array>({ maxSize: WORDS_BYTES, sizeCalculation: (bytes) => bytes.byteLength + 1 });
  const said = new LRUCache<string, readonly SaidMoment[]>({
    maxSize: MOMENT_CHARS,
    sizeCalculation: (moments) => moments.reduce((sum, { name, text }) => sum + name.length + text.length, 1),
  });
  const storeOf = (id: RecordingId) => sampleStoreOf(id) ?? blob;

  /** undefined: it grows, or has none of today's fold. */
  async function cardOf(id: RecordingId): Promise<RecordingCard | undefined> {
    const card = cards.get(id) ?? (await readCard(storeOf(id), id));
    if (!card || !isCurrent(card)) return undefined;
    cards.set(id, card, { noUpdateTTL: true });
    return card;
  }

  const derived = (id: RecordingId, { revision }: RecordingCard, name: DerivedName) =>
    readDerived(storeOf(id), id, revision, name);

  async function chatIn(id: RecordingId, card: RecordingCard, { query, mayRead }: Asked): Promise<Found> {
    const key = `${id}@${card.revision}`;
    const words = packed.get(key) ?? (await derived(id, card, "words.gz"));
    if (!words) return { count: 0, first: [] };
    packed.set(key, words);
    const open = async () => (mayRead() ? openRecording({ blob, cache: members }, id) : undefined);
    const { count, first } = await searchMessages(words, query, MOST_TOLD, open);
    return { count, first: first.map((message) => ({ kind: "chat", ...message })) };
  }

  async function momentsOf(id: RecordingId, card: RecordingCard, language: Language): Promise<readonly SaidMoment[]> {
    const key = `${id}@${card.revision} ${language}`;
    const known = said.get(key);
    if (known) return known;
    const bytes = await derived(id, card, "timeline.json.gz");
    const { moments } = bytes ? (JSON.parse((await decompress(bytes)).toString()) as RecordingTimeline) : { moments: [] };
    const texts = moments.map(saidIn(language));
    said.set(key, texts);
    return texts;
  }

  /** Of one that grows chat is not searched: words are indexed at its end. */
  async function momentsSoFar(id: RecordingId, language: Language): Promise<readonly SaidMoment[]> {
    const stored = await metrics.read(recordedSession(id), ["moments"]);
    return (stored?.documents.moments ?? []).map(saidIn(language));
  }

  async function searchIn({ id, broadcast, entry }: Searched, asked: Asked): Promise<SearchResult> {
    const { query, language, order } = asked;
    const card = await cardOf(id);
    const grows = !card && isGrowing(await recordings.read(recordedSession(id)), id);
    if (!card && !grows) await order(id);
    const moments = card ? await momentsOf(id, card, language) : grows ? await momentsSoFar(id, language) : [];
    const chat = card ? await chatIn(id, card, asked) : { count: 0, first: [] };
    const others: SearchHit[] = [
      ...entry.bookmarks
        .filter(({ text }) => matches(text, query))
        .map(({ atMs, text }) => ({ kind: "bookmark" as const, atMs, text })),
      ...moments
        .filter(({ name, text }) => matches(`${name}\n${text}`, query))
        .map(({ atMs, text }) => ({ kind: "moment" as const, atMs, text })),
    ];
    const { handle, nickname, title } = broadcast;
    return {
      recordingId: id,
      isNamed: matches([entry.name, handle, nickname, title].join("\n"), query),
      hits: chat.count + others.length,
      first: [...chat.first, ...others].sort((a, b) => a.atMs - b.atMs).slice(0, MOST_TOLD),
    };
  }

  return {
    search: ({ deskId, state: { language } }, words, isWanted) =>
      limit(async () => {
        const query = runsOf(words);
        if (query.length === 0 || !isWanted()) return [];
        const { held, entryOf } = await shelves.read(deskId);
        const own = held.filter(({ entry }) => entry.deletedAtMs === undefined);
        const samples = (await listSamples()).map(({ recordingId, ...sample }) => ({
          ...sample,
          recordingId: recordingId as RecordingId,
        }));
        let ordered = 0;
        const order = async (recordingId: RecordingId) => {
          if (ordered++ < MOST_ORDERED) await orders.order({ type: "report", recordingId });
        };
        let read = 0;
        const mayRead = () => read++ < MOST_READ;
        const atOnce = pLimit(AT_ONCE);
        const looks = [...own, ...samples].map(({ recordingId: id, broadcast }) =>
          atOnce(async () => {
            if (!isWanted()) return undefined;
            return searchIn({ id, broadcast, entry: entryOf(id) }, { query, language, order, mayRead });
          }),
        );
        const results = await Promise.all(looks);
        return results.filter((result) => result !== undefined).filter(({ isNamed, hits }) => isNamed || hits > 0);
      }),
  };
}

const saidIn =
  (language: Language) =>
  (moment: Spike | Moment): SaidMoment => {
    const words = wordsOf(language);
    return { atMs: moment.atMs, name: words.name(moment.kind), text: words.moment(moment) };
  };
