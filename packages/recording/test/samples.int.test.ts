import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold, FOLD_VERSION } from "@frontrow/audience/state";
import { liveEventSchema } from "@frontrow/protocol/event";
import type { RecordingId } from "@frontrow/protocol/recording";
import { recordingSummarySchema } from "@frontrow/protocol/recording";
import { describe, expect, it } from "vitest";
import { openRecording } from "../src/recording.ts";
import { listSamples } from "../src/samples.ts";
import { newStore, readAll } from "./archives.ts";

describe("the samples", () => {
  it("are in the list, and are read by everybody, whatever place recordings have", async () => {
    const samples = await listSamples();
    expect(samples).toHaveLength(2);
    for (const summary of samples) {
      recordingSummarySchema.parse(summary);
      const recording = await openRecording({ blob: newStore() }, summary.recordingId as RecordingId);
      const { fromMs, toMs, items, isGrowing } = summary;
      expect(recording.isSample).toBe(true);
      expect(recording.extent).toEqual({ fromMs, toMs, items, isGrowing });
      const values = (await readAll(recording)).map(({ value }) => value);
      expect(values).toHaveLength(items);
      for (const value of values) {
        if (!["tick", "sourceOpened", "sourceClosed"].includes(value.type)) liveEventSchema.parse(value);
      }
    }
  });

  it("know what moderation removed, so that it is shown from the beginning on without its text", async () => {
    for (const { recordingId } of await listSamples()) {
      const recording = await openRecording({ blob: newStore() }, recordingId as RecordingId);
      const moderation = (await readAll(recording)).flatMap(({ item, value }) => (value.type === "moderation" ? [item] : []));
      expect((await recording.index())?.removed.map(({ item }) => item)).toEqual(moderation);
      expect(moderation.length).toBeGreaterThan(0);
    }
  });

  // Fails when the fold is of another version: make them again, with tests/samples/make-samples.ts.
  it("have an index of today's fold, whose totals are those of their items", async () => {
    for (const { recordingId } of await listSamples()) {
      const recording = await openRecording({ blob: newStore() }, recordingId as RecordingId);
      const index = await recording.index();
      expect(index?.foldVersion).toBe(FOLD_VERSION);
      const state = createFold();
      const items = await readAll(recording);
      foldItems(
        state,
        items.map(({ value }) => value),
      );
      const metrics = metricsOf(state);
      expect(metrics).toMatchObject(index?.minutes.at(-1)?.metrics ?? {});
      expect(metrics.chats).toBe(items.filter(({ value: { type } }) => type === "chat" || type === "emote").length);
      expect(metrics.shares).toBe(items.filter(({ value: { type } }) => type === "share").length);
      expect(metrics.diamonds).toBeGreaterThan(100);
    }
  });
});
