import type { ExportKind } from "@frontrow/protocol/library/export";
import { createPersistedStore } from "../../ui/persisted-store.ts";
import { type FramesPerSecond, framesOf, hasFrames } from "./export-kinds.ts";

/** Of the creator's video: it is the same each time. */
export const frameRate = createPersistedStore<FramesPerSecond>({
  storage: () => localStorage,
  key: "frontrow.frames",
  parse: (text) => framesOf.find((rate) => String(rate) === text) ?? 30,
  format: String,
});

/** What an export of this kind counts its frames by; undefined where it counts none. */
export const framesFor = (kind: ExportKind): FramesPerSecond | undefined => (hasFrames(kind) ? frameRate.getState() : undefined);
