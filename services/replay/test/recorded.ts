import { documentRules } from "@frontrow/audience/documents";
import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, type FoldState } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { EntryKind, LogEntry } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { NOTHING_ARCHIVED, type RecordingId, recordedSession, recordingIdOf } from "@frontrow/protocol/recording";
import { finishRecording } from "@frontrow/recording/manifest";
import { writeSegment } from "@frontrow/recording/segment";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";

export const START_MS = 1_700_000_000_000;
const broadcast = { handle: "nina", roomId: "7", nickname: "Nina" };

/** A room of a few hundred people, with about so many events a second, its ticks, silences and gaps. */
export function someBroadcast(events: number, eventsPerSecond: number, seed: number): FoldItem[] {
  const random = seededRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const items: FoldItem[] = [{ type: "sourceOpened", atMs: START_MS, roomId: "7" }];
  let atMs = START_MS;
  let likes = 0;
  for (let n = 0; n < events; n++) {
    const isQuiet = random() < 0.002;
    const pauseMs = isQuiet ? 20_000 : (-Math.log(1 - random()) * 1_000) / eventsPerSecond;
    for (let tick = atMs + 1_000; tick < atMs + pauseMs; tick += 1_000) items.push({ type: "tick", atMs: tick });
    atMs = Math.floor(atMs + pauseMs);
    const user = userNamed(`viewer${Math.floor(random() ** 2 * 400)}`);
    const base = { id: `e${n}`, atMs, sentAtMs: atMs };
    const draw = random();
    if (draw < 0.45) {
      const text = pick(["hello", "where are you from?", "nice 🔥", "what brush is that?", "play the song", "999", "goal goal"]);
      const question = text.endsWith("?");
      items.push({
        ...base,
        type: "chat",
        user,
        text,
        language: pick(["en", "es", "de"]),
        sentiment: Math.round(random() * 2_000 - 1_000) / 1_000,
        question,
        questionPriority: question ? 3 : 0,
        toxicity: random() < 0.02 ? 0.9 : 0,
        spam: 0,
        keywords: text.split(" ").filter((word) => word.length > 4),
      });
    } else if (draw < 0.7) {
      likes += 5;
      items.push({ ...base, type: "like", user, count: 5, total: likes });
    } else if (draw < 0.8) items.push({ ...base, type: "member", user });
    else if (draw < 0.88) {
      const diamondsEach = pick([1, 1, 5, 100, 1_000]);
      const count = 1 + Math.floor(random() * 5);
      const streakId = `s${Math.floor(random() * 20)}`;
      const gift = { giftId: "1", name: "Rose", count, diamondsEach, diamonds: count * diamondsEach, streakId };
      items.push({ ...base, type: "gift", user, ...gift, streakOpen: random() < 0.5 });
    } else if (draw < 0.92) items.push({ ...base, type: "roomUser", viewers: 200 + Math.floor(random() * 200) });
    else if (draw < 0.95) items.push({ ...base, type: "follow", user });
    else if (draw < 0.98) items.push({ ...base, type: "share", user });
    else if (draw < 0.985) items.push({ ...base, type: "moderation", eventIds: [`e${n - 5}`], userIds: [] });
    else items.push({ ...base, type: "subscribe", user, months: 1 });
  }
  items.push({ type: "sourceClosed", atMs: atMs + 500, reason: "ended" });
  return items;
}

const kindOf = ({ type }: FoldItem): EntryKind =>
  type === "tick" ? "tick" : /^(source|duplicates|successor)/.test(type) ? "control" : "events";

const idOf = (n: number): string => (n === 0 ? "0-0" : `${START_MS + n}-0`);

/** The entries of a log, of up to ten items each. */
function logOf(log: SessionId, items: readonly FoldItem[]): LogEntry[] {
  const groups: { kind: EntryKind; items: FoldItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.kind === kindOf(item) && last.items.length < 10) last.items.push(item);
    else groups.push({ kind: kindOf(item), items: [item] });
  }
  return groups.map(({ kind, items: of }, n) => ({
    log,
    epoch: 1,
    id: idOf(n + 1),
    previous: idOf(n),
    stamp: `ingest:1:${n + 1}`,
    kind,
    data: JSON.stringify(of),
  }));
}

let made = 0;

/** Writes a complete recording of these items. */
export async function record(blob: ObjectStore, items: readonly FoldItem[]): Promise<RecordingId> {
  const recordingId = recordingIdOf(`ses_recorded${String(++made).padStart(6, "0")}` as SessionId, START_MS);
  const entries = logOf(recordedSession(recordingId), items);
  const segment = await writeSegment(blob, { recordingId, broadcast, after: NOTHING_ARCHIVED, entries });
  await finishRecording(blob, recordingId, [segment], broadcast);
  return recordingId;
}

/** The fold of the first items, at a moment. */
export function foldedAt(items: readonly FoldItem[], item: number, atMs: number): FoldState {
  const state = createFold();
  foldItems(state, items.slice(0, item));
  if (item > 0) foldItems(state, [{ type: "tick", atMs }]);
  return state;
}

/** Metrics and all documents that say something. When a document was made is not what it says. */
export function knownOf(state: FoldState) {
  const documents = Object.entries(documentRules).map(([name, rule]) => [name, rule.version(state) && rule.of(state)] as const);
  return { metrics: metricsOf(state), documents: told(Object.fromEntries(documents)) };
}

/** The same of what is stored. */
export function knownFrom({ metrics, documents }: { readonly metrics: object; readonly documents: object }) {
  return { metrics, documents: told({ ...documents, replayState: undefined }) };
}

function told(documents: Readonly<Record<string, unknown>>) {
  const said = Object.entries(documents).filter(([, document]) => document && !isEmpty(document));
  return Object.fromEntries(said.map(([name, document]) => [name, timeless(document)]));
}

const isEmpty = (document: unknown): boolean =>
  Array.isArray(document) ? document.length === 0 : (document as { gifters?: unknown[] }).gifters?.length === 0;

const timeless = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === "atMs" ? undefined : value)));
