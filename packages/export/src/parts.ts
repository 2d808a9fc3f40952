import type { ObjectStore } from "@frontrow/blob/object-store";

/** Objects of an export. Each run has a folder of its own: a file is what one run wrote, whoever else has begun. */
export const partKeys = {
  all: "exports/",
  export: (deskId: string, exportId: string) => `exports/${deskId}/${exportId}/`,
  run: (deskId: string, exportId: string, run: string) => `exports/${deskId}/${exportId}/${run}/`,
  part: (folder: string, number: number) => `${folder}${String(number).padStart(5, "0")}`,
} as const;

/** In memory while a file is written. */
const PART_BYTES = 4 * 1024 * 1024;

/** Writes a file as parts, so that no more than one of them is in memory. Returns how long each is. */
export async function writeParts(
  blob: ObjectStore,
  folder: string,
  pieces: AsyncIterable<string | Uint8Array>,
  partBytes = PART_BYTES,
): Promise<number[]> {
  const parts: number[] = [];
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const put = async () => {
    await blob.put(partKeys.part(folder, parts.length), Buffer.concat(waiting));
    parts.push(bytes);
    waiting = [];
    bytes = 0;
  };
  for await (const piece of pieces) {
    const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= partBytes) await put();
  }
  if (bytes > 0) await put();
  return parts;
}

/** Bytes read at once: what a reader that does not read on keeps in memory. */
const READ_BYTES = 512 * 1024;

/** A range of a file in parts, up to `to`, which is not among it. Throws where a part is gone. */
export async function* readParts(
  blob: ObjectStore,
  folder: string,
  parts: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (const [number, bytes] of parts.entries()) {
    const end = Math.min(to - start, bytes);
    for (let at = Math.max(0, from - start); at < end; ) {
      const chunk = await blob.get(partKeys.part(folder, number), { from: at, to: Math.min(at + READ_BYTES, end) });
      if (!chunk || chunk.byteLength === 0) throw new Error("a part of the file is gone");
      yield chunk;
      at += chunk.byteLength;
    }
    start += bytes;
  }
}

/** Removes all objects that begin so. */
export async function removeParts(blob: ObjectStore, prefix: string): Promise<void> {
  const found: string[] = [];
  for await (const { key } of blob.list(prefix)) found.push(key);
  await blob.delete(found);
}
