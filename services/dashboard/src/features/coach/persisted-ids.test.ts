import { expect, it } from "vitest";
import { createPersistedIds } from "./persisted-ids.ts";

function memory(begin: Record<string, string> = {}) {
  const held = new Map(Object.entries(begin));
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
}

it("goes on after a reload with what it was told before", () => {
  const storage = memory();
  const ids = createPersistedIds(() => storage, "done");
  ids.add("a");
  ids.add("b");
  ids.remove("a");
  expect([...createPersistedIds(() => storage, "done").getState()]).toEqual(["b"]);
});

it("tells of each change once", () => {
  const ids = createPersistedIds(() => memory(), "done");
  let told = 0;
  const stop = ids.subscribe(() => (told += 1));
  ids.add("a");
  ids.add("a");
  ids.remove("b");
  expect(told).toBe(1);
  stop();
  ids.remove("a");
  expect(told).toBe(1);
});

it("forgets the oldest, and works where storage is forbidden or broken", () => {
  const forbidden = createPersistedIds(() => {
    throw new DOMException("no");
  }, "done");
  for (let at = 0; at < 150; at += 1) forbidden.add(String(at));
  expect([forbidden.getState().size, forbidden.getState().has("49"), forbidden.getState().has("149")]).toEqual([
    100,
    false,
    true,
  ]);
  expect(createPersistedIds(() => memory({ done: "{" }), "done").getState().size).toBe(0);
  expect([...createPersistedIds(() => memory({ done: '["a",1]' }), "done").getState()]).toEqual(["a"]);
});
