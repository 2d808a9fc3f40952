import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { insightSchema } from "./insight/insight.ts";
import { type EntryKind, entryItemSchemas, entryKinds, type LogEntry } from "./log/entry.ts";
import { liveEventSchema } from "./log/event.ts";
import { commandSchema, commandTypes } from "./socket/command.ts";
import { entryFrameSchema, type ServerMessageType, serverMessages } from "./socket/frame.ts";

const lines = (name: string) =>
  readFileSync(new URL(`../fixtures/v1/${name}.ndjson`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

const eventTypes: string[] = liveEventSchema.options.map((option) => option.shape.type.value);
const insightTypes: string[] = insightSchema.options.map((option) => option.shape.type.value);

describe("version 1 stays readable", () => {
  it("entries of each kind, with every item as it was written", () => {
    const entries: LogEntry[] = lines("entries");
    for (const { kind, data } of entries) expect(entryItemSchemas[kind].parse(JSON.parse(data))).toEqual(JSON.parse(data));
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set<EntryKind>(entryKinds));
  });

  it("frames of every type", () => {
    const seen = new Set<string>();
    for (const frame of lines("frames")) {
      if ("items" in frame) {
        entryFrameSchema.parse(frame);
        continue;
      }
      const { type, data } = frame;
      seen.add(type);
      if (eventTypes.includes(type)) expect(liveEventSchema.parse({ type, ...data })).toEqual({ type, ...data });
      else if (insightTypes.includes(type) && !(type in serverMessages)) insightSchema.parse({ type, ...data });
      else expect(serverMessages[type as ServerMessageType].parse(data)).toEqual(data);
    }
    expect(seen).toEqual(new Set([...Object.keys(serverMessages), ...eventTypes, ...insightTypes]));
  });

  it("commands of every type", () => {
    const seen = lines("commands").map((line) => commandSchema.parse(line).type);
    expect(new Set(seen)).toEqual(new Set(commandTypes));
  });
});
