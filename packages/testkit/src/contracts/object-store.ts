import type { ObjectStore } from "@frontrow/blob/object-store";
import { expect, it } from "vitest";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

async function keysIn(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys.sort();
}

/** What every place of objects promises. `open` gives an empty one. */
export function objectStoreContract(open: () => ObjectStore | Promise<ObjectStore>): void {
  it("gives back what was put, whole and in part, and undefined for what is not there", async () => {
    const store = await open();
    await store.put("a/b.txt", bytesOf("hello world"));
    expect(textOf(await store.get("a/b.txt"))).toBe("hello world");
    expect(textOf(await store.get("a/b.txt", { from: 6, to: 9 }))).toBe("wor");
    expect(textOf(await store.get("a/b.txt", { from: 6, to: 99 }))).toBe("world");
    expect(textOf(await store.get("a/b.txt", { from: 50, to: 99 }))).toBe("");
    for (const absent of ["a/c.txt", "a", "b/b.txt"]) expect(await store.get(absent)).toBeUndefined();
    expect(await store.get("a/c.txt", { from: 0, to: 4 })).toBeUndefined();
  });

  it("replaces an object, and keeps one of no bytes", async () => {
    const store = await open();
    await store.put("a", bytesOf("long before"));
    await store.put("a", bytesOf("short"));
    await store.put("empty", new Uint8Array());
    expect(textOf(await store.get("a"))).toBe("short");
    expect(textOf(await store.get("empty"))).toBe("");
  });

  it("lists what begins so, with sizes", async () => {
    const store = await open();
    const keys = ["r/a/2_3.gz", "r/a/10_11.gz", "r/a-b/x", "r/a.json", "r/ab", "s/a"];
    for (const key of keys) await store.put(key, bytesOf(key));
    expect(await keysIn(store, "r/a")).toEqual(["r/a-b/x", "r/a.json", "r/a/10_11.gz", "r/a/2_3.gz", "r/ab"].sort());
    expect(await keysIn(store, "r/a/")).toEqual(["r/a/10_11.gz", "r/a/2_3.gz"]);
    expect(await keysIn(store, "")).toEqual([...keys].sort());
    expect(await keysIn(store, "q/")).toEqual([]);
    for await (const { key, bytes } of store.list("")) expect(bytes).toBe(key.length);
  });

  it("deletes what is there, and is content with what is not", async () => {
    const store = await open();
    for (const key of ["r/a/1", "r/a/2", "r/b"]) await store.put(key, bytesOf(key));
    await store.delete(["r/a/1", "r/a/2", "r/a/3", "nothing/here"]);
    expect(await keysIn(store, "")).toEqual(["r/b"]);
    await store.put("r/a/1", bytesOf("again"));
    expect(textOf(await store.get("r/a/1"))).toBe("again");
  });

  it("refuses keys that would leave it", async () => {
    const store = await open();
    for (const key of ["../a", "a/../../b", "/etc/passwd", "a//b", "a/", "", ".hidden", "a/.b", "a\\b", "a\0", "a".repeat(600)]) {
      await expect(store.put(key, bytesOf("x"))).rejects.toMatchObject({ code: "INTERNAL" });
      await expect(store.get(key)).rejects.toMatchObject({ code: "INTERNAL" });
      await expect(store.delete([key])).rejects.toMatchObject({ code: "INTERNAL" });
    }
    expect(await keysIn(store, "")).toEqual([]);
  });
}
