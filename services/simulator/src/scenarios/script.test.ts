import { describe, expect, it } from "vitest";
import type { Stage } from "../rooms/show.ts";
import { createPeople } from "./people.ts";
import { createScript } from "./script.ts";
import { scriptOptionsSchema } from "./script-options.ts";

function played(options: object) {
  const people = createPeople("test", () => "");
  const script = createScript(scriptOptionsSchema.parse(options), { people, host: people.at("en", 0) });
  const frames: number[] = [];
  const stage: Stage = {
    connections: 1,
    bufferedBytes: 0,
    nextId: (atMs) => String(atMs),
    publish: () => {},
    publishFrame: (messages) => frames.push(messages.length),
    hangUp: () => {},
  };
  return { script, play: (nowMs: number) => script.play(stage, nowMs), frames };
}

describe("a script at a pace", () => {
  it("begins its pace when it is told to", () => {
    const { script, play, frames } = played({ events: 10, eventsPerSecond: 10, messagesPerFrame: 5, waitsForBegin: true });
    play(0);
    play(5_000);
    script.begin();
    play(5_020);
    play(5_500);
    expect(frames).toEqual([]);
    play(5_520);
    expect(frames).toEqual([5]);
  });
});
