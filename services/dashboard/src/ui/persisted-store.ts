import { createStore, type StoreApi } from "zustand/vanilla";

interface Persistence<T> {
  /** Asked each time, because the very access throws in a browser that forbids storage. */
  readonly storage: () => Pick<Storage, "getItem" | "setItem">;
  readonly key: string;
  /** The value that a stored text holds; never throws, also for what is no JSON, and for null. */
  readonly parse: (text: string | null) => T;
  readonly format?: (value: T) => string;
}

/**
 * A store whose value outlives the page: read from storage when it is made, written with each change. Where storage is full or
 * forbidden the value lives as long as the page.
 */
export function createPersistedStore<T>({ storage, key, parse, format = JSON.stringify }: Persistence<T>): StoreApi<T> {
  const store = createStore<T>(() => parse(readText(storage, key)));
  store.subscribe((value) => {
    try {
      storage().setItem(key, format(value));
    } catch {
      // Full or forbidden.
    }
  });
  return store;
}

function readText(storage: Persistence<unknown>["storage"], key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** The JSON in a text; undefined when it is none. */
export function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
