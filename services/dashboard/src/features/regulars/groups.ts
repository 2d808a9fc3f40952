import type { KnownViewer } from "@frontrow/protocol/library/viewer";

export interface RegularGroups {
  readonly here: readonly KnownViewer[];
  /** Not here now, and not for long; who came most often first. */
  readonly missed: readonly KnownViewer[];
  readonly others: readonly KnownViewer[];
}

const DAY_MS = 86_400_000;
/** Who comes to a weekly broadcast has missed two of them. */
const LONG_MS = 14 * DAY_MS;

/** Regulars as a host thinks of them: who is here, who has not come for long, who else there is. */
export function groupsOf(regulars: Iterable<KnownViewer>, here: ReadonlyMap<string, number>, nowMs: number): RegularGroups {
  const all = [...regulars];
  const away = all.filter(({ user }) => !here.has(user.id));
  return {
    here: all.filter(({ user }) => here.has(user.id)).toSorted((a, b) => (here.get(b.user.id) ?? 0) - (here.get(a.user.id) ?? 0)),
    missed: away.filter(({ lastSeenMs, broadcasts }) => broadcasts >= 2 && nowMs - lastSeenMs >= LONG_MS),
    others: away.filter(({ lastSeenMs, broadcasts }) => broadcasts < 2 || nowMs - lastSeenMs < LONG_MS),
  };
}

/** A time without somebody, as one would say it: "3 weeks". */
export function longText(ms: number): string {
  const days = Math.max(0, Math.floor(ms / DAY_MS));
  const [amount, unit] =
    days >= 60 ? [Math.floor(days / 30), "month"] : days >= 14 ? [Math.floor(days / 7), "week"] : [days, "day"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}
