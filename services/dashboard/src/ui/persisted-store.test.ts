import { expect, it } from "vitest";
import { createPersistedStore, parseJson } from "./persisted-store.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

function memory(begin: Record<string, string> = {}) {
  const held = new Map(Object.entries(begin));
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}
const sizes = (storage: () => Pick<Storage, "getItem" | "setItem">) =>
  createPersistedStore<Size>({
    storage,
    key: "size",
    parse: (text) => ({ width: 1, height: 2, ...(parseJson(text) as Partial<Size> | undefined) }),
  });

it("begins with what was stored, and stores each change whole", () => {
  const storage = memory({ size: '{"width":7}' });
  const store = sizes(() => storage);
  expect(store.getState()).toEqual({ width: 7, height: 2 });
  store.setState({ height: 9 });
  expect(storage.held.get("size")).toBe('{"width":7,"height":9}');
  expect(sizes(() => storage).getState()).toEqual({ width: 7, height: 9 });
});

it("stores nothing before a change", () => {
  const storage = memory();
  sizes(() => storage);
  expect(storage.held.size).toBe(0);
});

it("lives as long as the page where storage is forbidden or full", () => {
  const forbidden = sizes(() => {
    throw new DOMException("no");
  });
  forbidden.setState({ width: 5 });
  expect(forbidden.getState()).toEqual({ width: 5, height: 2 });
});

it("reads what is no JSON as nothing", () => {
  expect([null, "", "{", "7", "null"].map(parseJson)).toEqual([undefined, undefined, undefined, 7, null]);
});
