import type { FoldItem } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import type { RecordedItem, Recording } from "@frontrow/recording/recording";
import type { Removed } from "@frontrow/recording/removed";
import { expect, it } from "vitest";
import { FoldCursor } from "./fold-cursor.ts";

it("leaves out an item that cannot be folded, as the live fold does, and folds on", async () => {
  // A chat without its text: none that we write, and a replay must not end with it.
  const values = [
    { type: "sourceOpened", atMs: 1_000, roomId: "1" },
    { type: "chat", id: "x", atMs: 2_000, sentAtMs: 2_000, user: { id: "u" } },
    { type: "share", id: "s", atMs: 3_000, sentAtMs: 3_000 },
  ] as unknown as FoldItem[];
  const page = values.map(
    (value, item): RecordedItem => ({ item, next: item + 1, value, text: JSON.stringify(value), dueMs: value.atMs }),
  );
  const recording = {
    keyframeBefore: async () => undefined,
    async *read(from: number) {
      yield page.slice(from);
    },
  } as unknown as Recording;
  const removed = { note() {} } as unknown as Removed;
  const cursor = await FoldCursor.at(recording, { atMs: 3_000, item: 3 }, { removed });
  expect(cursor.item).toBe(3);
  expect(metricsOf(cursor.state)).toMatchObject({ shares: 1, atMs: 3_000 });
});
