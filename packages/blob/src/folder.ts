import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rmdir, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkKey } from "./key.ts";
import type { ByteRange, ObjectStore, StoredObject } from "./object-store.ts";
import { unavailable } from "./unavailable.ts";

/** No key has a name that begins so: what is being written is in no listing. */
const UNFINISHED = ".unfinished-";

/** Objects as files below a folder, which is made when it is written to first. */
export function createFolderStore(folder: string): ObjectStore {
  const pathOf = (key: string) => join(folder, checkKey(key));
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await translated(() => putFile(path, bytes));
    },
    async get(key, range) {
      const path = pathOf(key);
      return translated(() => ifThere(() => readRange(path, range)));
    },
    async *list(prefix) {
      if (prefix !== "") checkKey(prefix.replace(/\/$/, ""));
      const start = prefix.slice(0, prefix.lastIndexOf("/") + 1);
      yield* walk(folder, start, prefix);
    },
    async delete(keys) {
      const paths = keys.map(pathOf);
      for (const path of paths) await translated(() => remove(folder, path));
    },
  };
}

/**
 * In a file beside it first, which takes its place once its bytes are on the disk: a reader, a second writer of the same key and a power
 * cut see the old object or the new one.
 */
async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `${UNFINISHED}${randomUUID()}`);
  const file = await openIn(dirname(path), unfinished);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => {});
    await unlink(unfinished).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** At the same time somebody may delete the folder's last object, and the folder with it. */
async function openIn(folder: string, path: string): Promise<FileHandle> {
  for (let attempt = 1; ; attempt++) {
    await mkdir(folder, { recursive: true });
    try {
      return await open(path, "wx");
    } catch (error) {
      if (codeOf(error) !== "ENOENT" || attempt === 3) throw error;
    }
  }
}

/** The new name is on the disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readRange(path: string, range: ByteRange | undefined): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    if (!range) return await file.readFile();
    const bytes = Buffer.alloc(range.to - range.from);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, range.from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

async function* walk(folder: string, at: string, prefix: string): AsyncGenerator<StoredObject, void, undefined> {
  const entries = (await translated(() => ifThere(() => readdir(join(folder, at), { withFileTypes: true })))) ?? [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const key = `${at}${entry.name}${entry.isDirectory() ? "/" : ""}`;
    if (!key.startsWith(prefix) && !prefix.startsWith(key)) continue;
    if (entry.isDirectory()) yield* walk(folder, key, prefix);
    else if (key.startsWith(prefix)) {
      const found = await translated(() => ifThere(() => stat(join(folder, key))));
      if (found) yield { key, bytes: found.size };
    }
  }
}

/** Removes a file, and the folders that are empty without it. */
async function remove(root: string, path: string): Promise<void> {
  await ifThere(() => unlink(path));
  for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return; // others are in it
    }
  }
}

async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw error;
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable("the folder of recordings", error);
  }
}

/** Nothing of that name; or a part of it is a file, or all of it a folder. */
const ABSENT: ReadonlySet<string | undefined> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
