import type { CredentialStorage, DeskCredentials } from "@frontrow/sdk/client";

const KEY = "frontrow.desk";
const ALL = "frontrow.desks";
const MOST = 8;

/** The two memories of a browser: of this tab, and of all of them. One that is forbidden, where naming it throws, or full is as if it were empty. */
export interface DeskPlaces {
  readonly tab: () => Storage;
  readonly browser: () => Storage;
  /** Undefined where the browser has none, as on pages that are not secure. */
  readonly locks: Pick<LockManager, "request"> | undefined;
}

/**
 * Where the page keeps its desk. Each tab is a desk of its own, and a reload goes on with the same one. A desk holds recordings for
 * weeks, so whoever comes back finds it: a new tab goes on with the last desk of this browser that no other tab has open.
 */
export async function openDeskMemory({ tab, browser, locks }: DeskPlaces): Promise<CredentialStorage> {
  const take = (desk: DeskCredentials) =>
    new Promise<boolean>((resolve) => {
      if (!locks) return resolve(false);
      // Held for as long as the page lives.
      const hold = (lock: Lock | null) => {
        resolve(lock !== null);
        return lock ? new Promise<never>(() => {}) : undefined;
      };
      locks.request(`${KEY}.${desk.deskId}`, { ifAvailable: true }, hold).catch(() => resolve(false));
    });
  const own = read<DeskCredentials>(tab, KEY);
  if (own) void take(own);
  else
    for (const desk of read<DeskCredentials[]>(browser, ALL) ?? []) {
      if (!(await take(desk))) continue;
      write(tab, KEY, desk);
      break;
    }

  return {
    load() {
      const { deskId, resumeToken } = read<Partial<DeskCredentials>>(tab, KEY) ?? {};
      return deskId && resumeToken ? { deskId, resumeToken } : undefined;
    },
    save(desk) {
      const before = read<DeskCredentials>(tab, KEY);
      const gone = new Set([before?.deskId, desk?.deskId]);
      const others = (read<DeskCredentials[]>(browser, ALL) ?? []).filter(({ deskId }) => !gone.has(deskId));
      write(tab, KEY, desk);
      write(browser, ALL, (desk ? [desk, ...others] : others).slice(0, MOST));
      if (desk && desk.deskId !== before?.deskId) void take(desk);
    },
  };
}

function read<T>(storage: () => Storage, key: string): T | undefined {
  try {
    return (JSON.parse(storage().getItem(key) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Full, or off: the desk lives as long as the page.
  }
}
