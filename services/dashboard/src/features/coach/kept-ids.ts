/** A set of ids that a reload goes on with: what was done or said is not asked for again. */
export interface KeptIds {
  /** Another object after each change. */
  current(): ReadonlySet<string>;
  add(id: string): void;
  remove(id: string): void;
  subscribe(listener: () => void): () => void;
}

/** Older ids than these belong to prompts that are long over. */
const MOST = 100;

/** Ids in the tab's own storage, under `key`. A browser that forbids storage keeps them as long as the page. */
export function createKeptIds(storage: () => Pick<Storage, "getItem" | "setItem">, key: string): KeptIds {
  const listeners = new Set<() => void>();
  let ids: ReadonlySet<string> | undefined;
  const current = () => {
    ids ??= read(storage, key);
    return ids;
  };
  const set = (next: readonly string[]) => {
    ids = new Set(next.slice(-MOST));
    try {
      storage().setItem(key, JSON.stringify([...ids]));
    } catch {
      // Storage is full or off.
    }
    for (const tell of listeners) tell();
  };
  return {
    current,
    add(id) {
      if (!current().has(id)) set([...current(), id]);
    },
    remove(id) {
      if (current().has(id)) set([...current()].filter((other) => other !== id));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(storage: () => Pick<Storage, "getItem">, key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}
