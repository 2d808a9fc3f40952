import { expect, it } from "vitest";
import { createKeptIds } from "./kept-ids.ts";

function memory(begin: Record<string, string> = {}) {
  const held = new Map(Object.entries(begin));
  return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
}

it("goes on after a reload with what it was told before", () => {
  const storage = memory();
  const ids = createKeptIds(() => storage, "done");
  ids.add("a");
  ids.add("b");
  ids.remove("a");
  expect([...createKeptIds(() => storage, "done").current()]).toEqual(["b"]);
});

it("tells of each change once", () => {
  const ids = createKeptIds(() => memory(), "done");
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
  const forbidden = createKeptIds(() => {
    throw new DOMException("no");
  }, "done");
  for (let at = 0; at < 150; at += 1) forbidden.add(String(at));
  expect([forbidden.current().size, forbidden.current().has("49"), forbidden.current().has("149")]).toEqual([100, false, true]);
  expect(createKeptIds(() => memory({ done: "{" }), "done").current().size).toBe(0);
  expect([...createKeptIds(() => memory({ done: '["a",1]' }), "done").current()]).toEqual(["a"]);
});
