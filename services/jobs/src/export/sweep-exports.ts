import type { ObjectStore } from "@frontrow/blob/object-store";
import { partKeys } from "@frontrow/export/parts";
import type { DeskId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";
import type { ExportStore } from "@frontrow/redis/exports";

interface Dependencies {
  readonly blob: ObjectStore;
  readonly exports: Pick<ExportStore, "list">;
  readonly desks: Pick<DeskStore, "read">;
}

/** Objects looked at together. */
const AT_ONCE = 500;
/** Objects removed by one sweep; the next goes on. */
const MOST_REMOVED = 10_000;
const FOLDER = /^exports\/(dsk_[a-z0-9]+)\/(exp_[a-z0-9]+\/[a-z0-9]+)\//;

/**
 * Removes the parts of exports that are over or deleted, of desks that are closed, and what runs that died have left. Returns how many.
 * A run is noted before it writes its first part, and looked up here after its part was found: what is noted nowhere is nobody's.
 */
export async function sweepExports({ blob, exports, desks }: Dependencies): Promise<number> {
  let removed = 0;
  let found: string[] = [];
  const removeUnkept = async () => {
    const unkept = await unkeptOf(found, { exports, desks });
    found = [];
    await blob.delete(unkept);
    removed += unkept.length;
  };
  for await (const { key } of blob.list(partKeys.all)) {
    found.push(key);
    if (found.length >= AT_ONCE) await removeUnkept();
    if (removed >= MOST_REMOVED) return removed;
  }
  await removeUnkept();
  return removed;
}

async function unkeptOf(keys: readonly string[], { exports, desks }: Omit<Dependencies, "blob">): Promise<string[]> {
  const kept = new Map<string, ReadonlySet<string>>();
  for (const key of keys) {
    const desk = FOLDER.exec(key)?.[1];
    if (desk === undefined || kept.has(desk)) continue;
    const isThere = (await desks.read(desk as DeskId)) !== undefined;
    const records = isThere ? await exports.list(desk as DeskId) : [];
    kept.set(desk, new Set(records.map(({ exportId, run }) => `${exportId}/${run}`)));
  }
  return keys.filter((key) => {
    const [, desk = "", run = ""] = FOLDER.exec(key) ?? [];
    return !kept.get(desk)?.has(run);
  });
}
