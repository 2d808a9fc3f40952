import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { objectStoreContract } from "@frontrow/testkit/contracts/object-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createObjectStore } from "../src/create-object-store.ts";

let root: string;
let folders = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "frontrow-blob-"));
});
afterAll(() => rm(root, { recursive: true }));

const newFolder = () => join(root, String(++folders));
const storeAt = (folder: string) => createObjectStore(pathToFileURL(folder).href);

describe("a folder", () => {
  objectStoreContract(() => storeAt(newFolder()));

  it("has one whole object after many have put it at the same time", async () => {
    const store = storeAt(newFolder());
    const contents = Array.from({ length: 8 }, (_, n) => new Uint8Array(20_000 + n).fill(n));
    await Promise.all(contents.map((bytes) => store.put("a/same", bytes)));
    const bytes = await store.get("a/same");
    expect(contents.some((content) => bytes && Buffer.from(content).equals(bytes))).toBe(true);
    const keys: string[] = [];
    for await (const { key } of store.list("")) keys.push(key);
    expect(keys).toEqual(["a/same"]);
  });

  it("has nothing where a part of the key is a file, or all of it a folder", async () => {
    const store = storeAt(newFolder());
    await store.put("a/b", new Uint8Array([1]));
    for (const absent of ["a", "a/b/c"]) expect(await store.get(absent)).toBeUndefined();
  });

  it("does not list what a process that died was writing", async () => {
    const folder = newFolder();
    await storeAt(folder).put("a/b", new Uint8Array([1]));
    await writeFile(join(folder, "a", ".unfinished-1"), "half");
    const keys: string[] = [];
    for await (const { key } of storeAt(folder).list("a/")) keys.push(key);
    expect(keys).toEqual(["a/b"]);
  });

  it("says that it is unavailable, and why, when it cannot be written, and leaves nothing", async () => {
    const folder = newFolder();
    await mkdir(folder);
    await writeFile(join(folder, "recordings"), "a file where a folder should be");
    await expect(storeAt(folder).put("recordings/a", new Uint8Array([1]))).rejects.toMatchObject({
      code: "RECORDING_UNAVAILABLE",
      cause: { code: expect.stringMatching(/EEXIST|ENOTDIR/) },
    });
    expect(await readdir(folder)).toEqual(["recordings"]);
  });

  // For root every folder can be written, and /dev/full is the one place that is.
  it.skipIf(process.getuid?.() === 0)("says so without permission", async () => {
    const folder = newFolder();
    await mkdir(folder);
    await chmod(folder, 0o500);
    await expect(storeAt(folder).put("a", new Uint8Array([1]))).rejects.toMatchObject({
      code: "RECORDING_UNAVAILABLE",
      cause: { code: "EACCES" },
    });
  });
});

describe("the address of a place", () => {
  it("is a folder or a bucket, and never told when it is wrong", () => {
    expect(() => createObjectStore("s3://bucket/folder/in/it")).not.toThrow();
    for (const wrong of ["", "recordings", "http://key:secret@host/", "file://host/share", "s3:///nothing"]) {
      expect(() => createObjectStore(wrong)).toThrowError(/^the place of recordings is/);
    }
  });
});
