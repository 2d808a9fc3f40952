import type { SimulatorConfig } from "../config.ts";
import type { CreatorState } from "../rooms/creator.ts";
import type { RoomSettings } from "../rooms/settings.ts";
import { snowflake } from "../wire/snowflake.ts";
import type { Viewer } from "../wire/viewer.ts";
import { createRandom, hashOf } from "./random.ts";

/** What a name says of its creator before anybody set anything. */
export function stateOfName(handle: string): CreatorState {
  if (handle.startsWith("nobody")) return "unknown";
  if (handle.startsWith("offline")) return "offline";
  return "live";
}

/** How busy a creator is follows from the name: about 8 to 15 events a second. */
export function defaultSettings(handle: string, config: SimulatorConfig): RoomSettings {
  const seed = `${config.SIMULATOR_SEED} ${handle}`;
  return {
    seed,
    eventsPerSecond: 8 + createRandom(`rate ${seed}`).unit() * 7,
    frameIntervalMs: Math.max(20, config.SIMULATOR_FRAME_INTERVAL_MS),
    maxMessagesPerFrame: 50,
    gzip: true,
    historyMessages: config.SIMULATOR_HISTORY_MESSAGES,
    population: 3_000,
    isSteady: false,
  };
}

/** The creator as a person. */
export function hostOf(handle: string, avatarBase: string): Viewer {
  const id = snowflake(Date.UTC(2017, 0) + (hashOf(handle) % 1e9) * 100, hashOf(`host ${handle}`));
  const nickname = handle.replace(/[._]+/g, " ").replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
  return { id, handle, nickname, avatarUrl: `${avatarBase}/avatar/${id}.svg`, followers: 1000 + (hashOf(id) % 200_000) };
}
