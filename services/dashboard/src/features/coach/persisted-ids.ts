import type { StoreApi } from "zustand/vanilla";
import { createPersistedStore, parseJson } from "../../ui/persisted-store.ts";

/** A set of ids that survives a reload, as a store: what was done or spoken is not asked for again. */
export interface PersistedIds extends Pick<StoreApi<ReadonlySet<string>>, "getState" | "getInitialState" | "subscribe"> {
  add(id: string): void;
  remove(id: string): void;
}

/** Ids that are kept, the newest: older ones belong to prompts that are long over. */
const MAX_IDS = 100;

/** Ids in the tab's own storage, under `key`. A browser that forbids storage keeps them as long as the page. */
export function createPersistedIds(storage: () => Pick<Storage, "getItem" | "setItem">, key: string): PersistedIds {
  const store = createPersistedStore<ReadonlySet<string>>({
    storage,
    key,
    parse: idsIn,
    format: (ids) => JSON.stringify([...ids]),
  });
  const set = (ids: readonly string[]) => store.setState(new Set(ids.slice(-MAX_IDS)), true);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    add(id) {
      const ids = store.getState();
      if (!ids.has(id)) set([...ids, id]);
    },
    remove(id) {
      const ids = store.getState();
      if (ids.has(id)) set([...ids].filter((other) => other !== id));
    },
  };
}

function idsIn(text: string | null): ReadonlySet<string> {
  const stored = parseJson(text);
  return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : []);
}
