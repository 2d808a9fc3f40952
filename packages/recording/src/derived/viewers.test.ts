import { type FoldItem, foldItems } from "@frontrow/audience/fold";
import { createFold } from "@frontrow/audience/state";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { MOST_VIEWERS, packViewers, partOf, rangeOf, unpackViewers, VIEWER_PARTS, ViewersPass } from "./viewers.ts";

const START_MS = 1_700_000_000_000;

/** Folds chats by these viewers, a millisecond apart. */
function passOver(names: readonly string[]) {
  const state = createFold();
  const pass = new ViewersPass();
  for (const [n, name] of names.entries()) {
    const base = { id: `c${n}`, atMs: START_MS + n, sentAtMs: START_MS + n };
    const mood = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
    const item: FoldItem = { ...base, type: "chat", user: userNamed(name), text: "", ...mood };
    foldItems(state, [item]);
    pass.note(item, state);
  }
  return pass.viewers(state);
}

describe("the viewers of a pass", () => {
  it("are bounded, those who did most, and all of what they did is counted though they were forgotten meanwhile", () => {
    const many = Array.from({ length: 2 * MOST_VIEWERS + 1 }, (_, n) => `v${n}`);
    // The first of all is among those who are forgotten first: of equals the later are kept.
    const viewers = passOver([...many, "v0", "v0"]);
    expect(viewers).toHaveLength(MOST_VIEWERS);
    expect(viewers[0]).toMatchObject({ user: { id: "v0" }, chats: 3, firstSeenMs: START_MS });
    expect(viewers[1]?.chats).toBe(1);
  });

  it("are packed in parts, each read alone, whatever their ids", async () => {
    const names = [
      "a",
      "7012345678901234567",
      "a_b.c:d-e",
      "Ω".repeat(20),
      ...Array.from({ length: 500 }, (_, n) => `7${n * 7_919}`),
    ];
    const viewers = passOver(names);
    const { bytes, parts } = await packViewers(viewers);
    expect(parts).toHaveLength(VIEWER_PARTS);
    const read: string[] = [];
    for (let part = 0; part < VIEWER_PARTS; part++) {
      const { from, to } = rangeOf(parts, part);
      const some = await unpackViewers(bytes.subarray(from, to));
      expect(some.every(({ user }) => partOf(user.id) === part)).toBe(true);
      expect(some.length).toBeLessThan(viewers.length / 4);
      read.push(...some.map(({ user }) => user.id));
    }
    expect(read.sort()).toEqual(names.sort());
    expect(await unpackViewers(bytes.subarray(1, 9))).toEqual([]);
  });
});
