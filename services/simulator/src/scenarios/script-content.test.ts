import { describe, expect, it } from "vitest";
import type { ContentOf, MessageContent } from "../wire/message.ts";
import { createPeople } from "./people.ts";
import { createRandom } from "./random.ts";
import { scriptContent } from "./script-content.ts";
import { type ScriptOptionsInput, scriptOptionsSchema } from "./script-options.ts";

function contents(options: ScriptOptionsInput): MessageContent[] {
  const parsed = scriptOptionsSchema.parse(options);
  return [
    ...scriptContent(
      parsed,
      createRandom(parsed.seed),
      createPeople("test", () => ""),
      "Host",
    ),
  ];
}

function streaksOf(messages: MessageContent[]): ContentOf<"gift">[][] {
  const streaks = new Map<string, ContentOf<"gift">[]>();
  for (const gift of messages) {
    if (gift.type !== "gift") continue;
    streaks.set(gift.groupId, [...(streaks.get(gift.groupId) ?? []), gift]);
  }
  return [...streaks.values()];
}

describe("scriptContent", () => {
  it("says exactly as many messages as asked, for any number", () => {
    for (const events of [1, 2, 7, 80, 81, 500, 3000]) expect(contents({ events, seed: String(events) })).toHaveLength(events);
  });

  it("ends every streak within the script", () => {
    const streaks = streaksOf(contents({ events: 3000 }));
    expect(streaks.length).toBeGreaterThan(50);
    for (const streak of streaks) expect(streak.at(-1)?.repeatEnd).toBe(true);
  });

  it("leaves streaks without an end when asked to", () => {
    const streaks = streaksOf(contents({ events: 3000, unfinishedStreaks: 0.5 }));
    const unfinished = streaks.filter((streak) => !streak.at(-1)?.repeatEnd);
    expect(unfinished.length / streaks.length).toBeGreaterThan(0.3);
    expect(unfinished.length / streaks.length).toBeLessThan(0.7);
  });

  it("says the same for the same seed", () => {
    expect(contents({ events: 300, seed: "a" })).toEqual(contents({ events: 300, seed: "a" }));
    expect(contents({ events: 300, seed: "a" })).not.toEqual(contents({ events: 300, seed: "b" }));
  });
});
