import { useStore } from "zustand";
import { createPersistedStore } from "../../ui/persisted-store.ts";

/** How much of the broadcast charts show, up to its newest moment; 0 is all of it. */
export const zooms = [
  { minutes: 0, name: "All" },
  { minutes: 60, name: "1 h" },
  { minutes: 15, name: "15 min" },
  { minutes: 5, name: "5 min" },
] as const;
type Minutes = (typeof zooms)[number]["minutes"];

const zoom = createPersistedStore<{ readonly minutes: Minutes }>({
  storage: () => localStorage,
  key: "frontrow.zoom",
  parse: (text) => ({ minutes: zooms.find(({ minutes }) => String(minutes) === text)?.minutes ?? 0 }),
  format: ({ minutes }) => String(minutes),
});

export const useZoom = (): Minutes => useStore(zoom).minutes;
export const setZoom = (minutes: Minutes): void => zoom.setState({ minutes });
