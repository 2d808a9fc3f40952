import { z } from "zod";

const lengthsMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
type Window = keyof typeof lengthsMs;
const windows = Object.keys(lengthsMs) as Window[];

const calls = z.int().min(0).optional();
export const signLimitsSchema = z.strictObject({ minute: calls, hour: calls, day: calls });
/** Calls that an account may make in each window; any number where none is said. */
export type SignLimits = z.infer<typeof signLimitsSchema>;

/** A window as the service tells it. It begins with its first call, and ends its length later. */
export interface WindowState {
  readonly window: Window;
  readonly max: number;
  readonly remaining: number;
  readonly resetAtMs: number | undefined;
}

/** The sign service's accounts by their keys. Whoever has no account may do anything, and is told nothing. */
export interface SignAccounts {
  /** An account with these limits, of which nothing is spent; or none any more. */
  set(key: string, limits: SignLimits | undefined): void;
  /** Spends a call, if all windows have one. `tightest`: the window that has the least left then. */
  spend(key: string | undefined): { readonly isGranted: boolean; readonly tightest: WindowState } | undefined;
  /** All windows of the account, for whoever asks it about its limits. */
  describe(key: string | undefined): readonly WindowState[] | undefined;
  /** How often accounts were asked about their limits. */
  readonly asked: number;
}

interface Account {
  readonly limits: SignLimits;
  readonly used: Partial<Record<Window, { readonly untilMs: number; readonly calls: number }>>;
}

export function createSignAccounts(now: () => number): SignAccounts {
  const accounts = new Map<string, Account>();
  let asked = 0;
  const accountOf = (key: string | undefined) => (key === undefined ? undefined : accounts.get(key));

  return {
    get asked() {
      return asked;
    },
    set(key, limits) {
      if (limits) accounts.set(key, { limits: signLimitsSchema.parse(limits), used: {} });
      else accounts.delete(key);
    },
    spend(key) {
      const account = accountOf(key);
      const before = account && statesOf(account, now());
      if (!account || !before?.length) return undefined;
      const isGranted = before.every(({ remaining }) => remaining > 0);
      if (isGranted) for (const state of before) countCall(account, state, now());
      const tightest = statesOf(account, now()).reduce((least, state) => (state.remaining < least.remaining ? state : least));
      return { isGranted, tightest };
    },
    describe(key) {
      asked += 1;
      const account = accountOf(key);
      return account && statesOf(account, now());
    },
  };
}

function statesOf({ limits, used }: Account, nowMs: number): WindowState[] {
  return windows.flatMap((window) => {
    const max = limits[window];
    if (max === undefined) return [];
    const current = used[window];
    const isRunning = current !== undefined && current.untilMs > nowMs;
    const remaining = max - (isRunning ? current.calls : 0);
    return [{ window, max, remaining, resetAtMs: isRunning ? current.untilMs : undefined }];
  });
}

function countCall({ used }: Account, { window, max, remaining, resetAtMs }: WindowState, nowMs: number): void {
  used[window] = { untilMs: resetAtMs ?? nowMs + lengthsMs[window], calls: max - remaining + 1 };
}
