import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { DeskId } from "@frontrow/protocol/ids";
import type { RecordingTimeline } from "@frontrow/protocol/library/timeline";
import { isGrowing, type RecordingId, recordedSession } from "@frontrow/protocol/recording";
import { isCurrent, readCard } from "@frontrow/recording/card";
import { readDerived } from "@frontrow/recording/derived";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import { sampleStoreOf } from "@frontrow/recording/samples";
import { SidecarCache } from "@frontrow/recording/sidecar-cache";
import type { LogStore } from "@frontrow/redis/log";
import type { MetricsStore } from "@frontrow/redis/metrics-store";
import type { RecordingStore } from "@frontrow/redis/recordings";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { DeskRecordings } from "../desk/recordings.ts";
import { EncodedJson } from "../http/encoded-json.ts";
import { refusal } from "../http/problem.ts";
import type { ReportOrders } from "./report-orders.ts";

const compress = promisify(gzip);

/** Recordings of a desk at a glance. */
export interface DeskTimelines {
  /** Rejects with RECORDING_NOT_FOUND for one that the desk cannot replay. */
  read(deskId: DeskId, recordingId: RecordingId): Promise<EncodedJson>;
}

interface Dependencies {
  readonly library: Pick<DeskRecordings, "broadcastOf">;
  readonly recordings: Pick<RecordingStore, "read">;
  readonly metrics: Pick<MetricsStore, "readCurrent">;
  readonly store: LogStore;
  readonly blob: ObjectStore;
  readonly orders: Pick<ReportOrders, "order">;
}

/** Time lines that are put together at a time: each reads what a live log has after its archive. */
const AT_ONCE = 4;
/** For so long all who watch a broadcast get the same: its lanes move each fifteen seconds. */
const KEPT_MS = 3_000;
const MOST_KEPT = 200;
/** Nobody reads a member twice for a time line. */
const MEMBER_BYTES = 1024 * 1024;

export function createDeskTimelines({ library, recordings, metrics, store, blob, orders }: Dependencies): DeskTimelines {
  const limit = pLimit(AT_ONCE);
  const made = new LRUCache<RecordingId, Promise<EncodedJson>>({ max: MOST_KEPT, ttl: KEPT_MS });
  const deps = {
    blob,
    growing: { read: recordings.read, log: store },
    cache: new MemberCache(MEMBER_BYTES),
    sidecars: new SidecarCache(),
  };

  /** As the index pass wrote it; undefined while it grows, or when there is none of today's fold. */
  async function indexed(id: RecordingId): Promise<EncodedJson | undefined> {
    if (isGrowing(await recordings.read(recordedSession(id)), id)) return undefined;
    const at = sampleStoreOf(id) ?? blob;
    const card = await readCard(at, id);
    const bytes = card && isCurrent(card) ? await readDerived(at, id, card.revision, "timeline.json.gz") : undefined;
    return bytes && new EncodedJson(bytes);
  }

  /** From what segments say of themselves, the live log, and what the session has noticed. */
  async function soFar(id: RecordingId): Promise<EncodedJson> {
    const recording = await openRecording(deps, id);
    const { isGrowing: goesOn, fromMs } = recording.extent;
    const glance = await recording.glance();
    const noticed = goesOn ? (await metrics.readCurrent(recordedSession(id), ["moments"]))?.documents.moments : undefined;
    const timeline: RecordingTimeline = { recordingId: id, fromMs, isGrowing: goesOn, moments: noticed ?? [], ...glance };
    if (!goesOn && !recording.isSample) await orders.order({ type: "report", recordingId: id });
    return new EncodedJson(await compress(JSON.stringify(timeline)));
  }

  /** The same for all who ask at a time. */
  function shared(id: RecordingId): Promise<EncodedJson> {
    const known = made.get(id);
    if (known) return known;
    const making = limit(() => soFar(id));
    made.set(id, making);
    making.catch(() => made.delete(id));
    return making;
  }

  return {
    async read(deskId, id) {
      if (!(await library.broadcastOf(deskId, id))) throw refusal("RECORDING_NOT_FOUND");
      return (await indexed(id)) ?? shared(id);
    },
  };
}
