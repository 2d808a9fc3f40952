import { gunzipSync } from "node:zlib";
import type { FoldItem } from "@frontrow/audience/fold";
import { openRecording } from "@frontrow/recording/recording";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { exported, id, recorded, START_MS } from "./recorded.ts";

const mood = { language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const chat = (n: number, text: string, by = "nina"): FoldItem => {
  const atMs = START_MS + n * 100;
  return { type: "chat", id: `c${n}`, atMs, sentAtMs: atMs, text, user: userNamed(by), ...mood };
};

describe("a recording as a file", () => {
  it("has a line that says whose it is, and every item as it was recorded; its members are the recording's own", async () => {
    const items = Array.from({ length: 5_000 }, (_, n) => chat(n, `message ${n} \u2028 "x"`));
    const blob = await recorded(items);
    const { bytes, progress } = await exported(blob, "recording");
    const [head, ...lines] = gunzipSync(bytes).toString().trimEnd().split("\n");
    expect(JSON.parse(lines.pop() ?? "")).toEqual({ type: "end", items: 5_000 });
    expect(JSON.parse(head ?? "")).toEqual({
      type: "recording",
      schema: 1,
      broadcast: { handle: "nina", roomId: "7", nickname: "Nina" },
    });
    expect(lines).toEqual(items.map((item) => JSON.stringify(item)));
    for await (const { key } of blob.list(`recordings/${id}/segments/`))
      if (key.endsWith(".gz")) expect(bytes.includes(Buffer.from((await blob.get(key)) ?? []))).toBe(true);
    expect(progress.at(-1)).toEqual([5_000, 5_000]);
    expect(progress.map(([done]) => done)).toEqual([...progress.map(([done]) => done)].sort((a, b) => a - b));
  });

  it("is without what moderation removed; members in which nothing was are passed through", async () => {
    const items = Array.from({ length: 3_000 }, (_, n) => chat(n, n === 600 ? "secret" : `message ${n}`));
    items.push({ type: "moderation", id: "m", atMs: START_MS + 400_000, sentAtMs: START_MS, eventIds: ["c600"], userIds: [] });
    const blob = await recorded(items);
    const { bytes } = await exported(blob, "recording");
    const lines = gunzipSync(bytes).toString().trimEnd().split("\n").slice(1, -1);
    expect(lines.map((line) => (JSON.parse(line) as { text?: string }).text)).toEqual(
      items.map((item) => (item.type === "chat" ? (item.text === "secret" ? "" : item.text) : undefined)),
    );
    const recording = await openRecording({ blob }, id);
    let [same, members] = [0, 0];
    for await (const page of recording.readPacked(0)) {
      members++;
      if (page.packed && bytes.includes(Buffer.from(page.packed))) same++;
    }
    expect(same).toBe(members - 1);
  });

  it("says of what cannot be read that it is lost", async () => {
    const blob = await recorded(Array.from({ length: 3_000 }, (_, n) => chat(n, `message ${n}`)));
    const keys: string[] = [];
    for await (const { key } of blob.list(`recordings/${id}/segments/`)) if (key.endsWith(".gz")) keys.push(key);
    const key = keys.sort()[0] as string;
    const broken = Buffer.from((await blob.get(key)) as Uint8Array);
    broken[40] = (broken[40] ?? 0) ^ 0xff;
    await blob.put(key, broken);
    const { bytes, progress } = await exported(blob, "recording");
    const lines = gunzipSync(bytes).toString().trimEnd().split("\n").slice(1, -1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ type: "gap", reason: "corrupt" });
    expect(lines).toHaveLength(3_000 - 512 + 1);
    expect(progress.at(-1)).toEqual([3_000, 3_000]);
  });
});
