import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { SessionId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingIdOf } from "@frontrow/protocol/recording";
import { createDeskSearch } from "../../../services/gateway/src/library/search.ts";
import { serveRole } from "../lib/role.ts";

/** What a search took of this process: time, and the longest that nothing else had its turn. */
export interface Searched {
  readonly tookMs: number;
  readonly longestBlockMs: number;
  readonly hits: number;
}

const STARTED_AT_MS = 1_760_000_000_000;
const broadcast = { handle: "bench", roomId: "1" };
let search: ReturnType<typeof createDeskSearch> | undefined;

serveRole({
  /** Copies a recording, all but its keyframes, so often; a desk then holds the copies. */
  async hold({ url, recordingId, copies }: { url: string; recordingId: RecordingId; copies: number }): Promise<void> {
    const blob = createObjectStore(url);
    const ids = Array.from({ length: copies }, (_, n) =>
      recordingIdOf(`ses_copied${String(n).padStart(6, "0")}` as SessionId, STARTED_AT_MS),
    );
    for await (const { key } of blob.list(`recordings/${recordingId}/`)) {
      if (key.includes("/keyframes/") || key.endsWith("/index.json")) continue;
      const bytes = await blob.get(key);
      for (const id of bytes ? ids : [])
        await blob.put(key.replace(recordingId, id), renamed(key, bytes as Uint8Array, recordingId, id));
    }
    const entry = { bookmarks: [] };
    const held = ids.map((id) => ({
      recordingId: id,
      broadcast,
      sinceMs: STARTED_AT_MS,
      untilMs: Number.MAX_SAFE_INTEGER,
      entry,
    }));
    search = createDeskSearch({
      shelves: { read: async () => ({ held, entryOf: () => entry }) },
      recordings: { read: async () => undefined },
      metrics: { read: async () => undefined },
      orders: { order: async () => {} },
      blob,
    });
  },
  async search({ words }: { words: string }): Promise<Searched> {
    let longestBlockMs = 0;
    let lastMs = performance.now();
    const timer = setInterval(() => {
      longestBlockMs = Math.max(longestBlockMs, performance.now() - lastMs);
      lastMs = performance.now();
    }, 1);
    const beganMs = performance.now();
    const desk = { deskId: "dsk_bench", state: { language: "en" } } as unknown as Parameters<
      NonNullable<typeof search>["search"]
    >[0];
    const results = (await search?.search(desk, words, () => true)) ?? [];
    clearInterval(timer);
    return { tookMs: performance.now() - beganMs, longestBlockMs, hits: results.reduce((sum, { hits }) => sum + hits, 0) };
  },
});

/** A manifest names the objects of its segments. */
const renamed = (key: string, bytes: Uint8Array, from: RecordingId, to: RecordingId): Uint8Array =>
  key.endsWith("/recording.json") ? new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from, to)) : bytes;
