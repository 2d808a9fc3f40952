import { useEffect, useMemo, useRef } from "react";
import { useLibrary } from "../../live/use-library.ts";
import { screenOf } from "../../live/view-state.ts";
import { useCalmView, useView } from "../../live/view-store.ts";
import { createPersistedIds } from "../coach/persisted-ids.ts";
import { nobody, useRegulars } from "./regulars-store.ts";
import { noWelcomes, type Welcomes, welcome, welcomedId } from "./welcome.ts";

const welcomedHere = createPersistedIds(() => sessionStorage, "frontrow.welcomed");

/** Reads who comes to the creator on the screen, and notices when one of them is here. */
export default function LoadRegulars() {
  const handle = useView(({ replay, source: { status } }) =>
    replay ? replay.told?.broadcast.handle : status.state === "none" ? undefined : status.username,
  );
  const isDeskKnown = useView((view) => view.desk !== undefined);
  const key = handle !== undefined && isDeskKnown ? handle : undefined;
  const { answer, retry, refresh } = useLibrary(key, "viewers", (library) => library.regulars());
  // A recording that is complete, deleted or restored changes who is one.
  const recordings = useView((view) => view.dataChanges.recordings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of recordings reads again.
  useEffect(() => {
    if (recordings > 0) refresh();
  }, [recordings]);

  const regulars = answer.state === "ready" ? answer.value : undefined;
  const byId = useMemo(() => new Map(regulars?.regulars.map((each) => [each.user.id, each])), [regulars]);
  const broadcasts = regulars?.broadcasts ?? 0;
  const { state } = answer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `retry` is another function with each render, and does the same.
  useEffect(() => {
    useRegulars.setState(key === undefined ? nobody : { state, broadcasts, byId, retry });
  }, [key, state, broadcasts, byId]);
  useEffect(() => () => useRegulars.setState(nobody), []);
  useSightings();
  return null;
}

/** Keeps who is here, and whom to welcome, as the broadcast goes on. */
function useSightings(): void {
  const byId = useRegulars((regulars) => regulars.byId);
  const screen = useCalmView(screenOf);
  const broadcast = useCalmView((view) => view.broadcast);
  const isLive = useCalmView(({ replay, source }) => !replay && source.status.state === "live");
  const held = useRef<{ readonly screen: string | undefined; readonly welcomes: Welcomes }>(undefined);
  useEffect(() => {
    const { atMs: nowMs, sinceMs } = broadcast?.metrics ?? {};
    if (!broadcast || nowMs === undefined || sinceMs === undefined) {
      useRegulars.setState({ here: nobody.here, welcomes: nobody.welcomes, session: undefined });
      return;
    }
    const { session } = broadcast;
    const earlier = held.current;
    const before = earlier && earlier.screen === screen ? earlier.welcomes : noWelcomes(session);
    const { rows: chat } = broadcast.chat;
    const { rows: gifts } = broadcast.gifts;
    const next = welcome(before, {
      nowMs,
      sinceMs,
      sightings: [chat, gifts, broadcast.arrivals],
      known: byId,
      isLive: isLive && !broadcast.isOver,
      welcomed: welcomedHere.getState(),
    });
    held.current = { screen, welcomes: next };
    const prompt = next.prompts.at(-1);
    if (prompt && next.prompts !== before.prompts) {
      const userId = prompt.id.slice(prompt.id.indexOf("/") + 1);
      welcomedHere.add(welcomedId(session, userId));
    }
    const shown = useRegulars.getState();
    if (isSame(shown.here, next.here) && shown.welcomes === next.prompts && shown.session === session) return;
    useRegulars.setState({ here: next.here, welcomes: next.prompts, session });
  }, [broadcast, byId, isLive, screen]);
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...b].every(([id, atMs]) => a.get(id) === atMs);
