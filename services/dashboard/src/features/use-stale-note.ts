import { staleSinceMs } from "../live/phase.ts";
import { useCalmView } from "../live/view-store.ts";
import { hoursMinutesSeconds } from "../ui/format.ts";

/** Since when the panels of the broadcast are old, in words; undefined while they are not. */
export function useStaleNote(): string | undefined {
  const sinceMs = useCalmView(staleSinceMs);
  return sinceMs === undefined ? undefined : `as of ${hoursMinutesSeconds(sinceMs)}`;
}
