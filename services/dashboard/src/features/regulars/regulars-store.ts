import type { KnownViewer } from "@frontrow/protocol/library/viewer";
import type { SpokenPrompt } from "@frontrow/words/words";
import { create } from "zustand";
import { useView } from "../../live/view-store.ts";

export interface KnownRegulars {
  readonly state: "none" | "loading" | "failed" | "ready";
  /** Recordings of the creator that were read for this. */
  readonly broadcasts: number;
  /** By the id of the viewer, most broadcasts first. */
  readonly byId: ReadonlyMap<string, KnownViewer>;
  /** Of them, who did something in what is on the screen, and when last. */
  readonly here: ReadonlyMap<string, number>;
  /** Whom the coach has to welcome, in the session that is watched. */
  readonly welcomes: readonly SpokenPrompt[];
  readonly session: string | undefined;
  readonly retry: () => void;
}

export const nobody: KnownRegulars = {
  state: "none",
  broadcasts: 0,
  byId: new Map(),
  here: new Map(),
  welcomes: [],
  session: undefined,
  retry: () => {},
};

/** What the desk's recordings say of who comes to this creator. Filled after the page is there; rows of the chat read it. */
export const useRegulars = create<KnownRegulars>(() => nobody);

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const suffixes: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };

/** The how manieth: 5th. */
export const ordinal = (n: number): string => `${n}${suffixes[ordinals.select(n)] ?? "th"}`;

/** How often somebody was here, in two words; of who is here now, this time included. Undefined for who is no regular. */
export function useOften(userId: string | undefined): string | undefined {
  const known = useRegulars(({ byId }) => (userId === undefined ? undefined : byId.get(userId)));
  const sinceMs = useView(({ replay, broadcast }) => (replay ? undefined : broadcast?.metrics.sinceMs));
  if (!known || known.broadcasts < 2) return undefined;
  return oftenText(known, sinceMs);
}

/** `sinceMs`: since when the broadcast is counted that is watched; undefined in a replay, which is among those held. */
export function oftenText(
  { broadcasts, lastSeenMs }: Pick<KnownViewer, "broadcasts" | "lastSeenMs">,
  sinceMs: number | undefined,
): string {
  if (sinceMs === undefined) return `seen in ${broadcasts} broadcasts`;
  // Once a broadcast is over, its recording counts.
  return `${ordinal(lastSeenMs >= sinceMs ? broadcasts : broadcasts + 1)} broadcast`;
}
